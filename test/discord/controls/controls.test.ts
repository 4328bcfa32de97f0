import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asker } from '../../../src/discord/bot.ts';
import { ask } from '../../../src/discord/commands/ask.ts';
import { judge, press, pressMode } from '../../../src/discord/controls/controls.ts';
import type { Press } from '../../../src/discord/controls/controls.ts';
import { readControlId } from '../../../src/discord/render/custom-id.ts';
import type { ControlId } from '../../../src/discord/render/custom-id.ts';
import { call, codeOf, guildId, makeAsker, otherGuildId } from '../support/askers.ts';
import { openBot, titles } from '../support/open-bot.ts';
import type { TestBot } from '../support/open-bot.ts';
import { shownWords } from '../support/discord-markdown.ts';
import { expectSendable, idOf, labelsOf, textOfPayload } from '../support/read-payload.ts';

let bot: TestBot;
const somebody = makeAsker({ userId: '222' });
const elsewhere = makeAsker({ guildId: otherGuildId });

beforeAll(async () => {
  bot = await openBot();
});
afterAll(() => bot.close());

/** An answer with several quotes, and the ids of its buttons. */
async function answer(values: Readonly<Record<string, string | boolean>> = {}, asker: Asker = makeAsker()) {
  const question = 'The old ferry, the fares of the ferry, the harbour master *and* the engine';
  const { payload, content } = await call(ask, { question, ...values }, bot, asker);
  return {
    answerId: content?.answerId ?? '',
    payload,
    id: (kind: string) => readControlId(idOf(payload, kind)) as ControlId,
  };
}

async function pressed(id: ControlId, asker: Asker = makeAsker(), more: Partial<Press> = {}) {
  const { components = [] } = more;
  const reply = await press(
    { id, values: [], isMessagePrivate: false, isOwnMessage: false, ...more, components },
    asker,
    bot,
  );
  expectSendable(reply.payload);
  return { ...reply, text: shownWords(textOfPayload(reply.payload)) };
}

describe('pressMode', () => {
  const id = (kind: string): ControlId =>
    ({
      kind,
      answerId: 'a',
      articleId: 'a',
      start: 0,
      end: 1,
      page: 0,
      from: 3,
      sourceKey: '',
    }) as unknown as ControlId;

  it.each([
    ['more', 'reply', 'reply', 'update', 'update'],
    ['turn', 'reply', 'update', 'update', 'update'],
    ['latest', 'reply', 'update', 'update', 'update'],
    ['share', 'publish', 'publish', 'publish', 'publish'],
    ['wrong', 'form', 'form', 'form', 'form'],
    ['context', 'reply', 'reply', 'reply', 'reply'],
    ['read', 'reply', 'reply', 'reply', 'reply'],
    ['open', 'reply', 'reply', 'reply', 'reply'],
    ['helpful', 'reply', 'reply', 'reply', 'reply'],
  ])('of %s is %s for others, %s for who called, and %s, %s on a private message', (kind, ...modes) => {
    const cases = [
      [false, false],
      [false, true],
      [true, false],
      [true, true],
    ] as const;
    const found = cases.map(([isMessagePrivate, isOwnMessage]) =>
      pressMode({ id: id(kind), isMessagePrivate, isOwnMessage }),
    );
    expect(found).toEqual(modes);
  });
});

describe('more quotes', () => {
  it('shows the next ones under the same question', async () => {
    const { payload, id } = await answer();
    const next = await pressed(id('more'), makeAsker(), { components: payload.components });
    expect(next.text).toContain(
      '💬 The old ferry, the fares of the ferry, the harbour master *and* the engine',
    );
    expect(next.text).toMatch(/Quotes? 4/);
    expect(labelsOf(next.payload)).toContain('Back');
  });

  it.each([0, 3, 36 ** 7 - 1])('shows quotes from a forged place: %i', async (from) => {
    const { answerId } = await answer();
    const { text } = await pressed({ kind: 'more', answerId, from });
    expect(text.length).toBeGreaterThan(20);
  });

  it('lets only its asker share what is turned', async () => {
    const { answerId } = await answer({ private: true });
    const id = { kind: 'more', answerId, from: 0 } as const;
    const labels = async (asker: Asker, isMessagePrivate: boolean): Promise<string[]> =>
      labelsOf((await pressed(id, asker, { isMessagePrivate })).payload);
    expect(await labels(makeAsker(), true)).toContain('Share');
    expect(await labels(makeAsker(), false)).not.toContain('Share');
    expect(await labels(somebody, true)).not.toContain('Share');
  });
});

describe('a shared answer', () => {
  it('is published by its asker, once more without a way to share it', async () => {
    const { answerId, payload } = await answer({ private: true });
    const shared = await pressed({ kind: 'share', answerId }, makeAsker(), {
      components: payload.components,
    });
    expect(shared.content).toMatchObject({ kind: 'answer', answerId });
    expect(textOfPayload(shared.payload)).toContain(`Shared by <@${makeAsker().userId}>`);
    expect(shared.text).toContain('💬 The old ferry');
    expect(labelsOf(shared.payload)).not.toContain('Share');
  });

  it('is published by nobody else', async () => {
    const { answerId } = await answer({ private: true });
    expect(await codeOf(pressed({ kind: 'share', answerId }, somebody))).toBe('not-the-asker');
  });
});

