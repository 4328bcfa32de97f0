import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IndexIdentity } from '../../src/store/index-identity.ts';
import { HnswIndex } from '../../src/vector-index/hnsw.ts';
import { loadSnapshot, loadSnapshotAside, writeSnapshot } from '../../src/vector-index/snapshot.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';
import { makeEmbeddings } from '../support/vectors.ts';

const identity: IndexIdentity = {
  modelId: 'fake',
  modelFileHash: 'abc',
  dimension: 8,
  prefix: 'query: |passage: ',
  textVersion: '1.1.1',
};

const embeddings = makeEmbeddings(40, identity.dimension);

function buildIndex(count = embeddings.length): HnswIndex {
  const index = HnswIndex.create(identity.dimension, count);
  for (const [id, embedding] of embeddings.slice(0, count).entries()) index.add(id + 1, embedding);
  return index;
}

const manifestIn = (folder: string): string => path.join(folder, 'manifest.json');
const vectorsIn = (folder: string): string =>
  path.join(folder, readdirSync(folder).find((name) => name.endsWith('.hnsw')) ?? 'none');

const editManifest = (folder: string, edit: (manifest: Record<string, unknown>) => void): void => {
  const manifest = JSON.parse(readFileSync(manifestIn(folder), 'utf8'));
  edit(manifest);
  writeFileSync(manifestIn(folder), JSON.stringify(manifest));
};

