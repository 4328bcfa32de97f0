import { detectLanguage } from '../../text/language.ts';
import { alphabets, commonHan, commonHangul } from './charset-tables.ts';
import type { Alphabet } from './charset-tables.ts';

/** From here on a text is certain to have been decoded rightly, given that no other encoding reaches it too. */
export const fitCertain = 1;
/** Below this a text contradicts the encoding that was declared. */
export const fitPossible = 0.4;
/** How well a text fits of which too little is known; certain it is not. */
const fitUnknown = 0.5;

/** Fewer characters than these tell nothing. */
const minCjkCharacters = 16;
const minLetters = 80;
const minForeignLetters = 6;
/** So many letters that a language does not have are no names any more. */
const tellingLetters = 8;
/** A text is judged in windows too, so that one in two encodings does not pass for its better part. */
const windowLength = 100;

/** Share of the 300 most common characters among all: 0.45 to 0.7 in news, under 0.1 where the encoding is wrong. */
const neededCommonShare = 0.3;
/** Share of kana in Japanese: 0.35 to 0.6 in news. */
const neededKanaShare = 0.2;
/** In a language without a table, and in a short text, so many odd words are a contradiction. */
const minOddWords = 3;
const allowedOddShare = 0.1;
/** Letters that the language does not have: names from elsewhere. */
const allowedForeignShare = 0.005;

const eastAsian = new Set(['gb18030', 'big5', 'euc-kr', 'shift_jis', 'euc-jp', 'iso-2022-jp']);

/** A text is judged in parts of so many code units: each must fit, and memory stays small. */
const partLength = 65_536;

/**
 * How well a text reads that was decoded from an encoding: 1 or more, like its language throughout; under 0.4, not at
 * all, or not in one of its parts. Of a short text, and of a language without a table, nothing can be said: 0.5.
 */
export function fitsCharset(text: string, charset: string): number {
  let best = fitUnknown;
  for (let at = 0; at < text.length; at += partLength) {
    const fit = fitsPart(text.slice(at, at + partLength), charset);
    if (fit < fitPossible) return fit;
    best = Math.max(best, fit);
  }
  return best;
}

function fitsPart(text: string, charset: string): number {
  if (eastAsian.has(charset)) return fitsEastAsian(text, charset);
  const isCjk = charset.startsWith('utf-16') && /^(?:zh|ja|ko)$/.test(detectLanguage(text));
  if (!isCjk) return fitsAlphabet(text);
  return Math.max(...['gb18030', 'big5', 'euc-kr', 'euc-jp'].map((each) => fitsEastAsian(text, each)));
}

function fitsEastAsian(text: string, charset: string): number {
  const characters =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu) ?? [];
  const others = text.match(/[^\0-\x7f\p{P}\p{S}\p{N}\p{Z}\p{M}ー・\u3000\uff00-\uffef]/gu)?.length ?? 0;
  if (others > characters.length * 1.1 + 8) return 0;
  if (characters.length < minCjkCharacters) return fitUnknown;
  const share = (from: number, to: number): number => shareOf(characters.slice(from, to), charset);
  const whole = share(0, characters.length);
  for (let at = 0; at + windowLength / 2 <= characters.length; at += windowLength / 2) {
    if (share(at, at + windowLength) < fitPossible) return Math.min(whole, fitPossible / 2);
  }
  return whole;
}

function shareOf(characters: readonly string[], charset: string): number {
  const isCommon = commonTest(charset);
  const needed = /jp|jis/.test(charset) ? neededKanaShare : neededCommonShare;
  return characters.filter(isCommon).length / characters.length / needed;
}

function commonTest(charset: string): (character: string) => boolean {
  if (charset === 'gb18030') return (character) => commonHan.simplified.has(character);
  if (charset === 'big5') return (character) => commonHan.traditional.has(character);
  if (charset === 'euc-kr') return (character) => commonHangul.has(character);
  return (character) => /[ぁ-ゖァ-ヺ]/u.test(character);
}

/** A symbol where a letter should be is no name from elsewhere. */
const symbolWeight = 10;
/** Languages that put an apostrophe or a dash without spaces between letters. */
const withElision = new Set(['en', 'fr', 'it', 'ca', 'uk', 'pt', 'nl', 'tr', 'de', 'sq']);

/** Typography that stands in news of every language; the encodings differ in what else they put where these stand. */
const typography = /[\u00a0\u00ad‘’‚“”„‹›«»–—―…·•€£§°©®™№¿¡ªº²³½×\u200e\u200f،؛؟ـ]/u;

