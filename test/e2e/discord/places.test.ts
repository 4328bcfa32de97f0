import { Locale } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import {
  expectClean,
  findWords,
  privateText,
  shownBy,
  textOf,
  useBot,
} from '../../support/discord/bot-suite.ts';
import { controlOf, labelsOf, textOfMessage } from '../../support/discord/read-message.ts';
import { waitUntil } from '../../support/wait-until.ts';

const suite = useBot({
  guilds: [{ name: 'Readers' }, { name: 'Lectores', locale: Locale.SpanishES }],
});
const guild = (at: number): string => [...suite.standIn.world.guilds.keys()][at] ?? '';
const question = 'When do the ferry fares rise?';

describe('where somebody asks', () => {
  it('answers for everybody in a server, and in a direct message', async () => {
    expect((await suite.ask(question)).isEphemeral).toBe(false);
    const direct = await suite.ask(question, {}, { place: 'bot-dm' });
    expect(direct.isEphemeral).toBe(false);
    expect(textOf(direct)).toContain('7 April');
  });

  it.each(['user-install-guild', 'private-channel'] as const)(
    'works where only the asker installed it (%s)',
    async (place) => {
      const from = { place, user: suite.person() };
      const asked = await suite.ask(question, {}, from);
      expect(asked.isEphemeral).toBe(place === 'user-install-guild');
      expect(textOf(asked)).toContain('7 April');
      expect(textOf(await suite.command('latest', { from }))).toContain('Newest articles');
      const pressed = await suite.press(asked.message, 'read', from);
      expect(privateText(pressed)).toContain('Correction: Brackenport ferry fares');
    },
  );

  it('shows for everybody what was asked with private:false where it is private by default', async () => {
    const asked = await suite.ask(question, { private: false }, { place: 'user-install-guild' });
    expect(asked.isEphemeral).toBe(false);
  });

  it.each([
    [Locale.ChineseCN, '岚浦港冷库火灾转移了多少居民？', '阅读文章', '340名居民'],
    [Locale.SpanishES, '¿A cuántas casas afectó la riada?', 'Leer el artículo', '91'],
    [Locale.Japanese, '子ガメは何匹海へ帰ったか？', '記事を読む', '86匹'],
    [Locale.Greek, 'Who voted against the ferry fares?', 'Read article', 'Maureen Skelhorn'],
  ])('words the reply in the language of its reader: %s', async (locale, asked, label, quoted) => {
    const reply = await suite.ask(asked, {}, { locale });
    expect(labelsOf(reply.message)).toContain(label);
    expect(textOf(reply)).toContain(quoted);
  });
});

describe('a message to the bot', () => {
  it('that mentions it is answered in a reply that pings nobody', async () => {
    const reply = await suite.say(`@everyone ${question}`);
    expect(textOfMessage(reply)).toContain('7 April');
    expect(textOfMessage(reply)).not.toMatch(/(?<!\\)@everyone/);
    const sent = suite.standIn.requests.findLast(
      ({ method, path }) => method === 'POST' && path.endsWith('/messages'),
    );
    expect(sent?.body).toMatchObject({
      allowed_mentions: { parse: [], replied_user: false },
      message_reference: { fail_if_not_exists: false },
    });
  });

  it('is answered in the language of the server', async () => {
    const reply = await suite.say(question, { guildId: guild(1) });
    expect(labelsOf(reply)).toContain('Leer el artículo');
  });

  it('that replies to an answer asks on about its topic', async () => {
    const first = await suite.say('How much is an adult single on the Brackenport ferry?');
    const second = await suite.say('Do children travel free?', { replyTo: first });
    expect(textOfMessage(second)).toMatch(/💬 Do children travel free\? — .*brackenport ferry/i);
    expect(textOfMessage(second)).toContain('Children under 12 will continue to travel free');
    const third = await suite.say('who voted against?', { replyTo: second });
    expect(textOfMessage(third)).toMatch(/💬 who voted against\? — children .*ferry.*\n.*> .*ferry/is);
  });

  it('follows up an answer to /ask, too', async () => {
    const asked = await suite.ask('How much is an adult single on the Brackenport ferry?');
    const reply = await suite.say(
      'Do children travel free?',
      asked.message === undefined ? {} : { replyTo: asked.message },
    );
    expect(textOfMessage(reply)).toContain('Children under 12 will continue to travel free');
  });

  it('written to it alone needs no mention, and is answered in its own language', async () => {
    const reply = await suite.say('轻轨全程要多少分钟？', { isDirect: true });
    expect(textOfMessage(reply)).toContain('**62分钟**');
    expect(labelsOf(reply)).toContain('阅读文章');
  });

  it('without a question is told how to ask', async () => {
    expect(textOfMessage(await suite.say(''))).toContain('mention me with your question');
  });

  it('is left alone where it is for somebody else, or from a bot', async () => {
    const { standIn } = suite;
    const quiet = [
      standIn.sendMessage({ content: 'When do the ferry fares rise?', author: suite.person() }),
      standIn.sendMessage({ content: '@everyone hello', author: suite.person() }),
      standIn.sendMessage({
        content: `<@${standIn.world.bot.id}> hi`,
        author: { ...suite.person(), bot: true },
      }),
    ];
    await suite.say(question);
    expect(quiet.map((message) => suite.replyTo(message))).toEqual([undefined, undefined, undefined]);
  });
});

