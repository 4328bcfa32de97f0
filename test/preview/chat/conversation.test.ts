import { beforeAll, describe, expect, it } from 'vitest';
import type { BotWatch } from '../../../src/discord/bot-watch.ts';
import { Conversation } from '../../../src/preview/chat/conversation.ts';
import type { ChatReply } from '../../../src/preview/chat/conversation.ts';
import { openPreview } from '../support/open-preview.ts';
import type { TestPreview } from '../support/open-preview.ts';

const person = { locale: 'en', timeZone: 'Europe/Madrid', isModerator: false };
let preview: TestPreview;
let talk: Conversation;

beforeAll(async () => {
  preview = await openPreview();
  talk = new Conversation(preview.bot);
});

type Shown = Extract<ChatReply, { kind: 'message' }>;

function message(reply: ChatReply): Shown {
  if (reply.kind !== 'message') throw new Error('a form');
  return reply;
}

const ask = async (options: Record<string, string | boolean>, who = person) =>
  message(await talk.command({ ...who, name: 'ask', type: 1, subcommand: null, options, messageText: null }));
const textOf = ({ payload }: Shown): string => JSON.stringify(payload);
/** As they come back from the page. */
const componentsOf = ({ payload }: Shown) => JSON.parse(JSON.stringify(payload.components));
const idsOf = (shown: Shown): string[] =>
  [...textOf(shown).matchAll(/"custom_id":"([^"]+)"/g)].map(([, id]) => id ?? '');
const press = async (shown: Shown, kind: string, values: string[] = []) =>
  talk.press({
    ...person,
    customId: idsOf(shown).find((id) => id.startsWith(kind)) ?? 'none',
    values,
    components: componentsOf(shown),
    isMessagePrivate: shown.isPrivate,
    isOwnMessage: true,
  });

describe('command', () => {
  it.each([
    ['What does a single ticket of the old ferry cost?', 'nine crowns'],
    ['青崖大桥全长多少？', '三百二十米'],
    ['كم متجرا يضم سوق نوران القديم؟', 'أربعين'],
  ])('answers %s', async (question, words) => {
    const reply = await ask({ question });
    expect(textOf(reply)).toContain(words);
    expect(reply).toMatchObject({ isPrivate: false, mode: 'new' });
  });

  it('keeps a private answer to the person, who may share it with everybody', async () => {
    const reply = await ask({ question: 'What does a single ticket of the old ferry cost?', private: true });
    expect(reply.isPrivate).toBe(true);
    const shared = message(await press(reply, 'share'));
    expect(shared).toMatchObject({ isPrivate: false, mode: 'new' });
    expect(textOf(shared)).toContain('<@1>');
  });

  it.each<readonly [options: Record<string, string>, locale: string, told: RegExp]>([
    [{ question: '？！' }, 'en', /There is no question/],
    [{ question: 'ferry', since: 'soonish' }, 'de', /soonish/],
    [{ question: 'ferry', source: 'Nobody' }, 'en', /no articles from “Nobody”/],
  ])('tells the person alone what is wrong with %j', async (options, locale, told) => {
    const reply = await ask(options, { ...person, locale });
    expect(reply.isPrivate).toBe(true);
    expect(textOf(reply)).toMatch(told);
  });

  it('knows none that are not there', async () => {
    const reply = await talk.command({
      ...person,
      name: 'toString',
      type: 1,
      subcommand: null,
      options: {},
      messageText: null,
    });
    expect(textOf(message(reply))).toContain('no longer works');
  });

  it('tells of a bug by an incident that the log has too', async () => {
    const broken = new Conversation({
      ...preview.bot,
      answerer: {
        ...preview.bot.answerer,
        answer: () => Promise.reject(new TypeError('内部错误')),
      },
    });
    const reply = await broken.message({ ...person, text: 'ferry', repliedTo: null });
    const incident = /`([\w-]{8})`/.exec(textOf(message(reply)))?.[1] ?? 'none';
    expect(textOf(message(reply))).not.toContain('内部错误');
    expect(preview.log.text).toContain(incident);
    expect(preview.log.text).toContain('内部错误');
  });
});

