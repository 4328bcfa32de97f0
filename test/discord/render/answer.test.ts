import { describe, expect, it } from 'vitest';
import type { NearArticle } from '../../../src/answer/answer.ts';
import { localeIds, messagesOf } from '../../../src/discord/messages/locales.ts';
import {
  questionIn,
  quotesPerPage,
  renderNotFound,
  renderQuotes,
  sharerIn,
} from '../../../src/discord/render/answer.ts';
import { renderFeedbackForm } from '../../../src/discord/render/feedback-form.ts';
import { renderNotice } from '../../../src/discord/render/notice.ts';
import { checkMessage } from '../../support/discord/rules/message-rules.ts';
import { hostileTexts, seenWords } from '../support/hostile-texts.ts';
import { expectSendable, idOf, idsOf, labelsOf, optionsOf, textOfPayload } from '../support/read-payload.ts';
import { makeNote, makeQuote, makeView } from '../support/views.ts';

const words = [
  'The ferry sails on Monday.',
  '青崖大桥昨天正式通车。',
  'يضم السوق أربعين متجرا.',
  'ตลาดเปิดแล้ว',
  '👩‍👩‍👧 won.',
];
/** Nine quotes in five scripts, each of its own article. */
const nine = Array.from({ length: 9 }, (_, at) =>
  makeQuote(`${at}: ${words[at % words.length] ?? ''}`, undefined, { articleId: `article-${at}` }),
);

describe('renderQuotes', () => {
  it('shows three of nine quotes with what can be done next', () => {
    const payload = renderQuotes(makeView(nine.slice(0, 3), { quoteCount: 9 }));
    expectSendable(payload);
    const text = textOfPayload(payload);
    expect(text).toContain('-# 💬 When does the ferry sail?');
    expect(text).toContain('Newest article quoted: <t:1741089600:D>, <t:1741089600:R>');
    expect(labelsOf(payload)).toEqual([
      ...Array<string>(3).fill('Show in article'),
      'More quotes',
      'Read article',
      'Helpful',
      'Wrong',
    ]);
    expect(idOf(payload, 'more')).toBe('more:abcdefghijk:3');
  });

  it('turns its pages', () => {
    const page = (from: number) =>
      renderQuotes(makeView(nine.slice(from, from + quotesPerPage), { from, quoteCount: 9 }));
    expect(labelsOf(page(3)).slice(3)).toEqual(['Back', 'Next']);
    expect(labelsOf(page(6)).slice(3)).toEqual(['Back']);
    expect(textOfPayload(page(3))).toContain('Quotes 4–6 of 9');
    expect(idsOf(page(6)).at(-1)).toBe('more:abcdefghijk:3');
  });

  it.each([
    ['private: the asker may share it', true, true],
    ['for everybody: it is shared already', false, false],
  ])('%s', (_, isPrivate, hasShare) => {
    const payload = renderQuotes(makeView(nine.slice(0, 1), { isPrivate }));
    expect(labelsOf(payload).includes('Share')).toBe(hasShare);
  });

  it('says who shared it, and no one is pinged', () => {
    const payload = renderQuotes(makeView(nine.slice(0, 1), { sharedBy: '<@123456789012345678>' }));
    expect(textOfPayload(payload)).toContain('Shared by <@123456789012345678>');
    expectSendable(payload);
  });

  it('says what it is limited to, that it is not sure, what is withheld and what was withdrawn', () => {
    const payload = renderQuotes(
      makeView(nine.slice(0, 1), {
        isUncertain: true,
        period: { phrase: '上周*', from: '2025-03-03' },
        withheld: ['A [x]', 'B', 'C'].map((title) => ({ reason: 'page-changed', title, file: '/f' })),
        withdrawnCount: 1,
        notes: new Map([['article-0', [makeNote('one'), makeNote('two'), makeNote('three')]]]),
      }),
    );
    const text = textOfPayload(payload);
    expect(text).toContain('Only articles since <t:1741003200:D> (“上周\\*”).');
    expect(text).toContain('Not sure that this answers');
    expect(text.match(/is withheld/g)).toHaveLength(2);
    expect(text).toContain('“A \\[x\\]” is withheld');
    expect(text).toContain('its article was withdrawn');
    expect(text.match(/Moderators’ note/g)).toHaveLength(2);
    expectSendable(payload);
  });

  it('sets what outlets differ about side by side, and no markup of theirs works', () => {
    const differing = [
      { quote: 0, text: '74', source: 'La *Voz*' },
      { quote: 1, text: '9_1', source: 'El Faro' },
    ];
    const payload = renderQuotes(makeView(nine.slice(0, 2), { differing }));
    expect(textOfPayload(payload)).toContain(
      '⚖️ The outlets differ: **74** (La \\*Voz\\*) · **9\\_1** (El Faro)',
    );
    expectSendable(payload);
  });

  it('says that all was withdrawn where no quote is left', () => {
    const payload = renderQuotes(makeView([], { withdrawnCount: 3, newestOn: null, quoteCount: 0 }));
    expectSendable(payload);
    expect(textOfPayload(payload)).toContain('its article was withdrawn');
    expect(idsOf(payload)).toEqual([]);
  });

  it('shows fewer quotes where they are long, and goes on after them', () => {
    const long = '岚浦港北港区一处冷库发生火灾，消防车赶赴现场。'.repeat(28);
    const quotes = [0, 1, 2].map((at) => makeQuote('*'.repeat(at) + long, '冷库', { articleId: `a-${at}` }));
    const marks = quotes.map((quote) => ({ ...quote, text: quote.text.replaceAll('，', '*|`') }));
    const urls = marks.map((quote) => ({ ...quote, url: `https://a.example/${'a'.repeat(480)}` }));
    const payload = renderQuotes(makeView(urls, { quoteCount: 9 }));
    expectSendable(payload);
    expect(labelsOf(payload).filter((label) => label === 'Show in article')).toHaveLength(2);
    expect(idOf(payload, 'more')).toBe('more:abcdefghijk:2');
  });

  it.each(localeIds)('fits with everything as long as can be, in %s', (locale) => {
    const long = '*_|`'.repeat(1000);
    const url = `https://a.example/${'a'.repeat(490)}`;
    const related = { articleId: 'x', title: long, source: long, publishedOn: '2025-03-04', url };
    const alsoIn = ['a', 'b', 'c', 'd', 'e'].map((each) => ({ ...related, source: each + long }));
    const facts = {
      title: long,
      source: long,
      file: long,
      url,
      alsoIn,
      corrections: [related, related, related],
    };
    const quotes = [0, 1, 2].map((at) => ({ ...makeQuote(long, long, facts), articleId: `a-${at}` }));
    const notes = [makeNote(long), makeNote(long), makeNote(long)];
    const view = makeView(quotes, {
      messages: messagesOf(locale),
      question: long,
      from: 0,
      quoteCount: 9,
      isUncertain: true,
      period: { phrase: long, from: '2025-03-03' },
      withheld: [1, 2, 3].map(() => ({ reason: 'page-changed', title: long, file: long })),
      withdrawnCount: 2,
      notes: new Map(quotes.map(({ articleId }) => [articleId, notes])),
      isPrivate: true,
      sharedBy: '<@12345678901234567890>',
    });
    expectSendable(renderQuotes(view));
    expectSendable(renderQuotes({ ...view, from: 3 }));
  });
});

