import type { NewsReader, NewsView } from '../store/news-store.ts';
import { ExactIndex } from '../vector-index/exact.ts';
import { GraphView } from '../vector-index/graph-view.ts';
import { HnswIndex } from '../vector-index/hnsw.ts';
import {
  addChunks,
  buildVectorIndex,
  compareIds,
  exactLimit,
  followStore,
} from '../vector-index/open-vector-index.ts';
import type { IdDifference } from '../vector-index/open-vector-index.ts';
import { loadSnapshotAside, readSnapshotChange } from '../vector-index/snapshot.ts';
import type { VectorSearch } from '../vector-index/vector-index.ts';

/** Up to so many new chunks are put into the graph that is open: about a second of work, in small pieces. */
const fewChunks = 1000;

/**
 * How long the snapshot of a large change is waited for, which the indexer writes after it has stored the change. It may
 * have been killed in between.
 */
const snapshotPatienceMs = 60_000;

/** Makes the vector index of each state of the store from the one before, beside whoever asks meanwhile. */
export class NextVectors {
  readonly #folder: string;
  #index: ExactIndex | HnswIndex;
  #current: VectorSearch;
  /** The change whose snapshot is waited for, and since when. */
  #awaited: { readonly change: number; readonly sinceMs: number } | undefined;

  /** @param ids the chunks in `index`, ascending */
  constructor(folder: string, index: ExactIndex | HnswIndex, ids: readonly number[]) {
    this.#folder = folder;
    this.#index = index;
    this.#current = viewOf(index, ids);
  }

  /** The vector index of the newest state. */
  get current(): VectorSearch {
    return this.#current;
  }

  /**
   * The vector index of a later state of the store; undefined while the snapshot that it is to be made from is not there.
   *
   * @param isOtherFile another index stands in the folder, whose chunk ids mean other chunks
   */
  async next(
    store: NewsView,
    { isOtherFile }: { readonly isOtherFile: boolean },
  ): Promise<VectorSearch | undefined> {
    const ids = await store.chunkIds();
    const isLarge = ids.length > exactLimit;
    if (isLarge && this.#index instanceof HnswIndex && !isOtherFile && !this.canBeReplaced(store)) {
      const difference = compareIds(this.#index, ids);
      if (difference.added.length <= fewChunks || this.#hasWaited(store))
        return this.#share(this.#index, store, ids, difference);
    }
    if (isLarge && !isOtherFile && !this.#isWritten(store) && !this.#hasWaited(store)) return undefined;
    this.#index = await openAside(this.#folder, store, ids);
    this.#current = viewOf(this.#index, ids);
    return this.#current;
  }

  /** The graph holds many removed chunks, and there is a snapshot of the same state without them. */
  canBeReplaced(store: NewsView): boolean {
    return this.#index instanceof HnswIndex && this.#index.isWorn() && this.#isWritten(store);
  }

  #isWritten(store: NewsView): boolean {
    return readSnapshotChange(this.#folder, store.identity) === store.changeNumber;
  }

  #hasWaited({ changeNumber }: NewsView): boolean {
    if (this.#awaited?.change !== changeNumber)
      this.#awaited = { change: changeNumber, sinceMs: performance.now() };
    return performance.now() - this.#awaited.sinceMs > snapshotPatienceMs;
  }

  async #share(
    graph: HnswIndex,
    store: NewsReader,
    ids: readonly number[],
    { added, removed }: IdDifference,
  ): Promise<VectorSearch> {
    // Older views do not see what is added, as its ids are newer; what was removed they still see.
    await addChunks(graph, store, added, { isAside: true });
    this.#current = new GraphView(graph, ids, new Set(removed));
    return this.#current;
  }
}

/** Makes the index of a state without the one before. */
async function openAside(
  folder: string,
  store: NewsReader,
  ids: readonly number[],
): Promise<ExactIndex | HnswIndex> {
  if (ids.length <= exactLimit) return buildVectorIndex(store, ids, { isAside: true });
  const loaded = await loadSnapshotAside(folder, store.identity);
  if ('problem' in loaded) return buildVectorIndex(store, ids, { isAside: true });
  return followStore(loaded.index, store, compareIds(loaded.index, ids), { isAside: true });
}

function viewOf(index: ExactIndex | HnswIndex, ids: readonly number[]): VectorSearch {
  return index instanceof HnswIndex ? new GraphView(index, ids, new Set()) : index;
}
