import type { APIMessage } from 'discord-api-types/v10';
import { REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { announce } from '../../../src/discord/gateway/announce.ts';
import { BotHere } from '../../support/discord/bot-here.ts';
import { isAnswered, shownBy, textOf } from '../../support/discord/bot-suite.ts';
import { choicesOf, textOfMessage } from '../../support/discord/read-message.ts';
import { addUser } from '../../support/discord/world.ts';
import { formPage } from '../../support/pages.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { refusingBot, titles } from '../../discord/support/open-bot.ts';

const question = 'A single ticket costs nine crowns.';
const decision = { byUserId: '7', at: 0 };

let here: BotHere;
let ferry: string;

beforeEach(async () => {
  here = await BotHere.open();
  ferry = await here.bot.articleId(titles.ferry);
});
afterEach(async () => {
  expect(here.standIn.violations).toEqual([]);
  await here.close();
});

/** As another process would. */
const withdraw = (articleId = ferry, guildId: string | null = null) =>
  here.bot.desk.withdraw({ articleId, guildId, reason: 'r', ...decision });
const restore = () => here.bot.desk.restore({ articleId: ferry, guildId: null, ...decision });
const ask = async () => shownBy(await here.command('ask', { options: { question } }));
const gone = (message: APIMessage | undefined) => here.untilText(message, titles.ferry, false);

describe('an answer that is under way while its article is withdrawn', () => {
  it('is changed once it stands there: a reply to a command', async () => {
    const sending = here.standIn.holdNext('PATCH /webhooks');
    const asked = here.build('ask', { options: { question } });
    here.standIn.send(asked);
    await sending.arrived;
    await withdraw();
    sending.release();
    const { message } = await here.standIn.reply(asked, { until: isAnswered });
    expect(await here.untilText(message, 'This quote was taken back')).not.toContain(titles.ferry);
  });

  it('is changed once it stands there: a reply to a mention', async () => {
    const sending = here.standIn.holdNext(/POST \/channels\/\d+\/messages$/);
    const author = addUser(here.standIn.world, 'writer');
    const asked = here.standIn.sendMessage({
      author,
      content: `<@${here.standIn.world.bot.id}> ${question}`,
    });
    await sending.arrived;
    await withdraw();
    sending.release();
    const reply = () =>
      here.standIn
        .messagesIn(asked.channel_id)
        .find((each) => each.message_reference?.message_id === asked.id);
    const replied = await waitUntil(reply, { what: 'a reply' });
    expect(await here.untilText(replied, 'This quote was taken back')).not.toContain(titles.ferry);
  });
});

describe('a bot that was away while articles were withdrawn', () => {
  it('takes them out of everything that is posted, however many were decided about', async () => {
    const posted = [await ask(), await ask()];
    await here.stop();
    await withdraw();
    for (let at = 0; at < 250; at++) await withdraw(`another ${String(at)}`);
    for (const message of posted)
      expect(textOfMessage(here.standIn.findMessage(message?.id ?? ''))).toContain(titles.ferry);
    await here.start();
    for (const message of posted) expect(await gone(message)).toContain('This quote was taken back');
  });

  it('goes on with what it had begun when it was stopped', async () => {
    const posted = [await ask(), await ask(), await ask()];
    const held = here.standIn.holdNext('PATCH /channels');
    await withdraw();
    await held.arrived;
    const stopped = here.stop();
    held.release();
    await stopped;
    const isChanged = (message: APIMessage | undefined): boolean =>
      !textOfMessage(here.standIn.findMessage(message?.id ?? '')).includes(titles.ferry);
    expect(posted.filter(isChanged)).toHaveLength(1);
    await here.start();
    for (const message of posted) await gone(message);
  });
});

describe('a post that can not be changed', () => {
  it('for a passing reason is tried again, later and later', async () => {
    const posted = await ask();
    // The library itself tries four times.
    here.standIn.failNext('PATCH /channels', { status: 502, times: 8 });
    await withdraw();
    await here.untilLogged('"retryMs":10000');
    here.advanceClock(10_000);
    await here.untilLogged('"retryMs":20000');
    here.advanceClock(20_000);
    await gone(posted);
  });

  it.each([
    [
      'its message is gone',
      { status: 404, body: { message: 'Unknown Message', code: 10_008 } },
      'a post is gone',
    ],
    [
      'the bot has no access',
      { status: 403, body: { message: 'Missing Access', code: 50_001 } },
      'a post can not be changed',
    ],
  ])('for good is left, and keeps no other from being changed: %s', async (_, fault, event) => {
    const [first, second] = [await ask(), await ask()];
    // The newest comes first.
    here.standIn.failNext('GET /channels', fault);
    await withdraw();
    await gone(first);
    await here.untilLogged(event);
    expect(textOfMessage(here.standIn.findMessage(second?.id ?? ''))).toContain(titles.ferry);
    expect(await here.bot.desk.dueRedraws({ by: Number.MAX_SAFE_INTEGER, limit: 9, perChannel: 9 })).toEqual(
      [],
    );
  });
});

describe('what is posted', () => {
  it('shared twice, is changed in both places, and still says who shared it', async () => {
    const user = addUser(here.standIn.world, 'sharer');
    const asked = await here.command('ask', { options: { question, private: true }, from: { user } });
    const shared = [shownBy(await here.press(asked.message, 'share', { user }))];
    await here.stop();
    await here.start();
    shared.push(shownBy(await here.press(asked.message, 'share', { user })));
    expect(new Set(shared.map((message) => message?.id)).size).toBe(2);
    await withdraw();
    for (const message of shared) expect(await gone(message)).toContain(`Shared by <@${user.id}>`);
    await restore();
    for (const message of shared)
      expect(await here.untilText(message, titles.ferry)).toContain(`Shared by <@${user.id}>`);
  });

  it.each(['pull', 'article'])('by /%s is taken back and comes back, and shows a note', async (name) => {
    const subcommand = name === 'pull' ? 'article' : 'show';
    const shown = await here.command(name, {
      subcommand,
      options: { article: ferry },
      from: here.moderator(),
    });
    expect(textOf(shown)).toContain(titles.ferry);
    await withdraw();
    expect(await here.untilText(shown.message, titles.ferry, false)).toBe('This article is no longer here.');
    await restore();
    await here.untilText(shown.message, titles.ferry);
    await here.bot.desk.correct({
      articleId: ferry,
      guildId: here.guild(0),
      note: 'Ten crowns.',
      ...decision,
    });
    await here.untilText(shown.message, 'Ten crowns.');
  });

  it('by /latest loses the title and gets it back', async () => {
    const listed = await here.command('latest');
    const choices = () => JSON.stringify(choicesOf(here.standIn.findMessage(listed.message?.id ?? '')));
    expect(choices()).toContain(ferry);
    const before = textOf(listed);
    await withdraw();
    expect(await here.untilText(listed.message, titles.ferry, false)).toContain(titles.fares);
    expect(choices()).not.toContain(ferry);
    await restore();
    expect(await here.untilText(listed.message, titles.ferry)).toBe(before);
  });

  it('is taken back as it is after its reader turned the page', async () => {
    await here.close();
    const paragraph = 'The tide went out past the pier, and nobody said a word about it.';
    const long = Array.from({ length: 60 }, (_, at) => `${paragraph} Sentence ${String(at)}.`);
    const dated = (day: number) => ({
      source: 'Tide',
      date: `2026-01-${String(day).padStart(2, '0')}`,
      language: 'en',
    });
    const list = Array.from({ length: 12 }, (_, at): [string, string] => [
      `${String(at)}.md`,
      formPage({ title: `Tide ${String(at)}`, ...dated(at + 10) }, `${paragraph} ${String(at)}.`),
    ]);
    const book = formPage({ title: 'A long tide', ...dated(1) }, ...long);
    here = await BotHere.open(undefined, { ...Object.fromEntries(list), 'long.md': book });
    const user = addUser(here.standIn.world, 'reader');
    const listed = await here.command('latest', { from: { user } });
    const second = (await here.press(listed.message, 'latest', { user })).message;
    expect(textOfMessage(second)).toContain('A long tide');
    const id = await here.bot.articleId('A long tide');
    const opened = await here.command('article', {
      subcommand: 'show',
      options: { article: id },
      from: { user },
    });
    const turned = (await here.press(opened.message, 'turn', { user })).message;
    await withdraw(id);
    expect(await here.untilText(second, 'A long tide', false)).toContain('Tide 0');
    await here.untilText(turned, 'This article is no longer here.');
    await here.bot.desk.restore({ articleId: id, guildId: null, ...decision });
    expect(await here.untilText(turned, 'A long tide')).toBe(textOfMessage(turned));
    expect(await here.untilText(second, 'A long tide')).toBe(textOfMessage(second));
  });

  it('of a feed loses the title', async () => {
    const { standIn, bot } = here;
    const [channel] = [...standIn.world.channels.keys()];
    const feed = {
      ...{
        id: 'f',
        url: 'https://x.example',
        name: 'Courier',
        guildId: here.guild(0),
        topic: null,
        isPaused: false,
      },
      ...{ announceChannelId: channel ?? '', ...decision },
    };
    const rest = new REST({ api: standIn.restApi }).setToken(standIn.token);
    await announce({ feed, articleIds: [ferry], failures: 0, error: '' }, rest, bot);
    const [posted] = standIn.messagesIn(channel ?? '');
    expect(textOfMessage(posted)).toContain(titles.ferry);
    await withdraw();
    await here.untilText(posted, titles.ferry, false);
    await restore();
    expect(await here.untilText(posted, titles.ferry)).toBe(textOfMessage(posted));
  });

  it('in a server that it was not withdrawn in, stays as it is', async () => {
    const [here1, there] = [
      await ask(),
      await here.command('ask', { options: { question }, from: { guildId: here.guild(1) } }),
    ];
    await withdraw(ferry, here.guild(0));
    await gone(here1);
    expect(textOfMessage(here.standIn.findMessage(there.message?.id ?? ''))).toContain(titles.ferry);
  });
});

it('offers no withdrawn article where nothing answered', async () => {
  await here.close();
  here = await BotHere.open((bot) => ({ answerer: refusingBot(bot).answerer }));
  const asked = await here.command('ask', { options: { question } });
  const offered = () => JSON.stringify(choicesOf(here.standIn.findMessage(asked.message?.id ?? '')));
  expect(offered()).toContain(titles.ferry);
  await here.bot.withdraw(titles.ferry);
  await waitUntil(() => !offered().includes(titles.ferry), { what: offered, timeoutMs: 20_000 });
  expect(textOfMessage(here.standIn.findMessage(asked.message?.id ?? ''))).toContain(question);
});

it('a moderator is answered at once, and told how it goes', async () => {
  const posted = await ask();
  const held = here.standIn.holdNext('PATCH /channels');
  const withdrawn = await here.command('withdraw', {
    options: { article: ferry, reason: 'r' },
    from: here.moderator(),
  });
  expect(textOf(withdrawn)).toContain('Posted messages are being changed: 0 of 1.');
  await held.arrived;
  held.release();
  await here.untilText(withdrawn.message, '1 posted message was changed.');
  await gone(posted);
});
