import type { HnswIndex } from './hnsw.ts';
import type { Neighbour, VectorSearch } from './vector-index.ts';

/**
 * What one state of the index sees of a graph that the states after it share: chunks that came later are in the graph
 * and not in the view, chunks that went before stay in the graph as long as an older view may need them. So a change
 * costs as much as the change, not as the graph, and no question sees half of it.
 *
 * That chunk ids grow and are never given out twice is what makes a number enough to tell the newer ones.
 */
export class GraphView implements VectorSearch {
  readonly size: number;
  readonly #graph: HnswIndex;
  readonly #lastId: number;
  readonly #gone: ReadonlySet<number>;

  /**
   * @param ids the chunks of this state, ascending; the graph holds all of them
   * @param gone chunks of the graph that went before this state
   */
  constructor(graph: HnswIndex, ids: readonly number[], gone: ReadonlySet<number>) {
    this.#graph = graph;
    this.size = ids.length;
    this.#lastId = ids.at(-1) ?? 0;
    this.#gone = gone;
  }

  search(embedding: Float32Array, count: number, allowed?: ReadonlySet<number>): Neighbour[] {
    // The graph holds all of this state's chunks, so with as many it holds no others, and nothing is to be filtered.
    if (this.#graph.size === this.size) return this.#graph.search(embedding, count, allowed);
    return this.#graph.search(embedding, count, {
      has: (chunkId) =>
        chunkId <= this.#lastId &&
        !this.#gone.has(chunkId) &&
        (allowed === undefined || allowed.has(chunkId)),
    });
  }

  /** Takes what went before this state out of the graph. No older view may be in use. */
  removeGone(): void {
    for (const chunkId of this.#gone) this.#graph.remove(chunkId);
  }
}
