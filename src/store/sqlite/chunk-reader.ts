import type Database from 'better-sqlite3';
import type { ChunkEmbedding, StoredChunk, StoredSentence } from '../news-store.ts';
import { toFloat32, toInt8 } from './encoding.ts';

interface ChunkRow {
  readonly article_id: string;
  readonly start: number;
  readonly end: number;
  readonly embedding: Buffer;
}

interface SentenceRow {
  readonly start: number;
  readonly end: number;
  readonly scale: number;
  readonly embedding: Buffer;
}

/** Reads chunks by id with their sentences. */
export function createChunkReader(database: Database.Database): (id: number) => StoredChunk | undefined {
  const chunkById = database.prepare<[number], ChunkRow>(
    'SELECT article_id, "start", "end", embedding FROM chunks WHERE id = ?',
  );
  const sentencesOfChunk = database.prepare<[number], SentenceRow>(
    'SELECT "start", "end", scale, embedding FROM sentences WHERE chunk_id = ? ORDER BY ordinal',
  );
  return (id) => {
    const row = chunkById.get(id);
    if (row === undefined) return undefined;
    return {
      id,
      articleId: row.article_id,
      start: row.start,
      end: row.end,
      embedding: toFloat32(row.embedding),
      sentences: sentencesOfChunk.all(id).map(decodeSentence),
    };
  };
}

function decodeSentence({ start, end, scale, embedding }: SentenceRow): StoredSentence {
  return { start, end, scale, embedding: toInt8(embedding) };
}

/** Chunk embeddings in the order of `ids`; ids that are gone are left out. */
export function readEmbeddings(database: Database.Database, ids: readonly number[]): ChunkEmbedding[] {
  const read = database.prepare<[number], Buffer>('SELECT embedding FROM chunks WHERE id = ?').pluck();
  return ids.flatMap((chunkId) => {
    const blob = read.get(chunkId);
    return blob === undefined ? [] : [{ chunkId, embedding: toFloat32(blob) }];
  });
}
