import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Newsroom } from '../../../src/discord/newsroom.ts';
import { BotHere } from '../../support/discord/bot-here.ts';
import { isAnswered, textOf } from '../../support/discord/bot-suite.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { titles } from '../../discord/support/open-bot.ts';

const question = 'A single ticket costs nine crowns.';
const url = 'https://slow.example/';

/** A web that never answers. */
const never = (): Promise<never> => new Promise(() => {});
let fetched: string[];
let here: BotHere;

beforeEach(async () => {
  fetched = [];
  const newsroom: Newsroom = {
    offerUrl: (address) => {
      fetched.push(address);
      return never();
    },
    offerFile: never,
    take: never,
    leave: () => undefined,
    readFeeds: (ids) => {
      fetched.push(...ids);
      return never();
    },
  };
  here = await BotHere.open(() => ({ newsroom }));
});
afterEach(async () => {
  expect(here.standIn.violations).toEqual([]);
  await here.close();
});

const pullUrl = (from = here.moderator()) =>
  here.build('pull', { subcommand: 'url', options: { url }, from });
const addFeed = (guildId: string) =>
  here.build('feed', { subcommand: 'add', options: { url }, from: here.moderator({ guildId }) });

it("keeps what moderators fetch out of the way of members' questions, of decisions and of other servers", async () => {
  for (const each of [pullUrl(), pullUrl(), pullUrl(), addFeed(here.guild(0))]) here.standIn.send(each);
  await waitUntil(() => fetched.length === 1, { what: 'a fetch' });
  expect(textOf(await here.command('ask', { options: { question } }))).toContain(titles.ferry);
  const article = await here.bot.articleId(titles.ferry);
  const withdrawn = await here.command('withdraw', {
    options: { article, reason: 'r' },
    from: here.moderator(),
  });
  expect(textOf(withdrawn)).toContain('Withdrawn');
  here.standIn.send(addFeed(here.guild(1)));
  await waitUntil(() => fetched.length === 2, { what: 'the fetch of another server' });
});

it('says so to a moderator who fetches too often, and where too many fetches wait', async () => {
  const from = here.moderator();
  for (let at = 0; at < 5; at++) here.standIn.send(pullUrl(from));
  await waitUntil(() => fetched.length === 1, { what: 'a fetch' });
  expect(textOf(await here.standIn.interact(pullUrl(from), { until: isAnswered }))).toContain('try again in');
  here.standIn.send(pullUrl());
  const tooMany = await here.standIn.interact(pullUrl(), { until: isAnswered });
  expect(textOf(tooMany)).toContain('Please try again in a moment.');
});

it('is told to stop while a fetch is under way: the moderator hears it, and it is over within 10 s', async () => {
  const pulled = pullUrl();
  here.standIn.send(pulled);
  await waitUntil(() => fetched.length === 1, { what: 'a fetch' });
  const startedAt = performance.now();
  await here.stop();
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  expect(textOf(here.standIn.stateOf(pulled))).toContain('Please try again in a minute.');
});
