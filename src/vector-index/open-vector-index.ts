import { setImmediate } from 'node:timers/promises';
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

/** The same where other work waits: putting one chunk into a large graph takes about 1 ms. */
const asideBlockSize = 8;

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
): Promise<ExactIndex | HnswIndex> {
  const loaded = loadSnapshot(folder, store.identity);
  const ids = await store.chunkIds();
  if ('problem' in loaded) {
    onNotice(loaded);
    return buildVectorIndex(store, ids);
  }
  if (ids.length <= exactLimit) return buildVectorIndex(store, ids);
  return followStore(loaded.index, store, compareIds(loaded.index, ids));
}

/** An index of all the store's chunks: exact for few, HNSW for many. */
export async function buildVectorIndex(
  store: NewsReader,
  ids: readonly number[],
  pace?: AddingPace,
): Promise<ExactIndex | HnswIndex> {
  const { dimension } = store.identity;
  return ids.length <= exactLimit
    ? addChunks(new ExactIndex(dimension), store, ids, pace)
    : addChunks(HnswIndex.create(dimension, ids.length), store, ids, pace);
}

/** An HNSW index of the store's chunks in ascending order, so that the same chunks give the same graph. */
export async function buildHnswIndex(
  store: NewsReader,
  ids: readonly number[],
  onAdded?: (done: number) => void,
): Promise<HnswIndex> {
  const index = HnswIndex.create(store.identity.dimension, ids.length);
  return addChunks(index, store, ids, onAdded && { onAdded });
}

/** How chunks are put into an index. */
export interface AddingPace {
  /** Called with the number done so far. */
  readonly onAdded?: (done: number) => void;
  /** Lets whatever else waits go first every few milliseconds. */
  readonly isAside?: boolean;
}

/** Puts chunks of the store into an index. */
export async function addChunks<Index extends VectorIndex>(
  index: Index,
  store: NewsReader,
  ids: readonly number[],
  { onAdded, isAside = false }: AddingPace = {},
): Promise<Index> {
  const size = isAside ? asideBlockSize : blockSize;
  for (let start = 0; start < ids.length; start += size) {
    const block = ids.slice(start, start + size);
    for (const { chunkId, embedding } of await store.embeddings(block)) index.add(chunkId, embedding);
    onAdded?.(start + block.length);
    if (isAside) await setImmediate();
  }
  return index;
}

/** What a graph and a state of the store do not have in common, each ascending. */
export interface IdDifference {
  readonly added: readonly number[];
  readonly removed: readonly number[];
}

/** What is to be done to a graph for it to hold the chunks `ids`. */
export function compareIds({ chunkIds }: HnswIndex, ids: readonly number[]): IdDifference {
  const added = ids.filter((id) => !chunkIds.has(id));
  // Mostly nothing went, which two numbers tell.
  if (chunkIds.size === ids.length - added.length) return { added, removed: [] };
  const current = new Set(ids);
  return { added, removed: [...chunkIds].filter((id) => !current.has(id)).sort((a, b) => a - b) };
}

/** Brings a graph to the store's state. */
export async function followStore(
  index: HnswIndex,
  store: NewsReader,
  { added, removed }: IdDifference,
  pace?: AddingPace,
): Promise<HnswIndex> {
  for (const id of removed) index.remove(id);
  return addChunks(index, store, added, pace);
}
