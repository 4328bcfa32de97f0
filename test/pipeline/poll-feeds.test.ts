import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { versionKeys } from '../../src/corpus/versions.ts';
import type { DeskStore } from '../../src/store/desk-store.ts';
import { openDeskStore } from '../../src/store/sqlite/desk/sqlite-desk-store.ts';
import { openNewsStore } from '../../src/store/sqlite/sqlite-news-store.ts';
import { indexCorpus } from '../../src/pipeline/index-corpus.ts';
import { pollFeeds } from '../../src/pipeline/poll-feeds.ts';
import type { PollOptions, PollReport } from '../../src/pipeline/poll-feeds.ts';
import { startNewsServer } from '../fetch/news-server.ts';
import type { NewsServer } from '../fetch/news-server.ts';
import { createFakeEmbedder } from '../support/fake-embedder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Item {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** What the site serves; tests change it. */
const site = { items: [] as Item[], status: 200, headers: {} as Record<string, string>, hasContent: true };
/** Headers of the last request for the feed. */
let sent: Record<string, string | string[] | undefined> = {};

const storyOf = (text: string): string =>
  `<p>${text}</p><p>More of it stands in the paper of ${text.length} days ago.</p>`;

const rss = (): string => `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Lowmere Post</title>
${site.items
  .map(
    ({ id, title, text }) =>
      `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><link>${server.url(`/story/${id}`)}</link>
<pubDate>Wed, 04 Mar 2026 10:00:00 GMT</pubDate><description>${text}</description>${
        site.hasContent ? `<content:encoded><![CDATA[${storyOf(text)}]]></content:encoded>` : ''
      }</item>`,
  )
  .join('\n')}
</channel></rss>`;

let server: NewsServer;
beforeAll(async () => {
  server = await startNewsServer((request, response) => {
    const url = request.url ?? '';
    const story = site.items.find(({ id }) => url === `/story/${id}`);
    if (url === '/feed.xml') {
      sent = request.headers;
      const isKnown =
        request.headers['if-none-match'] !== undefined &&
        site.headers['etag'] === request.headers['if-none-match'];
      response.writeHead(isKnown ? 304 : site.status, {
        'content-type': 'application/rss+xml',
        ...site.headers,
      });
      response.end(isKnown ? undefined : rss());
    } else if (story !== undefined) {
      response
        .setHeader('content-type', 'text/html')
        .end(
          `<html lang="en"><head><title>${story.title}</title></head><body><article><h1>${story.title}</h1>${storyOf(
            `The whole of it. ${story.text}`,
          ).repeat(3)}</article></body></html>`,
        );
    } else response.writeHead(404).end();
  });
});
afterAll(() => server.close());

const startMs = Date.parse('2026-03-05T08:00:00Z');
const hourMs = 3_600_000;
let nowMs = startMs;
let desk: DeskStore;
let folder: string;
let options: PollOptions;

beforeEach(async () => {
  Object.assign(site, {
    items: [
      { id: 'a', title: 'Ferry fares rise', text: 'Fares on the ferry rise in May, said the council.' },
      { id: 'b', title: 'Lock gate back', text: 'The lock gate is back in its frame since Tuesday.' },
    ],
    status: 200,
    headers: {},
    hasContent: true,
  });
  nowMs = startMs;
  folder = temporaryFolder();
  desk = openDeskStore(path.join(folder, 'desk.db'));
  await addFeed();
  options = {
    desk,
    holder: 'a test',
    index: {
      corpusFolder: path.join(folder, 'corpus'),
      indexFolder: path.join(folder, 'index'),
      cacheFile: path.join(folder, 'cache.db'),
      embedder: createFakeEmbedder(),
      holder: 'a test',
      patienceMs: 0,
    },
    fetch: { network: server.network, timeoutMs: 2_000 },
    now: () => nowMs,
    random: () => 0.5,
  };
  await import('node:fs/promises').then(({ mkdir }) => mkdir(options.index.corpusFolder));
});

const addFeed = (id = 'lowmere', feedPath = '/feed.xml') =>
  desk.addFeed({
    id,
    url: server.url(feedPath),
    name: id,
    guildId: null,
    announceChannelId: null,
    topic: null,
    byUserId: '1',
    at: 1,
  });

const poll = (more: Partial<PollOptions> = {}): Promise<PollReport> => pollFeeds({ ...options, ...more });

/** Polls when the feed is due again. */
async function pollLater(more: Partial<PollOptions> = {}) {
  nowMs += 8 * 24 * hourMs;
  return (await poll(more)).feeds[0];
}

