import { makeRandom } from './random.ts';

/** Random embeddings of length 1, the same for the same seed. */
export function makeEmbeddings(count: number, dimension: number, seed = 1): Float32Array[] {
  const random = makeRandom(seed);
  return Array.from({ length: count }, () =>
    unit(Array.from({ length: dimension }, () => random.next() - 0.5)),
  );
}

/** The numbers divided by their norm. */
export function unit(numbers: readonly number[]): Float32Array {
  const norm = Math.hypot(...numbers);
  return Float32Array.from(numbers, (value) => value / norm);
}
