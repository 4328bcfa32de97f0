import type { NewsStore } from '../store/news-store.ts';
import { guard } from '../store/sqlite/database.ts';
import type { HnswIndex } from './hnsw.ts';
import { buildHnswIndex, compareIds, followStore } from './open-vector-index.ts';
import type { SnapshotNotice } from './open-vector-index.ts';
import { exactLimit } from './open-vector-index.ts';
import {
  countBehind,
  isSnapshotIntact,
  loadSnapshotAside,
  stampSnapshot,
  writeSnapshot,
} from './snapshot.ts';

/** Share of a graph that may be added to it before building it anew is the better choice. */
const addedShare = 0.2;

/**
 * Chunks that a snapshot may be behind: whoever opens it makes them good in a few tenths of a second (about 1 ms each),
 * while writing 100,000 chunks anew for one article takes longer than everything else about it.
 */
const maxBehind = 256;

/** Whether a snapshot that differs in so many chunks is left as it is. A small index is not worth waiting for. */
export function mayStayBehind(differing: number, chunkCount: number): boolean {
  return chunkCount > exactLimit && differing > 0 && differing <= maxBehind;
}

/**
 * Brings the snapshot in `folder` to the store's state: a graph of which little changed is loaded, changed and written,
 * any other is built anew.
 * Nothing is written where nothing changed, nor where a large index changed so little that it is not worth it.
 *
 * @returns what was wrong with a snapshot that was there and could not be used, else null
 * @throws UserError `index-unwritable`
 */
export async function refreshSnapshot(
  folder: string,
  store: NewsStore,
  onAdded: (done: number, total: number) => void,
): Promise<SnapshotNotice | null> {
  const ids = await store.chunkIds();
  const differing = countBehind(folder, store.identity, ids);
  if (mayStayBehind(differing ?? 0, ids.length)) return null;
  // To know that nothing changed and nothing broke, the graph need not be loaded.
  if (differing === 0 && (await isSnapshotIntact(folder, store.identity))) {
    guard(folder, () => stampSnapshot(folder, store.identity, store.changeNumber), 'writing');
    return null;
  }
  // A bot that indexes by itself goes on answering meanwhile, from the change that is stored already.
  const loaded = await loadSnapshotAside(folder, store.identity);
  const index =
    'index' in loaded
      ? await changeGraph(loaded.index, store, ids, onAdded)
      : await buildAll(store, ids, onAdded);
  guard(
    folder,
    () => {
      if (index === null) stampSnapshot(folder, store.identity, store.changeNumber);
      else writeSnapshot(folder, index, store.identity, store.changeNumber);
    },
    'writing',
  );
  return 'problem' in loaded && loaded.problem !== 'missing' ? loaded : null;
}

/** The graph as it should be; null where it is. */
async function changeGraph(
  graph: HnswIndex,
  store: NewsStore,
  ids: readonly number[],
  onAdded: (done: number, total: number) => void,
): Promise<HnswIndex | null> {
  const difference = compareIds(graph, ids);
  const { added, removed } = difference;
  if (added.length + removed.length === 0) return null;
  if (added.length > addedShare * graph.size || graph.isWorn(removed.length))
    return buildAll(store, ids, onAdded);
  return followStore(graph, store, difference, { onAdded: (done) => onAdded(done, added.length) });
}

function buildAll(
  store: NewsStore,
  ids: readonly number[],
  onAdded: (done: number, total: number) => void,
): Promise<HnswIndex> {
  return buildHnswIndex(store, ids, (done) => onAdded(done, ids.length));
}
