import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { UserError } from '../errors.ts';
import type { StoredPage } from '../store/news-store.ts';
import { openNewsStore } from '../store/sqlite/sqlite-news-store.ts';
import { indexCorpus } from './index-corpus.ts';
import type { IndexOptions, IndexReport } from './index-corpus.ts';

/** How what was pulled gets into the index. */
export interface PulledIndexOptions extends Omit<IndexOptions, 'folders' | 'areFoldersDefault' | 'isForced'> {
  /** Where pulled pages are stored. */
  readonly corpusFolder: string;
  /** How long another indexer is waited for; 60 s if not given. */
  readonly patienceMs?: number;
}

const usualPatienceMs = 60_000;
const retryMs = 250;

/**
 * Brings the index to the state of the folders that it was made from and of the corpus folder. An indexer that is at work
 * may have read the corpus before the pulled pages came, so it is waited for.
 *
 * @throws UserError as `indexCorpus`; `index-busy` if the other one takes too long
 */
export async function indexPulled({
  corpusFolder,
  patienceMs = usualPatienceMs,
  ...options
}: PulledIndexOptions): Promise<IndexReport> {
  const known = (await listPages(options.indexFolder)).map(({ folder }) => folder);
  const folders = [...new Set([...known, path.resolve(corpusFolder)])];
  for (let waitedMs = 0; ; waitedMs += retryMs) {
    try {
      return await indexCorpus({ ...options, folders });
    } catch (error) {
      if (!(error instanceof UserError && error.code === 'index-busy') || waitedMs >= patienceMs) throw error;
      await setTimeout(retryMs);
    }
  }
}

/** The ids under which the articles of pages are stored, by the page's file below the corpus folder. */
export async function storedIds(
  indexFolder: string,
  corpusFolder: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const store = openNewsStore(indexFolder);
  try {
    const wanted = new Set(files);
    const folder = path.resolve(corpusFolder);
    const pages = (await store.pages()).filter((page) => page.folder === folder && wanted.has(page.file));
    const ids = new Map<string, readonly string[]>();
    for (const { id, file } of pages) ids.set(file, [...(await store.articleStates(id)).keys()]);
    return ids;
  } finally {
    await store.close();
  }
}

/** None where there is no index yet. */
async function listPages(indexFolder: string): Promise<StoredPage[]> {
  const store = openIfThere(indexFolder);
  if (store === null) return [];
  try {
    return await store.pages();
  } finally {
    await store.close();
  }
}

/** The store of an index; null where there is none. */
export function openIfThere(indexFolder: string): ReturnType<typeof openNewsStore> | null {
  try {
    return openNewsStore(indexFolder);
  } catch (error) {
    if (error instanceof UserError && error.code === 'index-missing') return null;
    throw error;
  }
}
