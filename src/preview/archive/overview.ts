import type { ArticleSummary, IndexCounts, SourceSummary } from '../../store/news-store.ts';
import type { PreviewSources } from '../preview.ts';
import { listAll } from './list-all.ts';
import { countNearCopies } from './near-copies.ts';
import type { NearCopyCounts } from './near-copies.ts';

/** A span of time and how many articles each source has in it. */
export interface TimeSpan {
  /** `2026-03-01`, `2026-03` or `2026`. */
  readonly name: string;
  /** First and last day. */
  readonly since: string;
  readonly until: string;
  /** By the position of the source in `sources`. */
  readonly counts: readonly number[];
}

/** A feed, and whether it could be read of late. */
export interface FeedHealth {
  readonly name: string;
  readonly url: string;
  readonly isPaused: boolean;
  readonly failures: number;
  readonly lastError: string | null;
  /** Milliseconds since 1970; null if it never was. */
  readonly lastSuccessAt: number | null;
}

/** The archive at a glance. */
export interface ArchiveOverview {
  readonly counts: IndexCounts;
  /** The one with most articles first. */
  readonly sources: readonly SourceSummary[];
  /** By day, month or year: as fine as fits; in order, without gaps. */
  readonly spans: readonly TimeSpan[];
  readonly languages: readonly { readonly code: string; readonly count: number }[];
  readonly newest: ArticleSummary | null;
  readonly oldest: ArticleSummary | null;
  readonly undatedCount: number;
  readonly nearCopies: NearCopyCounts;
  readonly feeds: readonly FeedHealth[];
}

/** Bars that fit beside each other. */
const maxSpans = 62;

/** Everything that the archive's first page shows. Linear in the number of articles. */
export async function surveyArchive({ bot, openView }: PreviewSources): Promise<ArchiveOverview> {
  const { archive, counts } = bot.answerer;
  const all = await listAll(archive);
  const dated = all.filter(({ publishedOn }) => publishedOn !== null);
  const sources = [...(await archive.sources())].sort((a, b) => b.articleCount - a.articleCount);
  const view = openView();
  try {
    return {
      counts,
      sources,
      spans: countSpans(
        dated,
        sources.map(({ name }) => name),
      ),
      languages: countLanguages(all),
      newest: dated[0] ?? null,
      oldest: dated.at(-1) ?? null,
      undatedCount: all.length - dated.length,
      nearCopies: await countNearCopies(
        all.map(({ articleId }) => articleId),
        view,
      ),
      feeds: await describeFeeds(bot),
    };
  } finally {
    await view.close();
  }
}

/** Articles by day where the days fit, else by month or year, and by source. */
export function countSpans(articles: readonly ArticleSummary[], sources: readonly string[]): TimeSpan[] {
  const days = articles.flatMap(({ publishedOn }) => publishedOn ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const unit = (['day', 'month', 'year'] as const).find((each) => listSpans(first, last, each) !== null);
  const spans = listSpans(first, last, unit ?? 'year') ?? [];
  const positions = new Map(sources.map((name, at) => [name, at]));
  const counts = new Map(spans.map(({ name }) => [name, sources.map(() => 0)]));
  for (const { publishedOn, source } of articles) {
    const own = counts.get((publishedOn ?? '').slice(0, spans[0]?.name.length));
    const at = positions.get(source);
    if (own !== undefined && at !== undefined) own[at] = (own[at] ?? 0) + 1;
  }
  return spans.map((span) => ({ ...span, counts: counts.get(span.name) ?? [] }));
}

/** Every day, month or year from one day to another; null where they are too many. Of years the last ones. */
function listSpans(
  first: string,
  last: string,
  unit: 'day' | 'month' | 'year',
): Omit<TimeSpan, 'counts'>[] | null {
  const length = { day: 10, month: 7, year: 4 }[unit];
  const spans: Omit<TimeSpan, 'counts'>[] = [];
  for (let at = startOf(first, unit); isoDay(at) <= last; at = startOfNext(at, unit)) {
    const since = isoDay(at);
    const until = isoDay(startOfNext(at, unit) - dayMs);
    spans.push({ name: since.slice(0, length), since, until });
    if (spans.length <= maxSpans) continue;
    if (unit !== 'year') return null;
    spans.shift();
  }
  return spans;
}

const dayMs = 86_400_000;

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function startOf(day: string, unit: 'day' | 'month' | 'year'): number {
  return Date.parse({ day, month: `${day.slice(0, 7)}-01`, year: `${day.slice(0, 4)}-01-01` }[unit]);
}

function startOfNext(ms: number, unit: 'day' | 'month' | 'year'): number {
  const date = new Date(ms);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return { day: ms + dayMs, month: Date.UTC(year, month + 1, 1), year: Date.UTC(year + 1, 0, 1) }[unit];
}

function countLanguages(articles: readonly ArticleSummary[]): { code: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { language } of articles) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

async function describeFeeds({ desk }: PreviewSources['bot']): Promise<FeedHealth[]> {
  const feeds = await desk.listFeeds(null);
  return Promise.all(
    feeds.map(async ({ id, name, url, isPaused }) => {
      const state = await desk.feedState(id);
      const { failures = 0, lastError = null, lastSuccessAt = null } = state ?? {};
      return { name, url, isPaused, failures, lastError, lastSuccessAt };
    }),
  );
}
