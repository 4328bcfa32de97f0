import type { NewsReader } from '../store/news-store.ts';
import { ExactIndex } from './exact.ts';
import { HnswIndex } from './hnsw.ts';
import { loadSnapshot } from './snapshot.ts';
import type { SnapshotProblem } from './snapshot.ts';
import type { VectorIndex } from './vector-index.ts';

/** Below this many chunks comparing with all of them takes less than 1 ms (0.31 ms per 1,000). */
export const exactLimit = 2000;

/** Chunks read from the database at once while building. */
const blockSize = 1000;

/** What a snapshot that could not be used was replaced with. */
export interface SnapshotNotice {
  readonly problem: SnapshotProblem;
  readonly file: string;
}

/**
 * The vector index of a store: its snapshot with the changes after it. Where the snapshot can not be used, the
 * index is made from the stored embeddings, and `onNotice` hears why.
 */
export async function openVectorIndex(
  folder: string,
  store: NewsReader,
  onNotice: (notice: SnapshotNotice) => void,
): Promise<VectorIndex> {
  const loaded = loadSnapshot(folder, store.identity);
  const ids = await store.chunkIds();
  if ('problem' in loaded) {
    onNotice(loaded);
    return buildVectorIndex(store, ids);
  }
  if (ids.length <= exactLimit) return buildVectorIndex(store, ids);
  return followStore(loaded.index, store, ids);
}

/** An index of all the store's chunks: exact for few, HNSW for many. */
async function buildVectorIndex(store: NewsReader, ids: readonly number[]): Promise<VectorIndex> {
  return ids.length <= exactLimit
    ? addChunks(new ExactIndex(store.identity.dimension), store, ids)
    : buildHnswIndex(store, ids);
}

/** An HNSW index of the store's chunks in ascending order, so that the same chunks give the same graph. */
export async function buildHnswIndex(
  store: NewsReader,
  ids: readonly number[],
  onAdded?: (done: number) => void,
): Promise<HnswIndex> {
  return addChunks(HnswIndex.create(store.identity.dimension, ids.length), store, ids, onAdded);
}

async function addChunks<Index extends VectorIndex>(
  index: Index,
  store: NewsReader,
  ids: readonly number[],
  onAdded?: (done: number) => void,
): Promise<Index> {
  for (let start = 0; start < ids.length; start += blockSize) {
    const block = ids.slice(start, start + blockSize);
    for (const { chunkId, embedding } of await store.embeddings(block)) index.add(chunkId, embedding);
    onAdded?.(start + block.length);
  }
  return index;
}

/** Brings a loaded snapshot to the store's state. */
async function followStore(index: HnswIndex, store: NewsReader, ids: readonly number[]): Promise<HnswIndex> {
  const current = new Set(ids);
  for (const id of [...index.chunkIds]) if (!current.has(id)) index.remove(id);
  return addChunks(
    index,
    store,
    ids.filter((id) => !index.chunkIds.has(id)),
  );
}
