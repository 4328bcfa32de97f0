import { isGraphemeBoundary } from './graphemes.ts';

/** A part of a text, and whether it was cut there. Offsets in UTF-16 code units, half-open. */
export interface Excerpt {
  readonly start: number;
  readonly end: number;
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/**
 * The stretch of at most `maxUnits` that has `keep` in its middle, cut at sentences where one ends near enough, else
 * between words, else between graphemes; never inside a number, which would be another one. What is to be kept is itself
 * shortened at its end where it is longer.
 */
export function excerptAround(
  text: string,
  keep: { readonly start: number; readonly end: number },
  maxUnits: number,
): Excerpt {
  if (text.length <= maxUnits) return { start: 0, end: text.length, isCutBefore: false, isCutAfter: false };
  const room = Math.max(0, maxUnits - (keep.end - keep.start));
  const wantedStart = Math.min(Math.max(0, keep.start - (room >> 1)), Math.max(0, text.length - maxUnits));
  const start = wantedStart === 0 ? 0 : cutBefore(text, wantedStart, Math.max(wantedStart, keep.start));
  const wantedEnd = Math.min(text.length, start + maxUnits);
  const isKept = keep.end <= wantedEnd;
  // A sentence that ends at once is not near enough: what follows would nearly all be cut.
  const from = Math.max(isKept ? keep.end : 0, start + Math.ceil(maxUnits / 3));
  const end = wantedEnd === text.length ? wantedEnd : cutAfter(text, Math.min(from, wantedEnd), wantedEnd);
  return { start, end, isCutBefore: start > 0, isCutAfter: end < text.length };
}

/** The first `maxUnits` of a text, cut as `excerptAround` cuts. */
export function excerptHead(text: string, maxUnits: number): Excerpt {
  return excerptAround(text, { start: 0, end: 0 }, maxUnits);
}

const sentenceEnd =
  /[.!?…。！？؟।][”’"'»」』)）]*(?=\s|$|[^\s\p{L}\p{N}\p{P}\p{M}\u200d]|(?<=[。！？][”’"'»」』)）]*))/gu;

/** A space, unless it parts the digits of one number; and where one follows. */
const space = /(?<!\p{Nd})\s|\s(?!\p{Nd})/gu;
const beforeSpace = /(?=(?<!\p{Nd})\s|\s(?!\p{Nd}))/gu;

/** Text beside a stretch that tells whether a sentence ends there. */
const besides = 8;

/** Where to begin between `from` and `to`: after a sentence, else after a space, else at a grapheme. */
function cutBefore(text: string, from: number, to: number): number {
  const [sentence] = endsOf(sentenceEnd, text, from, to);
  if (sentence !== undefined) return skipSpace(text, sentence);
  const [word] = endsOf(space, text, from, to);
  if (word !== undefined) return skipSpace(text, word);
  for (let start = from; start < to; start++) if (isCut(text, start)) return start;
  let start = to;
  while (start < text.length && !isWholeGrapheme(text, start)) start += 1;
  return start;
}

/** Where to end between `from` and `to`: after the last sentence, else before the last space, else at a grapheme. */
function cutAfter(text: string, from: number, to: number): number {
  const sentence = endsOf(sentenceEnd, text, from, to).at(-1);
  if (sentence !== undefined) return sentence;
  const word = endsOf(beforeSpace, text, from, to).at(-1);
  if (word !== undefined) return word;
  for (let end = to; end > from; end--) if (isCut(text, end)) return end;
  // Less than was to be kept, rather than half a character; one that is endless is cut all the same.
  for (let end = to; end > Math.max(0, to - longestGrapheme); end--)
    if (isWholeGrapheme(text, end)) return end;
  return to - (isLowSurrogate(text, to) ? 1 : 0);
}

/** Where matches end that end between `from` and `to`, both included. */
function endsOf(pattern: RegExp, text: string, from: number, to: number): number[] {
  const offset = Math.max(0, from - besides);
  return [...text.slice(offset, to + besides).matchAll(pattern)]
    .map((match) => offset + match.index + match[0].length)
    .filter((end) => end >= from && end <= to && isWholeGrapheme(text, end));
}

const numeral = /^[\p{Nd}〇零一二三四五六七八九十百千万萬亿億两兩]$/u;

function isCut(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)];
  const isInNumber =
    (numeral.test(before) && (numeral.test(after) || /[.,%‰％]/.test(after))) ||
    (/[.,]/.test(before) && numeral.test(after));
  return !isInNumber && isWholeGrapheme(text, at);
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Graphemes that people write are shorter, in UTF-16 code units. */
const longestGrapheme = 64;

/** Whether a grapheme begins at `at`, also among flags and families, which the character before alone does not tell. */
function isWholeGrapheme(text: string, at: number): boolean {
  if (!isGraphemeBoundary(text, at)) return false;
  let from = Math.max(0, at - 1);
  while (from > 0 && at - from < 4 * longestGrapheme && !/[\x20-\x7e\u3000-\u9fff]/.test(text.charAt(from)))
    from -= 1;
  const near = text.slice(from, at + besides);
  return at >= text.length || segmenter.segment(near).containing(at - from)?.index === at - from;
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (/\s/.test(text.charAt(next))) next += 1;
  // A mark may stand on a space.
  return isWholeGrapheme(text, next) ? next : at;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
