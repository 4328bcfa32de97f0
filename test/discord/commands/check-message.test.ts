import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer/answer.ts';
import type { Bot } from '../../../src/discord/bot.ts';
import { checkMessage, findClaims } from '../../../src/discord/commands/check-message.ts';
import { messagesOf } from '../../../src/discord/messages/locales.ts';
import { shownWords } from '../support/discord-markdown.ts';
import { hostileTexts } from '../support/hostile-texts.ts';
import { guildId, makeAsker, typed } from '../support/askers.ts';
import { openBot, titles } from '../support/open-bot.ts';
import type { TestBot } from '../support/open-bot.ts';
import { expectSendable, idsOf, textOfPayload } from '../support/read-payload.ts';
import { makeQuote } from '../support/views.ts';

let bot: TestBot;

beforeAll(async () => {
  bot = await openBot();
});
afterAll(() => bot.close());

async function check(messageText: string | null, asker = makeAsker(), on: Bot = bot): Promise<string> {
  const { payload } = await checkMessage.run(typed({}, { messageText }), asker, on);
  expectSendable(payload);
  return shownWords(textOfPayload(payload));
}

describe('findClaims', () => {
  it.each([
    [
      'English',
      'The ferry sails again. Really? Fares rise in May!',
      ['The ferry sails again.', 'Fares rise in May!'],
    ],
    ['Chinese', '大桥昨天通车了。真的吗？全长三百二十米。', ['大桥昨天通车了。', '全长三百二十米。']],
    [
      'Japanese',
      '港で祭りが開かれた。本当？三千人が集まった。',
      ['港で祭りが開かれた。', '三千人が集まった。'],
    ],
    ['lines', 'First line says one\n\nsecond line says two', ['First line says one', 'second line says two']],
    ['too short', 'Ha! 谢谢。 ok ok', []],
    ['nothing', '', []],
    ['links', 'https://evil.example/a/very/long/path', []],
    ['a link in a sentence', 'See https://a.example/b the ferry sails', ['See   the ferry sails']],
    [
      'mentions',
      '<@123456789012345678> <@!123456789012345678> <@&123456789012345678> <#123456789012345678>',
      [],
    ],
    ['a command, a time, a place', '</article find:123456789012345678> <t:1700000000:R> <id:customize>', []],
    ['everybody', '@everyone @here', []],
    ['emoji', '<:smile:123456789012345678> <a:dance:123456789012345678> 🎉🎉🎉🎉🎉🎉🎉🎉🎉', []],
    ['code', '```\nconst claim = "the ferry sails";\n```', []],
  ])('of %s', (_, text, claims) => {
    expect(findClaims(text)).toEqual(claims);
  });

  it('reads 4,000 characters, and of one sentence what may be asked', () => {
    const claims = findClaims('天'.repeat(9000));
    expect(claims.join('')).toBe('天'.repeat(4000));
    expect(claims.every(({ length }) => length <= 2000)).toBe(true);
    expect(findClaims('The ferry sails again. '.repeat(5000)).length).toBeLessThan(200);
  });
});

describe('check against the news', () => {
  it.each([
    ['English', 'I heard that a single ticket costs nine crowns.', 'A single ticket costs nine crowns.'],
    ['Chinese', '听说大桥全长三百二十米。', '大桥全长三百二十米。'],
    ['Japanese', '港では二十日、祭りが開かれた。', '塩根港で二十日、祭りが開かれた。'],
  ])('quotes what the articles say: %s', async (_, message, words) => {
    const text = await check(message);
    expect(text).toContain(words);
    expect(text).toContain('not a verdict');
  });

  it('is for the asker alone', () => {
    expect(checkMessage.isPrivate(typed({}), makeAsker())).toBe(true);
  });

  it.each([null, '', 'ok', '👍', 'https://evil.example'])('says that %j claims nothing', async (message) => {
    expect(await check(message)).toBe(messagesOf('en').check.noClaims);
  });

  it('looks up the first four statements of many', async () => {
    const text = await check('The ferry sails again on Monday. '.repeat(9));
    expect(text.match(/💬/g)).toHaveLength(4);
    expect(text).toContain('Only the first 4 statements were looked up.');
  });

  it('offers each place once, where two statements lead to the same', async () => {
    const { payload } = await checkMessage.run(
      typed(
        {},
        { messageText: 'The old ferry sails again on Monday. The old ferry sails again on Monday, yes.' },
      ),
      makeAsker(),
      bot,
    );
    expectSendable(payload);
    expect(new Set(idsOf(payload)).size).toBe(idsOf(payload).length);
  });

  it.each(hostileTexts.filter((_, at) => at % 15 === 0))('shows %s as it is written', async (_, text) => {
    await check(`${text} and the old ferry sails again`);
  });

  it('shows nothing that was withdrawn or is not of the guild’s sources', async () => {
    const message = 'I heard that a single ticket costs nine crowns.';
    expect(await check(message, makeAsker({}, { sources: ['青崖日报'] }))).not.toContain('Harbour Courier');
    await bot.withdraw(titles.ferry, guildId);
    expect(await check(message)).not.toContain('A single ticket costs');
  });
});

describe('a reply that is too long', () => {
  const long = (text: string, at: number): Answer => ({
    question: 'q',
    language: 'en',
    status: 'answered',
    confidence: 0.9,
    isUncertain: true,
    period: null,
    newestOn: null,
    differing: [],
    quotes: [
      makeQuote(text, text, {
        articleId: `a-${at}`,
        url: `https://a.example/${'a'.repeat(400)}`,
        title: text,
      }),
    ],
    nearest: [],
    withheld: [],
  });
  const four = 'The ferry sails again. The bridge is open now. The market is closed. The fair was a success.';

  it.each(['en', 'ru', 'ar'] as const)(
    'has its quotes cut shorter, then fewer of them, in %s',
    async (locale) => {
      for (const text of [
        'The harbour board voted. '.repeat(60),
        '*'.repeat(3000),
        '冷库起火，'.repeat(400),
      ]) {
        let asked = 0;
        const answer = async (): Promise<Answer> => long(text, (asked += 1));
        const longBot = { ...bot, answerer: { ...bot.answerer, answer } };
        const shown = await check(four, makeAsker({ locale }), longBot);
        expect(shown.match(/💬/g)?.length).toBeGreaterThanOrEqual(2);
      }
    },
  );
});
