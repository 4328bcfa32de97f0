import { splitArticles } from '../../src/corpus/split-articles.ts';
import { addCounts, evaluateHeadingSplit, evaluatePage, f1 } from './page-evaluation.ts';
import type { PageCounts } from './page-evaluation.ts';
import { generatePage } from './page-generator.ts';
import type { SourceArticle } from './page-generator.ts';
import { chooseArticles } from './source-articles.ts';

/** First and last seed, both included. Weights were fitted on other seeds still: 1001 to 2200. */
export const pageSets = { tuning: [1, 150], kept: [151, 300], fitting: [1001, 2200] } as const;

/** The figures of a set of pages: shares from 0 to 1, and counts of characters. */
export interface PageFigures {
  readonly pages: number;
  readonly boundaryF1: number;
  readonly pairwiseF1: number;
  /** The same two for a new article at every heading, told where the headings are. */
  readonly baseline: { readonly boundaryF1: number; readonly pairwiseF1: number };
  readonly joins: number;
  readonly wrongJoinShare: number;
  readonly missedJoinShare: number;
  /** Articles whose first words stand under the right title. */
  readonly titleShare: number;
  readonly bodyCharacters: number;
  readonly lostCharacters: number;
  readonly doubledCharacters: number;
  readonly foreignCharacters: number;
}

/** Generates, reads and measures the pages of the seeds, both ends included. */
export function measurePages(
  articles: ReadonlyMap<string, readonly SourceArticle[]>,
  [first, last]: readonly [first: number, last: number],
): PageFigures {
  let ours: PageCounts | null = null;
  let plain: PageCounts | null = null;
  for (let seed = first; seed <= last; seed++) {
    const page = generatePage(chooseArticles(articles, seed), seed);
    const counts = evaluatePage(page, splitArticles(page));
    const baseline = { ...counts, ...evaluateHeadingSplit(page) };
    ours = ours ? addCounts(ours, counts) : counts;
    plain = plain ? addCounts(plain, baseline) : baseline;
  }
  if (ours === null || plain === null) throw new RangeError('no pages');
  const { joins, titles } = ours;
  return {
    pages: last - first + 1,
    boundaryF1: f1(ours.boundary),
    pairwiseF1: f1(ours.pairs),
    baseline: { boundaryF1: f1(plain.boundary), pairwiseF1: f1(plain.pairs) },
    joins: joins.right + joins.wrong,
    wrongJoinShare: joins.wrong / Math.max(1, joins.right + joins.wrong),
    missedJoinShare: joins.missed / Math.max(1, joins.right + joins.missed),
    titleShare: titles.right / titles.all,
    bodyCharacters: ours.bodyCharacters,
    lostCharacters: ours.lostCharacters,
    doubledCharacters: ours.doubledCharacters,
    foreignCharacters: ours.foreignCharacters,
  };
}
