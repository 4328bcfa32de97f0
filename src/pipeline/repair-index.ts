import { existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import type { IndexIdentity } from '../store/index-identity.ts';
import { guard } from '../store/sqlite/database.ts';
import { openNewsStore } from '../store/sqlite/sqlite-news-store.ts';
import { takeWriterLock } from '../store/sqlite/writer-lock.ts';
import { buildHnswIndex } from '../vector-index/open-vector-index.ts';
import { writeSnapshot } from '../vector-index/snapshot.ts';
import { hasSameModel, identifyIndex, identityMismatch, indexCorpus } from './index-corpus.ts';
import type { IndexOptions, IndexReport } from './index-corpus.ts';
import type { OnProgress } from './progress.ts';
import { chooseRemedy } from './verify/index-problem.ts';
import type { IndexProblem, Remedy } from './verify/index-problem.ts';

/** What a repair needs. */
export interface RepairOptions extends Omit<IndexOptions, 'embedder' | 'areFoldersDefault' | 'isForced'> {
  /** Loads the model; called only where texts may have to be embedded. */
  readonly loadEmbedder: () => Promise<IndexOptions['embedder']>;
  /** Part of the name under which a damaged database is kept, such as `20250304T101500Z`. */
  readonly stamp: string;
}

/** What was done. */
export interface RepairReport {
  readonly remedy: Remedy;
  /** Where the damaged database is now. */
  readonly movedTo: string | null;
  /** What the reindex did, where there was one. */
  readonly reindex: IndexReport | null;
}

/**
 * Mends what `verifyIndex` found, as mildly as possible: writes the snapshot again from the stored embeddings; reads
 * changed pages again; reads all pages again; or moves a damaged database aside and builds another from the corpus.
 * Embeddings come from the cache. Nothing is done where there is no problem.
 *
 * @param options `folders` are the corpus folders of an index that no longer says which they are
 * @throws UserError as `indexCorpus`, `index-model-mismatch`
 */
export async function repairIndex(
  problems: readonly IndexProblem[],
  options: RepairOptions,
): Promise<RepairReport | null> {
  const remedy = chooseRemedy(problems);
  if (remedy === undefined) return null;
  if (remedy === 'snapshot') {
    await rebuildSnapshot(options);
    return { remedy, movedTo: null, reindex: null };
  }
  const { stamp, loadEmbedder, ...rest } = options;
  const { folders, identity } = await readOrigin(options.indexFolder);
  const embedder = await loadEmbedder();
  try {
    const expected = identifyIndex(embedder);
    // Mending must not turn it into an index of another model unasked.
    if (identity !== undefined && !hasSameModel(identity, expected))
      throw identityMismatch(options.indexFolder, identity, expected);
    const movedTo = remedy === 'rebuild' ? moveAside(options.indexFolder, options.holder, stamp) : null;
    const reindex = await indexCorpus({
      ...rest,
      embedder,
      folders: folders.length > 0 ? folders : options.folders,
      isForced: remedy === 'reindex-all',
    });
    return { remedy, movedTo, reindex };
  } finally {
    await embedder.close();
  }
}

async function rebuildSnapshot({ indexFolder, holder, onProgress }: RepairOptions): Promise<void> {
  const lock = takeWriterLock(indexFolder, holder);
  try {
    await writeStoredSnapshot(indexFolder, onProgress);
  } finally {
    lock.release();
  }
}

/**
 * Builds the snapshot from the embeddings in the database and writes it. The caller holds the writer lock.
 *
 * @throws UserError `index-unwritable`, or as `openNewsStore`
 */
export async function writeStoredSnapshot(
  indexFolder: string,
  onProgress: OnProgress = () => undefined,
): Promise<void> {
  const store = openNewsStore(indexFolder);
  try {
    const ids = await store.chunkIds();
    const index = await buildHnswIndex(store, ids, (done) => {
      onProgress({ stage: 'vectors', done, total: ids.length });
    });
    guard(
      indexFolder,
      () => writeSnapshot(indexFolder, index, store.identity, store.changeNumber),
      'writing',
    );
  } finally {
    await store.close();
  }
}

/** What an index was made from and with, as far as it can still be read. */
interface Origin {
  readonly folders: readonly string[];
  readonly identity: IndexIdentity | undefined;
}

async function readOrigin(indexFolder: string): Promise<Origin> {
  try {
    const store = openNewsStore(indexFolder);
    try {
      const pages = await store.pages();
      return { folders: [...new Set(pages.map(({ folder }) => folder))], identity: store.identity };
    } finally {
      await store.close();
    }
  } catch (error) {
    // The damage may lie just there; the settings say where the pages are then.
    if (error instanceof UserError && error.code === 'index-damaged')
      return { folders: [], identity: undefined };
    throw error;
  }
}

/** The database of an index, moved aside with its journal: what is in it may still be wanted by somebody. */
function moveAside(indexFolder: string, holder: string, stamp: string): string {
  const lock = takeWriterLock(indexFolder, holder);
  try {
    const movedTo = path.join(indexFolder, `index.db.damaged-${stamp}`);
    // The journal first: left beside a new database, it would be taken for that one's.
    for (const ending of ['-wal', '-shm', '']) {
      const from = path.join(indexFolder, `index.db${ending}`);
      if (existsSync(from)) renameSync(from, `${movedTo}${ending}`);
    }
    return movedTo;
  } finally {
    lock.release();
  }
}
