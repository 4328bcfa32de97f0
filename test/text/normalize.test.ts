import { describe, expect, it } from 'vitest';
import { normalizeForTerms } from '../../src/text/normalize.ts';
import { randomText, seededRandom } from './random-text.ts';

describe('normalizeForTerms', () => {
  it.each([
    ['Traditional Chinese', '臺灣總統選舉', '台湾总统选举'],
    ['Simplified Chinese', '小学组一等奖', '小学组一等奖'],
    ['full width', 'ＮＢＡ２０２３％', 'nba2023%'],
    ['English', 'The U.S. House', 'the u.s. house'],
    ['Spanish', 'Núñez pidió ¿cuánto?', 'nunez pidio ¿cuanto?'],
    ['German', 'Straße, Über', 'strasse, uber'],
    ['Polish and Turkish', 'Łódź İstanbul ısı', 'lodz istanbul isi'],
    ['Vietnamese', 'Đà Nẵng', 'da nang'],
    ['Greek', 'Αθήνας', 'αθηνασ'],
    ['Russian, й stays', 'Ёлка й Ї', 'елка й ї'],
    ['Arabic marks and letter variants', 'مُحَمَّـد إلى آمنة', 'محمد الي امنه'],
    ['Arabic digits', '٢٠٢٣٫٥', '2023.5'],
    ['Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['Hindi marks are vowels', 'हिन्दी १२', 'हिन्दी 12'],
    ['Thai marks are vowels', 'ที่นี่', 'ที่นี่'],
    ['Japanese', 'ﾊﾟﾘの国際', 'パリの国际'],
    ['Korean', '서울', '서울'],
    ['a fraction is not part of the number', '6½', '6 1⁄2'],
    ['emoji', '👍🏽A', '👍🏽a'],
  ])('folds %s', (_what, text, expected) => {
    expect(normalizeForTerms(text)).toBe(expected);
  });

  it('changes nothing when applied twice', () => {
    const random = seededRandom(1);
    for (let round = 0; round < 2000; round++) {
      const once = normalizeForTerms(randomText(random, 40));
      expect(normalizeForTerms(once)).toBe(once);
    }
  });

  it('changes nothing when applied twice to any single character', () => {
    const changed: string[] = [];
    for (let code = 1; code < 0x10000; code++) {
      if (code >= 0xac00 && code < 0xe000) continue;
      const once = normalizeForTerms(`5${String.fromCodePoint(code)}`);
      if (normalizeForTerms(once) !== once) changed.push(code.toString(16));
    }
    expect(changed).toEqual([]);
  });
});
