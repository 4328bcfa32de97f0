import type Database from 'better-sqlite3';
import type { NewArticle, NewChunk, PageChange } from '../news-store.ts';
import { quantize, toBlob } from './encoding.ts';
import { encodeArticle } from './rows.ts';

/** Writes page changes through one set of prepared statements; the caller owns the transaction. */
export function createArticleWriter(
  database: Database.Database,
  folderFromIndex: (folder: string) => string,
): (change: PageChange) => void {
  const statements = prepareStatements(database);

  function removeArticle(id: string): void {
    // FTS5 tables take no part in foreign keys, so their rows go first.
    for (const { id: chunkId } of statements.chunksOfArticle.all(id)) statements.deleteTerms.run(chunkId);
    statements.deleteArticle.run(id);
  }

  function insertChunk(articleId: string, chunk: NewChunk): void {
    const { start, end, embedding } = chunk;
    const { lastInsertRowid } = statements.insertChunk.run(articleId, start, end, toBlob(embedding));
    statements.insertTerms.run(lastInsertRowid, chunk.terms.join(' '));
    for (const [ordinal, sentence] of chunk.sentences.entries()) {
      const { scale, values } = quantize(sentence.embedding);
      statements.insertSentence.run(
        lastInsertRowid,
        ordinal,
        sentence.start,
        sentence.end,
        scale,
        toBlob(values),
      );
    }
  }

  function insertArticle(pageId: number, added: NewArticle): void {
    statements.insertArticle.run({ pageId, ...encodeArticle(added) });
    for (const chunk of added.chunks) insertChunk(added.article.id, chunk);
  }

  return (change) => {
    if (change.kind === 'remove') {
      for (const { id } of statements.articlesOfPage.all(change.pageId)) removeArticle(id);
      statements.deletePage.run(change.pageId);
      return;
    }
    if (change.kind === 'read-again') {
      statements.emptyHash.run(change.pageId);
      return;
    }
    const { id, folder, file, contentHash } = change.page;
    const columns = { id: id ?? null, folder, fromIndex: folderFromIndex(folder), file, contentHash };
    const page = statements.upsertPage.get(columns);
    if (page === undefined) throw new TypeError('the page was not stored');
    const kept = new Set(change.keptIds);
    for (const { id } of statements.articlesOfPage.all(page.id)) if (!kept.has(id)) removeArticle(id);
    for (const article of change.changed) {
      // An article that moves here from another page leaves that page to be read again at the next reindex.
      statements.forgetHash.run(article.article.id, page.id);
      removeArticle(article.article.id);
      insertArticle(page.id, article);
    }
  };
}

interface Id<T> {
  readonly id: T;
}

function prepareStatements(database: Database.Database) {
  return {
    upsertPage: database.prepare<[Record<string, string | number | null>], Id<number>>(
      `INSERT INTO pages (id, folder, folder_from_index, file, content_hash)
       VALUES (@id, @folder, @fromIndex, @file, @contentHash)
       ON CONFLICT DO UPDATE SET folder = excluded.folder, folder_from_index = excluded.folder_from_index,
         file = excluded.file, content_hash = excluded.content_hash
       RETURNING id`,
    ),
    forgetHash: database.prepare<[string, number]>(
      `UPDATE pages SET content_hash = ''
       WHERE id = (SELECT page_id FROM articles WHERE articles.id = ?) AND id <> ?`,
    ),
    emptyHash: database.prepare<[number]>("UPDATE pages SET content_hash = '' WHERE id = ?"),
    deletePage: database.prepare<[number]>('DELETE FROM pages WHERE id = ?'),
    articlesOfPage: database.prepare<[number], Id<string>>('SELECT id FROM articles WHERE page_id = ?'),
    deleteArticle: database.prepare<[string]>('DELETE FROM articles WHERE id = ?'),
    insertArticle: database.prepare<[Record<string, string | number | null>]>(
      `INSERT INTO articles
         (id, page_id, source, published_on, language, title, body, facts, segments, content_hash)
       VALUES
         (@id, @pageId, @source, @publishedOn, @language, @title, @body, @facts, @segments, @contentHash)`,
    ),
    chunksOfArticle: database.prepare<[string], Id<number>>('SELECT id FROM chunks WHERE article_id = ?'),
    insertChunk: database.prepare<[string, number, number, Buffer]>(
      'INSERT INTO chunks (article_id, "start", "end", embedding) VALUES (?, ?, ?, ?)',
    ),
    insertSentence: database.prepare<[number | bigint, number, number, number, number, Buffer]>(
      'INSERT INTO sentences (chunk_id, ordinal, "start", "end", scale, embedding) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    insertTerms: database.prepare<[number | bigint, string]>(
      'INSERT INTO terms (rowid, words) VALUES (?, ?)',
    ),
    deleteTerms: database.prepare<[number]>('DELETE FROM terms WHERE rowid = ?'),
  };
}
