import type { Article, Segment } from '../corpus/article.ts';
import type { ArticleLinks } from './article-links.ts';
import type { IndexIdentity } from './index-identity.ts';

/** A page as the index knows it. */
export interface StoredPage {
  readonly id: number;
  /** The corpus folder, absolute. */
  readonly folder: string;
  /** Path below the folder, with `/` between names. */
  readonly file: string;
  /** SHA-256 of the file's bytes. */
  readonly contentHash: string;
}

/** A sentence to store: its place in the article's body, half-open, and its embedding. */
export interface NewSentence {
  readonly start: number;
  readonly end: number;
  readonly embedding: Float32Array;
}

/** A chunk to store. */
export interface NewChunk {
  readonly start: number;
  readonly end: number;
  readonly embedding: Float32Array;
  /** What BM25 counts, repeats included. */
  readonly terms: readonly string[];
  readonly sentences: readonly NewSentence[];
}

/** What an article is known by beside its id. */
export interface VersionFacts {
  /** The id that its own page gives it, which another version of it need not share. */
  readonly readId: string;
  /** What other versions of it are found by. */
  readonly versionKeys: readonly string[];
  /** How many older versions of it the corpus holds; they are not stored. */
  readonly olderCount: number;
}

/** An article with all that is derived from it. */
export interface NewArticle extends VersionFacts {
  readonly article: Article;
  /** SHA-256 over everything that was read of the article. */
  readonly contentHash: string;
  readonly chunks: readonly NewChunk[];
}

/** An article as stored. */
export interface StoredArticle extends Omit<Article, 'segments'> {
  readonly segments: readonly Segment[];
  readonly page: StoredPage;
  /** From 1; one more each time that its title or its words were others when it was read again. */
  readonly version: number;
  /** Shared with its near-copies, and with nothing else. */
  readonly storyId: string;
}

/** An article that has a version key. */
export interface KeyedArticle {
  readonly id: string;
  readonly pageId: number;
}

/** An article of a page as far as a reindex compares it. */
export interface ArticleState {
  /** The id that the page gave it. */
  readonly readId: string;
  readonly contentHash: string;
}

/** A chunk as stored, with its embedding and its sentences'. */
export interface StoredChunk {
  readonly id: number;
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  readonly embedding: Float32Array;
  readonly sentences: readonly StoredSentence[];
}

/** A sentence as stored; `embedding` is int8, each number times `scale` gives back the original within 0.4 %. */
export interface StoredSentence {
  readonly start: number;
  readonly end: number;
  readonly embedding: Int8Array;
  readonly scale: number;
}

/** Which articles may be found. Dates are ISO dates; an article without a date is outside every period. */
export interface ArticleFilter {
  readonly since?: string;
  /** Last day included. */
  readonly until?: string;
  /** A source's name, exactly as stored. */
  readonly source?: string;
  /** Only articles of these sources, named exactly as stored. */
  readonly sources?: readonly string[];
  /** ISO 639-1 code of the articles' language. */
  readonly language?: string;
  /** Only these articles. */
  readonly articleIds?: readonly string[];
  /** None of these articles: what moderators withdrew. */
  readonly exceptIds?: readonly string[];
}

/** What a list shows of an article. */
export interface ArticleSummary {
  readonly articleId: string;
  readonly title: string;
  readonly source: string;
  readonly publishedOn: string | null;
  readonly language: string;
}

/** What the index holds of one source. */
export interface SourceSummary {
  readonly name: string;
  readonly articleCount: number;
  /** ISO date of its newest article; null where none has a date. */
  readonly newestOn: string | null;
  /** ISO 639-1 codes, the most frequent first. */
  readonly languages: readonly string[];
}

/** A part of a list. */
export interface ListPage {
  readonly limit: number;
  /** How many to skip; 0 if not given. */
  readonly offset?: number;
}

/** The embedding of a chunk. */
export interface ChunkEmbedding {
  readonly chunkId: number;
  readonly embedding: Float32Array;
}

/** A chunk found by its terms; `score` is BM25, larger is nearer. */
export interface TermMatch {
  readonly chunkId: number;
  readonly score: number;
}

/** How much an index holds. */
export interface IndexCounts {
  readonly pages: number;
  readonly articles: number;
  readonly chunks: number;
  readonly sentences: number;
}

