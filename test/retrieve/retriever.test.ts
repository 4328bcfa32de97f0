import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/retrieve/passage.ts';
import { retrievePassages } from '../../src/retrieve/retriever.ts';
import { scorePassage } from '../../src/retrieve/score.ts';
import { contentTerms } from '../../src/text/terms.ts';
import { ExactIndex } from '../../src/vector-index/exact.ts';
import { makeStored } from '../support/articles.ts';
import { embedFakeQuestion, fakeDimension } from '../support/fake-embedder.ts';
import { createStubStore } from '../support/stub-store.ts';
import type { StubContent } from '../support/stub-store.ts';

const askedFor = (text: string): Question => ({
  text,
  language: 'en',
  embedding: embedFakeQuestion(text),
  terms: [],
  contentTerms: new Map(contentTerms(text).map((term) => [term, 1])),
});

const stored = [
  makeStored({ id: 'bridge', paragraphs: [['青崖大桥昨天正式通车。'], ['天气很好。']], firstChunkId: 10 }),
  makeStored({
    id: 'ferry',
    paragraphs: [['The old ferry sails again.'], ['Fares rise.']],
    firstChunkId: 20,
  }),
  makeStored({ id: 'market', paragraphs: [['فتح سوق نوران القديم أبوابه.']], firstChunkId: 30 }),
];

const retrieve = (text: string, content: StubContent = {}, limit = 10) => {
  const chunks = stored.flatMap((item) => item.chunks);
  const vectorIndex = new ExactIndex(fakeDimension);
  for (const { id, embedding } of chunks) vectorIndex.add(id, embedding);
  const store = createStubStore({ chunks, articles: stored.map(({ article }) => article), ...content });
  return retrievePassages(askedFor(text), { store, vectorIndex }, { limit });
};

describe('retrievePassages', () => {
  it.each([
    ['青崖大桥昨天正式通车', 'bridge'],
    ['the old ferry sails again', 'ferry'],
    ['سوق نوران القديم', 'market'],
  ])('puts first what "%s" is about', async (text, article) => {
    const [first] = await retrieve(text);
    expect(first?.article.id).toBe(article);
  });

  it('gives passages by score, each with what its score is made of', async () => {
    const passages = await retrieve('the old ferry', { matches: [{ chunkId: 20, score: 3 }] });
    expect(passages).toHaveLength(5);
    for (const { similarity, sentenceSimilarities, termScore, score, chunk, article } of passages) {
      expect(score).toBe(scorePassage(similarity, sentenceSimilarities, termScore));
      expect(sentenceSimilarities).toHaveLength(chunk.sentences.length);
      expect(chunk.articleId).toBe(article.id);
    }
    const scores = passages.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(passages.find(({ chunk }) => chunk.id === 20)?.termScore).toBe(1);
  });

  it('gives no more than asked for', async () => {
    expect(await retrieve('ferry', {}, 2)).toHaveLength(2);
    expect(await retrieve('ferry', {}, 0)).toEqual([]);
  });

  it('puts equal scores in the order of chunk ids', async () => {
    const twins = ['b', 'a', 'c'].map((id, at) =>
      makeStored({ id, paragraphs: [['The same words.']], firstChunkId: 30 - at }),
    );
    const chunks = twins.flatMap((item) => item.chunks);
    const vectorIndex = new ExactIndex(fakeDimension);
    for (const { id, embedding } of chunks) vectorIndex.add(id, embedding);
    const store = createStubStore({ chunks, articles: twins.map(({ article }) => article) });
    const passages = await retrievePassages(askedFor('words'), { store, vectorIndex }, { limit: 3 });
    expect(passages.map(({ chunk }) => chunk.id)).toEqual([28, 29, 30]);
  });

  it('passes over a chunk or an article that was removed meanwhile', async () => {
    const articles = stored.slice(1).map(({ article }) => article);
    const passages = await retrieve('青崖大桥', { articles });
    expect(new Set(passages.map(({ article }) => article.id))).toEqual(new Set(['ferry', 'market']));
    const chunks = stored.slice(2).flatMap((item) => item.chunks);
    expect((await retrieve('青崖大桥', { chunks })).map(({ chunk }) => chunk.id)).toEqual([30]);
  });
});
