import type { ArticleFilter } from '../store/news-store.ts';
import { prefersNewest, readQuestionPeriod } from '../text/question-period.ts';
import type { AskedAt } from '../text/question-period.ts';
import type { RatedSentence } from './quote.ts';

/** The period that an answer keeps to because the question names it. */
export interface AskedPeriod {
  /** ISO date: only articles published on this day or later. */
  readonly from: string;
  /** The question's words. */
  readonly phrase: string;
}

/**
 * The period that a question counts back from today ("since Monday", 上周); null where it names none, or where the filter
 * has one already. Open at its end, since what happened last week may be reported today. A year or a date named in a
 * question is what its article tells of and says little of when that was published.
 */
export function readAskedPeriod(
  text: string,
  filter: ArticleFilter,
  askedAt: AskedAt | undefined,
): AskedPeriod | null {
  if (askedAt === undefined || filter.since !== undefined || filter.until !== undefined) return null;
  const period = readQuestionPeriod(text, askedAt);
  if (period === null || !period.isRelative || period.from === null) return null;
  return { from: period.from, phrase: text.slice(period.phrase.start, period.phrase.end) };
}

/** What the newest article's sentences are given before the oldest's, beside scores of which 0.3 is much. */
const newestLead = 0.15;

/** The sentences with those of newer articles brought forward, where the question asks for the newest. */
export function favourNewest(text: string, ranked: readonly RatedSentence[]): readonly RatedSentence[] {
  if (!prefersNewest(text)) return ranked;
  const dates = [...new Set(ranked.flatMap(({ passage }) => passage.article.publishedOn ?? []))].sort();
  if (dates.length < 2) return ranked;
  const leadOf = ({ passage }: RatedSentence): number => {
    const { publishedOn } = passage.article;
    return publishedOn === null ? 0 : (newestLead * dates.indexOf(publishedOn)) / (dates.length - 1);
  };
  return ranked
    .map((each) => ({ ...each, score: each.score + leadOf(each) }))
    .sort((a, b) => b.score - a.score);
}
