import hnswlib from 'hnswlib-node';
import { assertEmbedding, compareNeighbours } from './vector-index.ts';
import type { Neighbour, VectorIndex } from './vector-index.ts';

/**
 * Parameters of the graph (Malkov and Yashunin, arXiv 1603.09320): links a node, candidates looked at while building.
 * `docs/decisions/0003-exact-and-hnsw.md` has the recall they were chosen for.
 */
export const hnswParameters = { m: 16, efConstruction: 200, seed: 100 } as const;

/** Candidates looked at while searching a graph of so many chunks: in a larger one the same number finds less. */
function chooseEf(count: number): number {
  if (count <= 5000) return 128;
  return count <= 20_000 ? 256 : 400;
}

/** Room for chunks that are added after a load, before the graph has to be copied. */
const spareCapacity = 1024;

/** Share of removed chunks from which on a graph is built anew: a search walks over them and may not take them. */
const removedShare = 0.2;

/** What a search may find. */
interface AllowedIds {
  has(chunkId: number): boolean;
}

/**
 * The only code that touches hnswlib. What it guards against: the library aborts the process on a number that is not
 * finite, forgets `ef` on a load, and takes plain arrays only.
 */
export class HnswIndex implements VectorIndex {
  readonly #graph: hnswlib.HierarchicalNSW;
  readonly #dimension: number;
  readonly #ids: Set<number>;
  /** Removed chunks stay in the graph, marked, as ways to others. */
  readonly #removedIds: Set<number>;

  private constructor(graph: hnswlib.HierarchicalNSW, dimension: number, removedIds: readonly number[] = []) {
    this.#graph = graph;
    this.#dimension = dimension;
    this.#ids = new Set(graph.getIdsList());
    this.#removedIds = new Set(removedIds.filter((chunkId) => this.#ids.delete(chunkId)));
  }

  /** An empty index with room for `capacity` chunks; it grows beyond that. */
  static create(dimension: number, capacity: number): HnswIndex {
    const graph = new hnswlib.HierarchicalNSW('ip', dimension);
    const { m, efConstruction, seed } = hnswParameters;
    graph.initIndex(capacity + spareCapacity, m, efConstruction, seed);
    return new HnswIndex(graph, dimension);
  }

  /**
   * Loads a file that `save` wrote. The caller has checked its SHA-256: the library itself notices no damage.
   *
   * @param removedIds those that it was saved with: the library keeps the marks, but does not tell which they are
   */
  static load(file: string, dimension: number, removedIds: readonly number[] = []): HnswIndex {
    const graph = new hnswlib.HierarchicalNSW('ip', dimension);
    graph.readIndexSync(file);
    return new HnswIndex(graph, dimension, removedIds);
  }

  /** As `load`; the file is read beside the main thread. */
  static async loadAside(
    file: string,
    dimension: number,
    removedIds: readonly number[] = [],
  ): Promise<HnswIndex> {
    const graph = new hnswlib.HierarchicalNSW('ip', dimension);
    await graph.readIndex(file);
    return new HnswIndex(graph, dimension, removedIds);
  }

  /** Writes the graph. The library reports success on a full disk, so the caller checks the size. */
  save(file: string): void {
    this.#graph.writeIndexSync(file);
  }

  get size(): number {
    return this.#ids.size;
  }

  get chunkIds(): ReadonlySet<number> {
    return this.#ids;
  }

  /** Chunks that were removed and still take up room. */
  get removedIds(): ReadonlySet<number> {
    return this.#removedIds;
  }

  /** So many chunks were removed that the graph should be built anew, or would be with `more` of them removed. */
  isWorn(more = 0): boolean {
    return this.#removedIds.size + more > removedShare * (this.#ids.size + this.#removedIds.size);
  }

  add(chunkId: number, embedding: Float32Array): void {
    assertEmbedding(embedding, this.#dimension);
    const capacity = this.#graph.getMaxElements();
    if (this.#graph.getCurrentCount() >= capacity)
      this.#graph.resizeIndex(capacity + Math.max(spareCapacity, capacity >> 2));
    this.#graph.addPoint(Array.from(embedding), chunkId);
    this.#ids.add(chunkId);
    // The library takes the mark away by itself.
    this.#removedIds.delete(chunkId);
  }

  remove(chunkId: number): void {
    if (!this.#ids.delete(chunkId)) return;
    this.#graph.markDelete(chunkId);
    this.#removedIds.add(chunkId);
  }

  search(embedding: Float32Array, count: number, allowed?: AllowedIds): Neighbour[] {
    assertEmbedding(embedding, this.#dimension);
    const wanted = Math.min(count, this.#ids.size);
    if (wanted === 0) return [];
    const filter = allowed === undefined ? undefined : (chunkId: number): boolean => allowed.has(chunkId);
    // Said each time, as it depends on the size, and the library forgets it on a load.
    this.#graph.setEf(chooseEf(this.#ids.size));
    const { neighbors, distances } = this.#graph.searchKnn(Array.from(embedding), wanted, filter);
    return neighbors
      .map((chunkId, position) => ({ chunkId, similarity: 1 - (distances[position] ?? 1) }))
      .sort(compareNeighbours);
  }
}
