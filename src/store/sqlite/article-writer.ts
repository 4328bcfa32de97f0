import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { NewArticle, NewChunk, PageChange } from '../news-store.ts';
import { assertStorable, quantize, toBlob } from './encoding.ts';
import { encodeArticle } from './rows.ts';

/** What changes touched, for the links between articles. */
export interface Touched {
  readonly articleIds: Set<string>;
  /** Those of them that were not stored before. */
  readonly newIds: Set<string>;
  readonly storyIds: Set<string>;
  /** Dates of the articles that came, went or changed, by source. */
  readonly days: Map<string, Set<string>>;
}

/** What is remembered of an article that goes: it may come again, changed or on another page. */
interface Removed {
  readonly version: number;
  readonly storyId: string;
  /** SHA-256 of title and body. */
  readonly wordsHash: string;
}

interface RemovableRow {
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly story_id: string;
  readonly source: string;
  readonly published_on: string | null;
}

/** What a writer knows of the index beside its tables. */
export interface WriterOptions {
  /** A corpus folder as seen from the index. */
  readonly folderFromIndex: (folder: string) => string;
  /** Of every embedding. */
  readonly dimension: number;
}

/** Writes page changes through one set of prepared statements; the caller owns the transaction. */
export class ArticleWriter {
  readonly touched: Touched = {
    articleIds: new Set(),
    newIds: new Set(),
    storyIds: new Set(),
    days: new Map(),
  };
  readonly #removed = new Map<string, Removed>();
  readonly #statements: ReturnType<typeof prepareStatements>;
  readonly #folderFromIndex: (folder: string) => string;
  readonly #dimension: number;

  constructor(database: Database.Database, { folderFromIndex, dimension }: WriterOptions) {
    this.#statements = prepareStatements(database);
    this.#folderFromIndex = folderFromIndex;
    this.#dimension = dimension;
  }

  write(change: PageChange): void {
    const { articlesOfPage, deletePage, emptyHash, forgetHash } = this.#statements;
    switch (change.kind) {
      case 'remove':
        for (const { id } of articlesOfPage.all(change.pageId)) this.#removeArticle(id);
        deletePage.run(change.pageId);
        return;
      case 'read-again':
        emptyHash.run(change.pageId);
        return;
      case 'supersede':
        forgetHash.run(change.articleId, noPage);
        this.#removeArticle(change.articleId);
        return;
      case 'replace':
        this.#replacePage(change);
    }
  }

  #replacePage({ page: given, changed, keptIds }: Extract<PageChange, { kind: 'replace' }>): void {
    const { id, folder, file, contentHash } = given;
    const fromIndex = this.#folderFromIndex(folder);
    const page = this.#statements.upsertPage.get({ id: id ?? null, folder, fromIndex, file, contentHash });
    if (page === undefined) throw new TypeError('the page was not stored');
    const kept = new Set(keptIds);
    for (const { id: articleId } of this.#statements.articlesOfPage.all(page.id)) {
      if (!kept.has(articleId)) this.#removeArticle(articleId);
    }
    for (const article of changed) {
      // An article that moves here from another page leaves that page to be read again at the next reindex.
      this.#statements.forgetHash.run(article.article.id, page.id);
      this.#removeArticle(article.article.id);
      this.#insertArticle(page.id, article);
    }
  }

  #removeArticle(id: string): void {
    const row = this.#statements.readArticle.get(id);
    if (row === undefined) return;
    // FTS5 tables take no part in foreign keys, so their rows go first.
    for (const { id: chunkId } of this.#statements.chunksOfArticle.all(id))
      this.#statements.deleteTerms.run(chunkId);
    this.#statements.deleteArticle.run(id);
    this.touched.articleIds.delete(id);
    this.touched.storyIds.add(row.story_id);
    this.#touchDay(row.source, row.published_on);
    this.#removed.set(id, { version: row.version, storyId: row.story_id, wordsHash: hashWords(row) });
  }

  #insertArticle(pageId: number, added: NewArticle): void {
    const { id, source, publishedOn } = added.article;
    const old = this.#removed.get(id);
    const version = Math.max(nextVersion(added, old), added.olderCount + 1);
    const storyId = old?.storyId ?? id;
    this.#statements.insertArticle.run({ pageId, version, storyId, ...encodeArticle(added) });
    for (const key of added.versionKeys) this.#statements.insertVersionKey.run(key, id);
    for (const chunk of added.chunks) this.#insertChunk(id, chunk);
    this.touched.articleIds.add(id);
    if (old === undefined) this.touched.newIds.add(id);
    this.#touchDay(source, publishedOn);
  }

  #insertChunk(articleId: string, { start, end, embedding, terms, sentences }: NewChunk): void {
    const { insertChunk, insertTerms, insertSentence } = this.#statements;
    assertStorable(embedding, this.#dimension);
    const { lastInsertRowid: chunkId } = insertChunk.run(articleId, start, end, toBlob(embedding));
    insertTerms.run(chunkId, terms.join(' '));
    for (const [ordinal, sentence] of sentences.entries()) {
      assertStorable(sentence.embedding, this.#dimension);
      const { scale, values } = quantize(sentence.embedding);
      insertSentence.run(chunkId, ordinal, sentence.start, sentence.end, scale, toBlob(values));
    }
  }

  #touchDay(source: string, publishedOn: string | null): void {
    const days = this.touched.days.get(source) ?? new Set();
    this.touched.days.set(source, days);
    if (publishedOn !== null) days.add(publishedOn);
  }
}

/** No page has this id. */
const noPage = 0;

/** A version is one more where title or words changed: what else is read of an article is about it, not in it. */
function nextVersion({ article }: NewArticle, old: Removed | undefined): number {
  if (old === undefined) return 1;
  return hashWords(article) === old.wordsHash ? old.version : old.version + 1;
}

function hashWords({ title, body }: { readonly title: string; readonly body: string }): string {
  return createHash('sha256')
    .update(JSON.stringify([title, body]))
    .digest('base64url');
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
         (id, read_id, version, story_id, page_id, source, published_on, language, title, body, facts, segments,
          content_hash)
       VALUES
         (@id, @readId, @version, @storyId, @pageId, @source, @publishedOn, @language, @title, @body, @facts,
          @segments, @contentHash)`,
    ),
    readArticle: database.prepare<[string], RemovableRow>(
      'SELECT version, title, body, story_id, source, published_on FROM articles WHERE id = ?',
    ),
    insertVersionKey: database.prepare<[string, string]>(
      'INSERT OR IGNORE INTO version_keys (key, article_id) VALUES (?, ?)',
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
