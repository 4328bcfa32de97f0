import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { systemErrorCode, UserError } from '../../errors.ts';
import { identitySchema } from '../index-identity.ts';
import type { IndexIdentity } from '../index-identity.ts';
import { schema, schemaVersion } from './schema.ts';

/** How long a reader waits for a lock before it says that the index is busy. */
const busyTimeoutMs = 5000;

/** The database file inside an index folder. */
export function databaseFile(indexFolder: string): string {
  return path.join(indexFolder, 'index.db');
}

/**
 * Opens the index for reading.
 *
 * @throws UserError `index-missing`, `index-unreadable`, `index-damaged`, `index-busy`, `index-format-mismatch`
 */
export function openDatabase(indexFolder: string): Database.Database {
  const file = databaseFile(indexFolder);
  return guard(indexFolder, () => {
    if (statSync(file, { throwIfNoEntry: false }) === undefined) {
      throw new UserError('index-missing', { folder: indexFolder });
    }
    return openChecked(openReadable(file), indexFolder);
  });
}

function openReadable(file: string): Database.Database {
  const database = new Database(file, { readonly: true, timeout: busyTimeoutMs });
  try {
    database.pragma('user_version');
    return database;
  } catch (error) {
    database.close();
    const isReadOnlyPlace = /^SQLITE_(CANTOPEN|READONLY)/.test(systemErrorCode(error));
    // With a journal beside it the file alone is not the whole index.
    if (!isReadOnlyPlace || existsSync(`${file}-wal`)) throw error;
    return openInMemory(file);
  }
}

/** Where the two bytes are that say whether a database file has a write-ahead log (2) or not (1). */
const journalModeAt = [18, 19] as const;

/**
 * Reading a database with a write-ahead log writes two small files beside it. On a disk that is read-only nobody writes,
 * so a copy in memory is as good. (SQLite's `immutable` needs file URIs, which better-sqlite3 is built without.)
 */
function openInMemory(file: string): Database.Database {
  const bytes = readFileSync(file);
  for (const at of journalModeAt) if (bytes[at] === 2) bytes[at] = 1;
  return new Database(bytes, { readonly: true });
}

/**
 * Opens the index for writing; makes an empty one where there is none.
 *
 * @throws UserError as `openDatabase`, but `index-unwritable` instead of `index-unreadable`
 */
export function openWritableDatabase(indexFolder: string, identity: IndexIdentity): Database.Database {
  return guard(
    indexFolder,
    () => {
      mkdirSync(indexFolder, { recursive: true });
      const database = new Database(databaseFile(indexFolder), { timeout: busyTimeoutMs });
      if (isEmptyDatabase(database)) createTables(database, identity);
      openChecked(database, indexFolder);
      // The index can be made again from the corpus; losing the last reindex to a power cut costs time, not data.
      database.pragma('synchronous = NORMAL');
      database.pragma('foreign_keys = ON');
      return database;
    },
    'writing',
  );
}

/** A file without any table is nobody's; one with tables and no version of ours is another program's. */
function isEmptyDatabase(database: Database.Database): boolean {
  return database.prepare('SELECT count(*) FROM sqlite_master').pluck().get() === 0;
}

function createTables(database: Database.Database, identity: IndexIdentity): void {
  database.pragma('journal_mode = WAL');
  database.transaction(() => {
    database.exec(schema);
    const insert = database.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
    insert.run('identity', JSON.stringify(identity));
    database.pragma(`user_version = ${String(schemaVersion)}`);
  })();
}

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

function openChecked(database: Database.Database, indexFolder: string): Database.Database {
  const found = database.pragma('user_version', { simple: true }) as number;
  if (found === schemaVersion) return database;
  const isEmpty = isEmptyDatabase(database);
  database.close();
  if (isEmpty) throw new UserError('index-missing', { folder: indexFolder });
  if (found === 0)
    throw new UserError('index-damaged', { folder: indexFolder, detail: 'not a Newsquote index' });
  throw new UserError('index-format-mismatch', { folder: indexFolder, found, expected: schemaVersion });
}

/** What a person can do about SQLite's own errors depends on what was being done. */
const codesOf = {
  reading: { damaged: 'index-damaged', denied: 'index-unreadable' },
  writing: { damaged: 'index-damaged', denied: 'index-unwritable' },
  cache: { damaged: 'cache-damaged', denied: 'cache-unwritable' },
} as const;

/** Runs a database call and gives SQLite's own errors the name of the index and a code a person can act on. */
export function guard<T>(folder: string, call: () => T, doing: keyof typeof codesOf = 'reading'): T {
  try {
    return call();
  } catch (cause) {
    const code = systemErrorCode(cause);
    const { damaged, denied } = codesOf[doing];
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
      throw new UserError(damaged, { folder, detail: code }, { cause });
    if (code.startsWith('SQLITE_BUSY')) throw new UserError('index-busy', { folder }, { cause });
    if (
      /^(SQLITE_(READONLY|CANTOPEN|FULL|IOERR)|EACCES|EPERM|EROFS|ENOSPC|EDQUOT|EIO|ENOTDIR|EEXIST|EISDIR)/.test(
        code,
      )
    ) {
      throw new UserError(denied, { folder, detail: code }, { cause });
    }
    throw cause;
  }
}
