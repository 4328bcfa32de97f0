import type Database from 'better-sqlite3';
import type { IndexCounts } from '../news-store.ts';

/** How many rows each of the tables has that readers ask about. */
export function countRows(database: Database.Database): IndexCounts {
  const count = (table: keyof IndexCounts): number =>
    database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
  return {
    pages: count('pages'),
    articles: count('articles'),
    chunks: count('chunks'),
    sentences: count('sentences'),
  };
}

/** How often the index was changed. One that an older version made counts from 0. */
export function readChangeNumber(database: Database.Database): number {
  const select = database.prepare<[], string>("SELECT value FROM meta WHERE key = 'change'").pluck();
  return Number(select.get() ?? 0);
}

/** When the index was last changed, in milliseconds since 1970; null where an older version changed it last. */
export function readChangeTime(database: Database.Database): number | null {
  const select = database.prepare<[], string>("SELECT value FROM meta WHERE key = 'changed-at'").pluck();
  const value = select.get();
  return value === undefined ? null : Number(value);
}

/** Counts a change, as a part of it: the caller owns the transaction. */
export function countChange(database: Database.Database, nowMs: number): void {
  database.exec(
    `INSERT INTO meta (key, value) VALUES ('change', '1')
     ON CONFLICT DO UPDATE SET value = CAST(value AS INTEGER) + 1`,
  );
  database
    .prepare(
      "INSERT INTO meta (key, value) VALUES ('changed-at', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
    )
    .run(String(nowMs));
}

/** Copies the write-ahead log into the database, as far as no reader needs it; whether all of it was copied. */
export function foldJournal(database: Database.Database): boolean {
  const [result] = database.pragma('wal_checkpoint(PASSIVE)') as [{ log: number; checkpointed: number }];
  return result.log === result.checkpointed;
}
