import { parseChineseNumeral } from '../numbers.ts';
import type { CalendarUnit } from './calendar.ts';
import { date, numericDate } from './dated-readings.ts';
import { foldHan } from './fold-question.ts';
import type { Reader } from './reading.ts';

/** What a word beside a period makes of it; `between` waits for a second period, and is `in` without one. */
export type Role = 'in' | 'since' | 'before' | 'after' | 'until' | 'between';

/**
 * How a language words time. Every string is a part of a pattern and matches a folded question; in templates, `{n}`,
 * `{d}`, `{d2}`, `{y}`, `{y2}`, `{mon}`, `{month}` (names in full only), `{wd}`, `{half}`, `{q}`, `{unit}` stand for named
 * groups and `{yr}` for the year that may follow; `{w}` is a letter.
 */
export interface Wording {
  /** Whether words stand between spaces, so that a wording is matched by whole words. */
  readonly isSpaced: boolean;
  /** What is written onto the front of a word, such as Arabic's "and". */
  readonly prefix?: string;
  /** Number words from one up, parted by `, `, with `|` between the forms of one; `{n}` is one of them or digits. */
  readonly numbers: string;
  /** The same of first to fourth, which `{half}` and `{q}` stand for. */
  readonly ordinals: string;
  /** A number of other signs than digits, where it is one by rule (Han). */
  readonly numeral?: string;
  /** January first; the names in full, then after `/` the short ones. */
  readonly months: string;
  /** Monday first. */
  readonly weekdays: string;
  readonly units: Readonly<Partial<Record<CalendarUnit | 'hour', string>>>;
  /** What may follow the number of a day. */
  readonly ordinal?: string;
  readonly year: string;
  readonly rules: readonly (readonly [template: string, reader: Reader])[];
  /** The words before a period, and what may stand between. */
  readonly cues: Readonly<Partial<Record<Role, string>>>;
  readonly articles?: string;
  /** The signs after a period, in languages that put them there; `in` makes a period of a name that needs a cue. */
  readonly suffixes?: Readonly<Partial<Record<Role, string>>>;
  /** What joins two ends by itself, and what does so after "between" only. */
  readonly joiners: readonly [strong: string, weak: string];
  /** Small words, which tell the language of a question and that a number before them counts nothing. */
  readonly small: string;
  /** What after a period puts it into the future. */
  readonly next?: string;
  /** What anywhere in a question shows that it asks what is to come. */
  readonly ahead: string;
  /** The same where only an accent shows it, which folding takes away: matches the question as it was asked. */
  readonly aheadAsWritten?: RegExp;
  /** Names of months that are other words unless they begin with a capital. */
  readonly capitalised?: RegExp;
}

export interface CompiledRule {
  readonly pattern: RegExp;
  readonly reader: Reader;
}

/** A `Wording` as patterns. */
export interface Vocabulary {
  readonly rules: readonly CompiledRule[];
  readonly valueOf: (word: string) => number;
  readonly weekdayOf: (word: string) => number;
  /** Match the end of what stands before a period, the start of what stands behind it; a group is named for each role. */
  readonly cueBefore: RegExp;
  readonly cueAfter: RegExp | null;
  readonly strongJoiner: RegExp;
  readonly weakJoiner: RegExp;
  /** Matches behind a number that is not that of what follows. */
  readonly yearEnd: RegExp;
  readonly next: RegExp | null;
  readonly ahead: RegExp;
  readonly aheadAsWritten: RegExp | null;
  readonly capitalised: RegExp | null;
}

/**
 * The letters of the scripts that have spaces, lower case, as a folded question has them, without the signs of Arabic. A
 * pattern with `\p{L}` takes some milliseconds to compile, and there are three hundred.
 */
const letters = 'a-z\\u00df-\\u060b\\u0620-\\u1fff';
const wordStart = `(?<![${letters}\\d])`;
const wordEnd = `(?![${letters}\\d])`;

/** Years before 1800 are more often counts than dates, and no news. */
const yearDigits = '(?:1[89]|20)\\d\\d';

const numericDates: readonly (readonly [pattern: string, reader: Reader])[] = [
  ['(?<y>(?:1[89]|20)\\d\\d)([-/.])(?<mon>\\d{1,2})\\2(?<d>\\d{1,2})', date],
  ['(?<a>\\d{1,2})([-/])(?<b>\\d{1,2})\\2(?<y>(?:1[89]|20)\\d\\d)', numericDate()],
  // Who writes dots puts the day first, in English too.
  ['(?<a>\\d{1,2})\\. ?(?<b>\\d{1,2})\\. ?(?<y>(?:1[89]|20)\\d\\d)', numericDate({ isDayFirst: true })],
];