const itemFiles = (): string[] => readdirSync(path.join(options.index.corpusFolder, 'feeds/lowmere')).sort();

async function titles(indexFolder = options.index.indexFolder): Promise<string[]> {
  const store = openNewsStore(indexFolder);
  const list = (await store.listArticles({}, { limit: 50 })).map(({ title }) => title);
  await store.close();
  return list.sort();
}

describe('a round', () => {
  it('stores each item in a file of its own and indexes it', async () => {
    const { feeds, isHolder, isIndexed } = await poll();
    expect({ isHolder, isIndexed }).toEqual({ isHolder: true, isIndexed: true });
    expect(feeds).toMatchObject([
      { outcome: 'read', pages: [{ isNew: true }, { isNew: true }], failures: 0 },
    ]);
    expect(feeds[0]?.pages.every(({ articleIds }) => articleIds.length === 1)).toBe(true);
    expect(await titles()).toEqual(['Ferry fares rise', 'Lock gate back']);
    expect(itemFiles()).toHaveLength(2);
    const file = path.join(options.index.corpusFolder, feeds[0]?.pages[0]?.file ?? '');
    expect(readFileSync(file, 'utf8')).toContain('<guid isPermaLink="false">a</guid>');
  });

  it('asks only feeds that are due, unless a moderator wants one now', async () => {
    await poll();
    expect((await poll()).feeds).toMatchObject([{ outcome: 'not-due', nextAt: nowMs + hourMs / 4 }]);
    expect((await poll({ onlyIds: ['lowmere'] })).feeds).toMatchObject([{ outcome: 'read', pages: [] }]);
    await desk.pauseFeed('lowmere', true, { byUserId: '1', at: 2 });
    expect(await pollLater()).toMatchObject({ outcome: 'paused' });
  });

  it('sends back what the server said, and takes its word that nothing is new', async () => {
    site.headers = { etag: '"v1"', 'last-modified': 'Wed, 04 Mar 2026 10:00:00 GMT' };
    await poll();
    expect(await pollLater()).toMatchObject({ outcome: 'unchanged', pages: [] });
    expect(sent).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Wed, 04 Mar 2026 10:00:00 GMT',
    });
    expect(await desk.feedState('lowmere')).toMatchObject({ etag: '"v1"', lastSuccessAt: nowMs });
  });

  it('takes a changed item as a new version, and keeps what the feed no longer lists', async () => {
    const first = await poll();
    site.items = [
      {
        id: 'a',
        title: 'Ferry fares rise again',
        text: 'Fares on the ferry rise in May, said the council, and in June.',
      },
      { id: 'c', title: 'Sea turtles return', text: 'Eleven sea turtles came back to the bay this week.' },
    ];
    const second = await pollLater();
    expect(second?.pages.map(({ isNew }) => isNew)).toEqual([false, true]);
    expect(second?.pages[0]?.articleIds).toEqual(first.feeds[0]?.pages[0]?.articleIds);
    expect(await titles()).toEqual(['Ferry fares rise again', 'Lock gate back', 'Sea turtles return']);
    expect(itemFiles()).toHaveLength(3);
    const rebuilt = path.join(folder, 'rebuilt');
    await indexCorpus({ ...options.index, folders: [options.index.corpusFolder], indexFolder: rebuilt });
    expect(await titles(rebuilt)).toEqual(await titles());
    expect(await pollLater()).toMatchObject({ outcome: 'read', pages: [], counts: { unchanged: 2 } });
  });

  it('does not bring back what moderators withdrew, also when it changes', async () => {
    const { feeds } = await poll();
    const articleId = feeds[0]?.pages[0]?.articleIds[0] ?? '';
    const store = openNewsStore(options.index.indexFolder);
    const article = (await store.articles([articleId])).get(articleId);
    await store.close();
    const keys = article === undefined ? [] : versionKeys(article, true);
    await desk.withdraw({ articleId, guildId: null, reason: 'wrong', keys, byUserId: '1', at: 1 });
    site.items = [{ id: 'z', title: 'Other title', text: 'Fares on the ferry.' }, ...site.items.slice(1)];
    site.items[0] = { ...(site.items[0] as Item), id: 'a' };
    expect(await pollLater()).toMatchObject({ pages: [], counts: { withdrawn: 1, unchanged: 1 } });
    expect(await titles()).toEqual(['Ferry fares rise', 'Lock gate back']);
  });

  it('does it again where it was stopped before the index had it', async () => {
    const index = { ...options.index, embedder: createFakeEmbedder({ failAfter: 1 }) };
    await expect(poll({ index })).rejects.toThrow();
    expect(existsSync(path.join(options.index.corpusFolder, 'feeds/lowmere'))).toBe(true);
    expect((await desk.feedState('lowmere'))?.seen).toEqual([]);
    expect((await poll()).feeds).toMatchObject([
      { outcome: 'read', pages: [{ isNew: true }, { isNew: true }] },
    ]);
    expect(await titles()).toEqual(['Ferry fares rise', 'Lock gate back']);
  });

  it('leaves the feeds to the process that is at them', async () => {
    await desk.takeLease('feeds', 'another', nowMs + hourMs, nowMs);
    expect(await poll()).toEqual({ isHolder: false, feeds: [], isIndexed: false });
    expect((await pollLater())?.outcome).toBe('read');
    // Given back at the end of the round.
    expect(await desk.takeLease('feeds', 'another', nowMs + hourMs, nowMs)).toBe(true);
  });
});

