import { completeDate, findDate } from '../../corpus/evidence/dates.ts';
import { normalizeForTerms } from '../../text/normalize.ts';
import { readChineseNumbers, readNumber } from '../../text/numbers.ts';
import { scaleWords } from './number-words.ts';
import type { AnswerSpan } from './span.ts';

/** What a number or date says, as far as two of them can be compared. */
export interface SpanValue {
  /** Numbers with the word that multiplies them ("2.4" and "million"), or an ISO date. Two scales are never compared. */
  readonly scale: string;
  readonly amount: number;
  /** "About", "more than" and their like stand beside it. */
  readonly isRough: boolean;
  /** Whether a text holds the same number somewhere. */
  standsIn(text: string): boolean;
}

/** How far apart two rough numbers are at least, where they are taken for different ones. */
const roughShare = 0.1;

/** In the languages that questions are understood in. */
const rough =
  /(?:about|around|some|roughly|nearly|almost|over|more than|less than|at least|up to|under|unos|unas|cerca de|casi|más de|menos de|al menos|alrededor de|environ|près de|plus de|moins de|presque|quelque|etwa|rund|fast|über|mehr als|weniger als|mindestens|ungefähr|около|почти|более|больше|менее|не менее|свыше|حوالي|نحو|أكثر من|قرابة|约|約|大约|大約|近|超过|超過|逾|至少|不到)\s*$|^\s*(?:[多余餘几幾]|以上|左右|前後|余り|あまり)/iu;
const scale = new RegExp(`(?:${scaleWords})(?![\\p{L}])`, 'giu');

/**
 * The value of a span; null where it can not be told for sure: several numbers, number words, a date without its day.
 *
 * @param article completes a date without a year
 */
export function readValue(
  sentence: string,
  { start, end, kind }: AnswerSpan,
  { publishedOn }: { readonly publishedOn: string | null },
): SpanValue | null {
  const text = sentence.slice(start, end);
  if (kind === 'date') return readDay(text, publishedOn);
  const isRough =
    rough.test(sentence.slice(Math.max(0, start - 14), start)) || rough.test(sentence.slice(end, end + 4));
  const numbers = listNumbers(text);
  const [number] = numbers;
  if (number === undefined || numbers.length > 1) return null;
  const multiplied = [...text.matchAll(scale)].map(([word]) => word.toLowerCase()).join(' ');
  return {
    scale: multiplied,
    amount: Number(number),
    isRough: isRough || /[多余餘几幾]/u.test(text),
    standsIn: (other) => listNumbers(other).includes(number),
  };
}

function readDay(text: string, publishedOn: string | null): SpanValue | null {
  const date = findDate(text);
  const day = date === null ? null : completeDate(date, publishedOn);
  if (date === null || day === null) return null;
  return {
    scale: 'day',
    amount: Date.parse(day),
    isRough: false,
    standsIn: (other) => listDays(other).includes(`${date.month}-${date.day}`),
  };
}

/** The days that a text names, by month and day. */
function listDays(text: string): string[] {
  return text.split(/(?<=[\n,.;:，。；：])/u).flatMap((part) => {
    const date = findDate(part);
    return date === null ? [] : [`${date.month}-${date.day}`];
  });
}

/** Numbers in digits or Chinese numerals, without separators; where "1.234" can be either, as the thousand that it likelier is. */
function listNumbers(text: string): string[] {
  const plain = normalizeForTerms(text);
  const chinese = readChineseNumbers(plain).filter((number) => !number.endsWith('%'));
  const rest = plain.replace(/\d+(?:\.\d+)?[百千万亿]+/gu, ' ');
  const digits = [...rest.matchAll(/\d+(?:[.,' ]\d+)*/gu)].flatMap(([token]) => readNumber(token).slice(-1));
  return [...new Set([...chinese, ...digits])].filter((number) => /^\d+(?:\.\d+)?$/.test(number));
}

/** Whether two values can not both be right. */
export function areDifferent(a: SpanValue, b: SpanValue): boolean {
  if (a.scale !== b.scale || a.amount === b.amount) return false;
  if (!a.isRough && !b.isRough) return true;
  return Math.abs(a.amount - b.amount) >= roughShare * Math.max(a.amount, b.amount);
}
