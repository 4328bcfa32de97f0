import type { Article, Lines, Segment } from './article.ts';
import type { Block } from './block.ts';

/** Raise it when the same file would be read differently: every index then reads its pages again. */
export const readerVersion = 2;

/** An article with what only the page it was read from tells. */
export interface PageArticle extends Article {
  /** Captions of the photos that stand with it, each a slice of the page; not part of the body. */
  readonly captions: readonly Segment[];
  /** ISO date of the dateline: when it was filed or happened. `inferred` names it where the year was completed. */
  readonly eventOn: string | null;
}

/** Two blocks that are one paragraph, cut by a column. */
export interface Join {
  /** The last line of the first part and the first line of the second. */
  readonly lines: Lines;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
}

/** A headline that only points to another page. */
export interface PageReference {
  readonly title: string;
  readonly jump: string;
  readonly lines: Lines;
}

/** Something about a page that was not certain, and how it was decided. */
export interface Decision {
  readonly kind:
    | 'front-matter-problem'
    | 'paragraph-left-open'
    | 'piece-moved'
    | 'two-headings'
    | 'crosshead'
    | 'title-missing'
    | 'heading-without-text'
    | 'summary-only';
  readonly lines: Lines;
  readonly detail: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Everything that was read off one page. */
export interface PageReading {
  readonly blocks: readonly Block[];
  readonly joins: readonly Join[];
  readonly articles: readonly PageArticle[];
  readonly references: readonly PageReference[];
  readonly decisions: readonly Decision[];
}
