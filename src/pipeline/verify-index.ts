import { UserError } from '../errors.ts';
import type { IndexCounts, NewsStore, StoredPage } from '../store/news-store.ts';
import { inspectIndex } from '../store/sqlite/inspect-index.ts';
import { openNewsStore } from '../store/sqlite/sqlite-news-store.ts';
import type { OnProgress } from './progress.ts';
import { checkArticle } from './verify/check-article.ts';
import { checkQuotes, readIndexedPage } from './verify/check-pages.ts';
import type { PageContent } from './verify/check-pages.ts';
import { checkSnapshot, takeEvenly } from './verify/check-snapshot.ts';
import type { Recall } from './verify/check-snapshot.ts';
import type { IndexProblem } from './verify/index-problem.ts';

/** What was looked at, and what is wrong. */
export interface IndexVerification {
  readonly indexFolder: string;
  /** Null where the database is so damaged that nothing was counted. */
  readonly counts: IndexCounts | null;
  /** Pages of which every segment and sentence was compared with the raw file. */
  readonly pagesCompared: number;
  /** Segments and sentences that were compared with the raw file. */
  readonly quotesCompared: number;
  /** Null where it was not measured. */
  readonly recall: Recall | null;
  readonly problems: readonly IndexProblem[];
}

/** How thoroughly to look. */
export interface VerifyOptions {
  /** Leaves out what takes most of the time: full-text search, recall, and all but 20 of the pages to compare. */
  readonly isQuick?: boolean;
  readonly onProgress?: OnProgress;
}

/** Pages whose every segment and sentence is compared with the raw file; of all others only the hash is. */
const comparedPages = { full: 200, quick: 20 } as const;

/**
 * Looks for everything that can be wrong with an index: the database, what its rows say of each other, the pages'
 * files as they are now, and the snapshot. Changes nothing.
 *
 * @throws UserError `index-missing`, `index-format-mismatch`, `index-unreadable`, `index-busy`
 */
export async function verifyIndex(
  indexFolder: string,
  { isQuick = false, onProgress = () => undefined }: VerifyOptions = {},
): Promise<IndexVerification> {
  const tableProblems = inspectIndex(indexFolder, isQuick);
  const nothing = { indexFolder, counts: null, pagesCompared: 0, quotesCompared: 0, recall: null };
  // Rows of a damaged database, and blobs that are no embedding, can not be read as what they should be.
  const isReadable = !tableProblems.some(
    ({ kind }) => kind === 'database-damaged' || kind === 'embedding-invalid',
  );
  if (!isReadable) return { ...nothing, problems: tableProblems };
  const store = openNewsStore(indexFolder);
  try {
    const content = await checkContent(store, isQuick ? comparedPages.quick : comparedPages.full, onProgress);
    const areEmbeddingsBad = content.problems.some(({ kind }) => kind === 'embedding-invalid');
    const snapshot = await checkSnapshot(indexFolder, store, isQuick || areEmbeddingsBad);
    return {
      ...nothing,
      ...content,
      counts: await store.counts(),
      recall: snapshot.recall,
      problems: [...tableProblems, ...content.problems, ...snapshot.problems],
    };
  } catch (error) {
    if (!isDamage(error)) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    const found: IndexProblem = { kind: 'database-damaged', where: 'index.db', detail };
    return { ...nothing, problems: [...tableProblems, found] };
  } finally {
    await store.close();
  }
}

/** Rows that are no JSON, or damage that SQLite met only while reading. */
function isDamage(error: unknown): boolean {
  return error instanceof SyntaxError || (error instanceof UserError && error.code === 'index-damaged');
}

async function checkContent(store: NewsStore, compared: number, onProgress: OnProgress) {
  const pages = await store.pages();
  const toCompare = new Set(takeEvenly(pages, compared));
  const problems: IndexProblem[] = [];
  let [pagesCompared, quotesCompared] = [0, 0];
  for (const [position, page] of pages.entries()) {
    onProgress({ stage: 'check', done: position + 1, total: pages.length });
    const content = await readContent(store, page);
    for (const article of content.articles) {
      const chunks = content.chunks.filter(({ articleId }) => articleId === article.id);
      problems.push(...checkArticle(article, chunks));
    }
    const read = readIndexedPage(page);
    if (read === undefined) continue;
    if ('kind' in read) {
      problems.push(read);
      continue;
    }
    if (!toCompare.has(page)) continue;
    const check = await checkQuotes(page, read, content);
    pagesCompared += 1;
    quotesCompared += check.quotes;
    problems.push(...check.problems);
  }
  return { pagesCompared, quotesCompared, problems };
}

async function readContent(store: NewsStore, page: StoredPage): Promise<PageContent> {
  const articleIds = [...(await store.articleStates(page.id)).keys()];
  const articles = await store.articles(articleIds);
  const chunks = await store.chunks(await store.filterChunkIds({ articleIds }));
  return { articles: [...articles.values()], chunks };
}
