import { describe, expect, it } from 'vitest';
import {
  expectClean,
  findWords,
  isAnswered,
  privateText,
  textOf,
  useBot,
} from '../support/discord/bot-suite.ts';
import { waitUntil } from '../support/wait-until.ts';

const suite = useBot({ guilds: [{ name: 'Readers' }, { name: 'Crowd' }, { name: 'Others' }] });
const question = 'When do the ferry fares rise?';
const ask = (isPrivate = false) =>
  suite.standIn.build.command('ask', {
    options: { question, private: isPrivate },
    from: { user: suite.person() },
  });
const events = (from: number): string[] => suite.bot.logged.slice(from).map(({ msg }) => msg);

describe('when Discord limits or fails', () => {
  it.each(['user', 'shared', 'global'] as const)(
    'waits as long as a 429 says, then answers (%s)',
    async (scope) => {
      const linesBefore = suite.bot.logged.length;
      suite.standIn.failNext('PATCH /webhooks', { status: 429, scope, retryAfter: 1 });
      const sentAt = suite.standIn.requests.length;
      const answered = await suite.answerTo(ask());
      expect(textOf(answered)).toContain('7 April');
      const tries = suite.standIn.requests.slice(sentAt).filter(({ method }) => method === 'PATCH');
      expect(tries.map(({ status }) => status)).toEqual([429, 200]);
      expect((tries[1]?.at ?? 0) - (tries[0]?.at ?? 0)).toBeGreaterThanOrEqual(1000);
      expect(events(linesBefore)).not.toContain('failed');
    },
  );

  it.each([500, 502, 503])('tries again after %i, and shows one answer', async (status) => {
    suite.standIn.failNext('PATCH /webhooks', { status, times: 2 });
    expect(textOf(await suite.answerTo(ask()))).toContain('7 April');
    suite.standIn.failNext('/callback', { status });
    const late = await suite.answerTo(ask());
    expect(late.refusals).toEqual([]);
    expect(textOf(late)).toContain('7 April');
  });

  it.each(['/callback', 'PATCH /webhooks'])(
    'tries again where the connection is closed (%s)',
    async (match) => {
      suite.standIn.failNext(match, { status: 0, isHungUp: true });
      const answered = await suite.answerTo(ask());
      expect([textOf(answered).includes('7 April'), answered.refusals]).toEqual([true, []]);
    },
  );

  it('tells the asker alone, with an incident id and no text of the exception, where it goes on failing', async () => {
    suite.standIn.failNext('PATCH /webhooks', {
      status: 403,
      body: { message: 'Secret reason', code: 50013 },
    });
    const failed = await suite.answerTo(ask());
    const said = privateText(failed);
    expect(said).toMatch(/^Something went wrong on my side, not on yours\..+`[\w-]{8}`$/);
    expect(said).not.toContain('Secret');
    const incident = /`([\w-]{8})`/.exec(said)?.[1];
    expect(suite.bot.logged.find((line) => line['incident'] === incident)).toMatchObject({
      msg: 'failed',
      error: { status: 403, code: 50013 },
    });
  });

  it('logs that it may not write in a channel, and answers elsewhere', async () => {
    const lines = suite.bot.logged.length;
    suite.standIn.failNext('POST /channels', { status: 403, times: 2 });
    suite.standIn.sendMessage({
      content: `<@${suite.standIn.world.bot.id}> ${question}`,
      author: suite.person(),
    });
    expect(await suite.bot.waitForLog('could not reply', lines)).toMatchObject({ level: 40 });
    expect(textOf(await suite.answerTo(ask()))).toContain('7 April');
  });
});

describe('when an interaction comes too late or too often', () => {
  it('answers the same interaction once', async () => {
    const interaction = ask();
    suite.standIn.send(interaction);
    suite.standIn.send(interaction);
    const answered = await suite.standIn.reply(interaction, { until: isAnswered, timeoutMs: 40_000 });
    await suite.answerTo(ask());
    const { refusals, payloads } = suite.standIn.stateOf(interaction);
    expect([refusals, payloads.length, answered.payloads.length]).toEqual([[], 1, 1]);
  });

  it.each([
    ['10062', 404, '/callback', { msg: 'too late to answer', error: { code: 10062 } }],
    // Of two processes with one token Discord lets one answer: nothing has gone wrong.
    ['40060', 400, '/callback', { msg: 'answered by another process', level: 30 }],
    ['50027', 401, 'PATCH /webhooks', { msg: 'too late to answer', error: { code: 50027 } }],
  ])('only logs %s, and lives on', async (code, status, match, line) => {
    const lines = suite.bot.logged.length;
    suite.standIn.failNext(match, { status, body: { message: 'Refused', code: Number(code) } });
    suite.standIn.send(ask());
    expect(await suite.bot.waitForLog(line.msg, lines)).toMatchObject(line);
    expect(textOf(await suite.answerTo(ask()))).toContain('7 April');
    expect(events(lines)).not.toContain('failed');
  });

  it('only logs buttons, forms and suggestions whose time is over', async () => {
    const asked = await suite.answerTo(ask());
    const lines = suite.bot.logged.length;
    suite.standIn.failNext('/callback', { status: 404, body: { message: 'x', code: 10062 }, times: 3 });
    const message = asked.message;
    if (message === undefined) throw new Error('no answer');
    for (const id of ['helpful', 'wrong']) {
      const found = JSON.stringify(message.components).match(new RegExp(`${id}:[\\w-]+`))?.[0] ?? '';
      suite.standIn.send(suite.standIn.build.button(message, found));
    }
    const typed = { options: { question: 'x', source: 'h' }, focused: 'source' };
    suite.standIn.send(suite.standIn.build.autocomplete('ask', typed));
    await waitUntil(() => events(lines).filter((event) => event === 'too late to answer').length === 3, {
      what: 'three late ones in the log',
    });
    expect(textOf(await suite.answerTo(ask()))).toContain('7 April');
  });
});

