import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { systemErrorCode, UserError } from '../errors.ts';
import { continueNumbers } from '../store/sqlite/continue-numbers.ts';
import {
  checkDatabase,
  DamagedCopyError,
  keepFile,
  removeDatabase,
  replaceDatabase,
} from '../store/sqlite/copy-database.ts';
import type { TableCounts } from '../store/sqlite/copy-database.ts';
import { takeWriterLock } from '../store/sqlite/writer-lock.ts';
import { forgetSnapshot } from '../vector-index/snapshot.ts';
import type { BackupPlaces } from './backup-index.ts';
import { corpusEntryName, openBackup } from './backup/backup-file.ts';
import type { BackupManifest, OpenedBackup } from './backup/backup-file.ts';
import type { OnProgress } from './progress.ts';
import { writeStoredSnapshot } from './repair-index.ts';

/** What a restore needs beside the places. */
export interface RestoreOptions {
  /** Part of the names under which is kept what was there, such as `20250304T101500Z`. */
  readonly stamp: string;
  /** Told to an indexer that finds the restore at work. */
  readonly holder: string;
  readonly onProgress?: OnProgress;
}

/** What was restored. */
export interface RestoreReport {
  readonly manifest: BackupManifest;
  readonly pagesWritten: number;
  /** Pages that are already as they were. */
  readonly pagesUnchanged: number;
  /** Files and folders that hold what was there before; nothing of it is deleted. */
  readonly kept: readonly string[];
}

/** A restore under way, with what brings back what was there, the last first. */
interface Restore {
  readonly backup: OpenedBackup;
  readonly stamp: string;
  readonly kept: Set<string>;
  readonly undo: (() => Promise<void> | void)[];
}

/**
 * Puts back what a backup holds, after checking all of it: pages that are missing or differ, the desk, the index, and
 * a snapshot built from it. What was there is kept beside it. Where anything fails, all is as it was before.
 *
 * @throws UserError `backup-unreadable`, `backup-damaged`, `backup-unwritable`, `index-busy`, `index-format-mismatch`
 */
export async function restoreBackup(
  file: string,
  places: BackupPlaces,
  { stamp, holder, onProgress = () => undefined }: RestoreOptions,
): Promise<RestoreReport> {
  const backup = openBackup(file);
  const lock = takeWriterLock(places.indexFolder, holder);
  const restore: Restore = { backup, stamp, kept: new Set(), undo: [] };
  try {
    const { manifest } = backup;
    const desk = manifest.desk && stageDatabase(restore, 'desk.db', places.deskFile, manifest.desk.tables);
    const indexFile = path.join(places.indexFolder, 'index.db');
    const index = manifest.index && stageDatabase(restore, 'index.db', indexFile, manifest.index.tables);
    const pages = restoreCorpora(restore, places.indexFolder);
    if (desk !== null) await swapDatabase(restore, desk, places.deskFile);
    if (index !== null) {
      continueNumbers(index, indexFile);
      // It may be of another index altogether, which has other chunks under the same ids.
      forgetSnapshot(places.indexFolder);
      await swapDatabase(restore, index, indexFile);
      await writeStoredSnapshot(places.indexFolder, onProgress);
    }
    restore.undo.length = 0;
    return { manifest, ...pages, kept: [...restore.kept] };
  } catch (cause) {
    throw nameRestoreError(file, cause);
  } finally {
    for (const undo of restore.undo.reverse()) await undo();
    lock.release();
    backup.close();
  }
}

/** What can not be written is a folder of ours; what is not whole is the backup. */
function nameRestoreError(file: string, cause: unknown): unknown {
  if (cause instanceof DamagedCopyError)
    return new UserError('backup-damaged', { file, detail: cause.message }, { cause });
  const code = systemErrorCode(cause);
  if (
    /^(SQLITE_(READONLY|CANTOPEN|FULL|IOERR)|EACCES|EPERM|EROFS|ENOSPC|ENOTDIR|EEXIST|EISDIR|EIO)/.test(code)
  )
    return new UserError('restore-unwritable', { file, detail: describeSystemError(cause) }, { cause });
  return code.startsWith('SQLITE_BUSY') ? new UserError('desk-busy', { file }, { cause }) : cause;
}

function describeSystemError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Extracts a database beside the one it is to replace, on the same disk, and checks it there. */
function stageDatabase(
  { backup, stamp, undo }: Restore,
  name: string,
  target: string,
  tables: TableCounts,
): string {
  const staged = `${target}.restoring-${stamp}`;
  mkdirSync(path.dirname(target), { recursive: true });
  undo.push(() => removeDatabase(staged));
  extractFile(backup, name, staged);
  if (!isDeepStrictEqual(checkDatabase(staged), tables))
    throw new DamagedCopyError(`${name} does not hold the rows that it held`);
  return staged;
}

async function swapDatabase({ stamp, kept, undo }: Restore, staged: string, target: string): Promise<void> {
  const replacement = await replaceDatabase(staged, target, `${target}.before-restore-${stamp}`);
  undo.push(() => replacement.undo());
  if (replacement.keptAs !== null) kept.add(replacement.keptAs);
}

function restoreCorpora(restore: Restore, indexFolder: string) {
  let [pagesWritten, pagesUnchanged] = [0, 0];
  for (const [at, { folder, folderFromIndex, files }] of restore.backup.manifest.corpora.entries()) {
    const target = findFolder(indexFolder, { folder, folderFromIndex });
    for (const { file, sha256 } of files) {
      if (hashFile(path.join(target, file)) === sha256) pagesUnchanged += 1;
      else {
        restorePage(restore, corpusEntryName(at, file), { folder: target, file });
        pagesWritten += 1;
      }
    }
  }
  return { pagesWritten, pagesUnchanged };
}

/** Where the restored index will look for its pages: as seen from itself, else where they were. */
function findFolder(
  indexFolder: string,
  { folder, folderFromIndex }: { readonly folder: string; readonly folderFromIndex: string },
): string {
  const beside = path.resolve(indexFolder, folderFromIndex);
  return !existsSync(beside) && existsSync(folder) ? folder : beside;
}

function hashFile(file: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch (error) {
    if (/^(ENOENT|ENOTDIR)$/.test(systemErrorCode(error))) return undefined;
    throw error;
  }
}

/** A page that differs is kept in a hidden folder of the corpus, which no index reads. */
function restorePage(
  { backup, stamp, kept, undo }: Restore,
  name: string,
  { folder, file }: { readonly folder: string; readonly file: string },
): void {
  const target = path.join(folder, file);
  const staged = `${target}.restoring-${stamp}`;
  mkdirSync(path.dirname(target), { recursive: true });
  undo.push(() => rmSync(staged, { force: true }));
  extractFile(backup, name, staged);
  if (existsSync(target)) {
    const hidden = path.join(folder, `.before-restore-${stamp}`);
    const keptAs = path.join(hidden, file);
    mkdirSync(path.dirname(keptAs), { recursive: true });
    keepFile(target, keptAs);
    undo.push(() => renameSync(keptAs, target));
    kept.add(hidden);
  } else undo.push(() => rmSync(target, { force: true }));
  renameSync(staged, target);
}

function extractFile(backup: OpenedBackup, name: string, file: string): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    backup.extract(name, descriptor);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
