import { describe, expect, it } from 'vitest';
import { compareSentences, scorePassage, scoreWeights } from '../../src/retrieve/score.ts';
import { cosine } from '../../src/vector-index/cosine.ts';
import { makeStored } from '../support/articles.ts';
import { embedFakePassage, embedFakeQuestion } from '../support/fake-embedder.ts';

describe('scorePassage', () => {
  it.each([
    ['chunk and best sentence in halves', 0.8, [0.6, 0.9, 0.7], 0, 0.85],
    ['a fifth of the terms', 0.8, [0.8], 1, 1],
    ['the chunk alone where there is no sentence', 0.8, [], 0.5, 0.9],
    ['cosines below zero', -0.2, [-0.4], 0, -0.3],
  ])('sums up %s', (_what, similarity, sentences, terms, wanted) => {
    expect(scorePassage(similarity, sentences, terms)).toBeCloseTo(wanted, 10);
  });

  it('lets half the cosine speak for the chunk and half for its sentence', () => {
    expect(scoreWeights.chunk + scoreWeights.bestSentence).toBe(1);
  });
});

describe('compareSentences', () => {
  it.each([
    ['Chinese', '大桥何时通车', ['大桥昨天通车。', '天气很好。']],
    ['English', 'When did the bridge open?', ['The bridge did open.', 'It rained.']],
    ['Arabic', 'متى فتح السوق', ['فتح السوق أمس.', 'الطقس جميل.']],
  ])('gives each %s sentence’s cosine in order, within a hundredth', (_what, text, sentences) => {
    const question = embedFakeQuestion(text);
    const { chunks } = makeStored({ paragraphs: [sentences] });
    const found = chunks.flatMap((chunk) => compareSentences(question, chunk));
    expect(found).toHaveLength(sentences.length);
    for (const [at, sentence] of sentences.entries()) {
      expect(Math.abs((found[at] ?? NaN) - cosine(question, embedFakePassage(sentence)))).toBeLessThan(0.01);
    }
    expect(found[0]).toBeGreaterThan(found[1] ?? NaN);
  });
});
