import { chunkTerms } from '../text/terms.ts';
import type { Article } from './article.ts';
import { hasCorrectionEnding, isCorrectionHead } from './correction-words.ts';
import { completeDate, findDate } from './evidence/dates.ts';
import { normalTitle } from './stories/sections.ts';
import { normalUrl } from './versions.ts';

/** The parts of an article that tell whether it corrects another, and which. */
export type Correctable = Pick<Article, 'id' | 'title' | 'kicker' | 'publishedOn' | 'url' | 'body'>;

/** What an article that corrects another says of that one. */
export interface CorrectionNotice {
  /** Addresses, see `normalUrl`. */
  readonly urls: ReadonlySet<string>;
  /** What stands in quotation marks or behind the word "Correction", as titles compare. */
  readonly titles: ReadonlySet<string>;
  /** ISO dates that it names. */
  readonly dates: ReadonlySet<string>;
  /** Its words, numbers and pairs of ideographs. */
  readonly terms: ReadonlySet<string>;
}

/** First words of a text in which it may say what it is, in UTF-16 code units. */
const openingLength = 80;
/** A text that says in its last words that it corrects something says little else. */
const shortNotice = 600;
/** The quoted words of a speaker are no title when they are shorter; ideographs count twice. */
const shortestTitle = 10;

/**
 * How much of what a notice says must stand in the article, by weight, and how much more than in the next best one, for
 * a link that no title and no address gives. Chosen so that no notice of test/corpus/corrections.test.ts is linked to a
 * wrong article (2026-11-24).
 */
const sureness = {
  withDate: { coverage: 0.2, margin: 1.3 },
  withoutDate: { coverage: 0.3, margin: 1.5 },
} as const;
/** Articles that the ones compared are counted among: with few, a term that all of them hold would say nothing. */
const backgroundArticles = 20;

/** What a correction says of the article it corrects; null for an article that is none. */
export function readNotice({ title, kicker, publishedOn, body }: Correctable): CorrectionNotice | null {
  const heads = [title, kicker ?? '', body.slice(0, openingLength)];
  const isNotice = heads.some(isCorrectionHead) || (body.length <= shortNotice && hasCorrectionEnding(body));
  if (!isNotice) return null;
  return {
    urls: new Set(
      (body.match(/https?:\/\/[^\s<>"”»）)]+/gu) ?? []).flatMap(
        (url) => normalUrl(url.replace(/(?<![.,;:。，])[.,;:。，]+$/u, '')) ?? [],
      ),
    ),
    titles: new Set(
      [...quotedTexts(`${title}\n${body}`), afterColon(title)].map(normalTitle).filter(isLongTitle),
    ),
    dates: listDates(body, publishedOn),
    terms: distinctTerms(`${title}\n${body}`),
  };
}

/**
 * Ids of the articles that a notice corrects; none where that is not sure. An address or a title decides; without them,
 * one article must share clearly more with the notice than all others, less where the notice names its date.
 *
 * @param candidates articles of the same source, none of them published after the notice
 */
export function findCorrected(notice: CorrectionNotice, candidates: readonly Correctable[]): string[] {
  const byUrl = candidates.filter(({ url }) => url !== null && notice.urls.has(normalUrl(url) ?? ''));
  const byTitle = [...notice.titles].flatMap((title) => chooseByTitle(title, notice, candidates));
  const named = [...byUrl, ...byTitle];
  const found = named.length > 0 ? named : chooseByTerms(notice, candidates);
  return [...new Set(found.map(({ id }) => id))].sort();
}

/** The one article of that title; of several, the one whose date is named. */
function chooseByTitle(
  title: string,
  { dates }: CorrectionNotice,
  candidates: readonly Correctable[],
): Correctable[] {
  const same = candidates.filter((article) => normalTitle(article.title) === title);
  const dated = same.filter(({ publishedOn }) => publishedOn !== null && dates.has(publishedOn));
  const chosen = dated.length > 0 ? dated : same;
  return chosen.length === 1 ? chosen : [];
}

function chooseByTerms(notice: CorrectionNotice, candidates: readonly Correctable[]): Correctable[] {
  const dated = candidates.filter(({ publishedOn }) => publishedOn !== null && notice.dates.has(publishedOn));
  const compared = dated.length > 0 ? dated : candidates;
  const { coverage, margin } = dated.length > 0 ? sureness.withDate : sureness.withoutDate;
  const termsOf = compared.map(({ title, body }) => distinctTerms(`${title}\n${body}`));
  const weights = weighTerms(notice.terms, termsOf);
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const scored = compared.map((article, at) => {
    let shared = 0;
    for (const [term, weight] of weights) if (termsOf[at]?.has(term) === true) shared += weight;
    return { article, score: total === 0 ? 0 : shared / total };
  });
  scored.sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best === undefined || best.score < coverage) return [];
  return best.score >= margin * (second?.score ?? 0) ? [best.article] : [];
}

/** ln((N + 20) / (n + ½)) of each term, the less the more of the articles hold it. */
function weighTerms(
  terms: ReadonlySet<string>,
  articles: readonly ReadonlySet<string>[],
): Map<string, number> {
  return new Map(
    [...terms].map((term) => {
      const holding = articles.filter((other) => other.has(term)).length;
      return [term, Math.log((articles.length + backgroundArticles) / (holding + 0.5))];
    }),
  );
}

/** Words, numbers and pairs of ideographs; not what is short enough to stand anywhere. */
function distinctTerms(text: string): Set<string> {
  return new Set(
    chunkTerms(text).filter((term) => !term.startsWith('_') && (/\d/.test(term) || weigh(term) >= 4)),
  );
}

/** Letters, of which an ideograph or a syllable counts as two. */
function weigh(text: string): number {
  return (
    text.length +
    (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0)
  );
}

function isLongTitle(title: string): boolean {
  return weigh(title) >= shortestTitle;
}

const quotations =
  /“([^“”\n]+)”|"([^"\n]+)"|«([^«»\n]+)»|„([^„“”\n]+)[“”]|《([^《》\n]+)》|「([^「」\n]+)」|『([^『』\n]+)』/gu;

function quotedTexts(text: string): string[] {
  return [...text.matchAll(quotations)].flatMap((match) => match.slice(1).filter(Boolean));
}

/** "Correction: Ferry fares to rise" names the article's title. */
function afterColon(title: string): string {
  return /[:：]([^:：]*)$/u.exec(title)?.[1] ?? '';
}

/** Every date of a text; one without a year is the nearest to the day of publication. */
function listDates(text: string, publishedOn: string | null): Set<string> {
  const clauses = text.split(/[,;.!?，；。！？、“”「」《》()（）\n]/u);
  return new Set(
    clauses.flatMap((clause) => {
      const date = findDate(clause);
      return date === null ? [] : (completeDate(date, publishedOn) ?? []);
    }),
  );
}
