/** A chunk found by its embedding; `similarity` is the cosine, larger is nearer. */
export interface Neighbour {
  readonly chunkId: number;
  readonly similarity: number;
}

/** Finds the chunks whose embeddings are nearest to a question's. Embeddings are L2-normalised. */
export interface VectorSearch {
  /** Chunks that can be found. */
  readonly size: number;
  /**
   * At most `count` neighbours, nearest first; equal similarities by chunk id. Where more are equally near than there
   * is room for, an approximate index may keep any of them.
   *
   * @param allowed only these chunks, where given
   */
  search(embedding: Float32Array, count: number, allowed?: ReadonlySet<number>): Neighbour[];
}

/** A vector index that chunks are put into and taken out of. */
export interface VectorIndex extends VectorSearch {
  /** @throws RangeError if the embedding has another length or a number that is not finite */
  add(chunkId: number, embedding: Float32Array): void;
  /** Does nothing where the id is unknown. */
  remove(chunkId: number): void;
}

/** Nearest first, equal similarities by chunk id: one order for every implementation. */
export function compareNeighbours(a: Neighbour, b: Neighbour): number {
  return b.similarity - a.similarity || a.chunkId - b.chunkId;
}

/** @throws RangeError if the embedding has another length or a number that is not finite */
export function assertEmbedding(embedding: Float32Array, dimension: number): void {
  if (embedding.length !== dimension) {
    throw new RangeError(`embedding of length ${String(embedding.length)}, expected ${String(dimension)}`);
  }
  // One that is not finite makes the sum not finite too, and a sum costs a tenth of a call for each number.
  let sum = 0;
  for (const value of embedding) sum += Math.abs(value);
  if (!Number.isFinite(sum)) throw new RangeError('embedding with a number that is not finite');
}
