import {
  classAt,
  lastRunStart,
  letter,
  listRuns,
  mark,
  nextOf,
  number,
  runEnd,
} from '../../text/character-classes.ts';
import { isSpacelessScript } from '../../text/scripts.ts';

/** The words of a page, for telling how words and pairs of words go together on it. */
export interface PageWords {
  /** How often the word stands on the page, in any case. */
  count(word: string): number;
  /** Whether the last word of one text and the first of another stand side by side on the page too. */
  hasPair(before: string, after: string): boolean;
  /** Whether the word is written with a capital in the middle of a sentence: a name, a day, a German noun. */
  isName(word: string): boolean;
}

/** The page's words in lower case, hyphenated ones whole; counted at the first question. Linear in the page's length. */
export function readPageWords(text: string): PageWords {
  let counts: Map<string, number> | undefined;
  let pairs: Set<string> | undefined;
  let names: Set<string> | undefined;
  return {
    count(word) {
      counts ??= countWords(text);
      return counts.get(word.toLowerCase()) ?? 0;
    },
    hasPair(before, after) {
      pairs ??= readPairs(text);
      const pair = pairAcross(before, after);
      return pair !== null && pairs.has(pair);
    },
    isName(word) {
      names ??= readNames(text);
      return names.has(word);
    },
  };
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const lower = text.toLowerCase();
  for (let start = nextOf(lower, 0, letter); start < lower.length;) {
    let end = runEnd(lower, start, letter);
    while (isHyphen(lower, end) && (classAt(lower, end + 1) & letter) !== 0)
      end = runEnd(lower, end + 1, letter);
    const word = lower.slice(start, end);
    counts.set(word, (counts.get(word) ?? 0) + 1);
    start = nextOf(lower, end, letter);
  }
  return counts;
}

function isHyphen(text: string, at: number): boolean {
  const char = text.charAt(at);
  return char === '-' || char === '\u2010';
}

/** Pairs are looked for in so much of a page: enough for any page of print. */
const maxPairedCharacters = 200_000;

const wordClasses = letter | mark | number;

/** Words side by side, and four characters in a row of scripts without spaces. A line's end parts them. */
function readPairs(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const line of text.slice(0, maxPairedCharacters).toLowerCase().split('\n')) {
    let last = '';
    for (const word of listRuns(line, wordClasses)) {
      if (isSpacelessScript(word))
        for (let at = 0; at + 4 <= word.length; at++) pairs.add(word.slice(at, at + 4));
      else pairs.add(`${last} ${word}`);
      last = word;
    }
  }
  return pairs;
}

function readNames(text: string): Set<string> {
  const matches = text.slice(0, maxPairedCharacters).matchAll(/\p{Ll},? ["“„«]?(\p{Lu}\p{L}*)/gu);
  return new Set([...matches].map((match) => match[1] ?? ''));
}

function pairAcross(before: string, after: string): string | null {
  const end = before.slice(-30);
  const start = after.slice(0, 30);
  const last = end.slice(lastRunStart(end, wordClasses)).toLowerCase();
  const next = start.slice(0, runEnd(start, 0, wordClasses)).toLowerCase();
  if (last === '' || next === '') return null;
  return isSpacelessScript(next) ? last.slice(-2) + next.slice(0, 2) : `${last} ${next}`;
}
