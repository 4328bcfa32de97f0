import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { toBlob, toFloat32 } from './encoding.ts';
import { guard } from './database.ts';

/** A table of embeddings by key, in a file of its own that several indexes may share. */
export interface SqliteEmbeddingCache {
  get(key: string): Float32Array | undefined;
  put(entries: Iterable<readonly [key: string, embedding: Float32Array]>): void;
  close(): void;
}

/** How long to wait for another process that writes to the same cache. */
const busyTimeoutMs = 30_000;

/**
 * Opens the cache, made where it is missing.
 *
 * @throws UserError `cache-damaged`, `cache-unwritable`; so do `get` and `put`
 */
export function openEmbeddingCache(file: string): SqliteEmbeddingCache {
  const guarded = <T>(call: () => T): T => guard(file, call, 'cache');
  return guarded(() => {
    mkdirSync(path.dirname(file), { recursive: true });
    const database = new Database(file, { timeout: busyTimeoutMs });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.exec(
      'CREATE TABLE IF NOT EXISTS embeddings (key TEXT PRIMARY KEY, embedding BLOB NOT NULL) STRICT',
    );
    const select = database
      .prepare<[string], Buffer>('SELECT embedding FROM embeddings WHERE key = ?')
      .pluck();
    const insert = database.prepare<[string, Buffer]>('INSERT OR REPLACE INTO embeddings VALUES (?, ?)');
    const insertAll = database.transaction((entries: Iterable<readonly [string, Float32Array]>) => {
      for (const [key, embedding] of entries) insert.run(key, toBlob(embedding));
    });
    return {
      get(key) {
        const blob = guarded(() => select.get(key));
        return blob === undefined ? undefined : toFloat32(blob);
      },
      put(entries) {
        guarded(() => insertAll(entries));
      },
      close() {
        database.close();
      },
    };
  });
}
