import { describe, expect, it } from 'vitest';
import { localeIds, messagesOf } from '../../../src/discord/messages/locales.ts';
import {
  paginate,
  renderArticle,
  renderArticleList,
  renderContext,
} from '../../../src/discord/render/article.ts';
import { hostileTexts, seenWords } from '../support/hostile-texts.ts';
import { marksIn, readMarkdown, shownWords } from '../support/discord-markdown.ts';
import {
  expectSendable,
  idsOf,
  labelsOf,
  optionsOf,
  textOfPayload,
  textsOf,
} from '../support/read-payload.ts';
import { makeNote, makeReadable } from '../support/views.ts';

const messages = messagesOf('en');
const plain = { messages, notes: [] };

const paragraph = 'The harbour board voted on Monday. Fares rise in May, it said. ';
const bodies: readonly (readonly [string, string])[] = [
  ['a short one', 'One sentence.'],
  [
    'many paragraphs',
    Array.from({ length: 40 }, (_, at) => `${at}. ${paragraph.repeat(3)}`.trim()).join('\n\n'),
  ],
  ['one line of English', paragraph.repeat(300)],
  ['one line of Chinese', '岚浦港北港区一处冷库发生火灾。消防车赶赴现场，'.repeat(300)],
  ['one line without an end', '天'.repeat(9000)],
  ['one line of Thai', 'ตลาดเก่าแก่ที่สุดกำลังเปิด'.repeat(300)],
  ['families and flags', '👩‍👩‍👧🇨🇳'.repeat(300)],
  ['nothing but marks', '*_~`|<>[]#@'.repeat(500)],
  ['paragraphs far apart', `One.${'\n'.repeat(40)}Two.${' '.repeat(3000)}Three.`],
];

describe('paginate', () => {
  it.each(bodies)('leaves out only white space between pages: %s', (_, body) => {
    const pages = paginate(body);
    let at = 0;
    for (const { start, end } of pages) {
      expect(start).toBeGreaterThanOrEqual(at);
      expect(body.slice(at, start)).toMatch(/^\s*$/);
      expect(end).toBeGreaterThan(start);
      expect(end - start).toBeLessThanOrEqual(1500);
      at = end;
    }
    expect(body.slice(at)).toMatch(/^\s*$/);
  });

  it.each(bodies)('cuts no grapheme: %s', (_, body) => {
    const segments = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(body);
    for (const { start, end } of paginate(body)) {
      expect(segments.containing(start)?.index).toBe(start);
      if (end < body.length) expect(segments.containing(end)?.index).toBe(end);
    }
  });

  it('makes one empty page of nothing, and turns at a paragraph where one ends near', () => {
    expect(paginate('')).toEqual([{ start: 0, end: 0 }]);
    const body = `${'a '.repeat(500)}.\n\n${'b '.repeat(500)}.`;
    expect(paginate(body).map(({ start }) => body.charAt(start))).toEqual(['a', 'b']);
  });

  it('makes no tiny page of a short sentence before a long one', () => {
    const [first] = paginate(`Dr. X said so. ${'word '.repeat(900)}`);
    expect(first?.end).toBeGreaterThan(400);
  });
});

describe('renderArticle', () => {
  it.each(bodies)('shows the words of every page as they stand: %s', (_, body) => {
    const article = makeReadable(body);
    for (const [page, { start, end }] of paginate(body).entries()) {
      const payload = renderArticle(article, page, plain);
      expectSendable(payload);
      const words = textsOf(payload)[1] ?? '';
      expect(shownWords(words).replace(/\s+/g, ' ').trim()).toBe(
        body.slice(start, end).replace(/\s+/g, ' ').trim() || '—',
      );
    }
  });

  it('turns forth and back, and shows the last page for one that is none', () => {
    const article = makeReadable(paragraph.repeat(100));
    const last = paginate(article.body).length - 1;
    expect(labelsOf(renderArticle(article, 0, plain))).toEqual(['Next']);
    expect(labelsOf(renderArticle(article, 1, plain))).toEqual(['Back', 'Next']);
    expect(labelsOf(renderArticle(article, last, plain))).toEqual(['Back']);
    expect(renderArticle(article, 999, plain)).toEqual(renderArticle(article, last, plain));
  });

  it.each(['', '\u200b\u2066', '   '])('shows an article without words: %j', (body) => {
    const payload = renderArticle(makeReadable(body), 0, plain);
    expectSendable(payload);
    expect(textsOf(payload)[1]).toBe('—');
  });

  it.each(localeIds)('fits with everything as long as can be, in %s', (locale) => {
    const long = '*_|'.repeat(300);
    const url = `https://a.example/${'a'.repeat(490)}`;
    const related = { articleId: 'x', title: long, source: long, publishedOn: '2025-03-04', url };
    const facts = {
      title: long,
      kicker: long,
      subtitle: long,
      source: long,
      place: long,
      agency: long,
      url,
      page: long,
      authors: [long, long, long, long, long, long],
      corrections: [related, related, related],
    };
    const notes = [makeNote(long), makeNote(long), makeNote(long)];
    const article = makeReadable(long.repeat(3), facts);
    expectSendable(renderArticle(article, 0, { messages: messagesOf(locale), notes }));
    for (const quote of [
      { start: 0, end: 9 },
      { start: 900, end: 1800 },
      { start: 0, end: 2700 },
    ])
      expectSendable(renderContext(article, quote, { messages: messagesOf(locale), notes }));
  });

  it.each(hostileTexts)('shows %s in every fact as it is written', (_, text) => {
    const facts = {
      title: text,
      kicker: text,
      subtitle: text,
      source: text,
      place: text,
      agency: text,
      page: text,
    };
    const payload = renderArticle(makeReadable(text, { ...facts, authors: [text] }), 0, plain);
    expectSendable(payload);
    expect(shownWords(textsOf(payload)[1] ?? '').trim()).toBe(
      text
        .split(/\n{2,}/)
        .map(seenWords)
        .join('\n\n')
        .trim(),
    );
  });
});

