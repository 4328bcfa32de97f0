import { describe, expect, it } from 'vitest';
import { excerptAround, excerptHead } from '../../src/text/excerpt.ts';
import { randomText, seededRandom } from './random-text.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Where a text may be cut: every place at which a grapheme begins, and its end. */
function boundariesOf(text: string): Set<number> {
  return new Set([...[...segmenter.segment(text)].map(({ index }) => index), text.length]);
}

function shown(text: string, keep: string, maxUnits: number): string {
  const start = text.indexOf(keep);
  const cut = excerptAround(text, { start, end: start + keep.length }, maxUnits);
  return `${cut.isCutBefore ? '[…]' : ''}${text.slice(cut.start, cut.end)}${cut.isCutAfter ? '[…]' : ''}`;
}

describe('excerptAround', () => {
  it.each([
    ['fits: all of it', 'One. Two. Three.', 'Two.', 16, 'One. Two. Three.'],
    [
      'English: at sentences',
      'One is here. Two is it. Three is there, far away.',
      'Two is it.',
      20,
      '[…]Two is it.[…]',
    ],
    [
      'Chinese: at sentences',
      '第一句在这里。第二句是它。第三句在那里，很远很远。',
      '第二句是它。',
      12,
      '[…]第二句是它。[…]',
    ],
    [
      'Arabic: at sentences',
      'الجملة الأولى هنا. هل هي الثانية؟ والثالثة هناك بعيدا جدا.',
      'هل هي الثانية؟',
      24,
      '[…]هل هي الثانية؟[…]',
    ],
    ['Thai: between words', 'ตลาดเก่า เปิดแล้ว เมื่อวานนี้ คนมาก คนมาก', 'เปิดแล้ว', 16, '[…]เปิดแล้ว[…]'],
    ['English: between words', 'one two three four five six seven', 'four', 12, '[…]four five[…]'],
    ['the beginning', '第一句。第二句很长很长很长很长。', '第一句。', 8, '第一句。[…]'],
    ['the end', '第一句很长很长很长很长。第二句。', '第二句。', 8, '[…]第二句。'],
    [
      'a quotation mark belongs to its sentence',
      '他说：“来吧。”大家都来了很多很多人。',
      '他说',
      10,
      '他说：“来吧。”[…]',
    ],
  ])('%s', (_, text, keep, maxUnits, expected) => {
    expect(shown(text, keep, maxUnits)).toBe(expected);
  });

  it.each([
    ['a decimal', 'It cost 3.14 crowns in all', 'It', 10, 'It cost[…]'],
    ['a thousand', 'It took 1.234 people there', 'It', 10, 'It took[…]'],
    ['a number with spaces', 'Ils ont vendu 12 500 billets', 'Ils', 17, 'Ils ont vendu[…]'],
    ['a number in Chinese text', '总投资一共是583000万元整个工程', '总', 8, '总投资一共是[…]'],
    ['a percentage', '同比增长百分点数12.5%以上', '同', 11, '同比增长百分点数[…]'],
  ])('does not end inside %s, which would be another one', (_, text, keep, maxUnits, expected) => {
    expect(shown(text, keep, maxUnits)).toBe(expected);
  });

  it('does not begin inside a number', () => {
    expect(shown('前面的话说了一共583000万元的投资', '投资', 10)).not.toMatch(/^\[…\]\d/);
    expect(shown('They gave it 1 234 567 crowns then', 'crowns', 15)).not.toMatch(/^\[…\]\d/);
  });

  it('shortens at its end what is to be kept and is too long', () => {
    expect(shown('天'.repeat(50), '天'.repeat(50), 20)).toBe(`${'天'.repeat(20)}[…]`);
  });

  it.each([
    ['families', '👩‍👩‍👧'.repeat(9)],
    ['flags', '🇨🇳🇪🇸🇯🇵🇧🇷'.repeat(6)],
    ['skin', '👍🏽'.repeat(20)],
    ['combining marks', 'e\u0301o\u0308'.repeat(20)],
    ['Thai', 'กำลังที่นี่'.repeat(6)],
    ['signs with a variation selector', 'ก!\ufe0f'.repeat(20)],
    ['text with flags', '青崖🇨🇳大桥🇪🇸通车🇯🇵'.repeat(5)],
  ])('cuts no grapheme of %s', (_, text) => {
    const boundaries = boundariesOf(text);
    for (let max = 12; max < 40; max++) {
      for (const at of [...boundaries].filter((place) => place < text.length).slice(0, 30)) {
        const { start, end } = excerptAround(text, { start: at, end: at }, max);
        expect([text, at, max, boundaries.has(start), boundaries.has(end)]).toEqual([
          text,
          at,
          max,
          true,
          true,
        ]);
      }
    }
  });

  it('keeps to its length, keeps what is to be kept, and says where it cut, for random text', () => {
    const random = seededRandom(5);
    for (let round = 0; round < 1500; round++) {
      const text = randomText(random, 120);
      const boundaries = [...boundariesOf(text)];
      const pick = (): number => boundaries[Math.floor(random() * boundaries.length)] ?? 0;
      const [from, to] = [pick(), pick()].sort((a, b) => a - b) as [number, number];
      const maxUnits = 20 + Math.floor(random() * 60);
      const { start, end, isCutBefore, isCutAfter } = excerptAround(text, { start: from, end: to }, maxUnits);
      expect(end - start).toBeLessThanOrEqual(maxUnits);
      expect([isCutBefore, isCutAfter]).toEqual([start > 0, end < text.length]);
      expect(start).toBeLessThanOrEqual(Math.max(from, start === end ? start : 0, skipSpace(text, from)));
      if (to - from <= maxUnits) expect(end).toBeGreaterThanOrEqual(to);
      expect(boundaries).toContain(start);
      expect(boundaries).toContain(end);
    }
  });

  it('gets on even where one grapheme is longer than allowed', () => {
    const text = `Z${'\u0334'.repeat(90)}`;
    const { start, end } = excerptHead(text, 20);
    expect([start, end]).toEqual([0, 20]);
  });
});

describe('excerptHead', () => {
  it.each([
    ['第一句。第二句很长很长。', 6, '第一句。'],
    ['One two three.', 9, 'One two'],
    ['سوق قديم جدا', 9, 'سوق قديم'],
    ['', 5, ''],
  ])('of %j with %i is %j', (text, maxUnits, expected) => {
    const { start, end } = excerptHead(text, maxUnits);
    expect(text.slice(start, end)).toBe(expected);
  });
});

function skipSpace(text: string, at: number): number {
  return at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
}
