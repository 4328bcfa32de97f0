import path from 'node:path';
import type { NewsReader } from '../../store/news-store.ts';
import { ExactIndex } from '../../vector-index/exact.ts';
import type { HnswIndex } from '../../vector-index/hnsw.ts';
import { mayStayBehind } from '../../vector-index/refresh-snapshot.ts';
import { loadSnapshot } from '../../vector-index/snapshot.ts';
import type { IndexProblem } from './index-problem.ts';

/** How many of the ten nearest chunks the snapshot finds. */
export interface Recall {
  /** Chunks whose neighbours were looked for. */
  readonly chunks: number;
  /** Of the ten nearest by exact comparison, the share that the graph finds; 1 is all. */
  readonly at10: number;
}

/** What is wrong with a snapshot, and how well it finds. */
export interface SnapshotCheck {
  readonly recall: Recall | null;
  readonly problems: readonly IndexProblem[];
}

const sampledChunks = 200;
const neighbourCount = 10;
/** The goal is .99; what is below this would be noticed in answers. */
const lowestRecall = 0.95;
/** Two chunks this near in similarity are equally near: which of them is the tenth does not matter. */
const similarityTolerance = 1e-6;
/** The graph and the exact comparison add up the same products in another order. */
const equalSimilarity = 1e-4;
const blockSize = 1000;

/**
 * Checks the snapshot against its manifest and against the database, and its recall at 10 for 200 stored chunks.
 *
 * @param isQuick leaves out the recall, which takes every embedding into memory and asks that all of them are good
 */
export async function checkSnapshot(
  indexFolder: string,
  store: NewsReader,
  isQuick: boolean,
): Promise<SnapshotCheck> {
  const ids = await store.chunkIds();
  const loaded = loadSnapshot(indexFolder, store.identity);
  if ('problem' in loaded) {
    if (ids.length === 0 && loaded.problem === 'missing') return { recall: null, problems: [] };
    const where = path.basename(loaded.file);
    return { recall: null, problems: [{ kind: 'snapshot-unusable', where, detail: loaded.problem }] };
  }
  const problems = compareIds(loaded.index, ids);
  if (isQuick || ids.length === 0 || problems.length > 0) return { recall: null, problems };
  const recall = await measureRecall(loaded.index, store, ids);
  if (recall.differing > 0) {
    const detail = `${String(recall.differing)} neighbours have other embeddings than in the database`;
    return { recall: null, problems: [{ kind: 'snapshot-unusable', where: 'the snapshot', detail }] };
  }
  if (recall.at10 >= lowestRecall) return { recall: { chunks: recall.chunks, at10: recall.at10 }, problems };
  const detail = `${recall.at10.toFixed(3)} at 10, at least ${String(lowestRecall)}`;
  return { recall, problems: [{ kind: 'recall-low', where: 'the snapshot', detail }] };
}

/** A snapshot that the database has left behind is brought up to date in memory, which takes longer each time. */
function compareIds(index: HnswIndex, ids: readonly number[]): IndexProblem[] {
  const current = new Set(ids);
  const missing = ids.filter((id) => !index.chunkIds.has(id)).length;
  const gone = [...index.chunkIds].filter((id) => !current.has(id)).length;
  if (missing + gone === 0 || mayStayBehind(missing + gone, ids.length)) return [];
  const detail = `${String(missing)} chunks of the database are not in it, ${String(gone)} are no longer there`;
  return [{ kind: 'snapshot-behind', where: 'the snapshot', detail }];
}

async function measureRecall(
  index: HnswIndex,
  store: NewsReader,
  ids: readonly number[],
): Promise<Recall & { readonly differing: number }> {
  const exact = new ExactIndex(store.identity.dimension);
  for (let start = 0; start < ids.length; start += blockSize) {
    for (const { chunkId, embedding } of await store.embeddings(ids.slice(start, start + blockSize)))
      exact.add(chunkId, embedding);
  }
  const sample = takeEvenly(ids, sampledChunks);
  let [found, wanted, differing] = [0, 0, 0];
  for (const { embedding } of await store.embeddings(sample)) {
    const nearest = exact.search(embedding, neighbourCount);
    const leastNear = (nearest.at(-1)?.similarity ?? 0) - similarityTolerance;
    const neighbours = index.search(embedding, neighbourCount);
    const near = neighbours.filter(({ similarity }) => similarity >= leastNear);
    differing += neighbours.filter(({ chunkId, similarity }) => {
      const [same] = exact.search(embedding, 1, new Set([chunkId]));
      return Math.abs(similarity - (same?.similarity ?? NaN)) > equalSimilarity;
    }).length;
    wanted += nearest.length;
    found += Math.min(near.length, nearest.length);
  }
  return { chunks: sample.length, at10: found / wanted, differing };
}

/** `count` of the items, or all, at equal distances: the same ones each time. */
export function takeEvenly<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, items.length / count);
  return items.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}
