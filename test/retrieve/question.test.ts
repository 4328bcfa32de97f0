import { describe, expect, it } from 'vitest';
import { inverseDocumentFrequency, readQuestion } from '../../src/retrieve/question.ts';
import { contentTerms, questionTerms } from '../../src/text/terms.ts';
import type { StoredChunk } from '../../src/store/news-store.ts';
import { ExactIndex } from '../../src/vector-index/exact.ts';
import { makeStored } from '../support/articles.ts';
import { createFakeEmbedder, embedFakeQuestion, fakeDimension } from '../support/fake-embedder.ts';
import { createStubStore } from '../support/stub-store.ts';

describe('inverseDocumentFrequency', () => {
  it.each([
    [0, 10, Math.log(22)],
    [10, 10, Math.log(1 + 0.5 / 10.5)],
    [5, 10, Math.log(2)],
    [0, 0, Math.log(2)],
  ])('of a term in %i of %i chunks is %f', (chunksWithTerm, chunkCount, wanted) => {
    expect(inverseDocumentFrequency(chunksWithTerm, chunkCount)).toBeCloseTo(wanted, 10);
  });

  it('falls as a term gets common, and stays above zero', () => {
    const weights = Array.from({ length: 101 }, (_, at) => inverseDocumentFrequency(at, 100));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(weights.at(-1)).toBeGreaterThan(0);
  });
});

function indexOf(chunks: readonly StoredChunk[]): ExactIndex {
  const index = new ExactIndex(fakeDimension);
  for (const { id, embedding } of chunks) index.add(id, embedding);
  return index;
}

describe('readQuestion', () => {
  const { article, chunks } = makeStored();
  const read = (text: string, frequencies: Record<string, number> = {}) =>
    readQuestion(text, {
      embedder: createFakeEmbedder(),
      store: createStubStore({ chunks, articles: [article], frequencies }),
      vectorIndex: indexOf(chunks),
    });

  it.each([
    ['青崖大桥什么时候通车？', 'zh'],
    ['When does the ferry sail again?', 'en'],
    ['متى يفتح السوق أبوابه؟', 'ar'],
  ])('reads "%s"', async (text, language) => {
    const question = await read(text);
    expect(question).toMatchObject({ text, language, terms: questionTerms(text) });
    expect(question.embedding).toEqual(embedFakeQuestion(text));
    expect([...question.contentTerms.keys()]).toEqual(contentTerms(text));
  });

  it('weighs a rare term above a common one', async () => {
    const { contentTerms: weights } = await read('ferry fares', { ferry: 2, fares: 0 });
    expect(weights.get('fares')).toBeGreaterThan(weights.get('ferry') ?? Infinity);
  });
});
