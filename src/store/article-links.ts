import type { Article } from '../corpus/article.ts';

/** An article as far as it may be linked with others. */
export interface LinkableArticle extends Pick<
  Article,
  'id' | 'source' | 'title' | 'kicker' | 'publishedOn' | 'url' | 'body'
> {
  readonly storyId: string;
}

/** Days of one source between which something changed, both included. */
export interface ChangedDays {
  readonly source: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The links between articles, while a reindex is being written. Calls return at once: they are part of the transaction
 * that writes the index, and whatever links an article has go when it goes.
 */
export interface ArticleLinks {
  /** Articles that are new or have changed, ascending. */
  readonly changedIds: readonly string[];
  /** Those of them that were not stored before. */
  readonly newIds: ReadonlySet<string>;
  /** Stories that an article left, for good or because it changed, ascending. */
  readonly leftStoryIds: readonly string[];
  /** Days on which an article came, went or changed, by source; articles without a date count for no day. */
  readonly changedDays: readonly ChangedDays[];
  article(id: string): LinkableArticle | undefined;

  signature(id: string): Uint32Array | undefined;
  addSignature(id: string, signature: Uint32Array, bandKeys: readonly number[]): void;
  /** Ids of articles with this key, ascending, at most `limit`. */
  idsInBand(key: number, limit: number): string[];
  copiesOf(id: string): string[];
  addCopies(id: string, otherId: string): void;
  idsInStory(storyId: string): string[];
  setStory(id: string, storyId: string): void;

  addNotice(id: string): void;
  /** Articles that correct others, published by this source from `since` on, ascending. */
  notices(source: string, since: string): string[];
  /** Articles of a source published in these days, both included, latest first, at most `limit`. */
  articlesOf(
    source: string,
    days: { readonly from: string; readonly to: string; readonly limit: number },
  ): LinkableArticle[];
  /** Replaces what a notice corrects. */
  setCorrected(noticeId: string, correctedIds: readonly string[]): void;
}