describe('the question of an answer', () => {
  it.each(hostileTexts)('is shown inert and read back from the message: %s', (_, question) => {
    const payload = renderQuotes(makeView(nine.slice(0, 1), { question }));
    expectSendable(payload);
    expect(questionIn(payload.components)).toBe(seenWords(question).trim());
  });

  it('stays the same when a page is turned, however often', () => {
    const ask = (question: string | null): string | null =>
      questionIn(renderQuotes(makeView(nine.slice(0, 1), { question })).components);
    const once = ask('哪座大桥*通车了？ '.repeat(90));
    expect(once?.endsWith('…')).toBe(true);
    expect(ask(once)).toBe(once);
  });

  it('is null where there is none', () => {
    expect(questionIn(renderQuotes(makeView(nine, { question: null })).components)).toBeNull();
    expect(questionIn(renderNotice('Hello.').components)).toBeNull();
    expect(questionIn([])).toBeNull();
    expect(
      questionIn([null, 'x', { type: 10, id: 1 }, { type: 10, id: 1, content: 'Not a question.' }]),
    ).toBeNull();
  });
});

describe('who shared an answer', () => {
  it('is read back from the message, whatever articles and people write', () => {
    const view = makeView(
      hostileTexts.slice(0, 3).map(([, text]) => makeQuote(`${text} <@1>`)),
      { question: '<@12345678901234567> @everyone' },
    );
    expect(sharerIn(renderQuotes(view).components)).toBeNull();
    const shared = renderQuotes({ ...view, sharedBy: '<@80351110224678912>' });
    expect(sharerIn(shared.components)).toBe('<@80351110224678912>');
    expect(sharerIn([])).toBeNull();
  });
});

describe('renderNotFound', () => {
  const near = (titles: readonly string[]): NearArticle[] =>
    titles.map((title, at) => ({ articleId: `a-${at}`, title, source: 'S', publishedOn: null }));

  it.each(localeIds)('says so and offers the nearest articles, in %s', (locale) => {
    const payload = renderNotFound(near(['Ferry', '大桥', '']), messagesOf(locale), '@everyone?');
    expectSendable(payload);
    expect(optionsOf(payload).map(({ value }) => value)).toEqual(['a-0', 'a-1', 'a-2']);
    expect(textOfPayload(payload)).toContain(messagesOf(locale).answer.notFound);
  });

  it('offers nothing where nothing is near', () => {
    const payload = renderNotFound(near([]), messagesOf('en'), null);
    expectSendable(payload);
    expect(idsOf(payload)).toEqual([]);
  });
});

describe('the form for feedback', () => {
  it.each(localeIds)("keeps to Discord's lengths in %s", (locale) => {
    const { title, components, custom_id: id } = renderFeedbackForm('abcdefghijk', messagesOf(locale));
    expect(title.length).toBeLessThanOrEqual(45);
    expect(id).toBe('wrong:abcdefghijk');
    const payload = { components: JSON.parse(JSON.stringify(components)) as unknown, flags: 1 << 15 };
    const findings = checkMessage({ payload: { ...payload, allowed_mentions: { parse: [] } }, fileCount: 0 });
    expect(findings.filter(({ isRefused }) => isRefused)).toEqual([]);
  });
});
