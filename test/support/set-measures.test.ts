import { describe, expect, it } from 'vitest';
import {
  hitAt,
  mean,
  measureAuroc,
  measureBalancedAccuracy,
  measureFalseAnswers,
  ndcgAt,
  percentile,
  reciprocalRankAt,
} from './set-measures.ts';

const ranking = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'];

describe('a ranking', () => {
  // 1 / log2(rank + 1): rank 1 gives 1, rank 2 .6309, rank 3 .5, rank 4 .4307, rank 10 .2891.
  it.each([
    { positives: ['a'], hit1: 1, hit5: 1, ndcg: 1, mrr: 1 },
    { positives: ['b'], hit1: 0, hit5: 1, ndcg: 0.6309, mrr: 1 / 2 },
    { positives: ['j'], hit1: 0, hit5: 0, ndcg: 0.2891, mrr: 1 / 10 },
    { positives: ['k'], hit1: 0, hit5: 0, ndcg: 0, mrr: 0 },
    { positives: ['缺'], hit1: 0, hit5: 0, ndcg: 0, mrr: 0 },
    // (1 + .5) / (1 + .6309)
    { positives: ['a', 'c'], hit1: 1, hit5: 1, ndcg: 0.9197, mrr: 1 },
    // (.6309 + .4307) / (1 + .6309 + .5): one of three was not found at all.
    { positives: ['b', 'd', 'z'], hit1: 0, hit5: 1, ndcg: 0.4982, mrr: 1 / 2 },
  ])('with positives $positives', ({ positives, hit1, hit5, ndcg, mrr }) => {
    const wanted = new Set(positives);
    expect(hitAt(1, ranking, wanted)).toBe(hit1);
    expect(hitAt(5, ranking, wanted)).toBe(hit5);
    expect(ndcgAt(10, ranking, wanted)).toBeCloseTo(ndcg, 4);
    expect(reciprocalRankAt(10, ranking, wanted)).toBeCloseTo(mrr, 10);
  });

  it('is ideal in nDCG when all ten places are positives, of which there are more', () => {
    expect(ndcgAt(10, ranking, new Set([...ranking, 'l', 'm']))).toBeCloseTo(1, 10);
  });

  it('of nothing finds nothing', () => {
    expect(hitAt(5, [], new Set(['a']))).toBe(0);
    expect(ndcgAt(10, [], new Set(['a']))).toBe(0);
    expect(reciprocalRankAt(10, [], new Set(['a']))).toBe(0);
  });

  it('without positives has no nDCG', () => {
    expect(() => ndcgAt(10, ranking, new Set())).toThrow(RangeError);
  });
});

describe('AUROC', () => {
  it.each([
    ['everything told apart', [3, 4], [1, 2], 1],
    ['everything the wrong way round', [1, 2], [3, 4], 0],
    ['the same for all', [5, 5], [5, 5, 5], 0.5],
    // Of the six pairs 3 > 1, 3 > 2 and 2 > 1 are won, 2 = 2 is half; 3 > 4 and 2 > 4 are lost.
    ['mixed, with a tie', [3, 2], [1, 2, 4], 3.5 / 6],
    ['nothing found, as unsure as can be', [1, -Infinity], [-Infinity], 0.75],
  ])('%s', (_name, answerable, unanswerable, wanted) => {
    expect(measureAuroc({ answerable, unanswerable })).toBeCloseTo(wanted, 10);
  });
});

describe('balanced accuracy', () => {
  it('is the mean of both shares, whatever the numbers of questions', () => {
    const sureness = { answerable: [0.9, 0.8, 0.5, 0.2], unanswerable: [0.1, 0.6] };
    // At .5 three of four are answered (one exactly at it), one of two is refused.
    expect(measureBalancedAccuracy(sureness, 0.5)).toBeCloseTo((3 / 4 + 1 / 2) / 2, 10);
    expect(measureBalancedAccuracy(sureness, 0)).toBe(0.5);
    expect(measureBalancedAccuracy(sureness, 2)).toBe(0.5);
  });
});

describe('false answers', () => {
  const answerable = Array.from({ length: 20 }, (_, at) => at + 1);

  it('are counted where one of twenty is refused', () => {
    // Refusing 1 puts the threshold at 2: of these, 2 and 30 are answered.
    expect(measureFalseAnswers({ answerable, unanswerable: [0, 1.9, 2, 30] }, 0.05)).toBe(0.5);
  });

  it('are counted where none may be refused, when one would be too many', () => {
    expect(
      measureFalseAnswers({ answerable: answerable.slice(1), unanswerable: [1, 1.9, 2, 30] }, 0.05),
    ).toBe(0.5);
  });

  it('count a tie with the last question that must be answered as answered', () => {
    expect(measureFalseAnswers({ answerable: [1, 1, 1], unanswerable: [1, 0] }, 0.05)).toBe(0.5);
  });
});

describe('a percentile', () => {
  const values = Array.from({ length: 100 }, (_, at) => 100 - at);

  it.each([
    [values, 0.5, 50],
    [values, 0.99, 99],
    [values, 1, 100],
    [[7], 0.5, 7],
    [[10, 9], 0.5, 9],
    [[3, 1, 2], 0.99, 3],
  ])('is the nearest rank', (of, share, wanted) => {
    expect(percentile(of, share)).toBe(wanted);
  });
});

it('means of lists', () => {
  expect(mean([1, 2, 6])).toBe(3);
  expect(mean([])).toBeNaN();
});
