import type Database from 'better-sqlite3';
import { systemErrorCode } from '../../errors.ts';
import { openDatabase, readIdentity } from './database.ts';

/** What is wrong with a row or with the whole file, and with which. */
export interface TableProblem {
  readonly kind: 'database-damaged' | 'reference-broken' | 'terms-differ' | 'embedding-invalid';
  /** `chunk 17`, `sentence 2 of chunk 17`, a table. */
  readonly where: string;
  readonly detail: string;
}

/** Problems of one kind that are listed at most: a file that is cut short has thousands. */
const maxListed = 1000;

/**
 * What SQLite and plain counting find wrong with the tables of an index. Linear in the size of the file.
 *
 * @param isQuick leaves out whether indexes and full-text search agree with their tables, which takes most of the time
 * @throws UserError as `openDatabase`, but not `index-damaged`: damage is what is looked for
 */
export function inspectIndex(indexFolder: string, isQuick: boolean): TableProblem[] {
  let database: Database.Database | undefined;
  try {
    database = openDatabase(indexFolder);
    const { dimension } = readIdentity(database, indexFolder);
    const damage = checkIntegrity(database, isQuick);
    // What a damaged file says of its rows can not be trusted.
    return damage.length > 0 ? damage : [...checkRows(database), ...checkLengths(database, dimension)];
  } catch (error) {
    const code = systemErrorCode(error);
    if (code !== 'index-damaged' && !/^SQLITE_(CORRUPT|NOTADB|ERROR)/.test(code)) throw error;
    return [{ kind: 'database-damaged', where: 'index.db', detail: describeCause(error) }];
  } finally {
    database?.close();
  }
}

function describeCause(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message : String(cause);
}

/** SQLite's own check; since version 3.44 it looks into FTS5 tables too. */
function checkIntegrity(database: Database.Database, isQuick: boolean): TableProblem[] {
  const rows = database.pragma(isQuick ? 'quick_check(100)' : 'integrity_check(100)') as Record<
    string,
    string
  >[];
  const messages = rows.flatMap((row) => Object.values(row)).filter((message) => message !== 'ok');
  return messages.map((detail) => ({ kind: 'database-damaged', where: 'index.db', detail }));
}

function checkRows(database: Database.Database): TableProblem[] {
  const broken = database.pragma('foreign_key_check') as { table: string; parent: string }[];
  const counts = new Map<string, number>();
  for (const { table, parent } of broken) {
    const key = `${table} → ${parent}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const references = [...counts].map(([where, count]): TableProblem => ({
    kind: 'reference-broken',
    where,
    detail: `${String(count)} rows point to nothing`,
  }));
  const list = (sql: string, detail: string): TableProblem[] =>
    database
      .prepare<[number], number>(sql)
      .pluck()
      .all(maxListed)
      .map((id) => ({ kind: 'terms-differ', where: `chunk ${String(id)}`, detail }));
  return [
    ...references,
    ...list(
      'SELECT id FROM chunks WHERE id NOT IN (SELECT id FROM terms_docsize) ORDER BY id LIMIT ?',
      'no terms',
    ),
    ...list(
      'SELECT id FROM terms_docsize WHERE id NOT IN (SELECT id FROM chunks) ORDER BY id LIMIT ?',
      'terms of a chunk that is gone',
    ),
  ];
}

/** Blobs that are no embedding at all; whether the numbers in them are, is seen when they are read. */
function checkLengths(database: Database.Database, dimension: number): TableProblem[] {
  const bytes = dimension * Float32Array.BYTES_PER_ELEMENT;
  const chunks = database
    .prepare<[number, number], { id: number; length: number }>(
      'SELECT id, length(embedding) AS length FROM chunks WHERE length(embedding) <> ? ORDER BY id LIMIT ?',
    )
    .all(bytes, maxListed);
  const sentences = database
    .prepare<[number, number], { chunk: number; ordinal: number; length: number; scale: number }>(
      `SELECT chunk_id AS chunk, ordinal, length(embedding) AS length, scale FROM sentences
       WHERE length(embedding) <> ? OR NOT (scale > 0 AND scale < 1e6) ORDER BY chunk_id, ordinal LIMIT ?`,
    )
    .all(dimension, maxListed);
  return [
    ...chunks.map(({ id, length }): TableProblem => ({
      kind: 'embedding-invalid',
      where: `chunk ${String(id)}`,
      detail: `${String(length)} bytes, expected ${String(bytes)}`,
    })),
    ...sentences.map(({ chunk, ordinal, length, scale }): TableProblem => ({
      kind: 'embedding-invalid',
      where: `sentence ${String(ordinal)} of chunk ${String(chunk)}`,
      detail: `${String(length)} numbers, expected ${String(dimension)}, scale ${String(scale)}`,
    })),
  ];
}
