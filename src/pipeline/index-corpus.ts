import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { chunkerVersion } from '../corpus/chunk.ts';
import { FileStamps } from '../store/file-stamps.ts';
import { readerVersion } from '../corpus/page-reading.ts';
import type { SetAside } from '../corpus/read-corpus.ts';
import { embedMissing, readEmbeddings } from '../embed/cache.ts';
import type { EmbeddingCache, EmbeddingOf } from '../embed/cache.ts';
import type { Embedder } from '../embed/embedder.ts';
import { UserError } from '../errors.ts';
import type { IndexIdentity } from '../store/index-identity.ts';
import type { IndexCounts, NewsStore, PageChange, StoredPage } from '../store/news-store.ts';
import { guard } from '../store/sqlite/database.ts';
import { openEmbeddingCache } from '../store/sqlite/embedding-cache.ts';
import { openWritableNewsStore } from '../store/sqlite/sqlite-news-store.ts';
import { takeWriterLock } from '../store/sqlite/writer-lock.ts';
import { termsVersion } from '../text/terms.ts';
import type { SnapshotNotice } from '../vector-index/open-vector-index.ts';
import { refreshSnapshot } from '../vector-index/refresh-snapshot.ts';
import { forgetSnapshot, removeUnfinished } from '../vector-index/snapshot.ts';
import { linkArticles } from './links/link-articles.ts';
import { planChanges } from './plan-changes.ts';
import type { DuplicateArticle, Plan } from './plan-changes.ts';
import { completeArticle } from './prepare-article.ts';
import type { OnProgress } from './progress.ts';

/** What to index, and where. */
export interface IndexOptions {
  readonly folders: readonly string[];
  /** Nobody asked for these folders: an index that was made before keeps the folders it was made from. */
  readonly areFoldersDefault?: boolean;
  readonly indexFolder: string;
  /** File of embeddings by content, shared by all indexes. */
  readonly cacheFile: string;
  readonly embedder: Embedder;
  readonly isForced?: boolean;
  readonly onProgress?: OnProgress;
  /** Told to a second indexer that finds this one at work. */
  readonly holder: string;
}

/** What a build did. */
export interface IndexReport {
  /** The corpus folders that were read, absolute. */
  readonly folders: readonly string[];
  readonly counts: IndexCounts;
  readonly filesFound: number;
  readonly filesUnchanged: number;
  readonly filesRemoved: number;
  readonly otherFiles: number;
  readonly articlesChanged: number;
  readonly textsEmbedded: number;
  readonly textsFromCache: number;
  readonly setAside: readonly SetAside[];
  readonly duplicates: readonly DuplicateArticle[];
  /** Articles that are not indexed, since the corpus holds a newer version. */
  readonly olderVersions: readonly DuplicateArticle[];
  /** The vector index's snapshot was damaged and has been made again. */
  readonly repaired: SnapshotNotice | null;
}

/** What an index built with this embedder carries. */
export function identifyIndex({ identity, centering }: Embedder): IndexIdentity {
  return {
    modelId: identity.id,
    modelFileHash: identity.fileHash,
    dimension: identity.dimension,
    prefix: `${identity.prefix.question}|${identity.prefix.passage}`,
    textVersion: textVersionOf(centering),
  };
}

/** The versions of how pages are read and texts cut, and how embeddings are centred, as one string. */
export function textVersionOf(centering: Embedder['centering']): string {
  return [readerVersion, chunkerVersion, termsVersion, centering?.version ?? 0].join('.');
}

/**
 * Brings an index to the state of its corpus. All texts are embedded before anything is written, into a cache that
 * outlives an interruption; then one transaction replaces the old state. So whenever this stops, the old index or
 * the new one is there, and starting again goes on where it was.
 *
 * @throws UserError `corpus-missing`, `corpus-empty`, `index-busy`, `index-unwritable`, `index-model-mismatch`
 */
export async function indexCorpus(options: IndexOptions): Promise<IndexReport> {
  const identity = identifyIndex(options.embedder);
  const lock = takeWriterLock(options.indexFolder, options.holder);
  try {
    const store = openWritableNewsStore(options.indexFolder, identity);
    try {
      const cache = openEmbeddingCache(options.cacheFile);
      try {
        return await build(store, cache, identity, options);
      } finally {
        cache.close();
      }
    } finally {
      await store.close();
    }
  } finally {
    lock.release();
  }
}

