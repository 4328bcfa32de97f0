import hnswlib from 'hnswlib-node';
import { assertEmbedding, compareNeighbours } from './vector-index.ts';
import type { Neighbour, VectorIndex } from './vector-index.ts';

/**
 * Parameters of the graph (Malkov and Yashunin, arXiv 1603.09320): links a node, candidates looked at while building
 * and while searching. `docs/decisions/0003-exact-and-hnsw.md` has the recall they were chosen for.
 */
export const hnswParameters = { m: 16, efConstruction: 200, efSearch: 128, seed: 100 } as const;

/** Room for chunks that are added after a load, before the graph has to be copied. */
const spareCapacity = 1024;

/**
 * The only code that touches hnswlib. What it guards against: the library aborts the process on a number that is not
 * finite, forgets `ef` on a load, and takes plain arrays only.
 */
export class HnswIndex implements VectorIndex {
  readonly #graph: hnswlib.HierarchicalNSW;
  readonly #dimension: number;
  readonly #ids: Set<number>;

  private constructor(graph: hnswlib.HierarchicalNSW, dimension: number) {
    this.#graph = graph;
    this.#dimension = dimension;
    this.#ids = new Set(graph.getIdsList());
    graph.setEf(hnswParameters.efSearch);
  }

  /** An empty index with room for `capacity` chunks; it grows beyond that. */
  static create(dimension: number, capacity: number): HnswIndex {
    const graph = new hnswlib.HierarchicalNSW('ip', dimension);
    const { m, efConstruction, seed } = hnswParameters;
    graph.initIndex(capacity + spareCapacity, m, efConstruction, seed);
    return new HnswIndex(graph, dimension);
  }

  /** Loads a file that `save` wrote. The caller has checked its SHA-256: the library itself notices no damage. */
  static load(file: string, dimension: number): HnswIndex {
    const graph = new hnswlib.HierarchicalNSW('ip', dimension);
    graph.readIndexSync(file);
    return new HnswIndex(graph, dimension);
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

  add(chunkId: number, embedding: Float32Array): void {
    assertEmbedding(embedding, this.#dimension);
    const capacity = this.#graph.getMaxElements();
    if (this.#graph.getCurrentCount() >= capacity)
      this.#graph.resizeIndex(capacity + Math.max(spareCapacity, capacity >> 2));
    this.#graph.addPoint(Array.from(embedding), chunkId);
    this.#ids.add(chunkId);
  }

  remove(chunkId: number): void {
    if (!this.#ids.delete(chunkId)) return;
    this.#graph.markDelete(chunkId);
  }

  search(embedding: Float32Array, count: number, allowed?: ReadonlySet<number>): Neighbour[] {
    assertEmbedding(embedding, this.#dimension);
    const wanted = Math.min(count, this.#ids.size);
    if (wanted === 0) return [];
    const filter = allowed === undefined ? undefined : (chunkId: number): boolean => allowed.has(chunkId);
    const { neighbors, distances } = this.#graph.searchKnn(Array.from(embedding), wanted, filter);
    return neighbors
      .map((chunkId, position) => ({ chunkId, similarity: 1 - (distances[position] ?? 1) }))
      .sort(compareNeighbours);
  }
}
