import { describe, expect, it } from 'vitest';
import { embeddingKey, embedMissing } from '../../src/embed/cache.ts';
import type { EmbeddingCache } from '../../src/embed/cache.ts';
import type { ModelIdentity } from '../../src/embed/embedder.ts';
import { createFakeEmbedder, embedFakePassage, FakeInterruption } from '../support/fake-embedder.ts';

const model: ModelIdentity = createFakeEmbedder().identity;

/** A cache in memory that also keeps how many entries came at once. */
function createMemoryCache(): EmbeddingCache & { readonly putSizes: number[]; readonly size: () => number } {
  const entries = new Map<string, Float32Array>();
  const putSizes: number[] = [];
  return {
    putSizes,
    size: () => entries.size,
    get: (key) => entries.get(key),
    put(added) {
      const list = [...added];
      putSizes.push(list.length);
      for (const [key, embedding] of list) entries.set(key, embedding);
    },
  };
}

const numbered = (count: number): Map<string, string> =>
  new Map(Array.from({ length: count }, (_, at) => [`key ${at}`, `text ${at}`]));

describe('embeddingKey', () => {
  const key = embeddingKey('青崖大桥', model, 1);

  it('is the same for the same text', () => {
    expect(embeddingKey('青崖大桥', { ...model }, 1)).toBe(key);
  });

  it.each([
    ['another text', embeddingKey('青崖大桥。', model, 1)],
    ['another writing of it', embeddingKey('青崖大橋', model, 1)],
    ['another model file', embeddingKey('青崖大桥', { ...model, fileHash: 'other' }, 1)],
    ['another prefix', embeddingKey('青崖大桥', { ...model, prefix: { question: '', passage: '' } }, 1)],
    ['another chunker', embeddingKey('青崖大桥', model, 2)],
  ])('is another one for %s', (_what, other) => {
    expect(other).not.toBe(key);
  });

  it('does not depend on what the model is called or on the prefix of questions', () => {
    const renamed = { ...model, id: 'renamed', prefix: { ...model.prefix, question: 'ask: ' } };
    expect(embeddingKey('青崖大桥', renamed, 1)).toBe(key);
  });

  it('does not confuse where one part ends and the next begins', () => {
    const left = embeddingKey('b', { ...model, prefix: { question: '', passage: 'a' } }, 1);
    const right = embeddingKey('ab', { ...model, prefix: { question: '', passage: '' } }, 1);
    expect(left).not.toBe(right);
  });
});

describe('embedMissing', () => {
  it('embeds each text under its own key', async () => {
    const cache = createMemoryCache();
    const texts = new Map([
      ['zh', '青崖大桥昨天正式通车。'],
      ['en', 'The ferry sails.'],
      ['ar', 'فتح السوق أبوابه.'],
      ['emoji', '🎉'],
    ]);
    await embedMissing(texts, createFakeEmbedder(), cache);
    for (const [key, text] of texts) expect(cache.get(key)).toEqual(embedFakePassage(text));
  });

  it('embeds nothing that the cache has', async () => {
    const cache = createMemoryCache();
    const embedder = createFakeEmbedder();
    await embedMissing(numbered(5), embedder, cache);
    await embedMissing(numbered(7), embedder, cache);
    expect(embedder.embedded).toHaveLength(7);
    await embedMissing(numbered(7), embedder, cache);
    expect(embedder.embedded).toHaveLength(7);
  });

  it('embeds short texts first', async () => {
    const embedder = createFakeEmbedder();
    const texts = new Map([
      ['a', 'a long text'],
      ['b', 'mid'],
      ['c', '短'],
    ]);
    await embedMissing(texts, embedder, createMemoryCache());
    expect(embedder.embedded).toEqual(['短', 'mid', 'a long text']);
  });

  it('tells how many of the missing ones are done, from none to all', async () => {
    const cache = createMemoryCache();
    await embedMissing(numbered(2), createFakeEmbedder(), cache);
    const heard: string[] = [];
    await embedMissing(numbered(5), createFakeEmbedder(), cache, (done, total) =>
      heard.push(`${done}/${total}`),
    );
    expect(heard).toEqual(['0/3', '1/3', '2/3', '3/3']);
  });

  it('says once that there is nothing to do', async () => {
    const heard: string[] = [];
    await embedMissing(new Map(), createFakeEmbedder(), createMemoryCache(), (done, total) =>
      heard.push(`${done}/${total}`),
    );
    expect(heard).toEqual(['0/0']);
  });

  it('keeps every finished batch when it is interrupted, and goes on after them', async () => {
    const cache = createMemoryCache();
    const stopped = createFakeEmbedder({ failAfter: 150 });
    await expect(embedMissing(numbered(200), stopped, cache)).rejects.toThrow(FakeInterruption);
    expect(cache.size()).toBe(128);
    const next = createFakeEmbedder();
    await embedMissing(numbered(200), next, cache);
    expect(next.embedded).toHaveLength(72);
    expect(cache.putSizes.every((size) => size <= 64)).toBe(true);
  });
});