describe('the pages of items', () => {
  beforeEach(() => {
    site.hasContent = false;
  });

  it('are not fetched unless the feed allows it: the summary is the article', async () => {
    server.asked.length = 0;
    await poll();
    expect(server.asked).toEqual(['/feed.xml']);
    expect(await titles()).toEqual(['Ferry fares rise', 'Lock gate back']);
  });

  it('are fetched where the feed allows it and gives only summaries', async () => {
    const mayFetchPages = () => true;
    const { feeds } = await poll({ mayFetchPages });
    expect(feeds[0]?.pages.map(({ file }) => path.extname(file))).toEqual(['.html', '.html']);
    expect(
      readFileSync(path.join(options.index.corpusFolder, feeds[0]?.pages[0]?.file ?? ''), 'utf8'),
    ).toContain('The whole of it.');
    server.asked.length = 0;
    await pollLater({ mayFetchPages });
    expect(server.asked).toEqual(['/feed.xml']);
  });

  it('are fetched ten at a time; the rest comes the next time', async () => {
    site.headers = { etag: '"v1"' };
    site.items = Array.from({ length: 13 }, (_, at) => ({
      id: `n${at}`,
      title: `Story number ${at}`,
      text: `What happened on day ${at} of the flood was told by ${at + 2} people.`,
    }));
    const mayFetchPages = () => true;
    expect((await poll({ mayFetchPages })).feeds[0]).toMatchObject({ counts: { deferred: 3 } });
    expect(await pollLater({ mayFetchPages })).toMatchObject({ counts: { deferred: 0, unchanged: 10 } });
    expect(itemFiles()).toHaveLength(13);
  });
});

describe('a feed that fails', () => {
  it('is asked less and less often, told of after three times, and forgiven at once', async () => {
    site.status = 500;
    const waits: number[] = [];
    const told: boolean[] = [];
    for (let at = 0; at < 10; at++) {
      const report = await pollLater();
      waits.push(((report?.nextAt ?? 0) - nowMs) / hourMs);
      told.push(report?.isToBeTold ?? false);
      expect(report).toMatchObject({
        outcome: 'failed',
        error: { code: 'url-unreachable' },
        failures: at + 1,
      });
    }
    expect(waits).toEqual([0.5, 1, 2, 4, 8, 16, 24, 24, 24, 24]);
    expect(told.indexOf(true)).toBe(2);
    expect(told.filter(Boolean)).toHaveLength(1);
    expect(await desk.feedState('lowmere')).toMatchObject({ failures: 10, lastError: 'url-unreachable' });
    site.status = 200;
    expect(await pollLater()).toMatchObject({ outcome: 'read', failures: 0 });
    expect(await desk.feedState('lowmere')).toMatchObject({ failures: 0, lastError: null });
  });

  it.each([429, 503])('is not asked before the server wants it (%i)', async (status) => {
    site.status = status;
    site.headers = { 'retry-after': '172800' };
    expect(((await pollLater())?.nextAt ?? 0) - nowMs).toBe(48 * hourMs);
  });

  it('keeps no other feed from being read', async () => {
    await addFeed('broken', '/nothing-here');
    await addFeed('also-broken', '/story/a');
    const { feeds } = await poll();
    expect(feeds.map(({ feed, outcome }) => [feed.id, outcome])).toEqual([
      ['also-broken', 'failed'],
      ['broken', 'failed'],
      ['lowmere', 'read'],
    ]);
    expect(feeds[0]?.error).toMatchObject({ code: 'feed-unreadable' });
    expect(feeds[1]?.error).toMatchObject({ code: 'url-not-found' });
  });
});
