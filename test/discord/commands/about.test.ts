import { ApplicationCommandType } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { help, privacy, sources } from '../../../src/discord/commands/about.ts';
import { commands, findCommand } from '../../../src/discord/commands/commands.ts';
import { localeIds, messagesOf } from '../../../src/discord/messages/locales.ts';
import { renderSources } from '../../../src/discord/render/article.ts';
import { checkCommands } from '../../support/discord/rules/command-rules.ts';
import { call, makeAsker, typed } from '../support/askers.ts';
import { openBot } from '../support/open-bot.ts';
import type { TestBot } from '../support/open-bot.ts';
import { expectSendable, textOfPayload } from '../support/read-payload.ts';

let bot: TestBot;

beforeAll(async () => {
  bot = await openBot();
});
afterAll(() => bot.close());

describe.each(localeIds)('in %s', (locale) => {
  it.each([
    ['/help', help],
    ['/privacy', privacy],
    ['/sources', sources],
  ])('%s can be sent', async (_, command) => {
    const { payload } = await call(command, {}, bot, makeAsker({ locale }));
    expectSendable(payload);
    expect(textOfPayload(payload).length).toBeGreaterThan(50);
  });
});

describe('/sources', () => {
  it('lists all, or those of the guild', async () => {
    const names = async (asker = makeAsker()): Promise<string> =>
      textOfPayload((await call(sources, {}, bot, asker)).payload);
    expect(await names()).toContain('Harbour Courier');
    expect(await names()).toContain('2 articles');
    const few = await names(makeAsker({}, { sources: ['青崖日报', 'Gone Gazette'] }));
    expect(few).toContain('青崖日报');
    expect(few).not.toContain('Harbour Courier');
    expect(few).not.toContain('Gone Gazette');
  });

  it('is shown to all, unless the guild is private; help and privacy never are', () => {
    expect(sources.isPrivate(typed({}), makeAsker())).toBe(false);
    expect(sources.isPrivate(typed({}), makeAsker({}, { isPrivate: true }))).toBe(true);
    expect([help, privacy].map((each) => each.isPrivate(typed({}), makeAsker()))).toEqual([true, true]);
  });
});

describe('the commands', () => {
  it("keep to Discord's limits, also with the longest translation, each its own name", () => {
    expect(checkCommands(JSON.parse(JSON.stringify(commands.map(({ data }) => data))))).toEqual([]);
  });

  it('suggest exactly where their options say so', () => {
    for (const { data, complete } of commands)
      expect([data.name, JSON.stringify(data).includes('"autocomplete":true')]).toEqual([
        data.name,
        complete !== undefined,
      ]);
  });

  it('are found by name and type', () => {
    for (const command of commands)
      expect(findCommand(command.data.name, command.data.type ?? ApplicationCommandType.ChatInput)).toBe(
        command,
      );
    expect(findCommand('ask', ApplicationCommandType.Message)).toBeUndefined();
    expect(findCommand('gone', ApplicationCommandType.ChatInput)).toBeUndefined();
    expect(findCommand('constructor', ApplicationCommandType.ChatInput)).toBeUndefined();
  });
});

describe('renderSources', () => {
  const source = (name: string, articleCount: number) => ({
    name,
    articleCount,
    newestOn: '2025-03-04',
    languages: ['zh', 'en', 'es', 'fr', 'de'],
  });

  it.each(localeIds)('fits however many there are and however long their names, in %s', (locale) => {
    const many = Array.from({ length: 60 }, (_, at) => source(`${'long name '.repeat(9)}${at}`, at));
    const payload = renderSources(many, messagesOf(locale));
    expectSendable(payload);
    expect(textOfPayload(payload)).toContain('… (60)');
  });

  it('has the one with most articles first, and names languages that are none by a question mark', () => {
    const text = textOfPayload(
      renderSources([source('A', 1), { ...source('B', 9), languages: ['und'] }], messagesOf('en')),
    );
    expect(text.indexOf('**B**')).toBeLessThan(text.indexOf('**A**'));
    expect(text).toContain('9 articles · ?');
    expect(textOfPayload(renderSources([], messagesOf('en')))).toContain('There is no such article.');
  });
});