describe('an answer of another guild, or one that is forgotten', () => {
  it.each(['more', 'share', 'helpful', 'wrong'] as const)('is refused: %s', async (kind) => {
    const { answerId } = await answer({ private: true });
    const id = { kind, answerId, from: 0 } as ControlId;
    expect(await codeOf(pressed(id, elsewhere))).toBe('answer-forgotten');
    expect(await codeOf(pressed(id, makeAsker({ guildId: null })))).toBe('answer-forgotten');
    expect(await codeOf(pressed({ ...id, answerId: 'gone' } as ControlId))).toBe('answer-forgotten');
  });

  it('is refused where the form comes back late', async () => {
    const { answerId } = await answer();
    const feedback = { answerId, verdict: 'wrong', reason: 'outdated' } as const;
    expect(await codeOf(judge(feedback, elsewhere, bot))).toBe('answer-forgotten');
    await bot.desk.forgetAnswers({ olderThan: Number.MAX_SAFE_INTEGER });
    expect(await codeOf(judge(feedback, makeAsker(), bot))).toBe('answer-forgotten');
  });
});

describe('an article behind a button', () => {
  it.each([
    ['context', 'The quote, in bold'],
    ['read', 'The harbour master, Ida Brandvold'],
  ])('is shown: %s', async (kind, words) => {
    const { payload } = await call(ask, { question: 'When does the old ferry sail again?' }, bot);
    const { text } = await pressed(readControlId(idOf(payload, kind)) as ControlId);
    expect(text).toContain(words);
  });

  it('is opened from a list, and only one that there is', async () => {
    const articleId = await bot.articleId(titles.bridge);
    expect((await pressed({ kind: 'open' }, makeAsker(), { values: [articleId] })).text).toContain(
      '三百二十米',
    );
    for (const values of [[], [''], ['forged'], ['../x']])
      expect(await codeOf(pressed({ kind: 'open' }, makeAsker(), { values }))).toBe('article-unknown');
  });

  it.each([
    ['a page far beyond', (articleId: string) => ({ kind: 'turn', articleId, page: 36 ** 7 - 1 })],
    [
      'a quote beyond its end',
      (articleId: string) => ({ kind: 'context', articleId, start: 5, end: 99_999 }),
    ],
    ['one character', (articleId: string) => ({ kind: 'context', articleId, start: 1, end: 2 })],
  ])('takes a forged place: %s', async (_, make) => {
    const { text } = await pressed(make(await bot.articleId(titles.bridge)) as ControlId);
    expect(text).toContain('青崖大桥');
  });

  it('is none that the guild may not see', async () => {
    const articleId = await bot.articleId(titles.ferry);
    const asker = makeAsker({}, { sources: ['青崖日报'] });
    for (const id of [
      { kind: 'read', articleId, page: 0 },
      { kind: 'turn', articleId, page: 0 },
      { kind: 'context', articleId, start: 0, end: 9 },
    ] as const)
      expect(await codeOf(pressed(id, asker))).toBe('article-unknown');
    expect(await codeOf(pressed({ kind: 'open' }, asker, { values: [articleId] }))).toBe('article-unknown');
    expect((await pressed({ kind: 'latest', page: 0, sourceKey: '' }, asker)).text).not.toContain('Ferry');
  });
});

describe('feedback', () => {
  it('is kept without the question, and thanked for', async () => {
    const { answerId } = await answer();
    expect((await pressed({ kind: 'helpful', answerId })).text).toContain('Thank you');
    await judge({ answerId, verdict: 'wrong', reason: 'cut-badly' }, makeAsker({ locale: 'zh-CN' }), bot);
    const [last, ...others] = await bot.desk.listFeedback({ guildId, limit: 10 });
    expect(last).toMatchObject({ answerId, verdict: 'wrong', reason: 'cut-badly' });
    expect(others.filter((each) => each.answerId === answerId)).toEqual([]);
    expect(JSON.stringify(last)).not.toContain('ferry');
  });
});

describe('what is shown again of an answer', () => {
  it('is nothing of a source that the guild no longer has', async () => {
    const { answerId } = await answer();
    const settings = { ...makeAsker().settings, sources: ['青崖日报'] };
    await bot.desk.saveSettings(guildId, settings, { byUserId: '1', at: 0 });
    expect((await pressed({ kind: 'more', answerId, from: 0 })).text).not.toContain('Harbour Courier');
    await bot.desk.saveSettings(guildId, makeAsker().settings, { byUserId: '1', at: 0 });
  });

  it('is nothing that was withdrawn since, and it says so', async () => {
    const { answerId, id } = await answer({ private: true });
    const context = id('context');
    await bot.withdraw(titles.ferry, guildId);
    await bot.withdraw(titles.fares, guildId);
    for (const kind of ['more', 'share'] as const) {
      const { text } = await pressed({ kind, answerId, from: 0 });
      expect(text).toContain('taken back');
      expect(text).not.toContain('Harbour Courier');
    }
    expect(await codeOf(pressed(context))).toBe('article-unknown');
    expect((await pressed(context, elsewhere)).text).toContain('Harbour Courier');
  });
});
