import { statSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { answerQuestion, findPassages } from '../answer/answer.ts';
import type { AnswerSources } from '../answer/answer.ts';
import type { Answerer } from '../answer/answerer.ts';
import { openArchive } from '../answer/archive.ts';
import type { CurrentPage } from '../answer/citation.ts';
import { explainAnswer } from '../answer/explain.ts';
import { readCorpusFile } from '../corpus/read-corpus.ts';
import type { CorpusFile } from '../corpus/read-corpus.ts';
import { openPage } from '../corpus/readers/readers.ts';
import type { Embedder } from '../embed/embedder.ts';
import { UserError } from '../errors.ts';
import type { IndexIdentity } from '../store/index-identity.ts';
import type { StoredPage } from '../store/news-store.ts';
import { openNewsView } from '../store/sqlite/sqlite-news-store.ts';
import type { AskedAt } from '../text/question-period.ts';
import { openVectorIndex } from '../vector-index/open-vector-index.ts';
import type { SnapshotProblem } from '../vector-index/snapshot.ts';
import { FollowedIndex } from './followed-index.ts';
import type { FollowProblem } from './followed-index.ts';
import { hasSameModel, identifyIndex, identityMismatch } from './index-corpus.ts';
import { NextVectors } from './next-vectors.ts';

/** What those who run an answerer should know; nothing is lost and questions are answered all the same. */
export interface IndexNotice {
  /** Why the vector index's snapshot could not be used when it was opened, or why a change is not followed. */
  readonly problem: SnapshotProblem | FollowProblem;
  /** The file to blame. */
  readonly file: string;
}

/**
 * Opens an index for answering. While it is open, what others write to it is seen within about a second of being
 * finished; each question is answered from one state of the index, from before a change or from after it.
 *
 * @param onNotice hears that the vector index's snapshot could not be used and what stands in for it, and that a change
 *   of the index is not followed
 * @throws UserError `index-missing`, `index-empty`, `index-damaged`, `index-model-mismatch`, `index-outdated`, `index-format-mismatch`
 */
export async function openAnswerer(
  indexFolder: string,
  embedder: Embedder,
  onNotice: (notice: IndexNotice) => void,
): Promise<Answerer> {
  const index = await openIndex(indexFolder, identifyIndex(embedder), onNotice);
  const readPage = createPageCache();
  const use = <T>(call: (sources: AnswerSources) => Promise<T>): Promise<T> =>
    index.use(({ store, vectorIndex }) => call({ store, vectorIndex, embedder, readPage }));
  return {
    get counts() {
      return index.counts;
    },
    describeIndex: () => index.facts,
    archive: {
      article: (id) => use((sources) => openArchive(sources).article(id)),
      latest: (filter, page) => use((sources) => openArchive(sources).latest(filter, page)),
      findTitles: (text, filter, page) =>
        use((sources) => openArchive(sources).findTitles(text, filter, page)),
      sources: () => use((sources) => openArchive(sources).sources()),
      versionKeys: (id) => use((sources) => openArchive(sources).versionKeys(id)),
      quoteAgain: (places, exceptIds) => use((sources) => openArchive(sources).quoteAgain(places, exceptIds)),
    },
    answer: (question, options) =>
      use((sources) => answerQuestion(question, sources, { askedAt: askedNow(), ...options })),
    retrieve: (question, options) => use((sources) => findPassages(question, sources, options)),
    explain: (question) => use(async (sources) => explainAnswer(await findPassages(question, sources))),
    close: () => index.close(),
  };
}

async function openIndex(
  indexFolder: string,
  identity: IndexIdentity,
  onNotice: (notice: IndexNotice) => void,
): Promise<FollowedIndex> {
  const store = openNewsView(indexFolder);
  try {
    checkIdentity(indexFolder, store.identity, identity);
    const ids = await store.chunkIds();
    if (ids.length === 0) throw new UserError('index-empty', { folder: indexFolder });
    const vectors = new NextVectors(indexFolder, await openVectorIndex(indexFolder, store, onNotice), ids);
    const onProblem = (problem: FollowProblem): void =>
      onNotice({ problem, file: path.join(indexFolder, 'index.db') });
    return await FollowedIndex.start({ indexFolder, identity, store, vectors, onProblem });
  } catch (error) {
    await store.close();
    throw error;
  }
}

function checkIdentity(folder: string, found: IndexIdentity, expected: IndexIdentity): void {
  if (hasSameModel(found, expected) && found.textVersion !== expected.textVersion)
    throw new UserError('index-outdated', { folder });
  if (!isDeepStrictEqual(found, expected)) throw identityMismatch(folder, found, expected);
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
