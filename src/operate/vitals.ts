import type { Gauge } from 'prom-client';
import type { Answerer } from '../answer/answerer.ts';
import type { Connection } from '../discord/gateway/connection.ts';
import type { FeedHealth } from '../store/desk-records.ts';
import type { DeskStore } from '../store/desk-store.ts';
import { feedStates } from './metrics.ts';
import type { Metrics } from './metrics.ts';

/** What is needed before questions are answered. */
export type Need = 'index' | 'gateway';

/** The parts of the process that are read, as far as they are open yet. */
export interface Vitals {
  readonly answerer?: Pick<Answerer, 'counts' | 'describeIndex'>;
  readonly desk?: Pick<DeskStore, 'feedHealth'>;
  readonly connection?: () => Connection;
  /** Jobs that wait or are at work. */
  readonly queueSize?: () => number;
}

/** What is needed and not there now. */
export function listMissing(needs: readonly Need[], { answerer, connection }: Vitals): Need[] {
  const isThere = { index: answerer !== undefined, gateway: connection?.().isReady === true };
  return needs.filter((need) => !isThere[need]);
}

/**
 * Brings the gauges up to now. What is not known has no value, rather than a zero that could be taken for one.
 *
 * @throws UserError as `DeskStore.feedHealth`, when all but the feeds is brought up
 */
export async function readVitals(vitals: Vitals, isReady: boolean, metrics: Metrics): Promise<void> {
  const { answerer, connection, queueSize, desk } = vitals;
  const { changedAt = null, isExact } = answerer?.describeIndex() ?? {};
  const latencyMs = connection?.().latencyMs ?? null;
  metrics.ready.set(Number(isReady));
  show(metrics.queueJobs, queueSize?.());
  show(metrics.indexArticles, answerer?.counts.articles);
  show(metrics.indexChunks, answerer?.counts.chunks);
  show(metrics.indexChanged, changedAt === null ? undefined : changedAt / 1000);
  show(metrics.indexExact, isExact === undefined ? undefined : Number(isExact));
  show(metrics.gatewayLatency, latencyMs === null ? undefined : latencyMs / 1000);
  metrics.feeds.reset();
  show(metrics.feedOldest, undefined);
  if (desk !== undefined) showFeeds(await desk.feedHealth(), metrics);
}

function show(gauge: Gauge<never>, value: number | undefined): void {
  if (value === undefined) gauge.remove();
  else gauge.set(value);
}

function showFeeds(feeds: readonly FeedHealth[], { feeds: gauge, feedOldest }: Metrics): void {
  for (const state of feedStates)
    gauge.set({ state }, feeds.filter((feed) => stateOf(feed) === state).length);
  const successes = feeds.flatMap(({ isPaused, lastSuccessAt }) => (isPaused ? [] : (lastSuccessAt ?? [])));
  show(feedOldest, successes.length === 0 ? undefined : Math.min(...successes) / 1000);
}

function stateOf({ isPaused, failures, lastSuccessAt }: FeedHealth): (typeof feedStates)[number] {
  if (isPaused) return 'paused';
  if (failures > 0) return 'failing';
  return lastSuccessAt === null ? 'unread' : 'ok';
}
