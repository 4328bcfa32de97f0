import { describe, expect, it } from 'vitest';
import {
  assertStorable,
  isEmbedding,
  quantize,
  toBlob,
  toFloat32,
  toInt8,
} from '../../../src/store/sqlite/encoding.ts';
import { cosine } from '../../../src/vector-index/cosine.ts';
import { makeEmbeddings } from '../../support/vectors.ts';

describe('quantize', () => {
  it('is off by at most half a step, and changes a cosine by less than a thousandth', () => {
    for (const embedding of makeEmbeddings(50, 384)) {
      const { scale, values } = quantize(embedding);
      for (const [at, value] of embedding.entries()) {
        expect(Math.abs(value - (values[at] ?? NaN) * scale)).toBeLessThanOrEqual(scale / 2 + 1e-7);
      }
      expect(Math.abs(scale * cosine(embedding, values) - 1)).toBeLessThan(1e-3);
    }
  });

  it.each([
    ['the largest number', [0.5, -1, 0.25], [64, -127, 32]],
    ['nothing but zero', [0, 0], [0, 0]],
    ['a tiny number', [1e-30, 0], [127, 0]],
  ])('scales by %s', (_what, numbers, wanted) => {
    expect([...quantize(Float32Array.from(numbers)).values]).toEqual(wanted);
  });

  it.each([NaN, Infinity, -Infinity])('refuses %d', (value) => {
    expect(() => quantize(Float32Array.of(1, value))).toThrow(RangeError);
  });
});

describe('blobs', () => {
  it('give back the numbers that went in, from any offset of a buffer', () => {
    const numbers = Float32Array.of(0.1, -2, 3e38);
    const shifted = Buffer.concat([Buffer.of(9), toBlob(numbers)]).subarray(1);
    expect(toFloat32(toBlob(numbers))).toEqual(numbers);
    expect(toFloat32(shifted)).toEqual(numbers);
    expect(toInt8(toBlob(Int8Array.of(-128, 0, 127)))).toEqual(Int8Array.of(-128, 0, 127));
  });

  it('hold only the slice of a larger array', () => {
    const numbers = Float32Array.of(1, 2, 3, 4).subarray(1, 3);
    expect([...toFloat32(toBlob(numbers))]).toEqual([2, 3]);
  });
});

describe('assertStorable and isEmbedding', () => {
  it.each([
    ['a number that is not one', [NaN, 1], false],
    ['an infinite number', [Infinity, 0], false],
    ['nothing but zero', [0, 0], false],
    ['a length of 2', [2, 0], true],
    ['too few numbers', [1], true],
    ['too many numbers', [1, 0, 0], true],
    ['no numbers', [], false],
  ])('refuse %s', (_what, numbers, isOne) => {
    const embedding = Float32Array.from(numbers);
    expect(() => assertStorable(embedding, 2)).toThrow(RangeError);
    expect(isEmbedding(embedding)).toBe(isOne);
  });

  it('take what float32 rounds to length 1', () => {
    for (const embedding of makeEmbeddings(20, 384)) {
      expect(() => assertStorable(embedding, 384)).not.toThrow();
      expect(isEmbedding(embedding)).toBe(true);
    }
  });
});
