import { describe, expect, it, vi } from 'vitest';
import { findCandidates } from '../../src/retrieve/candidates.ts';
import type { Question } from '../../src/retrieve/passage.ts';
import type { StoredChunk } from '../../src/store/news-store.ts';
import { ExactIndex } from '../../src/vector-index/exact.ts';
import { makeStored } from '../support/articles.ts';
import { embedFakeQuestion, fakeDimension } from '../support/fake-embedder.ts';
import { createStubStore } from '../support/stub-store.ts';
import type { StubContent } from '../support/stub-store.ts';

const sentences = ['The ferry sails.', 'Fares rise.', '大桥通车。', 'فتح السوق.', '🎉 Party.'];
const { article, chunks } = makeStored({ title: '', paragraphs: sentences.map((sentence) => [sentence]) });

const question: Question = {
  text: 'When does the ferry sail?',
  language: 'en',
  embedding: embedFakeQuestion('When does the ferry sail?'),
  terms: ['ferry'],
  contentTerms: new Map([['ferry', 1]]),
};

function searchableOf(content: StubContent, indexed: readonly StoredChunk[] = []) {
  const vectorIndex = new ExactIndex(fakeDimension);
  for (const { id, embedding } of indexed) vectorIndex.add(id, embedding);
  return { store: createStubStore({ chunks, articles: [article], ...content }), vectorIndex };
}

describe('findCandidates', () => {
  it('joins what embeddings and what terms find, each once', async () => {
    const matches = [
      { chunkId: 1, score: 4 },
      { chunkId: 9, score: 1 },
    ];
    const found = await findCandidates(question, searchableOf({ matches }, chunks.slice(0, 3)), {});
    expect(found).toEqual(
      new Map([
        [1, 1],
        [2, 0],
        [3, 0],
        [9, 0.25],
      ]),
    );
  });

  it.each([
    ['all', ['ferry', 'sails'], 1, 1],
    ['some', ['ferry', 'sails', '大桥', '通车'], 0.4, 0.8],
    ['none', ['大桥', '通车'], 0, 0],
  ])('trusts terms as far as the best chunk holds them: %s', async (_what, terms, atLeast, atMost) => {
    const contentTerms = new Map(terms.map((term) => [term, 1]));
    const searchable = searchableOf({ matches: [{ chunkId: 1, score: 7 }] });
    const score = (await findCandidates({ ...question, contentTerms }, searchable, {})).get(1);
    expect(score).toBeGreaterThanOrEqual(atLeast);
    expect(score).toBeLessThanOrEqual(atMost);
  });

  it.each([
    ['no terms match', { matches: [] }, chunks.slice(0, 2), [1, 2]],
    ['the vector index is empty', { matches: [{ chunkId: 5, score: 0.1 }] }, [], [5]],
    ['both are empty', { matches: [] }, [], []],
  ])('finds what there is when %s', async (_what, content, indexed, ids) => {
    const found = await findCandidates(question, searchableOf(content, indexed), {});
    expect([...found.keys()].sort()).toEqual(ids);
    expect([...found.values()].every((score) => score >= 0 && score <= 1)).toBe(true);
  });

  it('compares every chunk that passes a filter, and no other, without the vector index', async () => {
    const searchable = searchableOf({ filtered: [2, 4], matches: [{ chunkId: 4, score: 2 }] }, chunks);
    const search = vi.spyOn(searchable.vectorIndex, 'search');
    const found = await findCandidates(question, searchable, { since: '2025-01-01' });
    expect([...found.keys()].sort()).toEqual([2, 4]);
    expect(search).not.toHaveBeenCalled();
  });

  it('hands the filter to the term search', async () => {
    const searchable = searchableOf({});
    const searchTerms = vi.spyOn(searchable.store, 'searchTerms');
    await findCandidates(question, searchable, { source: '青崖日报' });
    expect(searchTerms).toHaveBeenCalledWith(['ferry'], expect.any(Number), { source: '青崖日报' });
  });

  it('finds nothing when nothing passes the filter', async () => {
    const found = await findCandidates(question, searchableOf({ filtered: [] }, chunks), {
      until: '1900-01-01',
    });
    expect(found).toEqual(new Map());
  });

  it('leaves a wide filter to the vector index, with the chunks it may find', async () => {
    const filtered = Array.from({ length: 20_001 }, (_, at) => at + 3);
    const searchable = searchableOf({ filtered }, chunks);
    const found = await findCandidates(question, searchable, { since: '2025-01-01' });
    expect([...found.keys()].sort()).toEqual([3, 4, 5]);
  });
});
