import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { botFolder, runBeside, spawnBot, startBot } from '../support/bot-process.ts';
import type { BotProcess } from '../support/bot-process.ts';
import { expectClean, findWords, isAnswered, plantedToken, textOf } from '../support/discord/bot-suite.ts';
import { textOfMessage } from '../support/discord/read-message.ts';
import { openDiscordStandIn, type DiscordStandIn } from '../support/discord/stand-in.ts';
import { addUser } from '../support/discord/world.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { waitUntil } from '../support/wait-until.ts';

const question = 'When do the ferry fares rise?';
const root = temporaryFolder();
const folder = botFolder(root);
let standIn: DiscordStandIn;
let bots: BotProcess[] = [];

beforeAll(async () => {
  standIn = await openDiscordStandIn({ token: plantedToken });
});
afterAll(async () => {
  await Promise.all(bots.map((bot) => bot.stop('SIGKILL')));
  await standIn.close();
});

const ask = (asked = question) =>
  standIn.build.command('ask', {
    options: { question: asked },
    from: { user: addUser(standIn.world, 'somebody') },
  });

it('ends with a clear message after one login where Discord does not accept the token (4004)', async () => {
  standIn.refuseLogin(4004);
  const bot = spawnBot({ standIn, folder });
  bots.push(bot);
  expect(await bot.ended).toMatchObject({ exitCode: 78 });
  expect(bot.output).toContain('Discord does not accept DISCORD_TOKEN: it is wrong or was reset.');
  expect(bot.output).not.toContain(plantedToken);
  expect(standIn.identifies).toBe(1);
  standIn.refuseLogin(undefined);
});

it('stops at once, with exit code 0, when it is told to while the index is built', async () => {
  const bot = spawnBot({ standIn, folder: botFolder(temporaryFolder()) });
  bots.push(bot);
  await bot.waitForLog('building the index');
  expect(await bot.stop()).toMatchObject({ exitCode: 0 });
  expect(bot.output).toContain('stopped before it was ready');
});

describe('two bots with one token', () => {
  beforeAll(async () => {
    bots = await Promise.all([startBot({ standIn, folder }), startBot({ standIn, folder })]);
  });

  it('acknowledge an interaction once; the other one logs it and goes on', async () => {
    for (const _ of [1, 2]) {
      const interaction = ask();
      const answered = await standIn.interact(interaction, { until: isAnswered, timeoutMs: 40_000 });
      expect(textOf(answered)).toContain('7 April');
      await waitUntil(() => standIn.stateOf(interaction).refusals.includes(40_060), { what: 'a refusal' });
      expect(standIn.stateOf(interaction).payloads).toHaveLength(1);
    }
    const quiet = () =>
      bots.flatMap(({ logged }) => logged).filter(({ msg }) => msg === 'answered by another process');
    await waitUntil(() => quiet().length === 2, { what: 'both refusals in the logs' });
    expect(quiet().every(({ level }) => level === 30)).toBe(true);
    expect(bots.map(({ exitCode }) => exitCode)).toEqual([null, null]);
    for (const bot of bots) expectClean({ standIn, bot });
  });

  it('reply to a mention once, and take that reply back whichever of them was faster', async () => {
    const earlier = standIn.requests.length;
    const asked = standIn.sendMessage({
      content: `<@${standIn.world.bot.id}> ${question}`,
      author: addUser(standIn.world, 'writer'),
    });
    const tries = () =>
      standIn.requests
        .slice(earlier)
        .filter(({ method, path }) => method === 'POST' && path.endsWith(`${asked.channel_id}/messages`));
    await waitUntil(() => tries().length === 2, { what: 'both to reply', timeoutMs: 40_000 });
    const replies = () =>
      standIn
        .messagesIn(asked.channel_id)
        .filter(({ message_reference: reference }) => reference?.message_id === asked.id);
    expect(replies()).toHaveLength(1);
    const typed = { subcommand: 'show', options: { article: 'fares' }, focused: 'article' };
    const quoted = standIn.build.autocomplete('article', typed);
    const { choices = [] } = await standIn.interact(quoted, { until: isAnswered, timeoutMs: 40_000 });
    const desk = { standIn, folder };
    for (const choice of choices)
      await runBeside(desk, 'scripts/desk.ts', ['withdraw', String(choice['value']), '--reason', 'r']);
    await waitUntil(() => textOfMessage(replies()[0]).includes('taken back'), {
      what: () => textOfMessage(replies()[0]),
      timeoutMs: 40_000,
    });
    for (const choice of choices)
      await runBeside(desk, 'scripts/desk.ts', ['restore', String(choice['value'])]);
    for (const bot of bots) expectClean({ standIn, bot });
  });

  it('let one be stopped without the other noticing', async () => {
    expect(await bots[1]?.stop()).toMatchObject({ exitCode: 0 });
    const answered = await standIn.interact(ask(), { until: isAnswered, timeoutMs: 40_000 });
    expect(answered.refusals).toEqual([]);
    expect(bots[0]?.exitCode).toBeNull();
  });
});

describe('a bot that is told to stop', () => {
  it('finishes the answers under way to their last request, says so to those who come late, and exits with 0 within 10 s', async () => {
    const [bot] = bots;
    if (bot === undefined) throw new Error('no bot');
    standIn.failNext('PATCH /webhooks', { status: 429, retryAfter: 1, times: 2 });
    standIn.failNext('POST /channels', { status: 500, times: 1 });
    const underWay = Array.from({ length: 6 }, () => ask());
    for (const each of underWay) standIn.send(each);
    const mention = standIn.sendMessage({
      content: `<@${standIn.world.bot.id}> ${question}`,
      author: addUser(standIn.world, 'writer'),
    });
    await standIn.reply(underWay[5] ?? ask(), {
      until: ({ ackMs }) => ackMs !== undefined,
      timeoutMs: 20_000,
    });
    await waitUntil(() => standIn.requests.some(({ path }) => path.endsWith('/typing')), { what: 'typing' });
    await waitUntil(() => standIn.requests.some(({ status }) => status === 429), {
      what: 'a 429',
      timeoutMs: 20_000,
    });
    const ended = bot.stop();
    await bot.waitForLog('stopping');
    const late = ask();
    standIn.send(late);
    const { exitCode, tookMs } = await ended;
    expect(exitCode).toBe(0);
    expect(tookMs).toBeLessThan(10_000);
    for (const each of underWay) expect(textOf(standIn.stateOf(each))).toContain('7 April');
    const replied = standIn
      .messagesIn(mention.channel_id)
      .find(({ message_reference: reference }) => reference?.message_id === mention.id);
    expect(textOfMessage(replied)).toContain('7 April');
    expect(textOf(standIn.stateOf(late))).toMatch(/getting ready|^$/);
    expectClean({ standIn, bot });
  });

  it('left nothing of what was asked, and no token, in its files and its log', () => {
    for (const bot of bots)
      expect(findWords([question, 'ferry fares rise', plantedToken], { bot, folder })).toEqual([]);
  });
});
