import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import type { FeedReport } from '../../src/pipeline/poll-feeds.ts';
import { feedsAsJson, renderFeeds } from '../../src/terminal/render-feeds.ts';

const report: FeedReport = {
  feed: {
    id: 'abc',
    url: 'https://paper.example/feed?key=secret',
    name: '雾港晚报',
    guildId: null,
    announceChannelId: null,
    topic: null,
    byUserId: '1',
    at: 1,
    isPaused: false,
  },
  outcome: 'read',
  pages: [
    { file: 'feeds/abc/a.xml', isNew: true, articleIds: ['x'] },
    { file: 'feeds/abc/b.xml', isNew: false, articleIds: ['y'] },
  ],
  counts: { unchanged: 7, withdrawn: 1, empty: 0, deferred: 0 },
  error: null,
  failures: 0,
  isToBeTold: false,
  movedTo: null,
  nextAt: Date.parse('2026-03-05T08:15:00Z'),
};
const failed: FeedReport = {
  ...report,
  outcome: 'failed',
  pages: [],
  failures: 3,
  error: new UserError('url-too-slow', { host: 'paper.example', seconds: 20 }),
};
const round = { isHolder: true, isIndexed: false };

describe('renderFeeds', () => {
  it('says in one line what a feed brought, and what to do next', () => {
    expect(renderFeeds({ ...round, feeds: [report], isIndexed: true })).toBe(
      '雾港晚报 (abc): 1 new, 1 changed, 7 as before, 1 withdrawn, next 2026-03-05T08:15Z\nNext: npm run ask -- "your question"\n',
    );
  });

  it('says why a feed fails', () => {
    expect(renderFeeds({ ...round, feeds: [failed] })).toMatch(
      /^雾港晚报 \(abc\): failed 3 times in a row, next .*\n {2}paper\.example took longer than 20 seconds/,
    );
  });

  it.each([
    [{ ...report, outcome: 'paused' as const }, 'paused'],
    [{ ...report, outcome: 'not-due' as const }, 'not due'],
    [{ ...report, outcome: 'unchanged' as const }, 'nothing new'],
    [
      { ...report, movedTo: 'https://new.example/\u001b[31mfeed' },
      'moved for good to https://new.example/ [31mfeed',
    ],
  ])('says what there is to say: %#', (feed, words) => {
    expect(renderFeeds({ ...round, feeds: [feed] })).toContain(words);
  });

  it('says that there is nothing to do', () => {
    expect(renderFeeds({ ...round, feeds: [] })).toContain('no feeds');
    expect(renderFeeds({ ...round, feeds: [], isHolder: false })).toContain('Another process');
  });
});

describe('feedsAsJson', () => {
  it('tells errors by their codes and no address of a feed, which may hold a key', () => {
    const parsed = JSON.parse(
      feedsAsJson({ ...round, feeds: [report, failed, { ...failed, error: new Error('x') }] }),
    );
    expect(parsed.feeds.map(({ error }: { error: unknown }) => error)).toEqual([
      null,
      { code: 'url-too-slow', host: 'paper.example', seconds: 20 },
      'bug',
    ]);
    expect(JSON.stringify(parsed)).not.toContain('secret');
  });
});
