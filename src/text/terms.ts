import { detectLanguage } from './language.ts';
import { readChineseNumbers, readNumber } from './numbers.ts';
import { normalizeForTerms } from './normalize.ts';
import { stripQuestionWords } from './question-words.ts';

/** Raise it when the same text would give other terms: every index then cuts its chunks again. */
export const termsVersion = 1;

/** Letters of a word's n-grams; 4 with marks at both ends beat 3, 5 and 3+4 on XQuAD (2026-11-24, docs/decisions). */
const gramLetters = 4;

const ideographic = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー';
const clustered = '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

/** In this order: an abbreviation ("u.s."), a number, ideographs, Thai and its like, a word. */
const tokenPattern = new RegExp(
  [
    '(?<abbreviation>(?<![\\p{L}\\p{N}])[a-z](?:\\.[a-z])+(?![\\p{L}\\p{N}]))',
    '(?<number>\\d+(?:[.,]\\d+)*)(?<percent>\\s?%)?',
    `(?<ideographs>[${ideographic}]+)`,
    `(?<clusters>[${clustered}]+)`,
    `(?<word>(?:(?![${ideographic}${clustered}])[\\p{L}\\p{M}])(?:(?![${ideographic}${clustered}])[\\p{L}\\p{M}\\d])*)`,
  ].join('|'),
  'gu',
);

/**
 * The terms of a chunk for full-text search, with repeats: words and, with a leading `_`, their 4-grams and pairs of
 * neighbours; characters and bigrams of Chinese, Japanese and Korean; numbers whole. A term is lower case and holds no
 * white space and no ASCII but `[a-z0-9._%]`.
 */
export function chunkTerms(text: string): string[] {
  const normalized = normalizeForTerms(text);
  const terms: string[] = [];
  let previous: { readonly word: string; readonly end: number } | undefined;
  for (const { 0: token, groups = {}, index } of normalized.matchAll(tokenPattern)) {
    let word: string | undefined;
    if (groups['number'] !== undefined) {
      const readings = readNumber(groups['number']);
      terms.push(...readings);
      if (groups['percent'] !== undefined) terms.push(...readings.map((reading) => `${reading}%`));
      word = readings[0];
    } else if (groups['ideographs'] !== undefined) pushGrams(terms, [...token], [1, 2]);
    else if (groups['clusters'] !== undefined) pushGrams(terms, token.match(/\P{M}\p{M}*/gu) ?? [], [2, 3]);
    else {
      word = token.replaceAll('.', '');
      pushWord(terms, word);
    }
    // Pairs carry the syllables of Vietnamese, where a word is two of them; they gain a little everywhere else.
    if (word !== undefined && previous !== undefined && index - previous.end <= 2)
      terms.push(`_${previous.word}_${word}`);
    previous = word === undefined ? undefined : { word, end: index + token.length };
  }
  terms.push(...readChineseNumbers(normalized));
  return terms;
}

/** The terms of a question for full-text search, each once, in order of first appearance. */
export function questionTerms(text: string): string[] {
  return [...new Set(chunkTerms(text))];
}

/**
 * The terms of a question that an answer should cover: those of its words that are not question wording ("who", "多少",
 * "cuántos"), each once, cut as `chunkTerms` cuts. `language` is an ISO 639-1 code, detected when left out.
 */
export function contentTerms(question: string, language: string = detectLanguage(question)): string[] {
  return questionTerms(stripQuestionWords(normalizeForTerms(question), language));
}

function pushWord(terms: string[], word: string): void {
  terms.push(word);
  const letters = [...`.${word}.`];
  for (let i = 0; i + gramLetters <= letters.length; i++)
    terms.push(`_${letters.slice(i, i + gramLetters).join('')}`);
}

function pushGrams(terms: string[], characters: readonly string[], sizes: readonly number[]): void {
  if (characters.length === 0) return;
  const smallest = Math.min(...sizes, characters.length);
  for (const size of new Set([smallest, ...sizes])) {
    for (let i = 0; i + size <= characters.length; i++) terms.push(characters.slice(i, i + size).join(''));
  }
}
