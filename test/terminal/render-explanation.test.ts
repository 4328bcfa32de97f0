import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/answer/explain.ts';
import { renderExplanation } from '../../src/terminal/render-explanation.ts';

const sentence = 'The ferry sails twice a day.';
const passage = {
  chunk: { sentences: [{ start: 0, end: sentence.length }] },
  article: { title: 'Ferry \u001b[31mreturns', source: 'Osk Post', body: sentence },
  similarity: 0.4,
  sentenceSimilarities: [0.5],
  termScore: 0.9,
  score: 0.63,
};

function explanation(change: Partial<Explanation> = {}): Explanation {
  return {
    question: {
      text: 'How often does the ferry sail?',
      language: 'en',
      contentTerms: new Map([['ferry', 2.31]]),
    },
    type: { kind: 'count', unit: 'time', grain: null, place: null, counted: [] },
    passages: [passage],
    ranked: [{ passage, ordinal: 0, similarity: 0.5, score: 1.2, fit: 'yes' }],
    evidence: [{ name: 'sentence', value: 0.5, adds: 5.81 }],
    confidence: 0.8,
    answerFrom: 0.12,
    sureFrom: 0.5,
    ...change,
  } as unknown as Explanation;
}

describe('renderExplanation', () => {
  it('shows every number that an answer is made from', () => {
    const text = renderExplanation(explanation());
    expect(text).toContain('language en; asks for count (time)');
    expect(text).toContain('ferry 2.3');
    expect(text).toMatch(/0\.630 +0\.400 +0\.500 +0\.900 {2}Ferry/);
    expect(text).toMatch(/1\.200 +0\.500 +yes +The ferry sails twice a day\./);
    expect(text).toMatch(/Confidence 0\.800: answered \(answered from 0\.12, sure from 0\.50\)/);
    expect(text).toMatch(/sentence +0\.500 {2}adds +5\.81/);
  });

  it.each([
    [0.05, 'not found'],
    [0.3, 'answered, unsure'],
  ])('says what a confidence of %d means', (confidence, verdict) => {
    expect(renderExplanation(explanation({ confidence }))).toContain(`: ${verdict} (`);
  });

  it('shows a question that finds nothing', () => {
    const text = renderExplanation(explanation({ passages: [], ranked: [], evidence: null, confidence: 0 }));
    expect(text).toContain('Confidence 0.000: not found');
  });

  it('lets no title write to the terminal', () => {
    expect(renderExplanation(explanation())).not.toContain('\u001b');
  });
});
