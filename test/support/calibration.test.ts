import { describe, expect, it } from 'vitest';
import {
  binByConfidence,
  measureBrier,
  measureCalibrationError,
  measureRiskCoverage,
  wilsonInterval,
} from './calibration.ts';
import type { Outcome } from './calibration.ts';

const outcomes = (...pairs: readonly (readonly [confidence: number, isRight: boolean])[]): Outcome[] =>
  pairs.map(([confidence, isRight]) => ({ confidence, isRight }));

const mixed = outcomes([0, false], [0.05, true], [0.1, false], [0.8, true], [0.85, false], [1, true]);

describe('bins by confidence', () => {
  it('are half-open, hold 1 in the last, and leave out the empty ones', () => {
    expect(binByConfidence(mixed)).toEqual([
      { from: 0, to: 0.1, count: 2, meanConfidence: 0.025, rightShare: 0.5 },
      { from: 0.1, to: 0.2, count: 1, meanConfidence: 0.1, rightShare: 0 },
      { from: 0.8, to: 0.9, count: 2, meanConfidence: expect.closeTo(0.825, 10), rightShare: 0.5 },
      { from: 0.9, to: 1, count: 1, meanConfidence: 1, rightShare: 1 },
    ]);
  });

  it('are as many as asked for', () => {
    expect(binByConfidence(mixed, 2).map(({ from, count }) => [from, count])).toEqual([
      [0, 3],
      [0.5, 3],
    ]);
    expect(binByConfidence([])).toEqual([]);
  });
});

describe('expected calibration error', () => {
  it('weighs each bin by what it holds', () => {
    // 2 · |.025 − .5| + 1 · |.1 − 0| + 2 · |.825 − .5| + 1 · |1 − 1|, over 6.
    expect(measureCalibrationError(binByConfidence(mixed))).toBeCloseTo((0.95 + 0.1 + 0.65) / 6, 10);
  });

  it('is 0 where confidences come true as often as they say, and 1 at its worst', () => {
    const right = outcomes([0.75, true], [0.75, true], [0.75, true], [0.75, false]);
    expect(measureCalibrationError(binByConfidence(right))).toBeCloseTo(0, 10);
    expect(measureCalibrationError(binByConfidence(outcomes([1, false], [0, true])))).toBe(1);
    expect(measureCalibrationError([])).toBeNaN();
  });
});

describe('Brier score', () => {
  it.each([
    ['certain and right', outcomes([1, true], [0, false]), 0],
    ['certain and wrong', outcomes([1, false], [0, true]), 1],
    ['never sure of anything', outcomes([0.5, true], [0.5, false]), 0.25],
    ['in between', outcomes([0.8, true], [0.4, false]), (0.04 + 0.16) / 2],
  ])('of %s', (_name, of, wanted) => {
    expect(measureBrier(of)).toBeCloseTo(wanted, 10);
  });
});

describe('Wilson’s interval', () => {
  // Computed by hand from (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n) with z = 1.96.
  it.each([
    [0.5, 10, 0.2366, 0.7634],
    [0, 10, 0, 0.2775],
    [1, 1, 0.2065, 1],
    [0.9, 1000, 0.8798, 0.9171],
  ])('of %f in %i', (share, count, low, high) => {
    const interval = wilsonInterval(share, count);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
});

describe('the risk-coverage curve', () => {
  it('begins with the surest, and ends with the share of all that is wrong', () => {
    expect(measureRiskCoverage(mixed)).toEqual([
      { confidence: 1, coverage: 1 / 6, risk: 0 },
      { confidence: 0.85, coverage: 2 / 6, risk: 1 / 2 },
      { confidence: 0.8, coverage: 3 / 6, risk: 1 / 3 },
      { confidence: 0.1, coverage: 4 / 6, risk: 2 / 4 },
      { confidence: 0.05, coverage: 5 / 6, risk: 2 / 5 },
      { confidence: 0, coverage: 1, risk: 3 / 6 },
    ]);
  });

  it('takes outcomes of one confidence together, in whatever order they come', () => {
    const tied = outcomes([0.3, false], [0.7, true], [0.3, true]);
    const wanted = [
      { confidence: 0.7, coverage: 1 / 3, risk: 0 },
      { confidence: 0.3, coverage: 1, risk: 1 / 3 },
    ];
    expect(measureRiskCoverage(tied)).toEqual(wanted);
    expect(measureRiskCoverage([...tied].reverse())).toEqual(wanted);
    expect(measureRiskCoverage([])).toEqual([]);
  });
});
