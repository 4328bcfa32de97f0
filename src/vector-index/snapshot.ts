import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { UserError } from '../errors.ts';
import type { IndexIdentity } from '../store/index-identity.ts';
import { HnswIndex, hnswParameters } from './hnsw.ts';
import { manifestFormat, readManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { hashFile, hashFileAside, replaceFile, syncAndRename } from '../store/whole-file.ts';

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
 * @param change number of the last change of the index that it contains
 * @throws UserError `index-unwritable` if the file is smaller than such a graph must be (a full disk)
 */
export function writeSnapshot(
  folder: string,
  index: HnswIndex,
  identity: IndexIdentity,
  change = 0,
): Manifest {
  const temporary = path.join(folder, `vectors.hnsw.${String(process.pid)}.tmp`);
  try {
    index.save(temporary);
    const bytes = statSync(temporary).size;
    if (bytes < index.size * identity.dimension * Float32Array.BYTES_PER_ELEMENT) {
      throw new UserError('index-unwritable', { folder, detail: `only ${String(bytes)} bytes written` });
    }
    const sha256 = hashFile(temporary);
    const file = `vectors-${sha256.slice(0, 16)}.hnsw`;
    const { m, efConstruction, seed } = hnswParameters;
    const manifest: Manifest = {
      format: manifestFormat,
      file,
      sha256,
      bytes,
      count: index.size,
      removed: [...index.removedIds].sort((a, b) => a - b),
      lastChunkId: [...index.chunkIds].reduce((last, id) => Math.max(last, id), 0),
      change,
      identity,
      graph: { m, efConstruction, seed },
    };
    syncAndRename(temporary, path.join(folder, file));
    replaceManifest(folder, manifest);
    removeOthers(folder, file);
    return manifest;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Loads the snapshot in `folder` if every claim of its manifest holds; the native loader sees no other file. */
export function loadSnapshot(folder: string, identity: IndexIdentity): LoadedSnapshot {
  const found = findSnapshot(folder, identity);
  if ('problem' in found) return found;
  const { file, manifest } = found;
  if (hashFile(file) !== manifest.sha256) return { problem: 'wrong-hash', file };
  return checkCount(HnswIndex.load(file, identity.dimension, manifest.removed), found);
}

/** As `loadSnapshot`, for a program that has other things to do meanwhile: no step takes longer than some milliseconds. */
export async function loadSnapshotAside(folder: string, identity: IndexIdentity): Promise<LoadedSnapshot> {
  const found = findSnapshot(folder, identity);
  if ('problem' in found) return found;
  const { file, manifest } = found;
  if (!(await isIntact(found))) return { problem: 'wrong-hash', file };
  return checkCount(await HnswIndex.loadAside(file, identity.dimension, manifest.removed), found);
}

/** Whether the snapshot in `folder` is a whole one, as its manifest says; the graph is not loaded for it. */
export async function isSnapshotIntact(folder: string, identity: IndexIdentity): Promise<boolean> {
  const found = findSnapshot(folder, identity);
  return !('problem' in found) && isIntact(found);
}

async function isIntact({ file, manifest }: FoundSnapshot): Promise<boolean> {
  return (await hashFileAside(file)) === manifest.sha256;
}

/** Number of the last change that the snapshot in `folder` contains; undefined where there is no such snapshot. */
export function readSnapshotChange(folder: string, identity: IndexIdentity): number | undefined {
  const found = findSnapshot(folder, identity);
  return 'problem' in found ? undefined : found.manifest.change;
}

/**
 * How many chunks the snapshot in `folder` and a store differ in, told without reading the file; null where that can not be
 * told or the file is not as its manifest says.
 *
 * @param ids of the store's chunks, ascending
 */
export function countBehind(folder: string, identity: IndexIdentity, ids: readonly number[]): number | null {
  const found = findSnapshot(folder, identity);
  if ('problem' in found || found.manifest.lastChunkId === 0) return null;
  const { lastChunkId, count } = found.manifest;
  // Ids only grow: what is larger than the largest came afterwards.
  const added = ids.length - countUpTo(ids, lastChunkId);
  const removed = count - (ids.length - added);
  return removed < 0 ? null : added + removed;
}

/** How many of the ascending numbers are not larger than `last`. */
function countUpTo(ascending: readonly number[], last: number): number {
  const at = ascending.findIndex((id) => id > last);
  return at < 0 ? ascending.length : at;
}

/** Says of the snapshot in `folder` that it contains another change, which touched no chunk. */
export function stampSnapshot(folder: string, identity: IndexIdentity, change: number): void {
  const found = findSnapshot(folder, identity);
  if (!('problem' in found) && found.manifest.change !== change)
    replaceManifest(folder, { ...found.manifest, change });
}

function replaceManifest(folder: string, manifest: Manifest): void {
  replaceFile(path.join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
}

interface FoundSnapshot {
  readonly file: string;
  readonly manifest: Manifest;
}

/** The snapshot that the manifest describes, as far as can be told without reading it. */
function findSnapshot(
  folder: string,
  identity: IndexIdentity,
): FoundSnapshot | { readonly problem: SnapshotProblem; readonly file: string } {
  const manifestFile = path.join(folder, manifestName);
  const manifest = readManifest(manifestFile);
  if (manifest === 'missing') return { problem: 'missing', file: manifestFile };
  if (manifest === 'unreadable') return { problem: 'manifest-unreadable', file: manifestFile };
  const { m, efConstruction, seed } = hnswParameters;
  if (!isDeepStrictEqual([manifest.identity, manifest.graph], [identity, { m, efConstruction, seed }])) {
    return { problem: 'other-build', file: manifestFile };
  }
  const file = path.join(folder, manifest.file);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return { problem: 'file-missing', file };
  if (stats.size !== manifest.bytes) return { problem: 'wrong-size', file };
  return { file, manifest };
}

function checkCount(index: HnswIndex, { file, manifest }: FoundSnapshot): LoadedSnapshot {
  const isAsClaimed = index.size === manifest.count && index.removedIds.size === manifest.removed.length;
  return isAsClaimed ? { index } : { problem: 'other-count', file };
}

/**
 * Takes away what a snapshot is known by, where it may be of another database than the one beside it: an index that is made
 * again from nothing gives out the same chunk ids, to other chunks.
 */
export function forgetSnapshot(folder: string): void {
  rmSync(path.join(folder, manifestName), { force: true });
}

/** Older snapshots: the writer lock says that no other is at work. */
const oldSnapshot = /^vectors-.*\.hnsw$/;

function removeOthers(folder: string, keep: string): void {
  for (const name of readdirSync(folder)) {
    if (oldSnapshot.test(name) && name !== keep) rmSync(path.join(folder, name), { force: true });
  }
  removeUnfinished(folder);
}

/** Temporary files, under the names that those who write beside an index give them. */
const unfinished = /^(?:vectors\.hnsw|manifest\.json|files\.json)\.\d+\.tmp$/;

/** Removes what a killed writer left half written. The caller holds the writer lock. */
export function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (unfinished.test(name)) rmSync(path.join(folder, name), { force: true });
  }
}
