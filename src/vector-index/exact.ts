import { cosine } from './cosine.ts';
import { assertEmbedding, compareNeighbours } from './vector-index.ts';
import type { Neighbour, VectorIndex } from './vector-index.ts';

/** Compares with every chunk: the reference for recall, and fast enough for small indexes and narrow filters. */
export class ExactIndex implements VectorIndex {
  readonly #dimension: number;
  readonly #embeddings = new Map<number, Float32Array>();

  constructor(dimension: number) {
    this.#dimension = dimension;
  }

  get size(): number {
    return this.#embeddings.size;
  }

  add(chunkId: number, embedding: Float32Array): void {
    assertEmbedding(embedding, this.#dimension);
    this.#embeddings.set(chunkId, embedding);
  }

  remove(chunkId: number): void {
    this.#embeddings.delete(chunkId);
  }

  /** O(n × dimension), n the number of chunks compared. */
  search(embedding: Float32Array, count: number, allowed?: ReadonlySet<number>): Neighbour[] {
    assertEmbedding(embedding, this.#dimension);
    const neighbours: Neighbour[] = [];
    for (const chunkId of allowed ?? this.#embeddings.keys()) {
      const other = this.#embeddings.get(chunkId);
      if (other !== undefined) neighbours.push({ chunkId, similarity: cosine(embedding, other) });
    }
    return neighbours.sort(compareNeighbours).slice(0, count);
  }
}
