import type { ArticleFilter, NewsReader } from '../store/news-store.ts';
import { ExactIndex } from '../vector-index/exact.ts';
import type { VectorIndex } from '../vector-index/vector-index.ts';
import type { Question } from './passage.ts';

/** Candidates taken from each side; the sum of both is scored. */
const candidatesPerSide = 60;

/** Up to this many chunks a filter's matches are compared one by one; beyond that the graph is cheaper. */
const narrowFilterChunks = 20_000;

/** What candidates are found in. */
export interface Searchable {
  readonly store: NewsReader;
  readonly vectorIndex: VectorIndex;
}

/**
 * Ids of the chunks worth scoring, from embeddings and from terms, with the BM25 of those found by terms divided
 * by the best one. A chunk found by embedding alone has 0.
 */
export async function findCandidates(
  question: Question,
  { store, vectorIndex }: Searchable,
  filter: ArticleFilter,
): Promise<Map<number, number>> {
  const matches = await store.searchTerms(question.terms, candidatesPerSide, filter);
  const best = matches[0]?.score ?? 1;
  const candidates = new Map<number, number>();
  for (const { chunkId } of await findNeighbours(question, { store, vectorIndex }, filter))
    candidates.set(chunkId, 0);
  for (const { chunkId, score } of matches) candidates.set(chunkId, score / best);
  return candidates;
}

async function findNeighbours(question: Question, { store, vectorIndex }: Searchable, filter: ArticleFilter) {
  if (Object.keys(filter).length === 0) return vectorIndex.search(question.embedding, candidatesPerSide);
  const allowed = await store.filterChunkIds(filter);
  if (allowed.length > narrowFilterChunks) {
    return vectorIndex.search(question.embedding, candidatesPerSide, new Set(allowed));
  }
  const exact = new ExactIndex(store.identity.dimension);
  for (const [position, embedding] of (await store.embeddings(allowed)).entries()) {
    exact.add(allowed[position] ?? 0, embedding);
  }
  return exact.search(question.embedding, candidatesPerSide);
}
