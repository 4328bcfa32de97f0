import type { NgramModel } from './ngrams.ts';
import type { Paragraph } from './paragraphs.ts';

/** How well one paragraph runs on into another by the words at the seam, in nats, and what spoke for it most. */
export interface Fit {
  readonly score: number;
  readonly reason: string;
}

/** Judges the seam of two paragraphs by punctuation, letter case, quotation marks and the page's n-grams. */
export function fitSeam(first: Paragraph, second: Paragraph, ngrams: NgramModel): Fit {
  if (first.ending === 'closed' || second.hasDateline) return { score: -8, reason: 'closed' };
  const before = first.block.text;
  const after = second.block.text;
  const reasons: [number, string][] = [
    [first.ending === 'open' ? 1 : -1.5, 'no closing punctuation'],
    [openingScore(first, second), 'starts in mid-sentence'],
    [quotationScore(before, after), 'quotation left open'],
    [ngrams.seam(before, seamAfter(before, after)), 'usual characters at the seam'],
    [/\p{L}[-\u2010\u00ad]$/u.test(before) && /^\p{Ll}/u.test(after) ? 4 : 0, 'hyphenated word'],
  ];
  const score = reasons.reduce((sum, [points]) => sum + points, 0);
  const best = reasons.reduce((top, each) => (each[0] > top[0] ? each : top));
  return { score, reason: best[1] };
}

function openingScore(first: Paragraph, second: Paragraph): number {
  if (second.opening === 'open') return 2.5;
  if (second.opening === 'fresh') return -4;
  // A capital after a word in mid-sentence: a name, a German noun, or another paragraph altogether.
  const isCapital = /^["“„«]?\p{Lu}/u.test(second.block.text);
  return isCapital && /[\p{Ll},]$/u.test(first.block.text) ? -1 : 0;
}

function quotationScore(before: string, after: string): number {
  const isOpen = balance(before.slice(-2000)) > 0;
  return isOpen && balance(after.slice(0, 2000)) < 0 ? 1 : 0;
}

/** Quotation marks and brackets opened minus closed. */
function balance(text: string): number {
  let depth = 0;
  for (const char of text) {
    if ('“«„「『（(《【'.includes(char)) depth++;
    else if ('”»」』）)》】'.includes(char)) depth--;
  }
  return depth;
}

/** The n-gram model sees the space that a spaced script has at the seam. */
function seamAfter(before: string, after: string): string {
  return /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hangul},]$/u.test(before) &&
    /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hangul}]/u.test(after)
    ? ` ${after}`
    : after;
}
