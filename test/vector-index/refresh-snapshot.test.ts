import { readdirSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { IndexIdentity } from '../../src/store/index-identity.ts';
import type { NewsStore } from '../../src/store/news-store.ts';
import { HnswIndex } from '../../src/vector-index/hnsw.ts';
import { readManifest } from '../../src/vector-index/manifest.ts';
import { refreshSnapshot } from '../../src/vector-index/refresh-snapshot.ts';
import { loadSnapshot, readSnapshotChange } from '../../src/vector-index/snapshot.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { makeEmbeddings } from '../support/vectors.ts';

const identity: IndexIdentity = {
  modelId: 'fake',
  modelFileHash: 'abc',
  dimension: 8,
  prefix: '|',
  textVersion: '1.1.1',
};
const embeddings = makeEmbeddings(2600, identity.dimension);
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

let folder: string;
let read: number[];
let told: number[][];

/** The part of a store that a snapshot is made from. */
function storeOf(ids: readonly number[], changeNumber: number): NewsStore {
  const part: Partial<NewsStore> = {
    identity,
    changeNumber,
    chunkIds: async () => [...ids],
    embeddings: async (wanted) => {
      read.push(...wanted);
      return wanted.map((chunkId) => ({ chunkId, embedding: embeddings[chunkId] ?? new Float32Array(8) }));
    },
  };
  return part as NewsStore;
}

const refresh = (ids: readonly number[], change: number) =>
  refreshSnapshot(folder, storeOf(ids, change), (...progress) => told.push(progress));

function load(): HnswIndex {
  const loaded = loadSnapshot(folder, identity);
  if (!('index' in loaded)) throw new Error(loaded.problem);
  return loaded.index;
}

const idsIn = ({ chunkIds }: HnswIndex): number[] => [...chunkIds].sort((a, b) => a - b);

beforeEach(async () => {
  folder = temporaryFolder();
  read = [];
  told = [];
  await refresh(range(0, 100), 1);
  read = [];
  told = [];
});

describe('refreshSnapshot', () => {
  it('writes nothing where nothing changed', async () => {
    const manifest = readManifest(path.join(folder, 'manifest.json'));
    expect(await refresh(range(0, 100), 1)).toBeNull();
    expect(readManifest(path.join(folder, 'manifest.json'))).toEqual(manifest);
    expect([read, told]).toEqual([[], []]);
  });

  it('only counts a change that touched no chunk', async () => {
    const [file] = readdirSync(folder).filter((name) => name.endsWith('.hnsw'));
    expect(await refresh(range(0, 100), 2)).toBeNull();
    expect(readManifest(path.join(folder, 'manifest.json'))).toMatchObject({ file, change: 2 });
    expect([read, told]).toEqual([[], []]);
  });

  it('adds and removes where little changed, reading no more embeddings than were added', async () => {
    const ids = [...range(4, 100), 120, 121];
    expect(await refresh(ids, 2)).toBeNull();
    expect([read, told]).toEqual([[120, 121], [[2, 2]]]);
    const index = load();
    expect(idsIn(index)).toEqual(ids);
    expect([...index.removedIds].sort((a, b) => a - b)).toEqual([0, 1, 2, 3]);
    expect(readSnapshotChange(folder, identity)).toBe(2);
    const wanted = HnswIndex.create(8, 100);
    for (const id of ids) wanted.add(id, embeddings[id] ?? new Float32Array(8));
    for (const question of makeEmbeddings(5, 8, 2))
      expect(index.search(question, 10)).toEqual(wanted.search(question, 10));
  });

  it.each([
    ['were added', range(0, 125)],
    ['were removed', range(25, 100)],
  ])('builds the graph anew where more than a fifth of it %s', async (_what, ids) => {
    await refresh(ids, 2);
    expect(read).toEqual(ids);
    expect([idsIn(load()), load().removedIds.size]).toEqual([ids, 0]);
  });

  it('builds it anew when small changes have removed more than a fifth in all', async () => {
    for (const [at, from] of [8, 16].entries()) await refresh(range(from, 100), 2 + at);
    expect(load().removedIds.size).toBe(16);
    await refresh(range(24, 100), 4);
    expect([idsIn(load()), load().removedIds.size]).toEqual([range(24, 100), 0]);
  });

  it('builds it anew where the file is damaged, and says what was wrong', async () => {
    const file = path.join(folder, readdirSync(folder).find((name) => name.endsWith('.hnsw')) ?? '');
    truncateSync(file, 10);
    expect(await refresh([...range(0, 100), 110], 2)).toEqual({ problem: 'wrong-size', file });
    expect(idsIn(load())).toEqual([...range(0, 100), 110]);
  });

  it('leaves a large snapshot as it is until much changed, for opening makes up for it', async () => {
    const manifestFile = path.join(folder, 'manifest.json');
    await refresh(range(0, 2400), 2);
    const manifest = readManifest(manifestFile);
    read = [];
    expect(await refresh([...range(100, 2400), ...range(2401, 2501)], 3)).toBeNull();
    expect(read).toEqual([]);
    expect(readManifest(manifestFile)).toEqual(manifest);
    await refresh([...range(200, 2400), ...range(2401, 2501)], 4);
    expect(readSnapshotChange(folder, identity)).toBe(4);
    expect(load().size).toBe(2300);
  });

  it('does not leave a large snapshot that is damaged', async () => {
    await refresh(range(0, 2400), 2);
    const file = path.join(folder, readdirSync(folder).find((name) => name.endsWith('.hnsw')) ?? '');
    truncateSync(file, 10);
    expect(await refresh(range(0, 2401), 3)).toEqual({ problem: 'wrong-size', file });
    expect(load().size).toBe(2401);
  });
});