describe('“Check against the news”', () => {
  it('shows its reader what the articles say to each statement of a message', async () => {
    const message = suite.standIn.sendMessage({
      content:
        'The fare of an adult single will be £9.99 from April!\nhttps://example.com 340名居民被转移到体育馆。',
      author: suite.person(),
    });
    const command = suite.standIn.build.messageCommand('Check against the news', message, {
      from: { user: suite.person() },
    });
    const checked = await suite.answerTo(command);
    expect(privateText(checked)).toMatch(/An adult single will go up from £4\.20.+340名居民转移/s);
    expect(privateText(checked)).toContain('not a verdict');
    expect(privateText(await suite.press(checked.message, 'context'))).toContain('£4.20');
  });

  it('says so where a message states nothing, in the language of its reader', async () => {
    const message = suite.standIn.sendMessage({ content: '😀 https://example.com', author: suite.person() });
    const from = { user: suite.person(), locale: Locale.SpanishES };
    const command = suite.standIn.build.messageCommand('Check against the news', message, { from });
    expect(privateText(await suite.answerTo(command))).toMatch(/mensaje/);
  });
});

describe('Share', () => {
  it('publishes a private answer once, however often it is pressed', async () => {
    const from = { user: suite.person() };
    const asked = await suite.ask(question, { private: true }, from);
    const channelId = String(asked.message?.channel_id);
    const shared = (): number =>
      suite.standIn
        .messagesIn(channelId)
        .filter((message) => textOfMessage(message).includes(`Shared by <@${from.user.id}>`)).length;
    if (asked.message === undefined) throw new Error('no answer');
    const id = controlOf(asked.message, 'share');
    const clicks = [1, 2].map(() => suite.standIn.build.button(asked.message!, id, { from }));
    for (const click of clicks) suite.standIn.send(click);
    await waitUntil(() => shared() > 0, { what: 'the shared answer' });
    const late = suite.standIn.build.button(asked.message, id, { from });
    await suite.standIn.interact(late, { until: ({ ackMs }) => ackMs !== undefined });
    await suite.ask(question, {}, { user: suite.person() });
    expect(shared()).toBe(1);
    expect(clicks.map((click) => suite.standIn.stateOf(click).refusals)).toEqual([[], []]);
  });

  it('is refused to everybody but the asker', async () => {
    const asked = await suite.ask(question, { private: true });
    const other = await suite.press(asked.message, 'share', { user: suite.person() });
    expect(privateText(other)).toContain('Only the person who asked can do this.');
  });

  it('shows the shared answer to all, whose buttons work for everybody', async () => {
    const from = { user: suite.person() };
    const asked = await suite.ask(question, { private: true }, from);
    const shared = shownBy(await suite.press(asked.message, 'share', from));
    expect(Number(shared?.flags) & 64).toBe(0);
    expect(labelsOf(shared)).not.toContain('Share');
    const others = await suite.press(shared, 'more', { user: suite.person() });
    expect(privateText(others)).toMatch(/Quotes? 4/);
  });
});

it('keeps no word of what was asked, and no token, in its files and its log', () => {
  const asked = ['ferry fares rise', 'Do children travel', '转移了多少居民', '£9.99', suite.standIn.token];
  const tokens = suite.standIn.requests.flatMap(({ path }) => /interaction-[\w-]{30,}/.exec(path)?.[0] ?? []);
  expect(tokens.length).toBeGreaterThan(10);
  expect(findWords([...asked, ...tokens], suite)).toEqual([]);
});

it('sends nothing that Discord would refuse', () => expectClean(suite));
