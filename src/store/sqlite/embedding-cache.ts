import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { isEmbedding, toBlob, toFloat32 } from './encoding.ts';
import { guard } from './database.ts';

/** A table of embeddings by key, in a file of its own that several indexes may share. */
export interface SqliteEmbeddingCache {
  /** Nothing where what was kept is damaged, as where there was nothing: it is embedded again. */
  get(key: string): Float32Array | undefined;
  /** @throws RangeError if one of them is no embedding: a number that is not finite, or all zero */
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
      for (const [key, embedding] of entries) {
        if (!isEmbedding(embedding)) throw new RangeError(`no embedding for ${key}`);
        insert.run(key, toBlob(embedding));
      }
    });
    return {
      get(key) {
        const blob = guarded(() => select.get(key));
        return blob === undefined ? undefined : decode(blob);
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

function decode(blob: Buffer): Float32Array | undefined {
  if (blob.length % Float32Array.BYTES_PER_ELEMENT !== 0) return undefined;
  const embedding = toFloat32(blob);
  return isEmbedding(embedding) ? embedding : undefined;
}
