import { describe, expect, it } from 'vitest';
import { escapeShort, escapeText, plainShort, unescapeText } from '../../../src/discord/render/escape.ts';
import { randomText, seededRandom } from '../../text/random-text.ts';
import { marksIn, shownWords } from '../support/discord-markdown.ts';
import { hostileTexts, seenWords } from '../support/hostile-texts.ts';

it('is tried on at least 60 hostile texts, each of another kind', () => {
  expect(new Set(hostileTexts.map(([what]) => what)).size).toBe(hostileTexts.length);
  expect(hostileTexts.length).toBeGreaterThanOrEqual(60);
});

describe('a text that is not escaped', () => {
  it.each([
    ['@everyone', 'everyone'],
    ['<@123456789012345678>', 'anyMention'],
    ['[a](https://b.example)', 'link'],
    ['# a', 'heading'],
    ['-# a', 'subtext'],
    ['> a', 'blockQuote'],
    ['- a', 'list'],
    ['||a||', 'spoiler'],
    ['`a`', 'inlineCode'],
    ['<a@b>', 'autoMail'],
    ['<id:customize>', 'navigation'],
    ['so :thumbsup: it is', 'shortcode'],
  ])('%j is read as %s by the parser of these tests', (text, mark) => {
    expect(marksIn(text)).toContain(mark);
  });
});

describe('escapeText', () => {
  it.each(hostileTexts)('shows %s as it is written', (_, text) => {
    const escaped = escapeText(text);
    expect(marksIn(escaped)).toEqual([]);
    expect(shownWords(escaped)).toBe(seenWords(text));
  });

  it.each(hostileTexts)(
    'leaves nothing of %s that the server would ping or that stands on a second line',
    (_, text) => {
      const escaped = escapeText(text);
      expect(escaped).not.toMatch(/<@|<#|\n/);
      expect(escaped.isWellFormed()).toBe(true);
    },
  );

  it.each(hostileTexts)('shows %s as it is written where it stands behind other words', (_, text) => {
    expect(marksIn(`before ${escapeText(text)} behind`)).toEqual([]);
    expect(marksIn(`**${escapeText(`a ${text} z`)}**`)).toEqual(['strong']);
  });

  it('keeps the joiners that words and emoji are written with', () => {
    expect(escapeText('می\u200cخواهم 👩‍👩‍👧 क्\u200dष')).toBe('می\u200cخواهم 👩‍👩‍👧 क्\u200dष');
  });

  it('changes nothing in plain prose', () => {
    for (const text of [
      '大桥全长三百二十米。',
      'Fares rise in May: £4.20, not £5 (yet).',
      'السوق مفتوح',
      'ตลาดเปิดแล้ว',
    ])
      expect(escapeText(text)).toBe(text);
  });
});

describe('unescapeText', () => {
  it.each(hostileTexts)('gives back %s', (_, text) => {
    expect(unescapeText(escapeText(text))).toBe(seenWords(text));
  });

  it('gives back random text of every script', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 2000; round++) {
      const text = `${randomText(random, 40)}${round % 3 === 0 ? ' 1. ' : '-'}${randomText(random, 20)}`;
      expect(unescapeText(escapeText(text))).toBe(seenWords(text));
    }
  });

  it('random text of every script is shown as it is written', () => {
    const random = seededRandom(11);
    for (let round = 0; round < 500; round++) {
      const marks = ['**', '||', '<@', '](', '`', '#', '@', '~~', '://'];
      const text = marks.map((mark) => randomText(random, 8) + mark).join('');
      expect(marksIn(escapeText(text))).toEqual([]);
      expect(shownWords(escapeText(text))).toBe(seenWords(text));
    }
  });
});

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Every text that some of the first graphemes make, the empty one too. */
function heads(text: string): Set<string> {
  return new Set([
    '',
    ...[...graphemes.segment(text)].map(({ index, segment }) => text.slice(0, index) + segment),
  ]);
}

const cutTexts: readonly (readonly [string, string])[] = [
  ['Chinese', '青崖大桥昨天正式通车，大桥全长三百二十米。'],
  ['English', 'The old ferry sails again on Monday, and fares rise in May.'],
  ['Arabic', 'فتحَ سوقُ نورانَ القديمُ أبوابَهُ أمسِ وضمَّ أربعينَ متجرًا'],
  ['Thai', 'กำลังเปิดตลาดที่เก่าแก่ที่สุดในเมืองนี้อีกครั้งหนึ่ง'],
  ['families', '👩‍👩‍👧'.repeat(12)],
  ['flags', '🇨🇳🇪🇸🇯🇵'.repeat(9)],
  ['skin', '👍🏽'.repeat(20)],
  ['combining marks', 'e\u0301'.repeat(40)],
  ['one endless grapheme', `Z${'\u0334'.repeat(90)}`],
  ['marks', '**||__<@[]>~~``'.repeat(9)],
];

describe('plainShort', () => {
  it.each(cutTexts)('keeps to every limit and cuts no grapheme: %s', (_, text) => {
    const whole = heads(text);
    for (let limit = 1; limit < 60; limit++) {
      const short = plainShort(text, limit);
      expect(short.length).toBeLessThanOrEqual(limit);
      if (short !== text) expect(whole).toContain(findHead(short, text));
    }
  });

  it('leaves what fits as it is, without what is not seen', () => {
    expect(plainShort('  青崖\u202e大桥\n通车 ', 20)).toBe('青崖大桥 通车');
    expect(plainShort('\u200b\u2066', 20)).toBe('');
  });
});

describe('escapeShort', () => {
  it.each(cutTexts)('keeps to every limit with its backslashes and cuts no grapheme: %s', (_, text) => {
    const whole = heads(text);
    for (let limit = 1; limit < 60; limit++) {
      const short = escapeShort(text, limit);
      expect(short.length).toBeLessThanOrEqual(limit);
      expect(marksIn(short)).toEqual([]);
      if (unescapeText(short) !== text) expect(whole).toContain(findHead(unescapeText(short), text));
    }
  });
});

/** What stands before the "…", with the space that was trimmed where it was one. */
function findHead(short: string, text: string): string {
  const head = short.replace(/…$/, '');
  return text.charAt(head.length) === ' ' && !heads(text).has(head) ? `${head} ` : head;
}
