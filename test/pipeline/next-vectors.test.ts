import { beforeEach, describe, expect, it } from 'vitest';
import { NextVectors } from '../../src/pipeline/next-vectors.ts';
import type { IndexIdentity } from '../../src/store/index-identity.ts';
import type { NewsStore, NewsView } from '../../src/store/news-store.ts';
import { GraphView } from '../../src/vector-index/graph-view.ts';
import { buildVectorIndex, exactLimit } from '../../src/vector-index/open-vector-index.ts';
import { refreshSnapshot } from '../../src/vector-index/refresh-snapshot.ts';
import type { VectorSearch } from '../../src/vector-index/vector-index.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { makeEmbeddings } from '../support/vectors.ts';

const identity: IndexIdentity = {
  modelId: 'fake',
  modelFileHash: 'abc',
  dimension: 4,
  prefix: '|',
  textVersion: '1.1.1',
};
const embeddings = makeEmbeddings(exactLimit + 3000, identity.dimension);
const embeddingOf = (id: number): Float32Array => embeddings[id] ?? new Float32Array(identity.dimension);
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

/** The part of a state of the store that a vector index is made from. */
function stateOf(ids: readonly number[], changeNumber: number): NewsView & NewsStore {
  const part: Partial<NewsView> = {
    identity,
    changeNumber,
    chunkIds: async () => [...ids],
    embeddings: async (wanted) => wanted.map((chunkId) => ({ chunkId, embedding: embeddingOf(chunkId) })),
  };
  return part as NewsView & NewsStore;
}

const nearest = (search: VectorSearch | undefined, id: number): number | undefined =>
  search?.search(embeddingOf(id), 1)[0]?.chunkId;
const sameFile = { isOtherFile: false };

let folder: string;

/** Vectors of a first state, whose snapshot is written. */
async function begin(ids: readonly number[]): Promise<NextVectors> {
  const state = stateOf(ids, 1);
  await refreshSnapshot(folder, state, () => undefined);
  return new NextVectors(folder, await buildVectorIndex(state, ids), ids);
}

beforeEach(() => {
  folder = temporaryFolder();
});

describe('the vectors of the next state', () => {
  const first = range(1, exactLimit + 501);

  it('share the graph where little changed, and the state before sees none of it', async () => {
    const vectors = await begin(first);
    const before = vectors.current;
    const ids = [...first.slice(5), exactLimit + 700];
    const next = await vectors.next(stateOf(ids, 2), sameFile);
    expect([next?.size, before.size]).toEqual([ids.length, first.length]);
    expect(nearest(next, exactLimit + 700)).toBe(exactLimit + 700);
    expect(nearest(before, exactLimit + 700)).not.toBe(exactLimit + 700);
    expect([nearest(before, 3), nearest(next, 3) === 3]).toEqual([3, false]);
    expect(vectors.current).toBe(next);
  });

  it('wait for the snapshot where much was added, and come from it when it is there', async () => {
    const vectors = await begin(first);
    const before = vectors.current;
    const state = stateOf(range(1, exactLimit + 2501), 2);
    expect(await vectors.next(state, sameFile)).toBeUndefined();
    expect(vectors.current).toBe(before);
    await refreshSnapshot(folder, state, () => undefined);
    const next = await vectors.next(state, sameFile);
    expect([next?.size, before.size]).toEqual([exactLimit + 2500, first.length]);
    expect(nearest(next, exactLimit + 2400)).toBe(exactLimit + 2400);
  });

  it('are compared exactly where few chunks are left, and come from the snapshot when they are many again', async () => {
    const vectors = await begin(first);
    expect((await vectors.next(stateOf([7, 8, 9], 2), sameFile))?.size).toBe(3);
    const state = stateOf(first, 3);
    await refreshSnapshot(folder, state, () => undefined);
    expect((await vectors.next(state, sameFile))?.size).toBe(first.length);
  });

  it('can be replaced by a snapshot without the removed chunks, once those are many', async () => {
    const many = range(1, exactLimit + 901);
    const vectors = await begin(many);
    const fewer = stateOf(many.slice(800), 2);
    const view = await vectors.next(fewer, sameFile);
    if (!(view instanceof GraphView)) throw new Error('no view of a graph');
    view.removeGone();
    expect(vectors.canBeReplaced(fewer)).toBe(false);
    await refreshSnapshot(folder, fewer, () => undefined);
    expect(vectors.canBeReplaced(fewer)).toBe(true);
    expect(nearest(await vectors.next(fewer, sameFile), 900)).toBe(900);
    expect(vectors.canBeReplaced(fewer)).toBe(false);
  });

  it('share nothing with those of another index in the same folder', async () => {
    const vectors = await begin(first);
    const next = await vectors.next(stateOf(first, 1), { isOtherFile: true });
    expect(next?.size).toBe(first.length);
    expect(nearest(next, 12)).toBe(12);
  });
});
