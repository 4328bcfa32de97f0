import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { latest, showLatest } from '../../../src/discord/commands/latest.ts';
import { readControlId } from '../../../src/discord/render/custom-id.ts';
import { keyOf } from '../../../src/discord/render/quote.ts';
import { formPage } from '../../support/pages.ts';
import { call, codeOf, guildId, makeAsker, otherGuildId } from '../support/askers.ts';
import { openBot, titles, pages } from '../support/open-bot.ts';
import type { TestBot } from '../support/open-bot.ts';
import { expectSendable, idsOf, labelsOf, textOfPayload, titlesOf } from '../support/read-payload.ts';

let bot: TestBot;

/** Twelve articles of one source beside the others. */
const series = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [
    `series-${at}.md`,
    formPage(
      {
        title: `Harvest report ${at}`,
        source: 'Field Weekly',
        date: `2025-01-${String(10 + at)}`,
        language: 'en',
      },
      `Farmers of village ${at} brought in ${at + 3} wagons of barley.`,
    ),
  ]),
);

beforeAll(async () => {
  bot = await openBot({ ...pages, ...series });
});
afterAll(() => bot.close());

describe('/latest', () => {
  it('lists the newest first, ten a page, and turns', async () => {
    const { payload } = await call(latest, {}, bot);
    expectSendable(payload);
    expect(titlesOf(payload)).toHaveLength(10);
    expect(titlesOf(payload).slice(0, 2)).toEqual([titles.bridge, titles.ferry]);
    expect(labelsOf(payload).filter((label) => ['Back', 'Next'].includes(label))).toEqual(['Next']);
    const second = await showLatest(1, '', makeAsker(), bot);
    expectSendable(second.payload);
    expect(titlesOf(second.payload).at(-1)).toBe(titles.market);
    expect(textOfPayload(second.payload)).toContain('Newest articles · Page 2');
    const all = [...titlesOf(payload), ...titlesOf(second.payload)];
    expect(new Set(all).size).toBe(19);
  });

  it('keeps to its source on every page, by a key that fits into a button', async () => {
    const { payload } = await call(latest, { source: 'field weekly' }, bot);
    const next = idsOf(payload)
      .map(readControlId)
      .find((id) => id?.kind === 'latest');
    expect(next).toEqual({ kind: 'latest', page: 1, sourceKey: keyOf('Field Weekly') });
    const second = await showLatest(1, keyOf('Field Weekly'), makeAsker(), bot);
    expect(titlesOf(second.payload)).toEqual(['Harvest report 1', 'Harvest report 0']);
    expect(labelsOf(second.payload)).toContain('Back');
  });

  it.each([
    ['a page far beyond', 36 ** 7 - 1, ''],
    ['a source that is gone', 0, 'AAAAAAAAAAAAAAAA'],
  ])('shows nothing for %s', async (_, page, key) => {
    const { payload } = await showLatest(page, key, makeAsker(), bot);
    expectSendable(payload);
    expect(titlesOf(payload)).toEqual([]);
  });

  it.each([
    ['English', 'ferry fares', titles.fares],
    ['Chinese', '青崖大桥', titles.bridge],
    ['Arabic', 'سوق نوران', titles.souk],
    ['marks and mentions', '@everyone **ferry**', titles.ferry],
  ])('about a topic: %s', async (_, topic, title) => {
    const { payload } = await call(latest, { topic }, bot);
    expectSendable(payload);
    expect(titlesOf(payload)).toContain(title);
    expect(titlesOf(payload).length).toBeLessThanOrEqual(10);
  });

  it('refuses a source that is none, and a topic that says nothing', async () => {
    expect(await codeOf(call(latest, { source: 'x' }, bot))).toBe('source-unknown');
    expect(await codeOf(call(latest, { topic: '🎉' }, bot))).toBe('question-empty');
  });

  it("keeps to the guild's sources, also by a forged key", async () => {
    const asker = makeAsker({}, { sources: ['青崖日报'] });
    expect(titlesOf((await call(latest, {}, bot, asker)).payload)).toEqual([titles.bridge]);
    expect(titlesOf((await call(latest, { topic: 'ferry' }, bot, asker)).payload)).toEqual([titles.bridge]);
    expect(titlesOf((await showLatest(0, keyOf('Harbour Courier'), asker, bot)).payload)).toEqual([]);
    expect(await codeOf(call(latest, { source: 'Harbour Courier' }, bot, asker))).toBe('source-unknown');
    const suggested = await latest.complete?.({ name: 'source', value: '' }, asker, bot);
    expect(suggested).toEqual([{ name: '青崖日报', value: '青崖日报' }]);
  });

  it('shows nothing that was withdrawn, in the guild or everywhere', async () => {
    await bot.withdraw('Harvest report 11', guildId);
    await bot.withdraw('Harvest report 10');
    const titlesFor = async (id: string): Promise<string[]> =>
      titlesOf((await call(latest, { source: 'Field Weekly' }, bot, makeAsker({ guildId: id }))).payload);
    expect((await titlesFor(guildId))[0]).toBe('Harvest report 9');
    expect((await titlesFor(otherGuildId)).slice(0, 2)).toEqual(['Harvest report 11', 'Harvest report 9']);
    const { payload } = await call(latest, { topic: 'Farmers of village 10 barley' }, bot);
    expect(titlesOf(payload)).not.toContain('Harvest report 10');
  });
});
