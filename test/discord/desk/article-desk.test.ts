import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RedrawProgress } from '../../../src/discord/bot.ts';
import { correct, restore, withdraw } from '../../../src/discord/desk/article-desk.ts';
import { ask } from '../../../src/discord/commands/ask.ts';
import { article } from '../../../src/discord/commands/article.ts';
import { call, codeOf, guildId, makeAsker, otherGuildId, typed } from '../support/askers.ts';
import { openBot, titles } from '../support/open-bot.ts';
import type { TestBot } from '../support/open-bot.ts';
import { expectSendable, textOfPayload } from '../support/read-payload.ts';

const moderator = makeAsker({ userId: '7', isModerator: true });
const owner = makeAsker({ userId: '8', isModerator: true, isOwner: true });
const elsewhere = makeAsker({ guildId: otherGuildId });
const question = { question: 'A single ticket costs nine crowns.' };

let bot: TestBot;

beforeEach(async () => {
  bot = await openBot();
});

afterEach(() => bot.close());

const textOf = async (...given: Parameters<typeof call>): Promise<string> => {
  const { payload } = await call(...given);
  expectSendable(payload);
  return textOfPayload(payload);
};
const asked = (asker = moderator): Promise<string> => textOf(ask, question, bot, asker);
const hide = async (values: Readonly<Record<string, string | boolean>> = {}, asker = moderator) =>
  textOf(
    withdraw,
    { article: await bot.articleId(titles.ferry), reason: 'Wrong price', ...values },
    bot,
    asker,
  );

describe('withdrawing an article', () => {
  it('hides it in this guild at once', async () => {
    expect(await asked()).toContain('Ferry returns');
    expect(await hide()).toBe('Withdrawn: **Ferry returns to Osk**. 0 posted messages were changed.');
    expect(await asked()).not.toContain('Ferry returns');
    expect(await asked(elsewhere)).toContain('Ferry returns');
  });

  it('hides it everywhere only for those who run the bot', async () => {
    expect(await codeOf(hide({ everywhere: true }))).toBe('not-the-owner');
    await hide({ everywhere: true }, owner);
    expect(await asked(elsewhere)).not.toContain('Ferry returns');
  });

  it('takes the words of a title for the article, and says so where there is none', async () => {
    expect(await hide({ article: 'ferry returns' })).toContain('Ferry returns to Osk');
    expect(await codeOf(hide({ article: 'no such title' }))).toBe('article-unknown');
  });

  it('says at once how many posts are to be changed, and goes on telling until they are', async () => {
    const id = await bot.articleId(titles.ferry);
    const post = { channelId: '1', guildId, locale: 'en', kind: 'list', answerId: null, page: 0 } as const;
    for (const messageId of ['1', '2', '3'])
      await bot.desk.savePost({ ...post, messageId, postedAt: 0, articleIds: [id] }, 0);
    const followed: string[] = [];
    async function* follow(articleId: string): AsyncGenerator<RedrawProgress> {
      followed.push(articleId);
      yield { left: 2, failed: 0 };
      yield { left: 0, failed: 1 };
    }
    bot = { ...bot, redrawing: { begin: () => undefined, follow } };
    const values = { article: id, reason: 'Wrong price' };
    const { payload, progress = [] } = await call(withdraw, values, bot, moderator);
    expect(textOfPayload(payload)).toContain('Posted messages are being changed: 0 of 3.');
    const told: string[] = [];
    for await (const next of progress) told.push(textOfPayload(next));
    expect(told).toEqual([
      'Withdrawn: **Ferry returns to Osk**. Posted messages are being changed: 1 of 3.',
      'Withdrawn: **Ferry returns to Osk**. 2 posted messages were changed.',
    ]);
    expect(followed).toEqual([id]);
  });

  it('keeps what other versions of the article would be known by', async () => {
    await hide();
    expect((await bot.desk.withdrawnKeys(guildId)).size).toBeGreaterThan(0);
  });

  it('is refused outside a guild', async () => {
    expect(await codeOf(hide({}, makeAsker({ guildId: null, isModerator: true })))).toBe('only-in-servers');
  });
});

describe('restoring an article', () => {
  it('lets it answer again, and suggests those that are withdrawn', async () => {
    await hide();
    const id = await bot.articleId(titles.ferry);
    const suggested = await restore.complete?.({ name: 'article', value: 'FERRY' }, moderator, bot);
    expect(suggested).toEqual([{ name: 'Ferry returns to Osk · Harbour Courier', value: id }]);
    expect(await restore.complete?.({ name: 'article', value: '' }, elsewhere, bot)).toEqual([]);
    expect(await textOf(restore, { article: id }, bot, moderator)).toContain('Restored');
    expect(await asked()).toContain('Ferry returns');
    expect(await textOf(restore, { article: id }, bot, moderator)).toContain('not withdrawn here');
  });
});

describe('a correction', () => {
  const put = async (note?: string): Promise<string> => {
    const values = { article: await bot.articleId(titles.ferry), ...(note === undefined ? {} : { note }) };
    return textOf(correct, values, bot, moderator);
  };

  it('stands under every quote of the article and over the article, in this guild', async () => {
    await put('The fare is *eight* crowns. @everyone');
    expect(await asked()).toContain('Moderators’ note: The fare is \\*eight\\* crowns. \\@everyone');
    expect(await asked(elsewhere)).not.toContain('note');
    const shown = await article.run(
      typed({ article: await bot.articleId(titles.ferry) }, { subcommand: 'show' }),
      moderator,
      bot,
    );
    expect(textOfPayload(shown.payload)).toContain('The fare is');
  });

  it('is taken back without a note', async () => {
    expect(await put()).toContain('There is no note on');
    await put('Wrong.');
    expect(await put()).toContain('was taken back');
    expect(await asked()).not.toContain('Wrong.');
  });
});