describe('when the connection is lost', () => {
  const resumed = async (lose: () => void): Promise<void> => {
    const { resumes, identifies } = suite.standIn;
    const lines = suite.bot.logged.length;
    lose();
    const missed = ask();
    suite.standIn.send(missed);
    const answered = await suite.standIn.reply(missed, { until: isAnswered, timeoutMs: 40_000 });
    expect(textOf(answered)).toContain('7 April');
    await suite.bot.waitForLog('resumed', lines);
    expect([suite.standIn.resumes, suite.standIn.identifies]).toEqual([resumes + 1, identifies]);
  };

  it('resumes after a killed socket, and answers what was asked meanwhile', () =>
    resumed(() => suite.standIn.dropSockets()));

  it('resumes when it is told to reconnect (op 7)', () => resumed(() => suite.standIn.sendReconnect()));

  it('resumes a session that is invalid but resumable (op 9)', () =>
    resumed(() => suite.standIn.sendInvalidSession(true)));

  it('logs in anew after op 9, shows again that it is ready, and answers', async () => {
    const { identifies } = suite.standIn;
    suite.standIn.sendInvalidSession(false);
    await waitUntil(() => suite.standIn.identifies === identifies + 1, {
      what: 'another login',
      timeoutMs: 20_000,
    });
    await waitUntil(() => suite.standIn.presence?.['status'] === 'online', {
      what: () => `the presence to be online rather than ${JSON.stringify(suite.standIn.presence)}`,
    });
    expect(textOf(await suite.answerTo(ask()))).toContain('7 April');
  });
});

describe('fifty people at once', () => {
  it('are all acknowledged in time and answered, and another server does not wait for them', async () => {
    const [, busy, quiet] = [...suite.standIn.world.guilds.keys()];
    const build = (guildId = '') =>
      suite.standIn.build.command('ask', { options: { question }, from: { guildId, user: suite.person() } });
    const crowd = Array.from({ length: 50 }, () => build(busy));
    for (const each of crowd) suite.standIn.send(each);
    const other = await suite.answerTo(build(quiet));
    const waiting = crowd.filter((each) => !isAnswered(suite.standIn.stateOf(each))).length;
    const answers = await Promise.all(
      crowd.map((each) => suite.standIn.reply(each, { until: isAnswered, timeoutMs: 100_000 })),
    );
    expect(answers.map(textOf).filter((text) => !text.includes('7 April'))).toEqual([]);
    expect(Math.max(...answers.map(({ ackMs = Infinity }) => ackMs))).toBeLessThan(3000);
    expect(textOf(other)).toContain('7 April');
    // Most of the crowd stood before it, and it was let through all the same.
    expect(waiting).toBeGreaterThan(10);
  });
});

it('sends nothing that Discord would refuse', () => expectClean(suite, { incidents: 1 }));

it('keeps no word of what was asked, and no token, in its files and its log', () => {
  const tokens = suite.standIn.requests.flatMap(({ path }) => /interaction-[\w-]{30,}/.exec(path)?.[0] ?? []);
  expect(findWords([question, 'ferry fares rise', suite.standIn.token, ...tokens], suite)).toEqual([]);
});

it('ends with a clear message and without another try where Discord refuses it later (4014)', async () => {
  const { identifies } = suite.standIn;
  suite.standIn.refuseLogin(4014);
  suite.standIn.sendInvalidSession(false);
  expect(await suite.bot.ended).toMatchObject({ exitCode: 78 });
  expect(suite.bot.output).toContain('Discord refuses what the bot asks to be told of');
  expect(suite.standIn.identifies).toBe(identifies + 1);
});
