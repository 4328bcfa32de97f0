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
    const letGo = (): void => {
      held.delete(database);
      database.exec('ROLLBACK');
      database.close();
    };
    try {
      writeFileSync(note, holder);
    } catch (error) {
      // On a full disk: the lock must not outlive the attempt, or this process could never index again.
      letGo();
      throw error;
    }
    return {
      release() {
        try {
          rmSync(note, { force: true });
        } finally {
          letGo();
        }
      },
    };
  };
  return guard(indexFolder, take, 'writing');
}

/** How long the holder has to write its note once it has the lock. */
const notePatienceMs = 500;
const noteRetryMs = 10;

function readNote(file: string): string {
  const clock = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  for (let waitedMs = 0; waitedMs < notePatienceMs; waitedMs += noteRetryMs) {
    const holder = readIfThere(file);
    if (holder !== '') return holder;
    Atomics.wait(clock, 0, 0, noteRetryMs);
  }
  return 'another process';
}

/** Empty where there is no note, and while it is being written. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return '';
    throw error;
  }
}
