import { UserError } from '../errors.ts';
import { storeItems } from '../fetch/feed-items.ts';
import type { ItemCounts, StoredItems } from '../fetch/feed-items.ts';
import { nextPollAt } from '../fetch/feed-schedule.ts';
import { fetchFeed } from '../fetch/feeds.ts';
import type { FetchedFeed } from '../fetch/feeds.ts';
import { obeyRobots } from '../fetch/robots.ts';
import type { Permit } from '../fetch/robots.ts';
import type { FetchOptions } from '../fetch/safe-fetch.ts';
import type { Feed, FeedState } from '../store/desk-records.ts';
import type { ArticleDesk, FeedDesk } from '../store/desk-store.ts';
import { indexPulled, openIfThere, storedIds } from './index-pulled.ts';
import type { PulledIndexOptions } from './index-pulled.ts';
import { openWithdrawn } from './withdrawn.ts';

/** One round over the feeds. */
export interface PollOptions {
  readonly desk: FeedDesk & Pick<ArticleDesk, 'withdrawnIds' | 'withdrawnKeys'>;
  /** This process, among those that might poll. */
  readonly holder: string;
  readonly index: PulledIndexOptions;
  readonly fetch?: Pick<FetchOptions, 'network' | 'signal' | 'timeoutMs' | 'idleMs' | 'maxBytes'>;
  /** Only these feeds, and whether they are due or not: a moderator wants them now. */
  readonly onlyIds?: readonly string[];
  /** Whether the pages of items with only a summary may be fetched; none may if not given. */
  readonly mayFetchPages?: (feed: Feed) => boolean;
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
}

/** A file that a feed brought or changed, and its articles as the index knows them. */
export interface PolledPage {
  readonly file: string;
  readonly isNew: boolean;
  readonly articleIds: readonly string[];
}

/** What became of one feed. */
export interface FeedReport {
  readonly feed: Feed;
  readonly outcome: 'paused' | 'not-due' | 'unchanged' | 'read' | 'failed';
  readonly pages: readonly PolledPage[];
  readonly counts: ItemCounts;
  /** A UserError; anything else is a bug, and did not keep the other feeds from being read. */
  readonly error: unknown;
  /** In a row. */
  readonly failures: number;
  /** Whether those who added it are to be told now that it fails. */
  readonly isToBeTold: boolean;
  /** Where the feed is for good now. */
  readonly movedTo: string | null;
  readonly nextAt: number;
}

/** What one round did. */
export interface PollReport {
  /** Whether this process polls at all: another may. */
  readonly isHolder: boolean;
  readonly feeds: readonly FeedReport[];
  readonly isIndexed: boolean;
}

const leaseName = 'feeds';
/** Longer than one feed takes; it is taken anew before each. */
const leaseMs = 5 * 60_000;
const parallelFeeds = 4;
/** Failures in a row after which it is told. */
const toldAfter = 3;

/**
 * Asks every feed that is due, stores what is new or has changed in the corpus, brings the index up to date, and only then
 * remembers what it has met: whatever stops it in between, the next round does it again.
 *
 * @throws UserError `corpus-unwritable`, `desk-*`, as `indexPulled`
 */
export async function pollFeeds(options: PollOptions): Promise<PollReport> {
  const { desk, holder, now, onlyIds } = options;
  const keepLease = (): Promise<boolean> => desk.takeLease(leaseName, holder, now() + leaseMs, now());
  if (!(await keepLease())) return { isHolder: false, feeds: [], isIndexed: false };
  try {
    const feeds = (await desk.listFeeds('all')).filter(({ id }) => onlyIds?.includes(id) ?? true);
    const permit = obeyRobots(options.fetch);
    const polled: Polled[] = [];
    const queue = [...feeds];
    const work = async (): Promise<void> => {
      for (let feed = queue.shift(); feed !== undefined; feed = queue.shift()) {
        if (!(await keepLease())) return;
        polled.push(await pollFeed(feed, permit, options));
      }
    };
    await settleAll(Array.from({ length: parallelFeeds }, work));
    const save = async (which: (polled: Polled) => boolean): Promise<void> => {
      for (const { feed, state } of polled.filter(which))
        if (state !== null) await desk.saveFeedState(feed.id, state);
    };
    await save((one) => !hasStored(one));
    await keepLease();
    const isIndexed = await indexStored(polled, options);
    await save(hasStored);
    const order = new Map(feeds.map(({ id }, at) => [id, at]));
    polled.sort((a, b) => (order.get(a.feed.id) ?? 0) - (order.get(b.feed.id) ?? 0));
    return { isHolder: true, feeds: await reportFeeds(polled, options), isIndexed };
  } finally {
    await desk.takeLease(leaseName, holder, now(), now());
  }
}

