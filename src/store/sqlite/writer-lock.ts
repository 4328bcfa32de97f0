import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { systemErrorCode, UserError } from '../../errors.ts';
import { guard } from './database.ts';

/** Held by the one process that writes an index. */
export interface WriterLock {
  release(): void;
}

/** Locks of this process. A connection that nobody refers to is closed by garbage collection, and its lock with it. */
const held = new Set<Database.Database>();

/**
 * Takes the index's writer lock: an exclusive transaction on a small database beside it. The operating system drops
 * such a lock when its process dies, however it dies, so there is no stale lock to clean up and no process id to
 * mistake for another's. The note beside it only tells people who holds it.
 *
 * @param holder said to the one who finds the lock taken, e.g. `process 4242 since 10:31`
 * @throws UserError `index-busy` with the holder, `index-unwritable`
 */
export function takeWriterLock(indexFolder: string, holder: string): WriterLock {
  const note = path.join(indexFolder, 'writer.txt');
  const take = (): WriterLock => {
    mkdirSync(indexFolder, { recursive: true });
    const database = new Database(path.join(indexFolder, 'writer.lock'), { timeout: 0 });
    try {
      database.exec('BEGIN EXCLUSIVE');
    } catch (cause) {
      database.close();
      if (!systemErrorCode(cause).startsWith('SQLITE_BUSY')) throw cause;
      throw new UserError('index-busy', { folder: indexFolder, holder: readNote(note) }, { cause });
    }
    held.add(database);
    writeFileSync(note, holder);
    return {
      release() {
        held.delete(database);
        rmSync(note, { force: true });
        database.exec('ROLLBACK');
        database.close();
      },
    };
  };
  return guard(indexFolder, take, 'writing');
}

function readNote(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // The holder may be between taking the lock and writing the note.
    if (systemErrorCode(error) === 'ENOENT') return 'another process';
    throw error;
  }
}