/** The patterns of a wording. */
export function compileWording(wording: Wording): Vocabulary {
  const start = wording.isSpaced ? wordStart + (wording.prefix ?? '') : '';
  const end = wording.isSpaced ? wordEnd : '';
  const rules = wording.rules.map(([template, reader]) => ({
    pattern: new RegExp(`${start}(?:${expand(template, wording)})${end}`, 'g'),
    reader,
  }));
  const numeric = numericDates.map(([source, reader]) => ({
    pattern: new RegExp(`(?<![\\d./-])${source}(?![\\d/-]|\\.\\d)`, 'g'),
    reader,
  }));
  const { cues, suffixes, articles, joiners, next } = wording;
  const gap = wording.isSpaced ? ' ' : ' ?';
  const article = articles === undefined ? '' : `(?: (?:${articles}))?`;
  const joined = (words: string): RegExp => new RegExp(`^ ?(?:${foldHan(words)})${article} ?$`);
  const small = wording.small.replaceAll(' ', '|');
  return {
    rules: [...rules, ...numeric],
    ...tables(wording),
    cueBefore: new RegExp(`${start}(?:${nameRoles(cues)})${article}${gap}$`),
    cueAfter: suffixes === undefined ? null : new RegExp(`^ ?(?:${nameRoles(suffixes)})`),
    strongJoiner: joined(joiners[0]),
    weakJoiner: joined(joiners[1]),
    yearEnd: new RegExp(`^ ?(?:$|[^${letters}\\d'., -]|[.,](?!\\d)|(?<= )(?:${small})${wordEnd})`),
    next: next === undefined ? null : new RegExp(`^ (?:${expand(next, wording)})${end}`),
    ahead: new RegExp(`${start}(?:${expand(wording.ahead, wording)})${end}`),
    aheadAsWritten: wording.aheadAsWritten ?? null,
    capitalised: wording.capitalised ?? null,
  };
}

function tables({ numbers, ordinals, months, weekdays }: Wording): Pick<Vocabulary, 'valueOf' | 'weekdayOf'> {
  const values = new Map(
    [numbers, ordinals, months].flatMap((list) => (list === '' ? [] : numberNames(list, 1))),
  );
  const days = new Map(numberNames(weekdays, 0));
  return {
    valueOf: (word) => values.get(word) ?? readNumeral(word),
    weekdayOf: (word) => days.get(word) ?? NaN,
  };
}

function numberNames(list: string, first: number): (readonly [name: string, value: number])[] {
  return list
    .split(', ')
    .flatMap((names, at) => names.split(/[|/]/).map((name) => [name, at + first] as const));
}

function readNumeral(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  return word === '' ? NaN : Number(/^[〇㐀-鿿]+$/.test(word) ? (parseChineseNumeral(word) ?? NaN) : NaN);
}

function nameRoles(words: Readonly<Partial<Record<Role, string>>>): string {
  return Object.entries(words)
    .map(([role, choice]) => `(?<${role}>${foldHan(choice)})`)
    .join('|');
}

function expand(template: string, wording: Wording): string {
  const { ordinal = '' } = wording;
  const ordinals = wording.ordinals.split(', ');
  const groups: Readonly<Record<string, string>> = {
    w: `[${letters}]`,
    n: `(?<n>(?<!\\d)\\d{1,3}|${wording.numeral ?? choiceOf(wording.numbers)})`,
    d: `(?<d>(?<!\\d)\\d{1,2}(?!\\d))${ordinal}`,
    d2: `(?<d2>\\d{1,2}(?!\\d))${ordinal}`,
    y: `(?<y>(?<!\\d)${yearDigits}(?!\\d))`,
    y2: `(?<y2>${yearDigits}(?!\\d))`,
    mon: `(?<mon>${choiceOf(wording.months)})`,
    month: `(?<mon>${choiceOf(wording.months.replaceAll(/\/[^,]*/g, ''))})`,
    wd: `(?<wd>${choiceOf(wording.weekdays)})`,
    half: `(?<half>${choiceOf(ordinals.slice(0, 2).join(', '))})`,
    q: `(?<q>${choiceOf(wording.ordinals)}|[1-4](?!\\d)${ordinal})`,
    unit: `(?:${Object.entries(wording.units)
      .map(([unit, words]) => `(?<${unit}>${words})`)
      .join('|')})`,
  };
  return foldHan(
    template
      .replaceAll('{yr}', wording.year)
      .replaceAll(/\{(\w*[a-z]\w*)\}/g, (whole, name: string) => groups[name] ?? whole),
  );
}

/** Every name of a list, the longest first: of two that begin alike a pattern takes the first. */
function choiceOf(list: string): string {
  return list
    .split(/, |[|/]/)
    .sort((a, b) => b.length - a.length)
    .join('|');
}