describe('renderContext', () => {
  const body = `${paragraph.repeat(20).trim()}\n\nThe quote stands here. It goes on.\n\n${paragraph.repeat(20).trim()}`;
  const inner = { start: body.indexOf('The quote'), end: body.indexOf(' It goes') };

  it.each([
    ['at the start', { start: 0, end: 34 }, false, true],
    ['in the middle', inner, true, true],
    ['at the end', { start: body.length - 28, end: body.length }, true, false],
    ['across paragraphs', { start: inner.start - 40, end: inner.end + 40 }, true, true],
    ['that is everything', { start: 0, end: body.length }, false, true],
  ])('shows a quote %s in bold, whole, with closed marks', (_, quote, isCutBefore, isCutAfter) => {
    const payload = renderContext(makeReadable(body), quote, plain);
    expectSendable(payload);
    const text = textsOf(payload)[1] ?? '';
    expect(text.split('**').length % 2).toBe(1);
    expect([text.startsWith('[…]'), text.endsWith('[…]')]).toEqual([isCutBefore, isCutAfter]);
    const read = readMarkdown(text);
    const bold = read.filter(({ marks }) => marks.includes('strong')).map((each) => each.text);
    const quoted = body.slice(quote.start, quote.end);
    expect(squeeze(quoted).startsWith(squeeze(bold.join('')))).toBe(true);
    expect(squeeze(body)).toContain(squeeze(shownWords(text).replaceAll('[…]', '')));
  });

  it.each([
    ['marks', '**a** [b](c) `d` '.repeat(200)],
    ['Chinese', '冷库发生火灾。'.repeat(500)],
    ['flags', '🇨🇳🇪🇸'.repeat(600)],
    ['Arabic', 'يضم السوق أربعين متجرا. '.repeat(150)],
  ])('keeps its marks closed wherever the quote stands: %s', (_, text) => {
    for (let start = 0; start < text.length - 40; start += 803) {
      const payload = renderContext(makeReadable(text), { start, end: start + 33 }, plain);
      expectSendable(payload);
      expect(marksIn(textsOf(payload)[1] ?? '')).toEqual(['strong']);
    }
  });

  it('takes forged places for what they are', () => {
    const places = [
      { start: body.length - 1, end: body.length },
      { start: body.indexOf('\n\n'), end: body.indexOf('\n\n') + 2 },
    ];
    for (const quote of places) expectSendable(renderContext(makeReadable(body), quote, plain));
  });

  it('leads to the page on which the quote begins', () => {
    const payload = renderContext(makeReadable(body), { start: body.length - 28, end: body.length }, plain);
    expect(idsOf(payload)).toEqual([`read:ferry-0304:${paginate(body).length - 1}`]);
  });
});

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

describe('renderArticleList', () => {
  const summary = (articleId: string, title: string, source = 'Harbour Courier') => ({
    articleId,
    title,
    source,
    publishedOn: '2025-03-04',
    language: 'en',
  });

  it('says so where there is none', () => {
    const payload = renderArticleList('Newest articles', [], { messages });
    expectSendable(payload);
    expect(textOfPayload(payload)).toBe('**Newest articles**\nThere is no such article.');
  });

  it.each([
    ['hostile', hostileTexts.slice(0, 10).map(([, text]) => text)],
    ['empty or invisible', ['', '\u200b', ' ', 'ok']],
    ['long and full of marks', Array.from({ length: 10 }, () => '*|_'.repeat(200))],
    ['more than a list holds', Array.from({ length: 40 }, (_, at) => `Title ${at}`)],
  ])('offers titles that are %s', (_, titles) => {
    const articles = titles.map((title, at) => summary(`id-${at}`, title, title.slice(0, 90) || 'x'));
    const payload = renderArticleList('Found', articles.slice(0, 30), { messages });
    expectSendable(payload);
    expect(optionsOf(payload).every(({ label }) => label !== '')).toBe(true);
  });
});
