import { Locale } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { formPage } from '../../support/pages.ts';
import { expectClean, privateText, shownBy, textOf, useBot } from '../../support/discord/bot-suite.ts';
import { choicesOf, controlOf, labelsOf, textOfMessage } from '../../support/discord/read-message.ts';
import { textOf as text } from '../../support/discord/wire.ts';

const watchKeeper = [
  'Ottiline Brask has kept the light at Skell Point for thirty-one years, and on Friday she will switch it off.',
  ...Array.from(
    { length: 24 },
    (_, at) =>
      `In year ${String(at + 1)} of her diary she counted ${String(340 + at * 7)} ships and wrote a line about each of them.`,
  ),
  'The diary goes to the museum at Brackenport, where it will lie open at the page of the great storm.',
].join('\n\n');

const suite = useBot({
  pages: {
    'skell-light.md': formPage({ title: 'Keeper leaves Skell light', source: 'Skell Signal' }, watchKeeper),
  },
});
const press: typeof suite.press = (...pressed) => suite.press(...pressed);

describe('the bot, once it is started', () => {
  it('builds the index where there is none, says what it serves, and shows that it is ready', () => {
    const events = suite.bot.logged.map(({ msg }) => msg);
    expect(events[0]).toBe('building the index');
    expect(events).toContain('indexing');
    expect(suite.bot.logged.find(({ msg }) => msg === 'ready')).toMatchObject({
      articles: 30,
      pages: 21,
      sources: 16,
      guilds: 1,
    });
    expect(suite.standIn.presence).toMatchObject({
      status: 'online',
      activities: [{ state: '30 articles · /ask' }],
    });
  });
});

