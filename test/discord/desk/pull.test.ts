import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Asker, Bot } from '../../../src/discord/bot.ts';
import { press } from '../../../src/discord/controls/controls.ts';
import { feed } from '../../../src/discord/desk/feeds.ts';
import { pull } from '../../../src/discord/desk/pull.ts';
import type { FeedOutcome, Newsroom, Offer } from '../../../src/discord/newsroom.ts';
import { UserError } from '../../../src/errors.ts';
import { codeOf, guildId, makeAsker, otherGuildId, typed } from '../support/askers.ts';
import { openBot, titles } from '../support/open-bot.ts';
import type { TestBot } from '../support/open-bot.ts';
import { expectSendable, idsOf, textOfPayload } from '../support/read-payload.ts';

const moderator = makeAsker({ userId: '7', isModerator: true });
const offer: Offer = {
  id: 'offer-1',
  articles: [
    {
      title: 'Lock gate [back](http://evil.example) @everyone',
      source: 'Tidewater Gazette',
      publishedOn: '2026-03-04',
      language: 'en',
      lead: 'The lock gate was lifted back.',
      known: [{ title: 'Lock gate lifted' }],
      isWithdrawn: true,
    },
  ],
};

let opened: TestBot;
let bot: Bot;
let done: string[];
let outcome: FeedOutcome['error'];

beforeEach(async () => {
  done = [];
  outcome = null;
  opened = await openBot();
  const newsroom: Newsroom = {
    offerUrl: async (url) => {
      if (url.includes('127.0.0.1'))
        throw new UserError('url-refused', { host: '127.0.0.1', reason: 'private-address' });
      return offer;
    },
    offerFile: async ({ name }) => {
      done.push(`file ${name}`);
      return offer;
    },
    take: async (id) => {
      done.push(`take ${id}`);
      return ['a'];
    },
    leave: (id) => void done.push(`leave ${id}`),
    readFeeds: async (ids) =>
      ids.map((feedId) => ({ feedId, name: 'Gazette', articleIds: ['a', 'b'], error: outcome })),
  };
  bot = { ...opened, newsroom };
});

afterEach(() => opened.close());

const run = async (
  command: typeof pull,
  subcommand: string,
  values: Readonly<Record<string, string>>,
  asker: Asker = moderator,
): Promise<string> => {
  const { payload } = await command.run(typed(values, { subcommand }), asker, bot);
  expectSendable(payload);
  return textOfPayload(payload);
};
const decide = async (kind: 'take' | 'leave'): Promise<string> => {
  const pressed = {
    id: { kind, offerId: 'offer-1' },
    values: [],
    components: [],
    isMessagePrivate: true,
    isOwnMessage: true,
  };
  return textOfPayload((await press(pressed, moderator, bot)).payload);
};
const feeds = () => bot.desk.listFeeds(guildId);
const follow = (values: Readonly<Record<string, string>> = {}) =>
  run(feed, 'add', { url: 'https://gazette.example/feed', name: 'Gazette', ...values });

describe('/pull', () => {
  it('posts an article for everybody, and shows what it brings in to the moderator alone', async () => {
    expect(await run(pull, 'article', { article: titles.bridge })).toContain('青崖大桥通车');
    expect(pull.isPrivate(typed({}, { subcommand: 'article' }), moderator)).toBe(false);
    expect(pull.isPrivate(typed({}, { subcommand: 'url' }), moderator)).toBe(true);
  });

  it('shows what was found at an address before anything is kept', async () => {
    const { payload } = await pull.run(
      typed({ url: 'https://g.example/1' }, { subcommand: 'url' }),
      moderator,
      bot,
    );
    expectSendable(payload);
    const text = textOfPayload(payload);
    for (const part of [
      '\\@everyone',
      'Tidewater Gazette',
      'Language: English',
      'It is there already: Lock gate lifted',
      'was withdrawn',
    ])
      expect(text).toContain(part);
    expect(idsOf(payload)).toEqual(['take:offer-1', 'leave:offer-1']);
    expect(done).toEqual([]);
  });

  it('takes it in, or leaves it', async () => {
    expect(await decide('take')).toBe('1 article taken in. Questions find it now.');
    expect(await decide('leave')).toBe('Nothing was taken in.');
    expect(done).toEqual(['take offer-1', 'leave offer-1']);
  });

  it('reads an upload, unless it is too large', async () => {
    const upload = (size: number) => ({
      ...typed({}, { subcommand: 'file' }),
      attachment: () => ({ name: 'page.md', url: 'https://cdn.example/page.md', size }),
    });
    expect(textOfPayload((await pull.run(upload(2 ** 30), moderator, bot)).payload)).toContain(
      'at most 10 MB',
    );
    await pull.run(upload(1000), moderator, bot);
    expect(done).toEqual(['file page.md']);
  });

  it('says where it can not', async () => {
    expect(await codeOf(run(pull, 'url', { url: 'http://127.0.0.1/' }))).toBe('url-refused');
    bot = opened;
    expect(await codeOf(run(pull, 'url', { url: 'https://g.example/1' }))).toBe('newsroom-closed');
  });
});

describe('/feed', () => {
  it('follows a feed, once, and reads it at once', async () => {
    expect(await follow({ channel: '123456789012345678', topic: 'ferry' })).toContain('2 articles taken in');
    await follow();
    expect(await feeds()).toMatchObject([{ name: 'Gazette', url: 'https://gazette.example/feed', guildId }]);
  });

  it('does not keep a feed that can not be read the first time', async () => {
    outcome = 'url-not-found';
    expect(await codeOf(follow())).toBe('feed-not-read');
    expect(await feeds()).toEqual([]);
  });

  it('pauses, goes on, lists, reads now and removes', async () => {
    await follow();
    const [{ id } = { id: '' }] = await feeds();
    expect(await run(feed, 'pause', { feed: id })).toContain('is paused');
    expect(await run(feed, 'list', {})).toContain('paused');
    expect(await run(feed, 'pause', { feed: id })).toContain('followed again');
    expect(await run(pull, 'feed', { feed: id })).toContain('2 articles new or changed');
    expect(await run(feed, 'remove', { feed: id })).toContain('no longer followed');
    expect(await run(feed, 'list', {})).toContain('No feed is followed');
  });

  it('is the guild’s own: others neither see nor change it', async () => {
    await follow();
    const [{ id } = { id: '' }] = await feeds();
    const other = makeAsker({ guildId: otherGuildId, isModerator: true });
    expect(await feed.complete?.({ name: 'feed', value: '' }, other, bot)).toEqual([]);
    expect(await codeOf(run(feed, 'remove', { feed: id }, other))).toBe('feed-unknown');
    expect(await feed.complete?.({ name: 'feed', value: 'gaz' }, moderator, bot)).toEqual([
      { name: 'Gazette', value: id },
    ]);
  });
});
