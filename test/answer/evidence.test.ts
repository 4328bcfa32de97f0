import { describe, expect, it } from 'vitest';
import { rateEvidence } from '../../src/answer/confidence.ts';
import { describeEvidence } from '../../src/answer/evidence.ts';
import type { Evidence, Rateable } from '../../src/answer/evidence.ts';
import type { Passage, Question } from '../../src/retrieve/passage.ts';

function passage(id: string, language: string, similarities: readonly number[], score = 0.5): Passage {
  const body = 'The ferry sails. It rains.';
  return {
    chunk: { start: 0, end: body.length },
    article: { id, language, title: 'Ferry', body },
    similarity: similarities[0] ?? 0,
    sentenceSimilarities: similarities,
    termScore: 0.4,
    score,
  } as unknown as Passage;
}

const question = (text: string, language = 'en'): Question =>
  ({ text, language, contentTerms: new Map([['ferry', 2]]) }) as unknown as Question;

const best = (from: Passage, fit: Rateable['fit'] = 'yes'): Rateable => ({
  passage: from,
  similarity: 0.6,
  fit,
});

describe('describeEvidence', () => {
  it('compares the best sentence with all of its language', () => {
    const first = passage('a', 'en', [0.6, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2]);
    const other = passage('b', 'zh', [0.9, 0.9]);
    expect(describeEvidence(question('When?'), best(first), [first, other]).excess).toBeCloseTo(0.6 - 0.25);
  });

  it('measures the lead over another article, not over another passage of the same one', () => {
    const first = passage('a', 'en', [0.6], 0.7);
    const passages = [first, passage('a', 'en', [0.5], 0.65), passage('b', 'en', [0.1], 0.2)];
    expect(describeEvidence(question('When?'), best(first), passages).lead).toBeCloseTo(0.5);
    expect(describeEvidence(question('When?'), best(first), [first]).lead).toBe(0);
  });

  it('counts terms only within a language', () => {
    const own = passage('a', 'en', [0.6]);
    const foreign = passage('a', 'zh-Hant', [0.6]);
    expect(describeEvidence(question('ferry'), best(own), [own])).toMatchObject({ coverage: 1, foreign: 0 });
    expect(describeEvidence(question('ferry'), best(foreign), [foreign])).toMatchObject({
      coverage: 0,
      foreign: 1,
    });
    expect(describeEvidence(question('渡轮', 'zh'), best(foreign), [foreign])).toMatchObject({ foreign: 0 });
  });

  it('tells a missing number from a missing name', () => {
    const first = passage('a', 'en', [0.6]);
    const count = describeEvidence(question('How many ferries sail?'), best(first, 'no'), [first]);
    expect(count).toMatchObject({ numberFit: -1, nameFit: 0 });
    const who = describeEvidence(question('Who runs the ferry?'), best(first, 'no'), [first]);
    expect(who).toMatchObject({ numberFit: 0, nameFit: -1 });
  });
});

describe('rateEvidence', () => {
  it('is a logistic model', () => {
    const zero: Evidence = {
      sentence: 0,
      chunk: 0,
      excess: 0,
      chunkExcess: 0,
      lead: 0,
      coverage: 0,
      terms: 0,
      foreign: 0,
      numberFit: 0,
      nameFit: 0,
      questionTerms: 0,
    };
    const weights = { ...zero, sentence: 2 };
    expect(rateEvidence({ ...zero, sentence: 0.5 }, { intercept: -1, weights })).toBe(0.5);
    expect(rateEvidence(zero, { intercept: -1, weights })).toBeCloseTo(1 / (1 + Math.E));
  });
});
