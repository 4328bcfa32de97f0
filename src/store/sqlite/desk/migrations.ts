import type Database from 'better-sqlite3';
import { postsSchema } from './posts-schema.ts';
import { firstSchema } from './schema.ts';

/** What makes each format from the one before it; format 1 is made from nothing. Entries are added, never changed. */
export const migrations: readonly string[] = [firstSchema, postsSchema];

/** The format that a desk has, kept in SQLite's `user_version`; 0 for an empty file. */
export function readFormat(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** Brings a desk to the newest format: all steps that it lacks, or none. */
export function migrate(database: Database.Database, steps: readonly string[]): void {
  const run = database.transaction(() => {
    // Read inside the transaction: another process may have done it while this one waited.
    const found = readFormat(database);
    if (found >= steps.length) return;
    for (const step of steps.slice(found)) database.exec(step);
    database.pragma(`user_version = ${steps.length}`);
  });
  run.immediate();
}
