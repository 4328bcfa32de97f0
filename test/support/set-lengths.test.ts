import { describe, expect, it } from 'vitest';
import { makeRandom } from './random.ts';
import { measureLengthControl } from './set-lengths.ts';
import type { RowQuestion } from './set-rows.ts';

const random = makeRandom(7);

function makeQuestions(lengthOf: (answerable: boolean) => number, candidateIds: string[] | null = null) {
  return Array.from({ length: 400 }, (_, at): RowQuestion => {
    const answerable = at % 2 === 0;
    return {
      question: {
        id: `q${at}`,
        lang: 'zh',
        question: '问'.repeat(lengthOf(answerable)),
        positiveIds: [],
        positiveIdsOfAll: [],
        positiveGroup: null,
        candidateIds,
        answers: [],
        answerable,
        group: null,
      },
      positives: new Set(),
      answers: [],
    };
  });
}

const noPassages: ReadonlyMap<string, number> = new Map();

describe('the length-only control', () => {
  it('tells questions apart whose lengths give them away', () => {
    const questions = makeQuestions((answerable) =>
      random.between(answerable ? 5 : 20, answerable ? 15 : 40),
    );
    const { auroc, balancedAccuracy, falseAnswersAt5 } = measureLengthControl(questions, noPassages);
    expect(auroc).toBeGreaterThan(0.99);
    expect(balancedAccuracy).toBeGreaterThan(0.95);
    expect(falseAnswersAt5).toBeLessThan(0.05);
  });

  it('sees the lengths of candidates', () => {
    const long = makeQuestions(() => 10, ['long']).filter(({ question }) => question.answerable);
    const short = makeQuestions(() => 10, ['short']).filter(({ question }) => !question.answerable);
    const lengths = new Map([
      ['long', 900],
      ['short', 90],
    ]);
    expect(measureLengthControl([...long, ...short], lengths).auroc).toBe(1);
  });

  it('knows nothing where lengths say nothing', () => {
    const { auroc = NaN } = measureLengthControl(
      makeQuestions(() => random.between(5, 40)),
      noPassages,
    );
    expect(Math.abs(auroc - 0.5)).toBeLessThan(0.1);
  });

  it('has no figures without questions of both kinds', () => {
    const answerable = makeQuestions(() => 10).filter(({ question }) => question.answerable);
    expect(measureLengthControl(answerable, noPassages)).toEqual({});
    expect(measureLengthControl([], noPassages)).toEqual({});
  });
});
