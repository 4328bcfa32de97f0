import { constants, copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { systemErrorCode } from '../../errors.ts';

/** Rows by table, of all tables that are no part of a virtual one. */
export type TableCounts = Readonly<Record<string, number>>;

/** How long to wait for somebody who writes. */
const busyTimeoutMs = 5000;

/** A database that is not whole, whatever made it so. */
export class DamagedCopyError extends Error {
  override readonly name = 'DamagedCopyError';
}

/**
 * Copies a database that others may be reading and writing (SQLite's online backup): the copy is what was there at one
 * moment, in one file that needs no other beside it. It is checked, and its rows are counted.
 *
 * @throws DamagedCopyError if the copy is not whole, as where the original is not
 */
export async function copyDatabase(from: string, to: string): Promise<TableCounts> {
  await copyPages(from, to);
  return checkDatabase(to);
}

/** In one step: between two, a writer would make SQLite begin again, and readers are not kept waiting by any. */
async function copyPages(from: string, to: string): Promise<void> {
  const source = new Database(from, { readonly: true, timeout: busyTimeoutMs });
  try {
    await source.backup(to, { progress: () => Number.MAX_SAFE_INTEGER });
  } finally {
    source.close();
  }
}

/**
 * Checks every page, index and reference of a database that nobody else uses, and counts its rows. Afterwards it is one
 * file that needs no other beside it.
 *
 * @throws DamagedCopyError
 */
export function checkDatabase(file: string): TableCounts {
  const database = new Database(file, { fileMustExist: true });
  try {
    database.pragma('journal_mode = DELETE');
    const detail = String(database.pragma('integrity_check(1)', { simple: true }));
    if (detail !== 'ok') throw new DamagedCopyError(detail);
    const broken = database.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0)
      throw new DamagedCopyError(`${String(broken.length)} rows point to others that are gone`);
    return countRows(database);
  } catch (error) {
    if (!/^SQLITE_(CORRUPT|NOTADB)/.test(systemErrorCode(error))) throw error;
    throw new DamagedCopyError(systemErrorCode(error), { cause: error });
  } finally {
    database.close();
  }
}

function countRows(database: Database.Database): TableCounts {
  const tables = database
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all();
  const count = (table: string): number =>
    database
      .prepare<[], number>(`SELECT count(*) FROM "${table.replaceAll('"', '""')}"`)
      .pluck()
      .get() ?? 0;
  return Object.fromEntries(tables.map((table) => [table, count(table)]));
}

/** What took the place of a database; `undo` brings back what was there. */
export interface Replacement {
  /** Where the old database is now; null where there was none. */
  readonly keptAs: string | null;
  undo(): Promise<void>;
}

/**
 * Puts a checked database in the place of another, which is kept under `keepAs`. Where another process has that one
 * open, a new file under its name would not reach it: then the content is replaced through SQLite, in one transaction
 * that the other process sees at its next query. Elsewhere the files are renamed. `from` is used up.
 *
 * @param keepAs a file that does not exist yet, on the same file system
 */
export async function replaceDatabase(from: string, target: string, keepAs: string): Promise<Replacement> {
  setJournal(from, 'WAL');
  if (!existsSync(target)) {
    renameSync(from, target);
    return { keptAs: null, undo: async () => removeDatabase(target) };
  }
  if (isInUse(target)) {
    await copyPages(target, keepAs);
    await copyPages(from, target);
    removeDatabase(from);
    return { keptAs: keepAs, undo: () => copyPages(keepAs, target) };
  }
  // The journal of a damaged database; left there, it would be taken for the new one's.
  moveJournals(target, keepAs);
  keepFile(target, keepAs);
  renameSync(from, target);
  return {
    keptAs: keepAs,
    undo: async () => {
      moveJournals(keepAs, target);
      renameSync(keepAs, target);
    },
  };
}

/** Whether another process, or another connection of this one, has it open: then its journal can not be given up. */
function isInUse(file: string): boolean {
  try {
    setJournal(file, 'DELETE');
    return false;
  } catch (error) {
    const code = systemErrorCode(error);
    // Of a damaged file nobody makes use.
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return false;
    if (code.startsWith('SQLITE_BUSY')) return true;
    throw error;
  }
}

function setJournal(file: string, mode: 'WAL' | 'DELETE'): void {
  const database = new Database(file, { timeout: 200 });
  try {
    database.pragma(`journal_mode = ${mode}`);
  } finally {
    database.close();
  }
}

const journals = ['-wal', '-shm'] as const;

/** Moves what stands beside a database over whatever stands beside the other. */
function moveJournals(from: string, to: string): void {
  for (const ending of journals) {
    rmSync(`${to}${ending}`, { force: true });
    if (existsSync(`${from}${ending}`)) renameSync(`${from}${ending}`, `${to}${ending}`);
  }
}

/** A second name for a file, so that at no moment there is none; a copy where the file system has no such thing. */
export function keepFile(file: string, keepAs: string): void {
  try {
    linkSync(file, keepAs);
  } catch (error) {
    if (!/^(EPERM|ENOTSUP|ENOSYS|EMLINK)$/.test(systemErrorCode(error))) throw error;
    copyFileSync(file, keepAs, constants.COPYFILE_EXCL);
  }
}

/** Removes a database's files, where they are. */
export function removeDatabase(file: string): void {
  for (const ending of ['', ...journals]) rmSync(`${file}${ending}`, { force: true });
}