/** One page's part of a reindex. */
export type PageChange =
  | {
      readonly kind: 'replace';
      /** With the id of the stored page that it replaces, where there is one. */
      readonly page: Omit<StoredPage, 'id'> & { readonly id?: number };
      /** New or changed articles; each replaces what was stored under its id. */
      readonly changed: Iterable<NewArticle>;
      /** Articles that stay as they are. Any other article of this page is removed. */
      readonly keptIds: readonly string[];
    }
  | { readonly kind: 'remove'; readonly pageId: number }
  /** Its articles stay; its content hash becomes empty, so that the next reindex reads it again. */
  | { readonly kind: 'read-again'; readonly pageId: number }
  /** The article goes, since a newer version of it stands elsewhere; its page is read again at the next reindex. */
  | { readonly kind: 'supersede'; readonly articleId: string };

/** Finds chunks and reads what they stand in. Every answer is made from these calls alone. */
export interface NewsReader {
  readonly identity: IndexIdentity;
  counts(): Promise<IndexCounts>;
  /** Chunks in the order of `ids`; ids that are gone are left out. */
  chunks(ids: readonly number[]): Promise<StoredChunk[]>;
  /** Articles by id; ids that are gone are left out. */
  articles(ids: readonly string[]): Promise<Map<string, StoredArticle>>;
  /** The articles of stories, by story id, each story's by date and id; one without a date comes last. */
  storyArticles(storyIds: readonly string[]): Promise<Map<string, StoredArticle[]>>;
  /** The articles that correct others, by the id of the corrected one, oldest first. */
  correctionsOf(articleIds: readonly string[]): Promise<Map<string, StoredArticle[]>>;
  /** Ids of the chunks whose article passes the filter, ascending. */
  filterChunkIds(filter: ArticleFilter): Promise<number[]>;
  /** Chunks that hold any of the terms, best first; equal scores by chunk id. */
  searchTerms(terms: readonly string[], limit: number, filter?: ArticleFilter): Promise<TermMatch[]>;
  /** In how many chunks each term stands. */
  chunkFrequencies(terms: readonly string[]): Promise<Map<string, number>>;
  /** What other versions of an article are found by; empty where the article is gone. */
  versionKeys(articleId: string): Promise<string[]>;
  /** Names of all sources, sorted. */
  sources(): Promise<string[]>;
  /** All sources with what the index holds of them, sorted by name. */
  sourceSummaries(): Promise<SourceSummary[]>;
  /** Articles that pass the filter, the newest first; those without a date come last. */
  listArticles(filter: ArticleFilter, page: ListPage): Promise<ArticleSummary[]>;
  /** Articles whose title, source or date holds every one of the words, the newest first; case does not count. */
  findTitles(words: readonly string[], filter: ArticleFilter, page: ListPage): Promise<ArticleSummary[]>;
  /** Every chunk's id in ascending order. */
  chunkIds(): Promise<number[]>;
  /** Chunk embeddings in the order of `ids`; ids that are gone are left out. */
  embeddings(ids: readonly number[]): Promise<ChunkEmbedding[]>;
}

/** One state of an index, which reads the same until it is closed, whatever is written meanwhile. */
export interface NewsView extends NewsReader {
  /** Grows with every change of the index; 0 before the first. */
  readonly changeNumber: number;
  /** When it was last changed, in whole milliseconds since 1970; null where that is not known. */
  readonly changedAt: number | null;
  close(): Promise<void>;
}

/**
 * What is derived from the corpus: pages, articles, chunks, sentences, embeddings and terms. Chunk ids grow and are
 * never used again.
 */
export interface NewsStore extends NewsReader {
  /** Grows with every change of the index, by whoever made it; 0 before the first. */
  readonly changeNumber: number;
  pages(): Promise<StoredPage[]>;
  /** The articles of a page, by id. */
  articleStates(pageId: number): Promise<Map<string, ArticleState>>;
  /** Articles by version key, each key's by id. */
  articlesByKey(keys: readonly string[]): Promise<Map<string, KeyedArticle[]>>;
  /**
   * Applies all changes or, when anything fails or the process dies, none: readers see the old index or the new.
   *
   * @param identity what the index is built with from now on, where that changes
   * @param link joins articles with each other once all changes are made, as part of them
   */
  apply(
    changes: Iterable<PageChange>,
    identity?: IndexIdentity,
    link?: (links: ArticleLinks) => void,
  ): Promise<void>;
  /** Moves what was written to where it stays; false where a reader of an older state keeps some of it from that. */
  foldJournal(): boolean;
  close(): Promise<void>;
}
