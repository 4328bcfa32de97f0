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
 * @throws UserError `index-unwritable`, `index-damaged` (a damaged cache can simply be deleted)
 */
export function openEmbeddingCache(file: string): SqliteEmbeddingCache {
  return guard(file, () => {
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
    return {
      get(key) {
        const blob = select.get(key);
        return blob === undefined ? undefined : toFloat32(blob);
      },
      put(entries) {
        database.transaction(() => {
          for (const [key, embedding] of entries) insert.run(key, toBlob(embedding));
        })();
      },
      close() {
        database.close();
      },
    };
  });
}