describe('suggest', () => {
  it.each([
    ['source', '青', '青崖日报'],
    ['language', 'Chin', 'zh'],
  ])('completes %s from %s', async (option, value, wanted) => {
    const choices = await talk.suggest({ ...person, name: 'ask', option, value });
    expect(choices.map((choice) => choice.value)).toEqual([wanted]);
  });

  it('is empty for what has none', async () => {
    expect(await talk.suggest({ ...person, name: 'help', option: 'x', value: '' })).toEqual([]);
  });
});

describe('message', () => {
  it('answers in the language that it is written in, and goes on from the message it replies to', async () => {
    const first = message(await talk.message({ ...person, text: '青崖大桥全长多少？', repliedTo: null }));
    expect(textOf(first)).toContain('在文章中查看');
    const repliedTo = componentsOf(first);
    const next = message(await talk.message({ ...person, text: '市长怎么说？', repliedTo }));
    expect(textOf(next)).toContain('市长怎么说？ — 青崖大桥');
  });

  it.each([[[]], [[{ type: 10 }]], [[{ type: 10, id: 1, content: 5 }]]])(
    'takes %j, which is no message of the bot, for nothing to go on from',
    async (repliedTo) => {
      const reply = message(await talk.message({ ...person, text: 'the old ferry ticket?', repliedTo }));
      expect(textOf(reply)).not.toContain(' — ');
    },
  );

  it('asks for a question where there is none', async () => {
    expect(message(await talk.message({ ...person, text: '  ', repliedTo: null })).isPrivate).toBe(true);
  });
});

describe('press', () => {
  it('opens, turns and judges', async () => {
    const answer = await ask({ question: 'What does a single ticket of the old ferry cost?' });
    expect(textOf(message(await press(answer, 'context')))).toContain('harbour master');
    expect(textOf(message(await press(answer, 'read')))).toContain('Osk Gazette');
    expect(message(await press(answer, 'helpful'))).toMatchObject({ isPrivate: true, mode: 'new' });
  });

  it('asks by a form what is wrong, and keeps what is chosen', async () => {
    const answer = await ask({ question: 'What does a single ticket of the old ferry cost?' });
    const reply = await press(answer, 'wrong');
    if (reply.kind !== 'form') throw new Error('no form');
    const customId = reply.form.custom_id;
    const sent = await talk.submit({ ...person, customId, fields: { reason: ['outdated'] } });
    expect(textOf(message(sent))).toContain('Thank you');
    expect(await preview.bot.desk.listFeedback({ guildId: '1', limit: 1 })).toMatchObject([
      { verdict: 'wrong', reason: 'outdated' },
    ]);
  });

  it.each(['', 'read', 'read:../../etc:0', 'more:x:-1', 'share:nobody', '<script>'])(
    'says that %j no longer works, or is not there',
    async (customId) => {
      const reply = await talk.press({
        ...person,
        customId,
        values: [],
        components: [],
        isMessagePrivate: false,
        isOwnMessage: true,
      });
      expect(message(reply)).toMatchObject({ isPrivate: true, mode: 'new' });
    },
  );
});

describe('what is counted', () => {
  it('is each request once, with what came of it, and each question’s stages', async () => {
    const [requests, stages, turns]: [string[], Set<string>, number[]] = [[], new Set(), []];
    const watch: BotWatch = {
      onRequest: (name, outcome) => requests.push(`${name} ${outcome}`),
      onTurn: (waitedMs) => turns.push(waitedMs),
      onQuestion: () => ({ onStage: (stage) => stages.add(stage), onReply: () => stages.add('reply') }),
      onDiscordProblem: () => undefined,
    };
    const counted = new Conversation({ ...preview.bot, watch });
    const command = { ...person, type: 1 as const, subcommand: null, messageText: null };
    const say = (text: string) => counted.message({ ...person, text, repliedTo: null });
    await say('The old ferry sails again on Monday.');
    await say('？！');
    await say(' ');
    await counted.command({ ...command, name: 'latest', options: {} });
    await counted.command({ ...command, name: 'audit', options: {} });
    await counted.command({ ...command, name: 'of-an-older-version', options: {} });
    expect(requests[0]).toMatch(/^mention (?:answered|hedged|not-found)$/);
    expect(requests.slice(1)).toEqual([
      'mention invalid',
      'mention invalid',
      'latest done',
      'audit refused',
      'unknown invalid',
    ]);
    expect([...stages].sort()).toEqual(
      ['embed', 'quotes', 'render', 'reply', 'score', 'search', 'verify'].sort(),
    );
    expect(turns).toHaveLength(3);
  });
});
