import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../../src/vector-index/manifest.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const good = {
  format: 1,
  file: 'vectors-0123456789abcdef.hnsw',
  sha256: '0123456789abcdef'.repeat(4),
  bytes: 100,
  count: 3,
  lastChunkId: 9,
  removed: [4, 9],
  change: 7,
  identity: { modelId: '模型', modelFileHash: 'abc', dimension: 8, prefix: '|', textVersion: '1.1.1' },
  graph: { m: 16, efConstruction: 200, seed: 100 },
};

function read(content: unknown): unknown {
  const folder = writeFiles(temporaryFolder(), { 'manifest.json': JSON.stringify(content) });
  return readManifest(path.join(folder, 'manifest.json'));
}

describe('readManifest', () => {
  it('reads what a snapshot claims', () => {
    expect(read(good)).toEqual(good);
  });

  it('takes a snapshot of an older version to be without removed chunks', () => {
    expect(read({ ...good, removed: undefined, change: undefined, lastChunkId: undefined })).toEqual({
      ...good,
      lastChunkId: 0,
      removed: [],
      change: 0,
    });
  });

  it('tells a missing manifest from a bad one', () => {
    expect(readManifest(path.join(temporaryFolder(), 'manifest.json'))).toBe('missing');
    expect(readManifest(temporaryFolder())).toBe('unreadable');
  });

  it.each([
    ['a path outside the folder', { file: '../vectors-0123456789abcdef.hnsw' }],
    ['a file name of another kind', { file: 'index.db' }],
    ['a hash of another length', { sha256: 'abc' }],
    ['no bytes', { bytes: 0 }],
    ['a count below zero', { count: -1 }],
    ['a count in words', { count: '三' }],
    ['removed chunks in words', { removed: ['四'] }],
    ['another format', { format: 2 }],
    ['no identity', { identity: undefined }],
    ['no graph', { graph: null }],
  ])('does not trust a manifest with %s', (_what, change) => {
    expect(read({ ...good, ...change })).toBe('unreadable');
  });
});
