import { describe, expect, it } from 'vitest';
import { keyOf, linkTitle, renderQuote } from '../../../src/discord/render/quote.ts';
import { messagesOf } from '../../../src/discord/messages/locales.ts';
import { randomText, seededRandom } from '../../text/random-text.ts';
import { linksIn, marksIn, readMarkdown, shownWords } from '../support/discord-markdown.ts';
import { hostileTexts, seenWords } from '../support/hostile-texts.ts';
import { makeNote, makeQuote } from '../support/views.ts';

const en = messagesOf('en');
const render = (quote: ReturnType<typeof makeQuote>): string => renderQuote(quote, en, { notes: [] });

/** The words of a rendered quote as Discord shows them. */
function quotedWords(rendered: string): string {
  const [first = ''] = rendered.split('\n');
  expect(first.startsWith('> ')).toBe(true);
  return shownWords(first.slice(2));
}

function boldWords(rendered: string): string {
  const [first = ''] = rendered.split('\n');
  const bold = readMarkdown(first.slice(2)).filter(({ marks }) => marks.includes('strong'));
  return bold.map(({ text }) => text).join('');
}

describe('the words of a quote', () => {
  it.each([
    ['English', 'The old ferry sails again on Monday.', 'on Monday'],
    ['Chinese', '青崖大桥昨天正式通车。大桥全长三百二十米。', '三百二十米'],
    ['Arabic', 'يضم السوق أربعين متجرا.', 'أربعين متجرا'],
    ['Thai', 'ตลาดเปิดแล้วเมื่อวานนี้', 'เมื่อวานนี้'],
    ['emoji', 'Fans wrote 👩‍👩‍👧🇨🇳 for hours.', '👩‍👩‍👧🇨🇳'],
    ['the whole of it', '一共583万元。', '一共583万元。'],
    ['marks', 'It read “**URGENT** ||now||” *twice*.', '**URGENT**'],
  ])('are shown as they stand, the answering part in bold: %s', (_, text, highlighted) => {
    const rendered = render(makeQuote(text, highlighted));
    expect(quotedWords(rendered)).toBe(text);
    expect(boldWords(rendered)).toBe(highlighted);
  });

  it.each(hostileTexts)('are inert and all there: %s', (_, text) => {
    for (const highlighted of [text, text.slice(0, text.length >> 1), text.slice(text.length >> 1)]) {
      const rendered = render(makeQuote(text, highlighted));
      expect(quotedWords(rendered)).toBe(quotedAsShown(text, highlighted));
      const [first = ''] = rendered.split('\n');
      expect(marksIn(first).filter((mark) => mark !== 'strong' && mark !== 'blockQuote')).toEqual([]);
    }
  });

  it('have no bold where nothing is highlighted, and no space at the edges of bold', () => {
    expect(render(makeQuote('All of it.', '')).split('\n')[0]).toBe('> All of it.');
    expect(render(makeQuote('It is  so. ', '  so. ')).split('\n')[0]).toBe('> It is **so.** ');
    expect(render(makeQuote('It is  so.', '  ')).split('\n')[0]).toBe('> It is so.');
  });
});

/** A highlight may part a pair of units, each half of which is then shown as what it is. */
function quotedAsShown(text: string, highlighted: string): string {
  const at = text.indexOf(highlighted);
  const parts = [text.slice(0, at), highlighted, text.slice(at + highlighted.length)];
  return parts.map(seenWords).join('').replace(/ {2}/g, ' ');
}

describe('a quote that is too long', () => {
  const sentence = 'The harbour board voted on Monday for the first increase in six years. ';
  const chinese = '岚浦港北港区一处冷库发生火灾，消防救援支队调集消防车赶赴现场。';

  it.each([
    ['English', sentence.repeat(40), 'increase'],
    ['Chinese', chinese.repeat(60), '冷库'],
    ['no spaces', '天'.repeat(3000), '天天'],
    ['marks that double', '*'.repeat(3000), '**'],
    ['marks and words', `a_b*c ${'||x|| `y` '.repeat(400)}`, '`y`'],
    ['emoji', '👩‍👩‍👧'.repeat(400), '👩‍👩‍👧'],
    ['combining marks', 'e\u0301'.repeat(2000), 'e\u0301'],
  ])('shows a stretch of it, marks the cuts, and stays short: %s', (_, text, highlighted) => {
    for (const at of [
      text.indexOf(highlighted),
      text.indexOf(highlighted, text.length >> 1),
      text.lastIndexOf(highlighted),
    ]) {
      const quote = { ...makeQuote(text), highlight: { start: at, end: at + highlighted.length } };
      const rendered = render(quote);
      const words = quotedWords(rendered);
      const stretch = words.replace(/^\[…\] /, '').replace(/ \[…\]$/, '');
      expect(text).toContain(stretch);
      expect(words.startsWith('[…] ')).toBe(at > 400);
      expect(words.endsWith(' […]')).toBe(at < text.length - 400);
      expect(boldWords(rendered)).toBe(highlighted);
      expect(rendered.split('\n')[0]?.length).toBeLessThanOrEqual(920);
    }
  });

  it('shows the beginning of an answering part that is itself too long', () => {
    const text = `Before. ${sentence.repeat(40)}`;
    const rendered = render(makeQuote(text, sentence.repeat(40)));
    expect(boldWords(rendered).startsWith('The harbour board')).toBe(true);
    expect(quotedWords(rendered)).toMatch(/ \[…\]$/);
  });

  it('is a stretch of the article whatever it is and wherever it answers', () => {
    const random = seededRandom(3);
    for (let round = 0; round < 300; round++) {
      const text = randomText(random, 1600).replace(/\s+/gu, ' ').trim().toWellFormed();
      const from = Math.floor(random() * text.length);
      const start = text.slice(from).search(/[a-e]/) + from;
      if (start < from) continue;
      const rendered = render({ ...makeQuote(text), highlight: { start, end: start + 1 } });
      const stretch = quotedWords(rendered)
        .replace(/^\[…\] /, '')
        .replace(/ \[…\]$/, '');
      expect(seenWords(text)).toContain(stretch.trim());
    }
  });
});

