import { beforeAll, describe, expect, it } from 'vitest';
import { valueOf } from '../../operate/support/read-metrics.ts';
import { expectClean, isAnswered, privateText, textOf, useBot } from '../../support/discord/bot-suite.ts';
import { textOfMessage } from '../../support/discord/read-message.ts';
import { sendRequest } from '../../support/send-request.ts';

const suite = useBot({ guilds: [{}], environment: { HEALTH_PORT: '0', HEALTH_HOST: '' } });
const question = 'When do the ferry fares rise?';
const outcomes = ['answered', 'hedged', 'not-found', 'invalid', 'cooldown', 'failed'] as const;

let address = '';

beforeAll(async () => {
  address = String((await suite.bot.waitForLog('health and metrics are served'))['address']);
});

const metrics = async (): Promise<string> => (await sendRequest(address, '/metrics')).text;
const value = async (name: string, labels: Readonly<Record<string, string>> = {}) =>
  valueOf(await metrics(), name, labels);

/** Questions so far, by what came of them. */
async function questions(): Promise<Record<string, number>> {
  const text = await metrics();
  return Object.fromEntries(
    outcomes.map((outcome) => [outcome, valueOf(text, 'newsquote_questions_total', { outcome }) ?? NaN]),
  );
}

/** How many more there are of each once this is done; what stayed as it was is left out. */
async function counted(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await questions();
  await work();
  const more = (after: Record<string, number>) =>
    Object.fromEntries(
      outcomes
        .map((outcome) => [outcome, (after[outcome] ?? NaN) - (before[outcome] ?? NaN)] as const)
        .filter(([, count]) => count !== 0),
    );
  // The asker may read the answer a moment before the bot hears that it was sent.
  await expect.poll(async () => Object.keys(more(await questions()))).not.toEqual([]);
  return more(await questions());
}

describe('health', () => {
  it('is ready with the index open and the gateway ready', async () => {
    const { status, text } = await sendRequest(address, '/readyz');
    expect([status, JSON.parse(text)]).toEqual([200, { status: 'ready', missing: [] }]);
    expect((await sendRequest(address, '/healthz')).status).toBe(200);
    expect(await value('newsquote_ready')).toBe(1);
    expect(await value('newsquote_index_articles')).toBe(29);
    expect(await value('newsquote_queue_jobs')).toBe(0);
    expect(await value('newsquote_index_exact')).toBe(1);
  });
});

describe('questions are counted once each', () => {
  it('answered by command, and their stages add up to the whole', async () => {
    const before = (await value('newsquote_answer_seconds_count')) ?? NaN;
    const more = await counted(async () => {
      expect(textOf(await suite.ask(question))).toContain('7 April');
    });
    expect(more).toEqual({ answered: 1 });
    const text = await metrics();
    expect(valueOf(text, 'newsquote_answer_seconds_count')).toBe(before + 1);
    expect(valueOf(text, 'newsquote_answer_confidence_count')).toBe(before + 1);
    const stages = ['embed', 'search', 'score', 'quotes', 'verify', 'render'].map(
      (stage) => valueOf(text, 'newsquote_answer_stage_seconds_sum', { stage }) ?? NaN,
    );
    expect(stages.every((seconds) => seconds > 0)).toBe(true);
    const sum = stages.reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(valueOf(text, 'newsquote_answer_seconds_sum') ?? NaN, 6);
  });

  it('answered by mention', async () => {
    const more = await counted(async () => {
      expect(textOfMessage(await suite.say(question))).toContain('7 April');
    });
    expect(more).toEqual({ answered: 1 });
    expect(await value('newsquote_requests_total', { command: 'mention', outcome: 'answered' })).toBe(1);
  });

  it('answered with a caveat', async () => {
    const more = await counted(async () => {
      expect(textOf(await suite.ask('Wie viele Kalorien hat eine Banane?'))).toContain('Not sure');
    });
    expect(more).toEqual({ hedged: 1 });
  });

  it('not found', async () => {
    const more = await counted(async () => {
      expect(textOf(await suite.ask(question, { until: '1950' }))).not.toContain('7 April');
    });
    expect(more).toEqual({ 'not-found': 1 });
  });

  it('asked so that nobody can answer', async () => {
    expect(await counted(() => suite.ask('？！ …'))).toEqual({ invalid: 1 });
    const unknown = () => suite.ask(question, { source: 'Nobody’s Post' });
    expect(await counted(unknown)).toEqual({ invalid: 1 });
  });

  it('refused by the cooldown', async () => {
    const from = { user: suite.person('hasty') };
    const more = await counted(async () => {
      for (let at = 0; at < 3; at++) await suite.ask(question, {}, from);
      expect(privateText(await suite.ask(question, {}, from))).toMatch(/second/);
    });
    expect(more).toEqual({ answered: 3, cooldown: 1 });
  });

  it('failed, where Discord does not take the answer', async () => {
    const forbidden = (await value('newsquote_discord_errors_total', { kind: 'forbidden' })) ?? NaN;
    const more = await counted(async () => {
      suite.standIn.failNext('PATCH /webhooks', { status: 403, body: { message: 'x', code: 50013 } });
      expect(privateText(await suite.ask(question))).toContain('Something went wrong');
    });
    expect(more).toEqual({ failed: 1 });
    expect(await value('newsquote_discord_errors_total', { kind: 'forbidden' })).toBe(forbidden + 1);
  });

  it('and nothing else is a question', async () => {
    const before = await questions();
    await suite.command('latest');
    await expect
      .poll(() => value('newsquote_requests_total', { command: 'latest', outcome: 'done' }))
      .toBe(1);
    expect(await questions()).toEqual(before);
  });
});

describe('Discord’s refusals and the connection', () => {
  it('are counted by kind', async () => {
    suite.standIn.failNext('/callback', { status: 404, body: { message: 'x', code: 10062 } });
    const options = { options: { question }, from: { user: suite.person() } };
    suite.standIn.send(suite.standIn.build.command('ask', options));
    await expect.poll(() => value('newsquote_discord_errors_total', { kind: 'unknown-interaction' })).toBe(1);
    await expect.poll(() => value('newsquote_questions_total', { outcome: 'late' })).toBe(1);
    suite.standIn.failNext('PATCH /webhooks', { status: 429, scope: 'user', retryAfter: 1 });
    expect(textOf(await suite.ask(question))).toContain('7 April');
    expect(await value('newsquote_discord_errors_total', { kind: 'rate-limit' })).toBe(1);
  });

  it('are ready again after the gateway was gone, which is counted', async () => {
    suite.standIn.dropSockets();
    await expect
      .poll(() => value('newsquote_discord_errors_total', { kind: 'gateway-reconnect' }), { timeout: 20_000 })
      .toBeGreaterThan(0);
    await expect
      .poll(async () => (await sendRequest(address, '/readyz')).status, { timeout: 40_000 })
      .toBe(200);
    const asked = suite.standIn.build.command('ask', {
      options: { question },
      from: { user: suite.person() },
    });
    suite.standIn.send(asked);
    const answered = await suite.standIn.reply(asked, { until: isAnswered, timeoutMs: 40_000 });
    expect(textOf(answered)).toContain('7 April');
  });
});

it('says nothing of who asked, where or what, and no secret', async () => {
  const text = await metrics();
  expect(text).not.toMatch(/(?<![.\d])\d{17,20}\b/);
  expect(text).not.toContain(suite.standIn.token);
  expect(text.toLowerCase()).not.toContain('ferry');
  expectClean(suite, { incidents: 1 });
});
