/** Cosine of two L2-normalised embeddings of one length: their dot product. */
export function cosine(a: Float32Array, b: Float32Array | Int8Array): number {
  let sum = 0;
  for (let position = 0; position < a.length; position++) sum += a[position]! * b[position]!;
  return sum;
}