const flipByte = (file: string, at: number): void => {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
};

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('writeSnapshot', () => {
  it('writes a snapshot that loads and finds the same', () => {
    const index = buildIndex();
    const manifest = writeSnapshot(folder, index, identity);
    const loaded = loadSnapshot(folder, identity);
    if (!('index' in loaded)) throw new Error(loaded.problem);
    expect(loaded.index.size).toBe(40);
    expect([...loaded.index.chunkIds].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, id) => id + 1),
    );
    for (const question of makeEmbeddings(5, identity.dimension, 2)) {
      expect(loaded.index.search(question, 10)).toEqual(index.search(question, 10));
    }
    expect(manifest).toMatchObject({ format: 1, count: 40, identity });
    expect(readdirSync(folder).sort()).toEqual(['manifest.json', manifest.file]);
  });

  it('writes an index without chunks', () => {
    expect(writeSnapshot(folder, buildIndex(0), identity)).toMatchObject({ count: 0 });
    expect(loadSnapshot(folder, identity)).toHaveProperty('index.size', 0);
  });

  it('gives identical bytes for the same chunks', () => {
    const other = temporaryFolder();
    writeSnapshot(folder, buildIndex(), identity);
    writeSnapshot(other, buildIndex(), identity);
    expect(readFileSync(manifestIn(other))).toEqual(readFileSync(manifestIn(folder)));
    expect(readFileSync(vectorsIn(other))).toEqual(readFileSync(vectorsIn(folder)));
  });

  it('replaces the snapshot before it and touches nothing else', () => {
    writeFiles(folder, { 'index.db': 'db', 'notes.hnsw': 'mine' });
    const old = writeSnapshot(folder, buildIndex(20), identity);
    const { file } = writeSnapshot(folder, buildIndex(), identity);
    expect(file).not.toBe(old.file);
    expect(readdirSync(folder).sort()).toEqual(['index.db', 'manifest.json', 'notes.hnsw', file].sort());
    expect(loadSnapshot(folder, identity)).toHaveProperty('index.size', 40);
  });

  it('clears away what a killed writer left half written', () => {
    writeFiles(folder, {
      'vectors.hnsw.4242.tmp': 'half',
      'manifest.json.4242.tmp': 'half',
      'my.tmp': 'mine',
    });
    const { file } = writeSnapshot(folder, buildIndex(), identity);
    expect(readdirSync(folder).sort()).toEqual(['manifest.json', 'my.tmp', file]);
  });

  it('can be written again over itself', () => {
    writeSnapshot(folder, buildIndex(), identity);
    writeSnapshot(folder, buildIndex(), identity);
    expect(loadSnapshot(folder, identity)).toHaveProperty('index.size', 40);
  });

  it('fails where the folder is a file, and leaves that file alone', () => {
    const file = path.join(writeFiles(folder, { 'a-file': 'content' }), 'a-file');
    expect(() => writeSnapshot(file, buildIndex(), identity)).toThrow(/ENOTDIR/);
    expect(readFileSync(file, 'utf8')).toBe('content');
    expect(readdirSync(folder)).toEqual(['a-file']);
  });

  it('fails where the folder is missing', () => {
    expect(() => writeSnapshot(path.join(folder, 'missing'), buildIndex(), identity)).toThrow(/ENOENT/);
  });

  it.skipIf(!existsSync('/dev/full'))(
    'notices a full disk, which the library does not (needs /dev/full)',
    () => {
      writeSnapshot(folder, buildIndex(20), identity);
      symlinkSync('/dev/full', path.join(folder, `vectors.hnsw.${String(process.pid)}.tmp`));
      expect(() => writeSnapshot(folder, buildIndex(), identity)).toThrow(
        expect.objectContaining({ code: 'index-unwritable', context: expect.objectContaining({ folder }) }),
      );
      expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      expect(loadSnapshot(folder, identity)).toHaveProperty('index.size', 20);
    },
  );

  it('leaves no temporary file when the manifest can not be put in its place', () => {
    mkdirSync(path.join(manifestIn(folder), 'in the way'), { recursive: true });
    expect(() => writeSnapshot(folder, buildIndex(), identity)).toThrow(/EISDIR|ENOTEMPTY/);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

/** Each harms a good snapshot; the file named is the one to blame. */
const damages: readonly (readonly [
  what: string,
  harm: (folder: string) => void,
  problem: string,
  blamed: 'manifest' | 'vectors',
])[] = [
  ['no snapshot at all', (at) => emptyFolder(at), 'missing', 'manifest'],
  ['no manifest', (at) => rmSync(manifestIn(at)), 'missing', 'manifest'],
  ['an empty manifest', (at) => truncateSync(manifestIn(at), 0), 'manifest-unreadable', 'manifest'],
  ['a manifest cut short', (at) => truncateSync(manifestIn(at), 100), 'manifest-unreadable', 'manifest'],
  [
    'a garbled manifest',
    (at) => writeFileSync(manifestIn(at), '\0\xff清单'),
    'manifest-unreadable',
    'manifest',
  ],
  ['another JSON file', (at) => writeFileSync(manifestIn(at), '[1]'), 'manifest-unreadable', 'manifest'],
  ['a folder for a manifest', folderForManifest, 'manifest-unreadable', 'manifest'],
  ['a manifest of a later format', set({ format: 2 }), 'manifest-unreadable', 'manifest'],
  ['a manifest that points elsewhere', set({ file: '../../etc/passwd' }), 'manifest-unreadable', 'manifest'],
  ['another model', set({ identity: { ...identity, modelId: '别的模型' } }), 'other-build', 'manifest'],
  ['another model file', set({ identity: { ...identity, modelFileHash: 'def' } }), 'other-build', 'manifest'],
  ['another dimension', set({ identity: { ...identity, dimension: 16 } }), 'other-build', 'manifest'],
  ['another prefix', set({ identity: { ...identity, prefix: '|' } }), 'other-build', 'manifest'],
  ['another chunker', set({ identity: { ...identity, textVersion: '1.2.1' } }), 'other-build', 'manifest'],
  ['other links a node', set({ graph: { m: 8, efConstruction: 200, seed: 100 } }), 'other-build', 'manifest'],
  [
    'other care in building',
    set({ graph: { m: 16, efConstruction: 50, seed: 100 } }),
    'other-build',
    'manifest',
  ],
  ['no vectors', (at) => rmSync(vectorsIn(at)), 'file-missing', 'vectors'],
  ['a folder for vectors', folderForVectors, 'wrong-size', 'vectors'],
  ['emptied vectors', (at) => truncateSync(vectorsIn(at), 0), 'wrong-size', 'vectors'],
  ['vectors cut short by a byte', cutByte, 'wrong-size', 'vectors'],
  ['extended vectors', (at) => writeFileSync(vectorsIn(at), 'x', { flag: 'a' }), 'wrong-size', 'vectors'],
  ['a flipped bit in the head', (at) => flipByte(vectorsIn(at), 8), 'wrong-hash', 'vectors'],
  ['a flipped bit in the middle', (at) => flipByte(vectorsIn(at), 1000), 'wrong-hash', 'vectors'],
];

function emptyFolder(at: string): void {
  for (const name of readdirSync(at)) rmSync(path.join(at, name));
}

function set(values: Record<string, unknown>): (folder: string) => void {
  return (at) => editManifest(at, (manifest) => Object.assign(manifest, values));
}

function folderForManifest(at: string): void {
  rmSync(manifestIn(at));
  mkdirSync(manifestIn(at));
}

function folderForVectors(at: string): void {
  const file = vectorsIn(at);
  rmSync(file);
  mkdirSync(file);
}

function cutByte(at: string): void {
  truncateSync(vectorsIn(at), readFileSync(vectorsIn(at)).length - 1);
}

describe('loadSnapshot', () => {
  it.each(damages)(
    'says what is wrong with %s, and the native loader never sees it',
    async (_what, harm, problem, blamed) => {
      const { file } = writeSnapshot(folder, buildIndex(), identity);
      harm(folder);
      const load = vi.spyOn(HnswIndex, 'load');
      const name = blamed === 'manifest' ? 'manifest.json' : file;
      const loadAside = vi.spyOn(HnswIndex, 'loadAside');
      expect(loadSnapshot(folder, identity)).toEqual({ problem, file: path.join(folder, name) });
      expect(await loadSnapshotAside(folder, identity)).toEqual({ problem, file: path.join(folder, name) });
      expect(loadAside).not.toHaveBeenCalled();
      expect(load).not.toHaveBeenCalled();
    },
  );

  it('refuses the snapshot of another index that was put in its place', () => {
    const other = temporaryFolder();
    const { file } = writeSnapshot(folder, buildIndex(), identity);
    writeSnapshot(other, buildIndex(20), identity);
    copyFileSync(vectorsIn(other), path.join(folder, file));
    expect(loadSnapshot(folder, identity)).toMatchObject({ problem: 'wrong-size' });
  });

  it('refuses a graph that holds another number of chunks than its manifest says', () => {
    writeSnapshot(folder, buildIndex(), identity);
    editManifest(folder, (manifest) => (manifest['count'] = 39));
    expect(loadSnapshot(folder, identity)).toMatchObject({ problem: 'other-count' });
  });

  it('keeps removed chunks removed', () => {
    const index = buildIndex();
    for (const id of [7, 3]) index.remove(id);
    expect(writeSnapshot(folder, index, identity, 5)).toMatchObject({
      count: 38,
      removed: [3, 7],
      change: 5,
    });
    const loaded = loadSnapshot(folder, identity);
    if (!('index' in loaded)) throw new Error(loaded.problem);
    expect(loaded.index.size).toBe(38);
    for (const id of [3, 7]) {
      const found = loaded.index.search(embeddings[id - 1] ?? new Float32Array(8), 40);
      expect(found.map(({ chunkId }) => chunkId)).not.toContain(id);
      loaded.index.remove(id);
    }
    loaded.index.add(7, embeddings[6] ?? new Float32Array(8));
    expect([loaded.index.size, [...loaded.index.removedIds]]).toEqual([39, [3]]);
  });

  it.each([[[]], [[3]], [[3, 7, 1000]]])(
    'refuses a graph whose removed chunks are others than its manifest says: %j',
    (removed) => {
      const index = buildIndex();
      for (const id of [3, 7]) index.remove(id);
      writeSnapshot(folder, index, identity);
      editManifest(folder, (manifest) => (manifest['removed'] = removed));
      expect(loadSnapshot(folder, identity)).toMatchObject({ problem: 'other-count' });
    },
  );

  it('loads the same beside other work', async () => {
    writeSnapshot(folder, buildIndex(), identity);
    const [loaded, aside] = [loadSnapshot(folder, identity), await loadSnapshotAside(folder, identity)];
    if (!('index' in loaded && 'index' in aside)) throw new Error('not loaded');
    const [question = new Float32Array(8)] = makeEmbeddings(1, identity.dimension, 2);
    expect(aside.index.search(question, 10)).toEqual(loaded.index.search(question, 10));
  });

  it('loads from a folder that was moved', () => {
    writeSnapshot(folder, buildIndex(), identity);
    const moved = path.join(temporaryFolder(), '索引 index فهرس');
    renameSync(folder, moved);
    expect(loadSnapshot(moved, identity)).toHaveProperty('index.size', 40);
  });

  it('finds as many candidates after a load as before, and grows', () => {
    writeSnapshot(folder, buildIndex(), identity);
    const loaded = loadSnapshot(folder, identity);
    if (!('index' in loaded)) throw new Error(loaded.problem);
    const more = makeEmbeddings(1500, identity.dimension, 3);
    for (const [position, embedding] of more.entries()) loaded.index.add(1000 + position, embedding);
    expect(loaded.index.size).toBe(1540);
    expect(loaded.index.search(more[1499] ?? new Float32Array(8), 60)).toHaveLength(60);
  });
});
