import { describe, expect, it } from 'vitest';
import { binByLogarithm } from './log-histogram.ts';

describe('a histogram on a logarithmic scale', () => {
  it('has bins whose edges grow by one factor, with the empty ones between', () => {
    expect(binByLogarithm([1, 9.99, 1000, 2000, 2000], 1)).toEqual([
      { from: 1, to: 10, count: 2 },
      { from: 10, to: 100, count: 0 },
      { from: 100, to: 1000, count: 0 },
      { from: 1000, to: 10_000, count: 3 },
    ]);
  });

  it('puts a value at an edge into the bin that begins there', () => {
    for (const value of [0.001, 0.1, 1, 10, 1000, 1_000_000])
      expect(binByLogarithm([value], 3)).toEqual([
        { from: expect.closeTo(value, 9), to: expect.closeTo(value * 10 ** (1 / 3), 2), count: 1 },
      ]);
  });

  it('loses none, and has none of nothing', () => {
    const values = Array.from({ length: 500 }, (_, at) => 1.013 ** at);
    const bins = binByLogarithm(values);
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(500);
    for (const { from, to, count } of bins)
      expect(values.filter((value) => value >= from - 1e-9 && value < to - 1e-9).length).toBe(count);
    expect(binByLogarithm([])).toEqual([]);
  });

  it.each([0, -1, NaN, Infinity])('refuses %f', (value) => {
    expect(() => binByLogarithm([5, value])).toThrow(RangeError);
  });
});