describe('/ask', () => {
  it('acknowledges, then shows quotes with title, source, date, place and link', async () => {
    const asked = await suite.ask('How much is the adult single?');
    expect(asked).toMatchObject({ isDeferred: true, isEphemeral: false, refusals: [] });
    expect(textOf(asked)).toMatch(
      /^-# 💬 How much is the adult single\?\n> \*\*An adult single will go up from £4\.20/,
    );
    expect(textOf(asked)).toContain('(<https://harbour-courier.example/2025/03/ferry-fares>)');
    expect(textOf(asked)).toContain(
      '-# The Harbour Courier · <t:1741089600:D> · harbour-courier-2025-03-04-ferry-fares.md, line 12',
    );
    expect(textOf(asked)).toContain('This article was corrected on <t:1741348800:D>');
    expect(textOf(asked)).toContain('Newest article quoted: <t:1741348800:D>, <t:1741348800:R>');
  });

  it('keeps to the period, the source and the language asked for, and answers in the reader’s language', async () => {
    const options = {
      since: '2024-11',
      until: '2024-11',
      source: 'la voz de valdorquín',
      language: 'español',
    };
    const asked = await suite.ask('¿Cuántas viviendas dañó la crecida?', options, {
      locale: Locale.SpanishES,
    });
    const lines = textOf(asked).match(/^-# La Voz de Valdorquín · <t:1730894400:D>.+línea \d+$/gmu);
    expect(lines).toHaveLength(3);
    expect(textOf(asked)).toContain('El agua dañó **74** viviendas');
    expect(labelsOf(asked.message)).toContain('Leer el artículo');
  });

  it('shows an answer to the asker alone with private', async () => {
    const asked = await suite.ask('When do the ferry fares rise?', { private: true });
    expect(privateText(asked)).toContain('on 7 April');
    expect(labelsOf(asked.message)).toContain('Share');
  });

  it.each([
    ['since', 'nonsense', 'I cannot read “nonsense” as a day'],
    ['source', 'Nobody’s Post', 'There are no articles from “Nobody’s Post”'],
    ['language', 'Klingon', 'There are no articles in “Klingon”'],
  ])('tells the asker alone what is wrong with %s', async (option, value, said) => {
    const asked = await suite.ask('What happened?', { [option]: value });
    expect(privateText(asked)).toContain(said);
    expect(asked.isDeleted).toBe(true);
  });

  it('tells the asker alone that there is no question in signs', async () => {
    expect(privateText(await suite.ask('？！ …'))).toContain('There is no question in this');
  });

  it('suggests sources and languages, in the reader’s language', async () => {
    const options = { question: 'x', source: 'har' };
    expect(await suite.suggestions('ask', { options, focused: 'source' })).toEqual(['The Harbour Courier']);
    const typed = { options: { question: 'x', language: '西班牙' }, focused: 'language' };
    expect(await suite.suggestions('ask', { ...typed, from: { locale: Locale.ChineseCN } })).toEqual([
      '西班牙语 (español)',
    ]);
    const none = { options: { question: 'x', source: '%_*' }, focused: 'source' };
    expect(await suite.suggestions('ask', none)).toEqual([]);
  });
});

describe('the buttons under an answer', () => {
  it('turn the quotes in place where only the asker sees them, and below for others', async () => {
    const from = { user: suite.person() };
    const hidden = await suite.ask('How much is the adult single?', { private: true }, from);
    const first = textOf(hidden);
    const turned = await press(hidden.message, 'more', from);
    expect(turned).toMatchObject({ callbackType: 6, refusals: [] });
    expect(turned.message?.id).toBe(hidden.message?.id);
    expect(textOf(turned)).toMatch(/Quotes? 4/);
    const back = await press(turned.message, /^more:.+:0$/, from);
    expect(textOf(back).split('\n')[1]).toBe(first.split('\n')[1]);

    const open = await suite.ask('How much is the adult single?');
    const others = await press(open.message, 'more', { user: suite.person() });
    expect(others).toMatchObject({ callbackType: 5, isEphemeral: true });
    expect(textOf(others)).toMatch(/Quotes? 4/);
    expect(textOfMessage(suite.standIn.findMessage(String(open.message?.id)))).toBe(textOf(open));
  });

  it('show a quote in its surroundings, open the article, and turn its pages', async () => {
    const asked = await suite.ask('When do the ferry fares rise?');
    const around = await press(asked.message, /^context:wnp/);
    expect(privateText(around)).toContain('The quote, in bold, with what stands around it');
    expect(privateText(around)).toContain('**Passengers on the Brackenport–Skell Island ferry');
    const article = await press(around.message, 'read');
    expect(privateText(article)).toMatch(
      /ferry fares to rise for first time in six years.+By Nessa Tolliver/s,
    );
  });

  it('turn the pages of a long article in place', async () => {
    const asked = await suite.ask('How long has Ottiline Brask kept the light at Skell Point?');
    const article = await press(asked.message, 'read');
    expect(privateText(article)).toContain('Page 1 of 2');
    const next = await press(article.message, 'turn');
    expect(next.message?.id).toBe(article.message?.id);
    expect(textOf(next)).toMatch(/The diary goes to the museum.+Page 2 of 2/s);
    expect(textOf(await press(next.message, 'turn'))).toContain('Page 1 of 2');
  });

  it('take praise, and by a form what is wrong', async () => {
    const asked = await suite.ask('When do the ferry fares rise?');
    expect(privateText(await press(asked.message, 'helpful'))).toContain('Thank you');
    const form = await press(asked.message, 'wrong');
    expect(form).toMatchObject({ callbackType: 9, modal: { title: 'What is wrong?' } });
    if (form.modal === undefined || asked.message === undefined) throw new Error('no form');
    const sent = suite.standIn.build.modal(form.modal, { reason: 'outdated' }, { message: asked.message });
    expect(privateText(await suite.answerTo(sent))).toContain('Thank you');
  });

  it('say so to the presser alone where they are forged or forgotten', async () => {
    const asked = await suite.ask('When do the ferry fares rise?');
    if (asked.message === undefined) throw new Error('no answer');
    for (const id of [
      'more:AAAAAAAAAAA:3',
      'nonsense',
      'context:../../etc:0:1',
      'share:AAAAAAAAAAA',
      'more:x:-1',
    ])
      expect(
        privateText(await suite.answerTo(suite.standIn.build.button(asked.message, id, { isForged: true }))),
      ).toContain('This button no longer works');
    const unknown = suite.standIn.build.select(asked.message, 'open', {
      values: ['zzzzzzzzzzzz'],
      isForged: true,
    });
    expect(privateText(await suite.answerTo(unknown))).toContain('There is no such article');
  });
});

describe('/latest, /article, /sources, /help and /privacy', () => {
  it('list the newest articles, page by page, and open one', async () => {
    const from = { user: suite.person() };
    const latest = await suite.command('latest', { from });
    expect(textOf(latest)).toMatch(/^\*\*Newest articles · Page 1\*\*\n\*\*راعٍ يعثر/);
    expect(choicesOf(latest.message)).toHaveLength(10);
    const second = await press(latest.message, /^latest:1:/, from);
    expect(second.message?.id).toBe(latest.message?.id);
    expect(textOf(second)).toContain('Page 2');
    const opened = await suite.choose(second.message, 'open', [
      text(choicesOf(second.message)[0]?.['value']),
    ]);
    expect(privateText(opened)).toContain(text(choicesOf(second.message)[0]?.['label']).slice(0, 20));
  });

  it('list those of a source, or about a topic', async () => {
    const own = await suite.command('latest', { options: { source: 'El Faro Serrano' } });
    expect(textOf(own).match(/^-# /gmu)).toHaveLength(1);
    const fire = await suite.command('latest', {
      options: { topic: 'a fire in a cold store', source: 'Seaward Post' },
    });
    expect(textOf(fire)).toContain('Cold-store blaze at Lanpu port');
    const typed = { options: { source: '汐' }, focused: 'source' };
    expect((await suite.suggestions('latest', typed)).sort()).toEqual(['汐嶼時報', '汐根新聞'].sort());
  });

  it('find articles by their words, and show one that was chosen while typing', async () => {
    const found = await suite.command('article', { subcommand: 'find', options: { words: 'ferry fares' } });
    expect(choicesOf(found.message)).toHaveLength(2);
    const typed = { subcommand: 'show', options: { article: '轻轨' }, focused: 'article' };
    const { choices = [] } = await suite.answerTo(suite.standIn.build.autocomplete('article', typed));
    expect(choices[0]?.['name']).toBe('岚浦跨海轻轨3月8日开通 全程票价6元 · 岚浦日报 · 2025-02-20');
    const shown = await suite.command('article', {
      subcommand: 'show',
      options: { article: text(choices[0]?.['value']) },
    });
    expect(textOf(shown)).toContain('线路全长23.7公里');
    const missing = await suite.command('article', { subcommand: 'show', options: { article: 'qqqqq' } });
    expect(privateText(missing)).toContain('There is no such article');
  });

  it('say what there is, what can be asked and what is stored', async () => {
    expect(textOf(await suite.command('sources'))).toContain('**汐嶼時報**\n-# 1 article · Chinese');
    expect(privateText(await suite.command('help'))).toContain('30 articles of 16 sources');
    expect(privateText(await suite.command('privacy'))).toContain('no question and no message is stored');
  });
});

it('opens one of the nearest articles where nothing answers', async () => {
  const options = { source: 'Seaward Post', since: '1999', until: '1999' };
  const asked = await suite.ask('Who won the election?', options);
  expect(textOf(asked)).toContain('The articles do not answer this.');
  expect(controlOf({ components: shownBy(await suite.command('latest'))?.components }, 'open')).toBe('open');
});

it('sends nothing that Discord would refuse', () => expectClean(suite));