function fitsAlphabet(text: string): number {
  const letters = text.match(/[\p{L}\p{M}]/gu) ?? [];
  // Vietnamese in its own encoding has its accents apart.
  const language = detectLanguage(text.slice(0, 2000).normalize('NFC'));
  const alphabet = alphabets.get(language);
  if (looksGarbled(text)) return 0;
  const foreign = text.match(/[^\0-\x7f]/gu) ?? [];
  const oddCount = oddWords(text, language);
  // Little is known of the language here; words that no language has tell all the same.
  if (alphabet === undefined || letters.length < minLetters) {
    return oddCount >= minOddWords && oddCount > foreign.length * allowedOddShare ? 0 : fitUnknown;
  }
  const own = foreign.filter((character) => isOwn(character, alphabet)).length;
  const names = foreign.filter((character) => /\p{L}/u.test(character) && !isOwn(character, alphabet)).length;
  const symbols = foreign.filter(
    (character) => !/[\p{L}\p{M}]/u.test(character) && !typography.test(character),
  ).length;
  const bad = names + symbolWeight * (symbols + oddCount);
  if (alphabet.common !== undefined && !isCommonEnough(letters, alphabet)) return 0;
  if (isHebrewAsCyrillic(letters)) return 0;
  const badShare = bad / Math.max(1, foreign.length);
  // A few names from elsewhere contradict nothing, least of all in English, where every such letter is one.
  const isTelling = bad >= tellingLetters && language !== 'en';
  if (badShare > allowedForeignShare) return isTelling ? Math.max(0, 0.99 - 3 * badShare) : fitUnknown;
  return own >= minForeignLetters || (own === 0 && foreign.length >= minForeignLetters)
    ? fitCertain
    : fitUnknown;
}

function isOwn(character: string, alphabet: Alphabet): boolean {
  return alphabet.letters.has(character) || alphabet.letters.has(character.toLowerCase());
}

/** Wrong Cyrillic, Greek or Arabic is made of the right letters too, but of rare ones, or of capitals within words. */
function isCommonEnough(letters: readonly string[], { common, letters: own }: Alphabet): boolean {
  const inScript = letters.map((letter) => letter.toLowerCase()).filter((letter) => own.has(letter));
  const commonCount = inScript.filter((letter) => common?.has(letter) === true).length;
  const lower = letters.filter((letter) => letter === letter.toLowerCase()).length;
  return (
    inScript.length * 2 > letters.length &&
    commonCount >= inScript.length * 0.45 &&
    lower >= letters.length * 0.6
  );
}

/** A larger share of ъ and щ, in one window of the letters, is that of ת and ש read as Cyrillic. */
const maxHardShare = 0.08;

/** Hebrew read as Cyrillic is all small letters, and usual ones; only these two are far too many. */
function isHebrewAsCyrillic(letters: readonly string[]): boolean {
  for (let at = 0; at + minLetters <= letters.length; at += windowLength / 2) {
    const window = letters.slice(at, at + windowLength);
    if (window.filter((letter) => /[ъщ]/.test(letter)).length > window.length * maxHardShare) return true;
  }
  return false;
}

/**
 * What no word looks like: a quotation mark or dash in it, a capital after a small letter, Greek's last sigma within,
 * Latin beside another alphabet.
 */
function oddWords(text: string, language: string): number {
  const inside = text.match(/\p{L}[^\0-\x7f\p{L}\p{M}‘’·\u00ad\u200c-\u200f–—]\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Ll}(?![A-Z])\p{Lu}|[^\0-\x7f\P{Ll}][A-Z]|ς\p{L}/gu)?.length ?? 0;
  const mixed =
    text.match(/[A-Za-z](?=[\u0370-\u06ff\u0e00-\u0e7f])|[\u0370-\u06ff\u0e00-\u0e7f](?=[A-Za-z])/g)
      ?.length ?? 0;
  const elisions =
    withElision.has(language) || !alphabets.has(language) ? 0 : (text.match(/\p{L}[’—]\p{L}/gu)?.length ?? 0);
  return inside + capitals + mixed + elisions;
}

/** Four accented letters or symbols in a row, again and again: "ÐÂÎÅ" is Chinese read as Western European. */
function looksGarbled(text: string): boolean {
  const runs = text.match(/[\u00a1-\u00ff]{4,}/g)?.length ?? 0;
  return runs * 200 > text.length;
}
