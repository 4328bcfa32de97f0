import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { databaseFile, guard, openDatabase } from './database.ts';

/** Tells whether anything was written to an index, and whether another was put in its place. */
export interface StoreWatcher {
  /** The file: another one has another id. */
  readonly fileId: string;
  /** Read transactions keep SQLite's journal from being emptied; not so on a read-only disk, where nobody writes one. */
  readonly hasJournal: boolean;
  /** Equal between two calls where nobody wrote in between. About 20 µs. @throws UserError as `openDatabase` */
  stamp(): string;
  close(): void;
}

/** Watches the index in a folder, over a connection that holds no transaction. @throws UserError as `openDatabase` */
export function watchNewsStore(indexFolder: string): StoreWatcher {
  let fileId = '';
  let database: Database.Database | undefined;

  /** Looks at the file that stands there now. */
  function look(): string {
    const stats = statSync(databaseFile(indexFolder), { bigint: true, throwIfNoEntry: false });
    // On a file system that gives out inodes again the time of birth tells the new file from the old.
    const found = stats === undefined ? 'missing' : `${String(stats.ino)} ${String(stats.birthtimeNs)}`;
    if (found !== fileId) connect(found);
    if (database !== undefined) return String(database.pragma('data_version', { simple: true }));
    return stats === undefined ? '' : `${String(stats.mtimeNs)} ${String(stats.size)}`;
  }

  function connect(found: string): void {
    database?.close();
    database = undefined;
    fileId = '';
    database = openDatabase(indexFolder);
    fileId = found;
    // A copy of what is on a read-only disk: it would never change, and takes up room.
    if (!database.memory) return;
    database.close();
    database = undefined;
  }

  look();
  return {
    get fileId() {
      return fileId;
    },
    get hasJournal() {
      return database !== undefined;
    },
    stamp() {
      const version = guard(indexFolder, look);
      return `${fileId} ${version}`;
    },
    close() {
      database?.close();
    },
  };
}
