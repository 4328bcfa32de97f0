import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { UserError } from '../../../errors.ts';
import { guardDesk } from './guard.ts';
import { migrate, migrations, readFormat } from './migrations.ts';

/** How long to wait for another process that writes. What is written here takes milliseconds. */
const busyTimeoutMs = 5000;

/** SQLite's `application_id` of a desk, "NqDk": what tells it from any other database with the same format number. */
const applicationId = 0x4e71446b;

/**
 * Opens a desk, made where there is none, and brings it to the newest format.
 *
 * @param steps other migrations, for tests
 * @throws UserError `desk-damaged`, `desk-unwritable`, `desk-busy`, `desk-format-mismatch`
 */
export function openDeskDatabase(file: string, steps = migrations): Database.Database {
  return guardDesk(file, () => {
    mkdirSync(path.dirname(file), { recursive: true });
    const database = new Database(file, { timeout: busyTimeoutMs });
    try {
      return prepareDatabase(database, file, steps);
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

function prepareDatabase(
  database: Database.Database,
  file: string,
  steps: readonly string[],
): Database.Database {
  const found = checkDesk(database, file, steps);
  if (database.pragma('journal_mode', { simple: true }) !== 'wal') database.pragma('journal_mode = WAL');
  // A decision that was acknowledged outlives a power cut.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // What is forgotten is overwritten, not only unlinked.
  database.pragma('secure_delete = ON');
  if (found === 0) database.pragma(`application_id = ${applicationId}`);
  if (found < steps.length) migrate(database, steps);
  return database;
}

/**
 * The format of a desk that is whole, 0 for an empty file.
 *
 * @throws UserError `desk-damaged`, `desk-format-mismatch`
 */
export function checkDesk(database: Database.Database, file: string, steps: readonly string[]): number {
  const found = readFormat(database);
  const isEmpty = found === 0 && countTables(database) === 0;
  if (!isEmpty) checkWhole(database, file);
  if (found < 0 || found > steps.length)
    throw new UserError('desk-format-mismatch', { file, found, expected: steps.length });
  return found;
}

function countTables(database: Database.Database): unknown {
  return database.prepare('SELECT count(*) FROM sqlite_master').pluck().get();
}

/** Nobody can rebuild a desk, so damage must be known before more is written; reading all of it is a second a gigabyte. */
function checkWhole(database: Database.Database, file: string): void {
  if (database.pragma('application_id', { simple: true }) !== applicationId)
    throw new UserError('desk-damaged', { file, detail: 'not a Newsquote desk' });
  const detail = String(database.pragma('quick_check(1)', { simple: true }));
  if (detail !== 'ok') throw new UserError('desk-damaged', { file, detail });
}

/**
 * Checks every page, index and reference of a copy, and makes it one file that needs no other beside it.
 *
 * @returns what is wrong with it, or `ok`
 */
export function checkCopy(copy: string): string {
  const database = new Database(copy);
  try {
    database.pragma('journal_mode = DELETE');
    const lost = database.pragma('foreign_key_check') as unknown[];
    return lost.length > 0 ? 'foreign keys' : String(database.pragma('integrity_check(1)', { simple: true }));
  } finally {
    database.close();
  }
}