describe('what stands under a quote', () => {
  it('names title, source, day, file and lines', () => {
    const [, title, place] = render(makeQuote('Words.')).split('\n');
    expect(title).toBe('[**Ferry returns**](<https://harbour.example/ferry>)');
    expect(place).toBe('-# Harbour Courier · <t:1741089600:D> · ferry.md, lines 3–4');
  });

  it('names only the file, wherever it lies, and no day where there is none', () => {
    const rendered = render(
      makeQuote('Words.', 'Words.', { file: 'C:\\corpus\\zh\\桥.md', publishedOn: null, url: null }),
    );
    expect(rendered.split('\n').slice(1)).toEqual([
      '**Ferry returns**',
      '-# Harbour Courier · 桥.md, lines 3–4',
    ]);
  });

  it('names other outlets once each, four at most, and corrections and notes', () => {
    const related = (source: string, title = 'T') => ({
      articleId: source,
      title,
      source,
      publishedOn: null,
      url: null,
    });
    const quote = makeQuote('Words.', 'Words.', {
      alsoIn: ['A', 'B', 'A', 'C', 'D', 'E'].map((source) => related(source)),
      corrections: ['one', 'two', 'three'].map((title) => ({
        ...related('A', title),
        publishedOn: '2025-03-07',
      })),
    });
    const rendered = renderQuote(quote, en, { notes: [makeNote('Wrong *price*.')] });
    expect(rendered).toContain('Also in: A, B, C, D, …');
    expect(rendered.match(/was corrected on <t:\d+:D>: (one|two|three)/g)).toHaveLength(2);
    expect(rendered).toContain('Moderators’ note: Wrong \\*price\\*.');
  });
});

describe('linkTitle', () => {
  it.each(hostileTexts)('is one bold link to the article and nowhere else: %s', (_, text) => {
    const title = linkTitle(text, 'https://harbour.example/ferry');
    if (seenWords(text).trim() === '') return;
    expect(marksIn(title).sort()).toEqual(['link', 'strong']);
    expect(new Set(linksIn(title))).toEqual(new Set(['https://harbour.example/ferry']));
  });

  it.each([
    ['a bracket that closes too early', 'x](http://evil.example) ['],
    ['a bracket that opens', '[Video: the ferry sails'],
    ['a bracket that closes', 'Ferry sails] again'],
    ['two links', '[a](http://evil.example) and [b](http://evil.example)'],
    ['Chinese brackets and others', '【视频】[组图] 大桥通车'],
  ])('is not broken by %s', (_, text) => {
    const title = linkTitle(text, 'https://harbour.example/ferry');
    expect(new Set(linksIn(title))).toEqual(new Set(['https://harbour.example/ferry']));
    expect(marksIn(title).sort()).toEqual(['link', 'strong']);
  });

  it.each([
    ['https://a.example/b(c)d', 'https://a.example/b%28c%29d'],
    ['https://a.example/b)[x](https://evil.example', 'https://a.example/b%29[x]%28https://evil.example'],
    ['https://a.example/路?q=<b>', 'https://a.example/%E8%B7%AF?q=%3Cb%3E'],
    ['https://a.example/*a*_b_||c||', 'https://a.example/*a*_b_||c||'],
  ])('leads to %s with its brackets written as codes', (url, address) => {
    expect(linksIn(linkTitle('T', url))[0]).toBe(address);
    expect(marksIn(linkTitle('T', url)).sort()).toEqual(['link', 'strong']);
  });

  it.each([
    ['javascript:alert(1)'],
    ['data:text/html,x'],
    ['file:///etc/passwd'],
    ['https://user:pass@bank.example/'],
    ['discord://-/channels/1'],
    ['not an address'],
    [`https://a.example/${'a'.repeat(500)}`],
    [`https://a.example/${'('.repeat(300)}`],
  ])('leads nowhere for %s', (url) => {
    expect(linkTitle('Title', url)).toBe('**Title**');
  });
});

describe('keyOf', () => {
  it('is short, the same for the same name, and another for another', () => {
    expect(keyOf('青崖日报')).toMatch(/^[\w-]{16}$/);
    expect(keyOf('青崖日报')).toBe(keyOf('青崖日报'));
    expect(keyOf('Harbour Courier')).not.toBe(keyOf('Harbour courier'));
  });
});
