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
