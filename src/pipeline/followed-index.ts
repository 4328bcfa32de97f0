import { isDeepStrictEqual } from 'node:util';
import type { IndexFacts } from '../answer/answerer.ts';
import type { IndexIdentity } from '../store/index-identity.ts';
import type { IndexCounts, NewsView } from '../store/news-store.ts';
import { openNewsView } from '../store/sqlite/sqlite-news-store.ts';
import { watchNewsStore } from '../store/sqlite/store-watcher.ts';
import type { StoreWatcher } from '../store/sqlite/store-watcher.ts';
import { GraphView } from '../vector-index/graph-view.ts';
import type { VectorSearch } from '../vector-index/vector-index.ts';
import { NextVectors } from './next-vectors.ts';

/** One state of the index: what a question sees from its first look to its last. */
export interface IndexState {
  readonly store: NewsView;
  readonly vectorIndex: VectorSearch;
  readonly counts: IndexCounts;
  readonly facts: IndexFacts;
}

/** Why a newer state of the index is not answered from. */
export type FollowProblem = 'other-model' | 'not-followed';

/** What following an index needs. */
export interface FollowOptions {
  readonly indexFolder: string;
  /** What the index is built with; a state that is built with anything else is not followed. */
  readonly identity: IndexIdentity;
  /** The state to begin with. */
  readonly store: NewsView;
  readonly vectors: NextVectors;
  readonly onProblem: (problem: FollowProblem) => void;
}

/** How often the index is looked at, which takes some 20 µs. */
const lookEveryMs = 500;

/**
 * How long a state keeps its read transaction where nothing changes. SQLite can use its journal from the beginning again
 * only when no transaction is as old as what is in it.
 */
const renewAfterMs = 30_000;

/** After this many looks in a row that failed it is no coincidence, such as a file that is replaced just now. */
const failuresTold = 3;

interface HeldState extends IndexState {
  /** When its transaction began. */
  readonly sinceMs: number;
  readonly fileId: string;
  users: number;
}

/**
 * Follows an index while others write it. Each state is one read transaction of the database and a view of the vector
 * index that belongs to it; a question keeps the state that it began with, and the next state takes its place at once
 * when all of it is there. A state that can not be had leaves the one before in its place.
 */
export class FollowedIndex {
  readonly #options: FollowOptions;
  readonly #watcher: StoreWatcher;
  readonly #states = new Set<HeldState>();
  readonly #timer: NodeJS.Timeout;
  #current: HeldState;
  #seen: string;
  #failures = 0;
  #told: FollowProblem | undefined;
  #looking: Promise<void> | undefined;
  #isClosed = false;
  #onIdle: () => void = () => undefined;

  private constructor(options: FollowOptions, watcher: StoreWatcher, first: HeldState) {
    this.#options = options;
    this.#watcher = watcher;
    this.#current = first;
    this.#states.add(first);
    this.#seen = '';
    this.#timer = setInterval(() => this.look(), lookEveryMs);
    this.#timer.unref();
  }

  /** Begins to follow. @throws UserError as `openNewsView` */
  static async start(options: FollowOptions): Promise<FollowedIndex> {
    const watcher = watchNewsStore(options.indexFolder);
    try {
      const { store, vectors } = options;
      const [counts, vectorIndex] = [await store.counts(), vectors.current];
      const { fileId } = watcher;
      const sinceMs = performance.now();
      const first = { store, vectorIndex, counts, facts: factsOf(store, vectorIndex), sinceMs, fileId };
      return new FollowedIndex(options, watcher, { ...first, users: 0 });
    } catch (error) {
      watcher.close();
      throw error;
    }
  }

  get counts(): IndexCounts {
    return this.#current.counts;
  }

  get facts(): IndexFacts {
    return this.#current.facts;
  }

