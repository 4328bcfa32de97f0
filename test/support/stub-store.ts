import type { NewsReader, StoredArticle, StoredChunk, TermMatch } from '../../src/store/news-store.ts';
import { fakeDimension } from './fake-embedder.ts';

/** What a stub store answers; whatever is left out is empty. */
export interface StubContent {
  readonly chunks?: readonly StoredChunk[];
  readonly articles?: readonly StoredArticle[];
  /** What the term search finds, whatever the terms. */
  readonly matches?: readonly TermMatch[];
  /** What the filter lets pass. */
  readonly filtered?: readonly number[];
  readonly frequencies?: Readonly<Record<string, number>>;
  /** Articles that correct others, by the id of the corrected one. */
  readonly corrections?: Readonly<Record<string, readonly StoredArticle[]>>;
}

/** A reader that answers from lists. */
export function createStubStore(content: StubContent = {}): NewsReader {
  const {
    chunks = [],
    articles = [],
    matches = [],
    filtered = [],
    frequencies = {},
    corrections = {},
  } = content;
  const chunkOf = new Map(chunks.map((chunk) => [chunk.id, chunk]));
  const articleOf = new Map(articles.map((article) => [article.id, article]));
  const count = (ids: readonly number[]) => ids.flatMap((id) => chunkOf.get(id) ?? []);
  return {
    identity: {
      modelId: 'fake',
      modelFileHash: 'h',
      dimension: fakeDimension,
      prefix: '|',
      textVersion: '1.1.1',
    },
    counts: async () => ({ pages: 1, articles: articles.length, chunks: chunks.length, sentences: 0 }),
    chunks: async (ids) => count(ids),
    articles: async (ids) =>
      new Map(ids.flatMap((id) => articleOf.get(id) ?? []).map((found) => [found.id, found])),
    storyArticles: async (ids) =>
      new Map(ids.map((id) => [id, articles.filter(({ storyId }) => storyId === id)])),
    correctionsOf: async (ids) => new Map(ids.map((id) => [id, [...(corrections[id] ?? [])]])),
    filterChunkIds: async () => [...filtered],
    searchTerms: async (_terms, limit) => matches.slice(0, limit),
    chunkFrequencies: async (terms) => new Map(terms.map((term) => [term, frequencies[term] ?? 0])),
    sources: async () => [...new Set(articles.map(({ source }) => source))].sort(),
    versionKeys: async () => [],
    sourceSummaries: async () => [],
    listArticles: async () => [],
    findTitles: async () => [],
    chunkIds: async () => [...chunkOf.keys()],
    embeddings: async (ids) => count(ids).map(({ id, embedding }) => ({ chunkId: id, embedding })),
  };
}
