import { existsSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import type { IndexIdentity } from '../index-identity.ts';
import type { ArticleLinks } from '../article-links.ts';
import type {
  ArticleState,
  ChunkEmbedding,
  ArticleFilter,
  KeyedArticle,
  ListPage,
  NewsStore,
  NewsView,
  PageChange,
  StoredArticle,
  StoredPage,
} from '../news-store.ts';
import { listArticles, summariseSources } from './article-list.ts';
import { openArticleLinks } from './article-links.ts';
import { ArticleWriter } from './article-writer.ts';
import { createChunkReader, readEmbeddings } from './chunk-reader.ts';
import { guard, openDatabase, openWritableDatabase, readIdentity } from './database.ts';
import { filterCondition, isOpen } from './filter.ts';
import { countChange, countRows, foldJournal, readChangeNumber, readChangeTime } from './index-state.ts';
import { articleColumns, decodeArticle, groupBy } from './rows.ts';
import type { ArticleRow, StoredFolder } from './rows.ts';
import { createTermSearch } from './term-search.ts';
import type { TermSearch } from './term-search.ts';

/** Opens the index in a folder for reading. @throws UserError as `openDatabase` */
export function openNewsStore(indexFolder: string): NewsStore {
  return new SqliteNewsStore(openDatabase(indexFolder), indexFolder);
}

/** Opens the index in a folder as it is now, in one read transaction. @throws UserError as `openDatabase` */
export function openNewsView(indexFolder: string): NewsView {
  const database = openDatabase(indexFolder);
  try {
    // The first read, which is of the identity, decides what the transaction sees.
    database.exec('BEGIN');
    return new SqliteNewsStore(database, indexFolder);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Opens the index in a folder for writing, made empty where there is none. @throws UserError as `openWritableDatabase` */
export function openWritableNewsStore(indexFolder: string, identity: IndexIdentity): NewsStore {
  return new SqliteNewsStore(openWritableDatabase(indexFolder, identity), indexFolder);
}

class SqliteNewsStore implements NewsStore {
  identity: IndexIdentity;
  readonly #database: Database.Database;
  readonly #folder: string;
  readonly #readChunk: ReturnType<typeof createChunkReader>;
  readonly #termSearch: TermSearch;

  constructor(database: Database.Database, indexFolder: string) {
    this.#database = database;
    this.#folder = path.resolve(indexFolder);
    try {
      this.identity = readIdentity(database, indexFolder);
      this.#readChunk = createChunkReader(database);
      this.#termSearch = createTermSearch(database);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  get changeNumber(): number {
    return guard(this.#folder, () => readChangeNumber(this.#database));
  }

  get changedAt(): number | null {
    return guard(this.#folder, () => readChangeTime(this.#database));
  }

  async counts() {
    return guard(this.#folder, () => countRows(this.#database));
  }

  async pages(): Promise<StoredPage[]> {
    type Row = StoredFolder & { id: number; file: string; content_hash: string };
    const rows = this.#all<Row>(
      'SELECT id, folder, folder_from_index, file, content_hash FROM pages ORDER BY id',
    );
    return rows.map((row) => ({
      id: row.id,
      folder: this.#resolveFolder(row),
      file: row.file,
      contentHash: row.content_hash,
    }));
  }

  async articleStates(pageId: number): Promise<Map<string, ArticleState>> {
    const rows = this.#all<ArticleState & { id: string }>(
      'SELECT id, read_id AS readId, content_hash AS contentHash FROM articles WHERE page_id = ? ORDER BY id',
      pageId,
    );
    return new Map(rows.map(({ id, ...state }) => [id, state]));
  }

  async articlesByKey(keys: readonly string[]): Promise<Map<string, KeyedArticle[]>> {
    const rows = this.#all<KeyedArticle & { key: string }>(
      `SELECT key, id, page_id AS pageId FROM version_keys JOIN articles ON articles.id = article_id
       WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key, id`,
      JSON.stringify(keys),
    );
    return groupBy(rows, ({ key, ...article }) => [key, article]);
  }

  async apply(
    changes: Iterable<PageChange>,
    identity = this.identity,
    link: (links: ArticleLinks) => void = () => undefined,
  ): Promise<void> {
    const writer = new ArticleWriter(this.#database, {
      folderFromIndex: (folder) => path.relative(this.#folder, folder),
      dimension: identity.dimension,
    });
    const update = this.#database.prepare<[string]>("UPDATE meta SET value = ? WHERE key = 'identity'");
    const run = this.#database.transaction(() => {
      for (const change of changes) writer.write(change);
      link(openArticleLinks(this.#database, writer.touched));
      update.run(JSON.stringify(identity));
      countChange(this.#database, Date.now());
    });
    guard(this.#folder, run, 'writing');
    this.identity = identity;
  }

  foldJournal(): boolean {
    return guard(this.#folder, () => foldJournal(this.#database), 'writing');
  }

  async chunks(ids: readonly number[]) {
    return guard(this.#folder, () =>
      ids.map((id) => this.#readChunk(id)).filter((chunk) => chunk !== undefined),
    );
  }

  async articles(ids: readonly string[]): Promise<Map<string, StoredArticle>> {
    const rows = this.#all<ArticleRow>(
      `SELECT ${articleColumns} FROM articles JOIN pages ON pages.id = articles.page_id
       WHERE articles.id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(ids),
    );
    return new Map(rows.map((row) => [row.id, this.#decode(row)]));
  }

  async storyArticles(storyIds: readonly string[]): Promise<Map<string, StoredArticle[]>> {
    const rows = this.#all<ArticleRow>(
      `SELECT ${articleColumns} FROM articles JOIN pages ON pages.id = articles.page_id
       WHERE story_id IN (SELECT value FROM json_each(?)) ORDER BY published_on IS NULL, published_on, articles.id`,
      JSON.stringify(storyIds),
    );
    return groupBy(rows, (row) => [row.story_id, this.#decode(row)]);
  }

  async correctionsOf(articleIds: readonly string[]): Promise<Map<string, StoredArticle[]>> {
    const rows = this.#all<ArticleRow & { corrected_id: string }>(
      `SELECT corrected_id, ${articleColumns} FROM corrections
       JOIN articles ON articles.id = notice_id JOIN pages ON pages.id = articles.page_id
       WHERE corrected_id IN (SELECT value FROM json_each(?)) ORDER BY published_on, articles.id`,
      JSON.stringify(articleIds),
    );
    return groupBy(rows, (row) => [row.corrected_id, this.#decode(row)]);
  }

  async filterChunkIds(filter: ArticleFilter): Promise<number[]> {
    if (isOpen(filter)) return this.chunkIds();
    const { sql, parameters } = filterCondition(filter);
    return this.#ids(
      `SELECT chunks.id FROM chunks JOIN articles ON articles.id = chunks.article_id
       WHERE ${sql} ORDER BY chunks.id`,
      ...parameters,
    );
  }

  async searchTerms(terms: readonly string[], limit: number, filter: ArticleFilter = {}) {
    return guard(this.#folder, () => this.#termSearch.search(terms, limit, filter));
  }

  async chunkFrequencies(terms: readonly string[]) {
    return guard(this.#folder, () => this.#termSearch.chunkFrequencies(terms));
  }

  async versionKeys(articleId: string): Promise<string[]> {
    const sql = 'SELECT key FROM version_keys WHERE article_id = ? ORDER BY key';
    return this.#all<{ key: string }>(sql, articleId).map(({ key }) => key);
  }

  async sources(): Promise<string[]> {
    return this.#all<{ source: string }>('SELECT DISTINCT source FROM articles ORDER BY source').map(
      ({ source }) => source,
    );
  }

  async sourceSummaries() {
    return guard(this.#folder, () => summariseSources(this.#database));
  }

  async listArticles(filter: ArticleFilter, page: ListPage) {
    return guard(this.#folder, () => listArticles(this.#database, filter, page));
  }

  async findTitles(words: readonly string[], filter: ArticleFilter, page: ListPage) {
    return guard(this.#folder, () => listArticles(this.#database, filter, { ...page, words }));
  }

  async chunkIds(): Promise<number[]> {
    // Read from the small index by article: in the table itself an embedding stands between any two ids.
    return this.#ids('SELECT id FROM chunks INDEXED BY chunks_by_article').sort((a, b) => a - b);
  }

  async embeddings(ids: readonly number[]): Promise<ChunkEmbedding[]> {
    return guard(this.#folder, () => readEmbeddings(this.#database, ids));
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  /** Where a folder is now: as seen from the index, which may have moved with it, else where it was. */
  #resolveFolder({ folder, folder_from_index: fromIndex }: StoredFolder): string {
    const beside = path.resolve(this.#folder, fromIndex);
    return existsSync(beside) ? beside : folder;
  }

  #decode(row: ArticleRow): StoredArticle {
    return decodeArticle(row, (folder) => this.#resolveFolder(folder));
  }

  #all<Row>(sql: string, ...parameters: unknown[]): Row[] {
    return guard(this.#folder, () => this.#database.prepare<unknown[], Row>(sql).all(...parameters));
  }

  #ids(sql: string, ...parameters: unknown[]): number[] {
    return guard(this.#folder, () =>
      this.#database
        .prepare<unknown[], number>(sql)
        .pluck()
        .all(...parameters),
    );
  }
}
