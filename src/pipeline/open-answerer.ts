import { statSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { answerQuestion, findPassages } from '../answer/answer.ts';
import type { Answerer } from '../answer/answerer.ts';
import { openArchive } from '../answer/archive.ts';
import type { CurrentPage } from '../answer/citation.ts';
import { explainAnswer } from '../answer/explain.ts';
import { readCorpusFile } from '../corpus/read-corpus.ts';
import type { CorpusFile } from '../corpus/read-corpus.ts';
import { openPage } from '../corpus/readers/readers.ts';
import type { Embedder } from '../embed/embedder.ts';
import { UserError } from '../errors.ts';
import type { StoredPage } from '../store/news-store.ts';
import type { AskedAt } from '../text/question-period.ts';
import { openNewsStore } from '../store/sqlite/sqlite-news-store.ts';
import { openVectorIndex } from '../vector-index/open-vector-index.ts';
import type { SnapshotNotice } from '../vector-index/open-vector-index.ts';
import { hasSameModel, identifyIndex, identityMismatch } from './index-corpus.ts';

/**
 * Opens an index for answering.
 *
 * @param onNotice hears that the vector index's snapshot could not be used and what stands in for it
 * @throws UserError `index-missing`, `index-empty`, `index-damaged`, `index-model-mismatch`, `index-outdated`, `index-format-mismatch`
 */
export async function openAnswerer(
  indexFolder: string,
  embedder: Embedder,
  onNotice: (notice: SnapshotNotice) => void,
): Promise<Answerer> {
  const store = openNewsStore(indexFolder);
  try {
    const expected = identifyIndex(embedder);
    if (hasSameModel(store.identity, expected) && store.identity.textVersion !== expected.textVersion) {
      throw new UserError('index-outdated', { folder: indexFolder });
    }
    if (!isDeepStrictEqual(store.identity, expected))
      throw identityMismatch(indexFolder, store.identity, expected);
    const counts = await store.counts();
    if (counts.chunks === 0) throw new UserError('index-empty', { folder: indexFolder });
    const vectorIndex = await openVectorIndex(indexFolder, store, onNotice);
    const sources = { store, vectorIndex, embedder, readPage: createPageCache() };
    return {
      counts,
      archive: openArchive(sources),
      answer: (question, options) => answerQuestion(question, sources, { askedAt: askedNow(), ...options }),
      retrieve: (question, options) => findPassages(question, sources, options),
      explain: async (question) => explainAnswer(await findPassages(question, sources)),
      close: () => store.close(),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Now, and here: where nothing else is said of the asker. */
function askedNow(): AskedAt {
  return { now: new Date(), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

/** Pages kept in memory between questions; a page is a few tens of kilobytes. */
const cachedPages = 64;

/** Reads pages' files, each again only when its size or time of change says so. */
function createPageCache(): (page: StoredPage) => Promise<CurrentPage | undefined> {
  const cache = new Map<
    string,
    { readonly stamp: string; readonly current: Promise<CurrentPage | undefined> }
  >();
  return ({ folder, file }) => {
    const fullPath = path.join(folder, file);
    const stamp = stampOf(fullPath);
    const cached = cache.get(fullPath);
    if (cached?.stamp === stamp) return cached.current;
    const current = readCurrentPage({ folder, file });
    cache.delete(fullPath);
    cache.set(fullPath, { stamp, current });
    const [oldest] = cache.keys();
    if (cache.size > cachedPages && oldest !== undefined) cache.delete(oldest);
    return current;
  };
}

async function readCurrentPage(file: CorpusFile): Promise<CurrentPage | undefined> {
  const read = readCorpusFile(file);
  if ('setAside' in read) return undefined;
  const page = await openPage(file.file, read.bytes);
  return 'reason' in page ? undefined : { text: page.text, contentHash: read.contentHash };
}

function stampOf(file: string): string {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stats === undefined
    ? 'missing'
    : `${String(stats.size)} ${String(stats.mtimeNs)} ${String(stats.ino)}`;
}
