import type { Lines } from './article.ts';

/** What a block of a page is. `blank` occurs only as the single block of a page without any text. */
export type BlockKind =
  | 'front-matter'
  | 'headline'
  | 'kicker'
  | 'subtitle'
  | 'byline'
  | 'dateline'
  | 'caption'
  | 'jump-line'
  | 'pull-quote'
  | 'body'
  | 'furniture'
  | 'blank';

/**
 * A typed stretch of a page. Blocks tile their page: each ends where the next starts, the first starts at 0, the last
 * ends with the page. Blank lines belong to the block before them, leading ones to the first block.
 */
export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  /** First and last line with text of this block. */
  readonly lines: Lines;
  /** The words of the block: a slice of the page from `textStart`, without outer white space and line markers. */
  readonly text: string;
  readonly textStart: number;
  /** Of a headline: 1 to 6 as marked up; absent where nothing marks it but its shape. */
  readonly level?: number;
}