/** Waits for all of them, also where one fails: none goes on after the lease is given back. */
async function settleAll(promises: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(promises);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

function hasStored({ items }: Polled): boolean {
  return items !== null && items.stored.length > 0;
}

/** A feed that was asked, before the index knows of it. */
interface Polled extends Omit<FeedReport, 'pages' | 'counts'> {
  readonly items: StoredItems | null;
  /** To be saved; null where it was not asked. */
  readonly state: FeedState | null;
}

async function pollFeed(feed: Feed, permit: Permit, options: PollOptions): Promise<Polled> {
  const { desk, now, onlyIds } = options;
  const state = await desk.feedState(feed.id);
  const idle = {
    feed,
    items: null,
    state: null,
    error: null,
    failures: state?.failures ?? 0,
    isToBeTold: false,
    movedTo: null,
    nextAt: state?.nextAt ?? 0,
  };
  if (state === undefined || feed.isPaused) return { ...idle, outcome: 'paused' };
  if (onlyIds === undefined && state.nextAt > now()) return { ...idle, outcome: 'not-due' };
  try {
    const { etag, lastModified } = state;
    const fetched = await fetchFeed(feed.url, { ...options.fetch, permit, etag, lastModified });
    const items = fetched.items === null ? null : await storeFeed(feed, fetched, { state, permit, options });
    return { ...idle, ...succeed(fetched, items, options) };
  } catch (error) {
    options.fetch?.signal?.throwIfAborted();
    // What is wrong here, not there, is wrong for every feed.
    if (error instanceof UserError && !/^(?:url|feed)-/.test(error.code)) throw error;
    return { ...idle, ...fail(error, state, options) };
  }
}

async function storeFeed(
  feed: Feed,
  fetched: FetchedFeed,
  {
    state,
    permit,
    options,
  }: { readonly state: Required<FeedState>; readonly permit: Permit; readonly options: PollOptions },
): Promise<StoredItems> {
  const { desk, index, mayFetchPages, now } = options;
  const mayFetch = mayFetchPages?.(feed) ?? false;
  const store = openIfThere(index.indexFolder);
  try {
    const isWithdrawn = await openWithdrawn(desk, feed.guildId, store);
    return await storeItems(fetched, {
      corpusFolder: index.corpusFolder,
      feedId: feed.id,
      seen: state.seen,
      isWithdrawn: (article) => isWithdrawn(article, true),
      pull: mayFetch ? { ...options.fetch, permit, now: new Date(now()) } : null,
    });
  } finally {
    await store?.close();
  }
}

function succeed(
  { etag, lastModified, movedTo, maxAgeMs }: FetchedFeed,
  items: StoredItems | null,
  options: PollOptions,
) {
  const nowMs = options.now();
  const nextAt = nextPollAt({
    nowMs,
    failures: 0,
    maxAgeMs,
    retryAfterMs: null,
    isGone: false,
    random: options.random(),
  });
  // What was left for another time must be given again by a server that would say "nothing new".
  const isWhole = items === null || items.counts.deferred === 0;
  const state: FeedState = {
    etag: isWhole ? etag : null,
    lastModified: isWhole ? lastModified : null,
    nextAt,
    failures: 0,
    lastError: null,
    lastSuccessAt: nowMs,
    ...(items !== null && { seen: items.seen }),
  };
  const outcome = items === null ? ('unchanged' as const) : ('read' as const);
  return { outcome, items, state, failures: 0, movedTo, nextAt };
}

function fail(
  error: unknown,
  { etag, lastModified, lastSuccessAt, ...before }: Required<FeedState>,
  options: PollOptions,
) {
  const nowMs = options.now();
  const failures = before.failures + 1;
  const context = error instanceof UserError ? error.context : {};
  const seconds = context['retryAfterSeconds'];
  const nextAt = nextPollAt({
    nowMs,
    failures,
    maxAgeMs: null,
    retryAfterMs: typeof seconds === 'number' ? seconds * 1000 : null,
    isGone: context['detail'] === 'HTTP 410',
    random: options.random(),
  });
  const lastError = error instanceof UserError ? error.code : 'bug';
  const state: FeedState = { etag, lastModified, nextAt, failures, lastError, lastSuccessAt };
  return { outcome: 'failed' as const, error, state, failures, isToBeTold: failures === toldAfter, nextAt };
}

async function indexStored(polled: readonly Polled[], { index }: PollOptions): Promise<boolean> {
  if (!polled.some(hasStored)) return false;
  await indexPulled(index);
  return true;
}

async function reportFeeds(polled: readonly Polled[], { index }: PollOptions): Promise<FeedReport[]> {
  const files = polled.flatMap(({ items }) => items?.stored.map(({ file }) => file) ?? []);
  const { indexFolder, corpusFolder } = index;
  const ids =
    files.length === 0 ? new Map<string, string[]>() : await storedIds(indexFolder, corpusFolder, files);
  return polled.map(({ items, state: _, ...report }) => ({
    ...report,
    pages: (items?.stored ?? []).map(({ file, isNew }) => ({ file, isNew, articleIds: ids.get(file) ?? [] })),
    counts: items?.counts ?? { unchanged: 0, withdrawn: 0, empty: 0, deferred: 0 },
  }));
}
