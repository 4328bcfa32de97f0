import { describe, expect, it } from 'vitest';
import {
  classAt,
  hiragana,
  lastRunStart,
  letter,
  listRuns,
  lowerCase,
  mark,
  number,
  upperCase,
  whiteSpace,
} from '../../src/text/character-classes.ts';

describe('classAt', () => {
  it.each([
    ['a', letter | lowerCase],
    ['Ж', letter | upperCase],
    ['港', letter],
    ['ひ', letter | hiragana],
    ['ب', letter],
    ['\u0301', mark],
    ['٣', number],
    ['Ⅷ', number],
    ['\u3000', whiteSpace],
    ['—', 0],
    ['😀', 0],
    ['𠮷', letter],
    ['\ud842', 0],
    ['', 0],
  ])('tells what %j is', (char, classes) => {
    expect(classAt(char, 0)).toBe(classes);
  });
});

describe('listRuns', () => {
  const texts = [
    'Bürgermeister 12, naïve café',
    '山本さんは𠮷野家で働く。',
    'قال الوزير ٣ مرات',
    'हिन्दी में',
    'a😀b\ud842c𠮷',
    '',
  ];
  it.each(texts)('finds the runs that the pattern finds: %j', (text) => {
    expect(listRuns(text, letter | mark)).toEqual(text.match(/[\p{L}\p{M}]+/gu) ?? []);
    expect(listRuns(text, letter | mark | number)).toEqual(text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  });
});

describe('lastRunStart', () => {
  it.each([
    ['the harbour', 4],
    ['港は𠮷', 0],
    ['，𠮷野', 1],
    ['في الميناء', 3],
    ['harbour.', 8],
    ['😀', 2],
    ['\ud842a', 1],
    ['', 0],
  ])('finds where the letters at the end of %j begin', (text, start) => {
    expect(lastRunStart(text, letter)).toBe(start);
  });
});