async function build(
  store: NewsStore,
  cache: EmbeddingCache,
  identity: IndexIdentity,
  options: IndexOptions,
): Promise<IndexReport> {
  const { indexFolder, embedder, isForced = false, onProgress = () => undefined } = options;
  const known = await store.pages();
  clearAway(indexFolder, known.length === 0);
  const isOtherBuild = !isDeepStrictEqual(store.identity, identity);
  // A new way of reading text needs no decision of anybody's: the corpus is read again, nothing is lost.
  const isOtherModel = isOtherBuild && !hasSameModel(store.identity, identity);
  // An index without a page, as an interrupted first build leaves it, is nobody's.
  if (isOtherModel && !isForced && known.length > 0)
    throw identityMismatch(indexFolder, store.identity, identity);
  const folders = chooseFolders(options, known);
  const stamps = FileStamps.open(path.join(indexFolder, 'files.json'), () => Date.now());
  const plan = await planChanges(store, embedder, {
    folders,
    isForced: isForced || isOtherBuild,
    isOtherModel,
    stamps,
    onProgress,
  });
  let textsEmbedded = 0;
  await embedMissing(plan.texts, embedder, cache, (done, total) => {
    textsEmbedded = total;
    onProgress({ stage: 'embed', done, total });
  });
  if (isOtherBuild || plan.pages.length + plan.removed.length + plan.toReadAgain.length > 0) {
    await store.apply(
      listChanges(plan, readEmbeddings(cache, embedder.centering), onProgress),
      isOtherBuild ? identity : undefined,
      linkArticles,
    );
  }
  const repaired = await refreshSnapshot(indexFolder, store, (done, total) => {
    onProgress({ stage: 'vectors', done, total });
  });
  await foldJournal(store);
  stamps.save();
  return {
    folders,
    counts: await store.counts(),
    filesFound: plan.filesFound,
    filesUnchanged: plan.filesUnchanged,
    filesRemoved: plan.removed.length,
    otherFiles: plan.otherFiles,
    articlesChanged: plan.pages.reduce((sum, { changed }) => sum + changed.length, 0),
    textsEmbedded,
    textsFromCache: plan.texts.size - textsEmbedded,
    setAside: plan.setAside,
    duplicates: plan.duplicates,
    olderVersions: plan.olderVersions,
    repaired,
  };
}

/** How long running bots are waited for: they look for changes twice a second (`follow-index.ts`). */
const journalPatienceMs = 1500;
const journalRetryMs = 100;

/**
 * Moves SQLite's journal into the database. What a bot still reads keeps its place there; without this wait, the journal
 * of an index that a bot always has open would only grow.
 */
async function foldJournal(store: NewsStore): Promise<void> {
  for (let waitedMs = 0; !store.foldJournal() && waitedMs < journalPatienceMs; waitedMs += journalRetryMs)
    await setTimeout(journalRetryMs);
}

/** Removes what a killed indexer left half written and, beside an index that is still empty, the snapshot of another. */
function clearAway(indexFolder: string, isEmpty: boolean): void {
  const clear = (): void => {
    removeUnfinished(indexFolder);
    if (isEmpty) forgetSnapshot(indexFolder);
  };
  guard(indexFolder, clear, 'writing');
}

/** A reindex must not swap one corpus for another unasked. */
function chooseFolders({ folders, areFoldersDefault }: IndexOptions, known: readonly StoredPage[]): string[] {
  const indexed = known.map(({ folder }) => folder);
  const chosen = areFoldersDefault === true && indexed.length > 0 ? indexed : folders;
  return [...new Set(chosen.map((folder) => path.resolve(folder)))];
}

/** Whether embeddings made for one of the two can be compared with those made for the other. */
export function hasSameModel(a: IndexIdentity, b: IndexIdentity): boolean {
  return isDeepStrictEqual({ ...a, textVersion: b.textVersion }, b);
}

/** An error that names both builds. */
export function identityMismatch(folder: string, found: IndexIdentity, expected: IndexIdentity): UserError {
  return new UserError('index-model-mismatch', {
    folder,
    indexModel: describeIdentity(found),
    currentModel: describeIdentity(expected),
  });
}

function describeIdentity({ modelId, modelFileHash, dimension, prefix, textVersion }: IndexIdentity): string {
  const hash = modelFileHash.slice(0, 12);
  return `${modelId} (file ${hash}, dimension ${String(dimension)}, prefix "${prefix}", text version ${textVersion})`;
}

/** Changes are made one at a time as the store asks for them: the embeddings of a whole archive never stand in memory. */
function* listChanges(plan: Plan, embeddingOf: EmbeddingOf, onProgress: OnProgress): Generator<PageChange> {
  const total = plan.removed.length + plan.pages.length;
  let done = 0;
  for (const { id } of plan.removed) {
    yield { kind: 'remove', pageId: id };
    onProgress({ stage: 'store', done: ++done, total });
  }
  for (const { id } of plan.toReadAgain) yield { kind: 'read-again', pageId: id };
  for (const articleId of plan.supersededIds) yield { kind: 'supersede', articleId };
  for (const { page, changed, keptIds } of plan.pages) {
    const articles = changed.map(({ prepared, versions }) =>
      completeArticle(prepared, embeddingOf, versions),
    );
    yield { kind: 'replace', page, changed: articles, keptIds };
    onProgress({ stage: 'store', done: ++done, total });
  }
}
