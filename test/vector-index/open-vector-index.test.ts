import { readdirSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { IndexIdentity } from '../../src/store/index-identity.ts';
import type { NewsReader } from '../../src/store/news-store.ts';
import { ExactIndex } from '../../src/vector-index/exact.ts';
import { HnswIndex } from '../../src/vector-index/hnsw.ts';
import { buildHnswIndex, exactLimit, openVectorIndex } from '../../src/vector-index/open-vector-index.ts';
import type { SnapshotNotice } from '../../src/vector-index/open-vector-index.ts';
import { writeSnapshot } from '../../src/vector-index/snapshot.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { makeEmbeddings } from '../support/vectors.ts';

const identity: IndexIdentity = {
  modelId: 'fake',
  modelFileHash: 'abc',
  dimension: 4,
  prefix: '|',
  textVersion: '1.1.1',
};
const embeddings = makeEmbeddings(exactLimit + 200, identity.dimension);
const embeddingOf = (id: number): Float32Array => embeddings[id] ?? new Float32Array(identity.dimension);
const many = embeddings.map((_, id) => id).slice(0, exactLimit + 100);

/** The part of a store that a vector index is made from. */
function storeOf(ids: readonly number[]): NewsReader {
  const part: Partial<NewsReader> = {
    identity,
    chunkIds: async () => [...ids],
    embeddings: async (wanted) => wanted.map((chunkId) => ({ chunkId, embedding: embeddingOf(chunkId) })),
  };
  return part as NewsReader;
}

let folder: string;
let notices: SnapshotNotice[];

const open = (ids: readonly number[]) =>
  openVectorIndex(folder, storeOf(ids), (notice) => notices.push(notice));

beforeEach(() => {
  folder = temporaryFolder();
  notices = [];
});

describe('openVectorIndex', () => {
  it.each([
    ['none', 0],
    ['one', 1],
    ['as many as are quickly compared', exactLimit],
  ])('compares with every chunk where there are few: %s', async (_what, count) => {
    const ids = many.slice(0, count);
    writeSnapshot(folder, await buildHnswIndex(storeOf(ids), ids), identity);
    const index = await open(ids);
    expect(index).toBeInstanceOf(ExactIndex);
    expect(index.size).toBe(count);
    expect(notices).toEqual([]);
  });

  it('loads the snapshot where there are many', async () => {
    writeSnapshot(folder, await buildHnswIndex(storeOf(many), many), identity);
    const index = await open(many);
    expect(index).toBeInstanceOf(HnswIndex);
    expect(index.size).toBe(many.length);
    expect(notices).toEqual([]);
  });

  it('brings a snapshot up to the store: chunks that went are forgotten, new ones are found', async () => {
    writeSnapshot(folder, await buildHnswIndex(storeOf(many), many), identity);
    const now = [...many.slice(10), exactLimit + 150];
    const index = await open(now);
    expect(index.size).toBe(now.length);
    expect(index.search(embeddingOf(exactLimit + 150), 1)[0]?.chunkId).toBe(exactLimit + 150);
    const gone = new Set(many.slice(0, 10));
    for (const id of gone) {
      expect(index.search(embeddingOf(id), 20).filter(({ chunkId }) => gone.has(chunkId))).toEqual([]);
    }
  });

  it.each([
    ['few chunks', many.slice(0, 50), ExactIndex],
    ['many chunks', many, HnswIndex],
  ])('answers for %s although the snapshot is damaged, and says so', async (_what, ids, kind) => {
    writeSnapshot(folder, await buildHnswIndex(storeOf(ids), ids), identity);
    const file = path.join(folder, readdirSync(folder).find((name) => name.endsWith('.hnsw')) ?? '');
    truncateSync(file, 10);
    const index = await open(ids);
    expect(index).toBeInstanceOf(kind);
    expect(index.size).toBe(ids.length);
    expect(notices).toEqual([{ problem: 'wrong-size', file }]);
  });

  it('says that there is no snapshot', async () => {
    const index = await open(many.slice(0, 5));
    expect(index.size).toBe(5);
    expect(notices).toEqual([{ problem: 'missing', file: path.join(folder, 'manifest.json') }]);
  });
});

describe('buildHnswIndex', () => {
  it('tells how many chunks are in it', async () => {
    const done: number[] = [];
    await buildHnswIndex(storeOf(many), many, (count) => done.push(count));
    expect(done).toEqual([1000, 2000, many.length]);
  });
});