  /** Gives `call` the newest state, and keeps it as it is until `call` has finished. */
  async use<T>(call: (state: IndexState) => Promise<T>): Promise<T> {
    const state = this.#current;
    state.users += 1;
    try {
      return await call(state);
    } finally {
      state.users -= 1;
      await this.#letGo();
    }
  }

  /** Looks whether something changed and, if so, brings up the next state. The timer calls it. */
  look(): void {
    if (this.#isClosed || this.#looking !== undefined) return;
    this.#looking = this.#follow().finally(() => {
      this.#looking = undefined;
    });
  }

  /** Stops following, and waits for whoever still uses a state. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    await this.#looking;
    this.#watcher.close();
    await new Promise<void>((resolve) => {
      this.#onIdle = resolve;
      void this.#letGo();
    });
  }

  async #follow(): Promise<void> {
    try {
      // Before the look itself: what is written after it is seen the next time.
      const stamp = this.#watcher.stamp();
      const isOld = this.#watcher.hasJournal && performance.now() - this.#current.sinceMs > renewAfterMs;
      if (stamp === this.#seen && !isOld) return;
      if (await this.#advance(stamp)) this.#seen = stamp;
      this.#failures = 0;
    } catch {
      // Whatever it was, the state before is whole and goes on answering; the next look tries again.
      this.#failures += 1;
      if (this.#failures >= failuresTold) this.#tell('not-followed');
    }
  }

  /** Puts the newest state in place; false where it is to be looked at again, though nobody writes. */
  async #advance(stamp: string): Promise<boolean> {
    const store = openNewsView(this.#options.indexFolder);
    let next: HeldState | undefined;
    try {
      // Written, or replaced, since the stamp was taken: the next look knows which of the two was opened here.
      if (this.#watcher.stamp() !== stamp) return false;
      // An index that was made anew and is being filled for the first time.
      if (store.changeNumber === 0 && this.#current.fileId !== this.#watcher.fileId) return true;
      if (!isDeepStrictEqual(store.identity, this.#options.identity)) {
        this.#tell('other-model');
        return true;
      }
      next = await this.#makeNext(store);
      if (next === undefined || this.#isClosed) return false;
      this.#current = next;
      this.#states.add(next);
      this.#told = undefined;
    } finally {
      if (next === undefined || this.#current !== next) await store.close();
    }
    await this.#letGo();
    return true;
  }

  async #makeNext(store: NewsView): Promise<HeldState | undefined> {
    const { vectors } = this.#options;
    const before = this.#current;
    const { fileId } = this.#watcher;
    const sinceMs = performance.now();
    const isOtherFile = before.fileId !== fileId;
    if (!isOtherFile && before.store.changeNumber === store.changeNumber && !vectors.canBeReplaced(store)) {
      const { vectorIndex, counts, facts } = before;
      return { store, vectorIndex, counts, facts, sinceMs, fileId, users: 0 };
    }
    const vectorIndex = await vectors.next(store, { isOtherFile });
    if (vectorIndex === undefined) return undefined;
    const [counts, facts] = [await store.counts(), factsOf(store, vectorIndex)];
    return { store, vectorIndex, counts, facts, sinceMs, fileId, users: 0 };
  }

  /** Once for each time that it goes wrong, however often it is tried. */
  #tell(problem: FollowProblem): void {
    if (this.#told === problem) return;
    this.#told = problem;
    this.#options.onProblem(problem);
  }

  /** Closes the states that nobody uses any more. */
  async #letGo(): Promise<void> {
    for (const state of this.#states) {
      if (state.users > 0 || (state === this.#current && !this.#isClosed)) continue;
      this.#states.delete(state);
      await state.store.close();
    }
    const { vectorIndex } = this.#current;
    if (this.#states.size === 1 && vectorIndex instanceof GraphView) vectorIndex.removeGone();
    if (this.#states.size === 0) this.#onIdle();
  }
}

function factsOf({ changedAt }: NewsView, vectorIndex: VectorSearch): IndexFacts {
  return { changedAt, isExact: !(vectorIndex instanceof GraphView) };
}
