import { setTimeout as wait } from 'node:timers/promises';
import type { FeedNews } from './discord/gateway/announce.ts';
import { UserError } from './errors.ts';
import type { Log } from './log.ts';
import type { PipelineNewsroom } from './pipeline/newsroom.ts';
import type { FeedReport } from './pipeline/poll-feeds.ts';

/** How often it is looked which feeds are due; each feed has a time of its own. */
const lookEveryMs = 60_000;
/** A running bot sees a finished change of the index within a second. */
const followMs = 1500;

/**
 * Reads feeds in the background as they become due, and hands on what they brought.
 *
 * @returns stops it
 */
export function pollInBackground(
  newsroom: PipelineNewsroom,
  onNews: (news: FeedNews) => Promise<void>,
  log: Log,
): () => void {
  let isAtWork = false;
  const look = async (): Promise<void> => {
    const { feeds } = await newsroom.readDueFeeds();
    const told = feeds.filter(({ outcome }) => outcome === 'read' || outcome === 'failed');
    for (const report of told) logReport(report, log);
    const news = told.map(toNews).filter(({ articleIds, failures }) => articleIds.length > 0 || failures > 0);
    if (news.length > 0) await wait(followMs);
    for (const each of news) {
      await onNews(each).catch((error: unknown) => {
        // A channel that is gone must not keep the others from hearing their news.
        log.warn({ feed: each.feed.id, error }, 'news could not be told');
      });
    }
  };
  const timer = setInterval(() => {
    if (isAtWork) return;
    isAtWork = true;
    look()
      .catch((error: unknown) => {
        log.error({ error }, 'feeds could not be read');
      })
      .finally(() => {
        isAtWork = false;
      });
  }, lookEveryMs).unref();
  return () => {
    clearInterval(timer);
  };
}

function toNews({ feed, pages, failures, isToBeTold, error }: FeedReport): FeedNews {
  return {
    feed,
    articleIds: [...new Set(pages.flatMap(({ articleIds }) => articleIds))],
    failures: isToBeTold ? failures : 0,
    error: codeOf(error),
  };
}

function logReport({ feed, outcome, pages, failures, error }: FeedReport, log: Log): void {
  if (outcome === 'read') log.info({ feed: feed.id, pages: pages.length }, 'feed read');
  else if (error instanceof UserError) log.warn({ feed: feed.id, failures, code: error.code }, 'feed failed');
  else log.error({ feed: feed.id, failures, error }, 'feed failed');
}

function codeOf(error: unknown): string {
  if (error instanceof UserError) return error.code;
  return error === null || error === undefined ? '' : 'bug';
}
