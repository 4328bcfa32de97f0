import { Locale, type APIMessage } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { expectClean, privateText, textOf, useBot } from '../../support/discord/bot-suite.ts';
import type { Origin } from '../../support/discord/origin.ts';
import { choicesOf, controlOf, labelsOf, textOfMessage } from '../../support/discord/read-message.ts';

const [news, lounge] = ['800000000000000001', '800000000000000002'];
const suite = useBot({
  guilds: [
    {
      name: 'Readers',
      channels: [
        { id: news, name: 'news' },
        { id: lounge, name: 'lounge' },
      ],
    },
    { name: 'Others' },
  ],
});
const question = 'When do the ferry fares rise?';

/** Opens the settings as a moderator. */
async function settings(from: Origin = {}): Promise<{ message: APIMessage | undefined; from: Origin }> {
  const moderator = suite.moderator(from);
  const { message } = await suite.command('settings', { from: moderator });
  return { message, from: moderator };
}

async function choose(kind: string, values: readonly string[]): Promise<string> {
  const { message, from } = await settings();
  return textOf(await suite.choose(message, kind, values, from));
}

async function toggle(kind: string): Promise<string> {
  const { message, from } = await settings();
  return textOf(await suite.press(message, kind, from));
}

async function fillIn(values: Readonly<Record<string, string>>): Promise<string> {
  const { message, from } = await settings();
  const { modal } = await suite.press(message, 'settings-form', from);
  if (modal === undefined) throw new Error('no form');
  return privateText(await suite.answerTo(suite.standIn.build.modal(modal, values, { from })));
}

it('shows all settings, in the language of the moderator', async () => {
  const { message } = await settings({ locale: Locale.SpanishES });
  expect(controlOf(message, 'set:answerChannels')).toBe('set:answerChannels');
  expect(labelsOf(message)).toHaveLength(3);
  expect(choicesOf(message).map(({ value }) => value)).toContain('汐嶼時報');
  expect(textOfMessage(message)).toContain('UTC');
});

it('answers only in the channels that were chosen, and names them elsewhere', async () => {
  expect(await choose('set:answerChannels', [news])).not.toContain('in every channel');
  const elsewhere = await suite.ask(question, {}, { channelId: lounge });
  expect(privateText(elsewhere)).toBe(`In this server I answer in <#${news}>.`);
  expect((await suite.ask(question, {}, { channelId: news })).isEphemeral).toBe(false);
  const ignored = suite.standIn.sendMessage({
    content: `<@${suite.standIn.world.bot.id}> ${question}`,
    author: suite.person(),
    channelId: lounge,
  });
  expect(textOfMessage(await suite.say(question, { channelId: news }))).toContain('7 April');
  expect(suite.replyTo(ignored)).toBeUndefined();
  expect(await choose('set:answerChannels', [])).toContain('in every channel');
  expect((await suite.ask(question, {}, { channelId: lounge })).isEphemeral).toBe(false);
});

it('leaves mentions unanswered where they are turned off', async () => {
  expect(await toggle('toggle:repliesToMentions')).toContain('Answers to mentions: off');
  const ignored = suite.standIn.sendMessage({
    content: `<@${suite.standIn.world.bot.id}> ${question}`,
    author: suite.person(),
  });
  await suite.ask(question);
  await suite.say(question, { guildId: [...suite.standIn.world.guilds.keys()][1] ?? '' });
  expect(suite.replyTo(ignored)).toBeUndefined();
  expect(await toggle('toggle:repliesToMentions')).toContain('Answers to mentions: on');
  await suite.say(question);
});

it('shows answers to the asker alone where that is the default, unless asked otherwise', async () => {
  expect(await toggle('toggle:isPrivate')).toContain('Answers shown to the asker alone: on');
  expect((await suite.ask(question)).isEphemeral).toBe(true);
  expect((await suite.command('latest')).isEphemeral).toBe(true);
  expect((await suite.ask(question, { private: false })).isEphemeral).toBe(false);
  await toggle('toggle:isPrivate');
  expect((await suite.ask(question)).isEphemeral).toBe(false);
});

it('answers from the sources that were chosen, in lists, suggestions and articles, too', async () => {
  const before = await suite.ask(question);
  await choose('set:sources', ['Seaward Post', '岚浦日报']);
  expect(textOf(await suite.ask('What burned at the port?'))).not.toMatch(
    /^-# (?!Seaward Post|岚浦日报|💬|Newest)/mu,
  );
  const sources = textOf(await suite.command('sources'));
  expect(sources.match(/^\*\*.+\*\*$/gmu)).toEqual(['**Sources**', '**岚浦日报**', '**Seaward Post**']);
  expect(await suite.suggestions('latest', { options: { source: '' }, focused: 'source' })).toHaveLength(2);
  const typed = { subcommand: 'show', options: { article: 'ferry' }, focused: 'article' };
  expect(await suite.suggestions('article', typed)).toEqual([]);
  expect(privateText(await suite.press(before.message, 'read'))).toContain('There is no such article');
  expect(privateText(await suite.ask(question, { source: 'The Harbour Courier' }))).toContain(
    'no articles from',
  );
  await choose('set:sources', []);
  expect(textOf(await suite.ask(question))).toContain('7 April');
});

it('answers mentions in the language that was chosen', async () => {
  await choose('set:locale', ['zh-CN']);
  expect(labelsOf(await suite.say(question))).toContain('阅读文章');
  await choose('set:locale', []);
  expect(labelsOf(await suite.say(question))).toContain('Read article');
});

it('takes a time zone and a pause from a form, and says what is wrong with others', async () => {
  expect(await fillIn({ 'time-zone': 'Asia/Shanghai', cooldown: '600' })).toContain(
    'Time zone: Asia/Shanghai',
  );
  expect(await fillIn({ 'time-zone': 'Mars/Olympus', cooldown: '600' })).toContain(
    '“Mars/Olympus” is no time zone',
  );
  expect(await fillIn({ 'time-zone': 'UTC', cooldown: 'soon' })).toContain('a number from 0 to 3600');
});

it('asks whoever asks too fast, politely and privately, to wait, and answers others meanwhile', async () => {
  const from = { user: suite.person() };
  const texts: string[] = [];
  for (let at = 0; at < 4; at++) texts.push(textOf(await suite.ask(question, { private: true }, from)));
  expect(texts.slice(0, 3).every((text) => text.includes('7 April'))).toBe(true);
  expect(texts[3]).toMatch(/^You ask faster than I can read\. Please try again in \d+ seconds\.$/);
  const spanish = await suite.ask(question, {}, { ...from, locale: Locale.SpanishES });
  expect(privateText(spanish)).toMatch(/\d+ segundos/);
  expect(textOfMessage(await suite.say(question, { author: from.user }))).toContain('You ask faster');
  expect(textOf(await suite.ask(question))).toContain('7 April');
});

it('writes down who changed what', async () => {
  const { from } = await settings();
  expect(textOf(await suite.command('audit', { from })).match(/changed settings/g)?.length).toBeGreaterThan(
    5,
  );
});

it('sends nothing that Discord would refuse', () => expectClean(suite));
