/** A number array's bytes, little-endian as on every platform Node supports; shares the array's memory. */
export function toBlob(values: Float32Array | Int8Array | Uint32Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}

/** The float32 embedding in a blob. Copies: a Buffer from SQLite need not be aligned to 4 bytes. */
export function toFloat32(blob: Buffer): Float32Array {
  const bytes = new Uint8Array(blob);
  return new Float32Array(bytes.buffer);
}

/** The signature in a blob. Copies, as `toFloat32` does. */
export function toUint32(blob: Buffer): Uint32Array {
  const bytes = new Uint8Array(blob);
  return new Uint32Array(bytes.buffer);
}

/** The int8 embedding in a blob; shares its memory. */
export function toInt8(blob: Buffer): Int8Array {
  return new Int8Array(blob.buffer, blob.byteOffset, blob.byteLength);
}

/**
 * Rounds an embedding to int8 with one scale for all numbers (symmetric, by the largest magnitude).
 *
 * @throws RangeError if a number is not finite
 */
export function quantize(embedding: Float32Array): { scale: number; values: Int8Array } {
  let largest = 0;
  for (const value of embedding) {
    if (!Number.isFinite(value)) throw new RangeError('an embedding holds a number that is not finite');
    largest = Math.max(largest, Math.abs(value));
  }
  const scale = largest / 127 || 1;
  return { scale, values: Int8Array.from(embedding, (value) => Math.round(value / scale)) };
}

/** How far the length of an embedding may be from 1 after float32 rounding. */
const unitTolerance = 1e-3;

/** The length of an embedding as a vector; not a number or infinite where one of its numbers is. */
function lengthOf(embedding: Float32Array): number {
  let squares = 0;
  for (const value of embedding) squares += value * value;
  return Math.sqrt(squares);
}

/** Whether these are numbers that can be an embedding: finite, and not all zero. */
export function isEmbedding(values: Float32Array): boolean {
  const length = lengthOf(values);
  return length > 0 && length < Infinity;
}

/**
 * What is stored once is compared with every question: only what is an embedding may be.
 *
 * @throws RangeError if it has another length than the index, a number that is not finite, or is not normalised
 */
export function assertStorable(embedding: Float32Array, dimension: number): void {
  if (embedding.length !== dimension)
    throw new RangeError(
      `an embedding of ${String(embedding.length)} numbers, expected ${String(dimension)}`,
    );
  const length = lengthOf(embedding);
  if (!Number.isFinite(length)) throw new RangeError('an embedding holds a number that is not finite');
  if (Math.abs(length - 1) > unitTolerance)
    throw new RangeError(`an embedding of length ${String(length)}, expected 1`);
}
