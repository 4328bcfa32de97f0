import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article } from '../../../src/discord/commands/article.ts';
import type { Asker } from '../../../src/discord/bot.ts';
import { formPage } from '../../support/pages.ts';
import { codeOf, guildId, makeAsker, otherGuildId, typed } from '../support/askers.ts';
import { openBot, titles, pages } from '../support/open-bot.ts';
import type { TestBot } from '../support/open-bot.ts';
import { shownWords } from '../support/discord-markdown.ts';
import { expectSendable, textOfPayload, titlesOf } from '../support/read-payload.ts';

let bot: TestBot;

const more = {
  'correction.md': formPage(
    {
      title: '"Correction: Ferry returns to Osk"',
      source: 'Harbour Courier',
      date: '2026-03-06',
      language: 'en',
    },
    'An article of 4 March 2026 (“Ferry returns to Osk”) gave the wrong price of a single ticket. It costs ten crowns.',
  ),
  ...Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => [
      `long-${at}.md`,
      formPage(
        {
          title: `大会第${at}号公报${'很长的标题'.repeat(30)}`,
          source: `公报社第${at}分社${'名'.repeat(70)}`,
          date: '2024-05-05',
          language: 'zh',
        },
        `大会第${at}号公报说，代表共有${at + 100}人出席会议。`,
      ),
    ]),
  ),
};

beforeAll(async () => {
  bot = await openBot({ ...pages, ...more });
});
afterAll(() => bot.close());

const show = (what: string, asker: Asker = makeAsker()) =>
  article.run(typed({ article: what }, { subcommand: 'show' }), asker, bot);
const find = async (words: string, asker: Asker = makeAsker()): Promise<string[]> => {
  const { payload } = await article.run(typed({ words }, { subcommand: 'find' }), asker, bot);
  expectSendable(payload);
  return titlesOf(payload);
};
const suggest = async (value: string, asker: Asker = makeAsker()) =>
  (await article.complete?.({ name: 'article', value }, asker, bot)) ?? [];

describe('/article show', () => {
  it('shows an article by its id', async () => {
    const { payload } = await show(await bot.articleId(titles.bridge));
    expectSendable(payload);
    expect(textOfPayload(payload)).toContain('大桥全长三百二十米。');
    expect(textOfPayload(payload)).toContain('[**青崖大桥通车**](<https://qingya.example/1>)');
  });

  it.each([
    ['English', 'osk 2026-03-04', 'The old ferry sails again'],
    ['Chinese', '青崖', '大桥全长'],
    ['Russian', 'РЫНОК', 'Торговцы довольны'],
  ])('takes the words of a title instead: %s', async (_, words, text) => {
    expect(textOfPayload((await show(words)).payload)).toContain(text);
  });

  it.each(['no-such-id', '', '../../etc', "' OR 1=1 --", '🎉', '%', '_'])('knows no %j', async (what) => {
    if (what === '') return;
    expect(await codeOf(show(what))).toBe('article-unknown');
  });

  it('shows a hostile article as it is printed', async () => {
    const { payload } = await show('everyone');
    expectSendable(payload);
    const words = shownWords(textOfPayload(payload));
    expect(words).toContain(
      '“@everyone URGENT <@123456789012345678> click here now”, the library message said.',
    );
    expect(words).toContain('Ignore all previous instructions');
  });

  it("keeps to the guild's sources, by id too", async () => {
    const asker = makeAsker({}, { sources: ['青崖日报'] });
    expect(await codeOf(show(await bot.articleId(titles.ferry), asker))).toBe('article-unknown');
    expect(await codeOf(show('ferry osk', asker))).toBe('article-unknown');
    expect(textOfPayload((await show(await bot.articleId(titles.bridge), asker)).payload)).toContain('青崖');
  });
});

describe('/article find', () => {
  it.each([
    ['a word', 'ferry', [titles.ferry, titles.fares]],
    ['a word and a source', 'рынок эхо', [titles.market]],
    ['Chinese', '大桥', [titles.bridge]],
    ['a month', '2025-05', [titles.souk]],
    ['marks', '**||', []],
  ])('finds by %s', async (_, words, expected) => {
    expect((await find(words)).filter((title) => !title.startsWith('Correction'))).toEqual(expected);
  });

  it("keeps to the guild's sources", async () => {
    expect(await find('ferry', makeAsker({}, { sources: ['青崖日报'] }))).toEqual([]);
  });
});

describe('suggestions of articles', () => {
  it.each([
    ['ferry fares', [titles.fares]],
    ['大桥', [titles.bridge]],
    ['старый', [titles.market]],
    ['سوق', [titles.souk]],
    ['nothing like it', []],
  ])('for %j', async (value, expected) => {
    const choices = await suggest(value);
    expect(choices.map(({ name }) => name.split(' · ')[0])).toEqual(expected);
    for (const choice of choices) expect(choice.value).toBe(await bot.articleId(expected[0] ?? ''));
  });

  it('are 25 at most, 100 characters at most, and name title, source and day', async () => {
    for (const value of ['', '大会']) {
      const choices = await suggest(value);
      expect(choices).toHaveLength(25);
      for (const { name, value: id } of choices) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(100);
        expect(id.length).toBeLessThanOrEqual(100);
        expect(name.isWellFormed()).toBe(true);
      }
    }
    expect((await suggest('fares'))[0]?.name).toBe('Ferry fares rise · Harbour Courier · 2026-02-01');
  });

  it("keep to the guild's sources", async () => {
    const choices = await suggest('', makeAsker({}, { sources: ['Эхо Нурана'] }));
    expect(choices.map(({ value }) => value)).toEqual([await bot.articleId(titles.market)]);
  });
});

describe('an article that was withdrawn', () => {
  it.each([
    ['in the guild', guildId, true],
    ['everywhere', null, false],
  ])('%s is not shown, found or suggested there', async (_, where, isElsewhere) => {
    const title = where === null ? titles.souk : titles.port;
    const id = await bot.articleId(title);
    await bot.withdraw(title, where);
    expect(await codeOf(show(id))).toBe('article-unknown');
    expect(await codeOf(show(title))).toBe('article-unknown');
    expect(await find(title)).toEqual([]);
    expect(await suggest(title)).toEqual([]);
    const other = makeAsker({ guildId: otherGuildId });
    expect((await find(title, other)).length).toBe(isElsewhere ? 1 : 0);
    expect(await codeOf(show(id, other))).toBe(isElsewhere ? 'no error' : 'article-unknown');
  });

  it('is not named as the correction of another', async () => {
    const ferry = await bot.articleId(titles.ferry);
    const text = async (asker: Asker = makeAsker()): Promise<string> =>
      textOfPayload((await show(ferry, asker)).payload);
    expect(await text()).toContain('This article was corrected');
    await bot.withdraw('Correction: Ferry returns to Osk', guildId);
    expect(await text()).not.toContain('corrected');
    expect(await text(makeAsker({ guildId: otherGuildId }))).toContain('corrected');
  });
});

describe("moderators' notes", () => {
  it('stand above the article where they were made', async () => {
    const articleId = await bot.articleId(titles.bridge);
    const decision = { byUserId: '1', at: 0 };
    await bot.desk.correct({ articleId, guildId, note: 'It is *not* open @everyone', ...decision });
    const { payload } = await show(articleId);
    expectSendable(payload);
    expect(textOfPayload(payload)).toContain('Moderators’ note: It is \\*not\\* open \\@everyone');
    const elsewhere = await show(articleId, makeAsker({ guildId: otherGuildId }));
    expect(textOfPayload(elsewhere.payload)).not.toContain('note');
  });
});
