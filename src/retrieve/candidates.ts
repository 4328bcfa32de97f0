import type { ArticleFilter, NewsReader } from '../store/news-store.ts';
import { ExactIndex } from '../vector-index/exact.ts';
import type { VectorSearch } from '../vector-index/vector-index.ts';
import { coverTerms } from './coverage.ts';
import type { Question } from './passage.ts';

/** Candidates taken from each side; the sum of both is scored. */
const candidatesPerSide = 60;

/** Up to this many chunks a filter's matches are compared one by one; beyond that the graph is cheaper. */
const narrowFilterChunks = 4000;

/** What candidates are found in. */
export interface Searchable {
  readonly store: NewsReader;
  readonly vectorIndex: VectorSearch;
}

/**
 * Ids of the chunks worth scoring, from embeddings and from terms, with the BM25 of those found by terms divided
 * by the best one and scaled by `trustTerms`. A chunk found by embedding alone has 0.
 */
export async function findCandidates(
  question: Question,
  { store, vectorIndex }: Searchable,
  filter: ArticleFilter,
): Promise<Map<number, number>> {
  const matches = await store.searchTerms(question.terms, candidatesPerSide, filter);
  const best = matches[0]?.score ?? 1;
  const trust = await trustTerms(question, matches[0]?.chunkId, store);
  const candidates = new Map<number, number>();
  for (const { chunkId } of await findNeighbours(question, { store, vectorIndex }, filter))
    candidates.set(chunkId, 0);
  for (const { chunkId, score } of matches) candidates.set(chunkId, (trust * score) / best);
  return candidates;
}

/**
 * How much BM25 may say, in [0, 1]: it has its full say once the best chunk by terms covers this share of the
 * question's terms. Dividing by the best score alone makes a number or a name shared by chance as strong as a real
 * match: from English to Chinese R@1 on XQuAD was .16 that way and is .78 so, and .001 to .005 better within a
 * language but for Spanish, .002 worse (2026-11-24; docs/decisions/0013-scaled-terms.md).
 */
const fullTrustCoverage = 0.8;

async function trustTerms(
  question: Question,
  chunkId: number | undefined,
  store: NewsReader,
): Promise<number> {
  if (chunkId === undefined) return 0;
  const [chunk] = await store.chunks([chunkId]);
  const article = chunk && (await store.articles([chunk.articleId])).get(chunk.articleId);
  if (chunk === undefined || article === undefined) return 0;
  const coverage = coverTerms(question, `${article.title}\n${article.body.slice(chunk.start, chunk.end)}`);
  return Math.min(1, coverage / fullTrustCoverage);
}

async function findNeighbours(question: Question, { store, vectorIndex }: Searchable, filter: ArticleFilter) {
  const { exceptIds = [], ...rest } = filter;
  if (isOpen(rest)) {
    // Few articles are ever withdrawn: looking for so many more chunks is cheaper than naming all the others.
    const withdrawn = new Set(
      exceptIds.length === 0 ? [] : await store.filterChunkIds({ articleIds: exceptIds }),
    );
    return vectorIndex
      .search(question.embedding, candidatesPerSide + withdrawn.size)
      .filter(({ chunkId }) => !withdrawn.has(chunkId))
      .slice(0, candidatesPerSide);
  }
  const allowed = await store.filterChunkIds(filter);
  if (allowed.length > narrowFilterChunks) {
    return vectorIndex.search(question.embedding, candidatesPerSide, new Set(allowed));
  }
  const exact = new ExactIndex(store.identity.dimension);
  for (const { chunkId, embedding } of await store.embeddings(allowed)) exact.add(chunkId, embedding);
  return exact.search(question.embedding, candidatesPerSide);
}

function isOpen(filter: ArticleFilter): boolean {
  return Object.values(filter).every((value) => value === undefined);
}
