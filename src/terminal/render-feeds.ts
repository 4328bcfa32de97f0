import { UserError } from '../errors.ts';
import type { FeedReport, PollReport } from '../pipeline/poll-feeds.ts';
import { describeError } from './messages.ts';
import { plainText } from './plain-text.ts';

/** One line for each feed, what went wrong below it, and what to do next. */
export function renderFeeds({ isHolder, feeds, isIndexed }: PollReport): string {
  if (!isHolder) return 'Another process asks the feeds just now; nothing was done.\n';
  if (feeds.length === 0) return 'There are no feeds. Add one with /feed add in Discord.\n';
  const next = isIndexed ? ['Next: npm run ask -- "your question"'] : [];
  return `${[...feeds.map(renderFeed), ...next].join('\n')}\n`;
}

function renderFeed({ feed, outcome, error, failures, movedTo, nextAt, ...report }: FeedReport): string {
  const when = `next ${new Date(nextAt).toISOString().slice(0, 16)}Z`;
  const said = {
    paused: 'paused',
    'not-due': `not due, ${when}`,
    unchanged: `nothing new, ${when}`,
    read: `${describeItems(report)}, ${when}`,
    failed: `failed ${count(failures, 'time')} in a row, ${when}`,
  }[outcome];
  const moved = movedTo === null ? '' : `; it has moved for good to ${movedTo}`;
  const line = plainText(`${feed.name} (${feed.id}): ${said}${moved}`);
  return error instanceof UserError ? `${line}\n  ${describeError(error).replaceAll('\n', '\n  ')}` : line;
}

function describeItems({ pages, counts }: Pick<FeedReport, 'pages' | 'counts'>): string {
  const newCount = pages.filter(({ isNew }) => isNew).length;
  const parts = [
    `${String(newCount)} new`,
    `${String(pages.length - newCount)} changed`,
    `${String(counts.unchanged)} as before`,
    ...(counts.withdrawn === 0 ? [] : [`${String(counts.withdrawn)} withdrawn`]),
    ...(counts.empty === 0 ? [] : [`${String(counts.empty)} without text`]),
    ...(counts.deferred === 0 ? [] : [`${String(counts.deferred)} left for the next time`]),
  ];
  return parts.join(', ');
}

function count(number: number, word: string): string {
  return `${String(number)} ${word}${number === 1 ? '' : 's'}`;
}

/** What a round did as JSON gives it: an error as its code and what is known of it. */
export function feedsAsJson({ feeds, ...report }: PollReport): string {
  const plain = feeds.map(({ error, feed: { id, name, guildId }, ...rest }) => ({
    id,
    name,
    guildId,
    ...rest,
    error:
      error instanceof UserError ? { code: error.code, ...error.context } : error === null ? null : 'bug',
  }));
  return JSON.stringify({ ...report, feeds: plain });
}
