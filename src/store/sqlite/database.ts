import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { systemErrorCode, UserError } from '../../errors.ts';
import type { IndexIdentity } from '../news-store.ts';
import { schema, schemaVersion } from './schema.ts';

/** How long a reader waits for a lock before it says that the index is busy. */
const busyTimeoutMs = 5000;

/** The database file inside an index folder. */
function databaseFile(indexFolder: string): string {
  return path.join(indexFolder, 'index.db');
}

/** Whether there is an index in the folder; says nothing of its health. */
export function hasIndex(indexFolder: string): boolean {
  return existsSync(databaseFile(indexFolder));
}

/**
 * Opens the index for reading.
 *
 * @throws UserError `index-missing`, `index-damaged`, `index-busy`, `index-format-mismatch`
 */
export function openDatabase(indexFolder: string): Database.Database {
  if (!hasIndex(indexFolder)) throw new UserError('index-missing', { folder: indexFolder });
  return guard(indexFolder, () => {
    const database = new Database(databaseFile(indexFolder), { readonly: true, timeout: busyTimeoutMs });
    checkVersion(database, indexFolder);
    return database;
  });
}

/**
 * Opens the index for writing; makes an empty one where there is none.
 *
 * @throws UserError as `openDatabase`, and `index-unwritable`
 */
export function openWritableDatabase(indexFolder: string, identity: IndexIdentity): Database.Database {
  return guard(indexFolder, () => {
    mkdirSync(indexFolder, { recursive: true });
    const database = new Database(databaseFile(indexFolder), { timeout: busyTimeoutMs });
    database.pragma('journal_mode = WAL');
    // The index can be made again from the corpus; losing the last reindex to a power cut costs time, not data.
    database.pragma('synchronous = NORMAL');
    database.pragma('foreign_keys = ON');
    if (database.pragma('user_version', { simple: true }) === 0) createTables(database, identity);
    checkVersion(database, indexFolder);
    return database;
  });
}

function createTables(database: Database.Database, identity: IndexIdentity): void {
  database.transaction(() => {
    database.exec(schema);
    const insert = database.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
    insert.run('identity', JSON.stringify(identity));
    database.pragma(`user_version = ${String(schemaVersion)}`);
  })();
}

const identitySchema = z.object({
  modelId: z.string(),
  modelFileHash: z.string(),
  dimension: z.number().int().positive(),
  prefix: z.string(),
  textVersion: z.string(),
});

/** What the index was built with. @throws UserError `index-damaged`, also for a database of another program */
export function readIdentity(database: Database.Database, indexFolder: string): IndexIdentity {
  return guard(indexFolder, () => {
    try {
      const select = database.prepare<[], string>("SELECT value FROM meta WHERE key = 'identity'").pluck();
      return identitySchema.parse(JSON.parse(select.get() ?? ''));
    } catch (cause) {
      // SQLITE_ERROR: there is no such table. What else SQLite has to say, the guard names.
      if (/^SQLITE_(?!ERROR$)/.test(systemErrorCode(cause))) throw cause;
      throw new UserError('index-damaged', { folder: indexFolder, detail: 'no identity' }, { cause });
    }
  });
}

function checkVersion(database: Database.Database, indexFolder: string): void {
  const found = database.pragma('user_version', { simple: true }) as number;
  if (found === schemaVersion) return;
  database.close();
  if (found === 0) throw new UserError('index-missing', { folder: indexFolder });
  throw new UserError('index-format-mismatch', { folder: indexFolder, found, expected: schemaVersion });
}

/** Runs a database call and gives SQLite's own errors the name of the index and a code a person can act on. */
export function guard<T>(folder: string, call: () => T, kind: 'index' | 'cache' = 'index'): T {
  try {
    return call();
  } catch (cause) {
    const code = systemErrorCode(cause);
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
      throw new UserError(`${kind}-damaged`, { folder, detail: code }, { cause });
    }
    if (code.startsWith('SQLITE_BUSY')) throw new UserError('index-busy', { folder }, { cause });
    if (/^(SQLITE_(READONLY|CANTOPEN|FULL|IOERR)|EACCES|EPERM|EROFS|ENOSPC|ENOTDIR|EEXIST)/.test(code)) {
      throw new UserError(`${kind}-unwritable`, { folder, detail: code }, { cause });
    }
    throw cause;
  }
}
