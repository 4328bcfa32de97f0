import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { systemErrorCode } from '../errors.ts';
import type { IndexIdentity } from '../store/news-store.ts';
import { HnswIndex, hnswParameters } from './hnsw.ts';
import { manifestFormat, readManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';

const manifestName = 'manifest.json';

/** Why a snapshot was not used. Whatever it was, nothing is lost: it is a cache of the database. */
export type SnapshotProblem =
  | 'missing'
  | 'manifest-unreadable'
  | 'file-missing'
  | 'wrong-size'
  | 'wrong-hash'
  | 'other-build'
  | 'other-count';

/** A snapshot that was loaded, or why not; `file` is the one to blame. */
export type LoadedSnapshot =
  { readonly index: HnswIndex } | { readonly problem: SnapshotProblem; readonly file: string };

/**
 * Writes the vector index to `folder`. The file is named by its hash and the manifest is renamed last, so at every
 * moment the manifest in place describes a whole file: the old one or the new.
 *
 * @throws RangeError if the file written is not as large as a graph of this size must be (a full disk)
 */
export function writeSnapshot(folder: string, index: HnswIndex, identity: IndexIdentity): Manifest {
  const temporary = path.join(folder, `vectors.hnsw.${String(process.pid)}.tmp`);
  try {
    index.save(temporary);
    const bytes = statSync(temporary).size;
    if (bytes < index.size * identity.dimension * Float32Array.BYTES_PER_ELEMENT) {
      throw new RangeError(
        `wrote ${String(bytes)} bytes for ${String(index.size)} embeddings: is the disk full?`,
      );
    }
    const sha256 = createHash('sha256').update(readFileSync(temporary)).digest('hex');
    const file = `vectors-${sha256.slice(0, 16)}.hnsw`;
    const { m, efConstruction, seed } = hnswParameters;
    const lastChunkId = Math.max(0, ...lastOf(index.chunkIds));
    const manifest: Manifest = {
      format: manifestFormat,
      file,
      sha256,
      bytes,
      count: index.size,
      lastChunkId,
      identity,
      graph: { m, efConstruction, seed },
    };
    syncAndRename(temporary, path.join(folder, file));
    replaceFile(path.join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
    removeOthers(folder, file);
    return manifest;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** The largest id as a list of one, or an empty list: spreading all of a large set would overflow the stack. */
function lastOf(ids: ReadonlySet<number>): number[] {
  let last: number | undefined;
  for (const id of ids) if (last === undefined || id > last) last = id;
  return last === undefined ? [] : [last];
}

/** Loads the snapshot in `folder` if every claim of its manifest holds; the native loader sees no other file. */
export function loadSnapshot(folder: string, identity: IndexIdentity): LoadedSnapshot {
  const manifestFile = path.join(folder, manifestName);
  const manifest = readManifest(manifestFile);
  if (manifest === 'missing') return { problem: 'missing', file: manifestFile };
  if (manifest === 'unreadable') return { problem: 'manifest-unreadable', file: manifestFile };
  const file = path.join(folder, manifest.file);
  const { m, efConstruction, seed } = hnswParameters;
  if (!isDeepStrictEqual([manifest.identity, manifest.graph], [identity, { m, efConstruction, seed }])) {
    return { problem: 'other-build', file: manifestFile };
  }
  const problem = checkFile(file, manifest);
  if (problem !== undefined) return { problem, file };
  const index = HnswIndex.load(file, identity.dimension);
  return index.size === manifest.count ? { index } : { problem: 'other-count', file };
}

function checkFile(file: string, manifest: Manifest): SnapshotProblem | undefined {
  let content: Buffer;
  try {
    if (statSync(file).size !== manifest.bytes) return 'wrong-size';
    content = readFileSync(file);
  } catch (error) {
    if (systemErrorCode(error) === 'unknown') throw error;
    return 'file-missing';
  }
  return createHash('sha256').update(content).digest('hex') === manifest.sha256 ? undefined : 'wrong-hash';
}

/** Writes a small file so that after a crash the old or the new content is there, whole. */
function replaceFile(file: string, content: string): void {
  const temporary = `${file}.${String(process.pid)}.tmp`;
  writeFileSync(temporary, content);
  syncAndRename(temporary, file);
}

function syncAndRename(from: string, to: string): void {
  sync(from);
  renameSync(from, to);
  // The rename itself lives in the folder.
  sync(path.dirname(to));
}

function sync(file: string): void {
  const descriptor = openSync(file, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function removeOthers(folder: string, keep: string): void {
  for (const name of readdirSync(folder)) {
    if (/^vectors-.*\.hnsw$/.test(name) && name !== keep) rmSync(path.join(folder, name), { force: true });
  }
}
