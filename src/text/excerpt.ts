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
 * between words, else between graphemes. What is to be kept is itself shortened at its end where it is longer.
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
  const end =
    wantedEnd === text.length ? wantedEnd : cutAfter(text, Math.max(keep.end, start + 1), wantedEnd);
  return { start, end, isCutBefore: start > 0, isCutAfter: end < text.length };
}

/** The first `maxUnits` of a text, cut as `excerptAround` cuts. */
export function excerptHead(text: string, maxUnits: number): Excerpt {
  return excerptAround(text, { start: 0, end: 0 }, maxUnits);
}

const sentenceEnd =
  /[.!?…。！？؟।][”’"'»」』)）]*(?=\s|$|[^\s\p{L}\p{N}\p{P}]|(?<=[。！？][”’"'»」』)）]*))/gu;

/** Where to begin between `from` and `to`: after a sentence, else after a space, else at a grapheme. */
function cutBefore(text: string, from: number, to: number): number {
  const window = text.slice(from, to);
  const [sentence] = window.matchAll(sentenceEnd);
  if (sentence !== undefined) return skipSpace(text, from + sentence.index + sentence[0].length);
  const space = window.search(/\s/);
  if (space >= 0) return skipSpace(text, from + space);
  return nextBoundary(text, from);
}

/** Where to end between `from` and `to`: after the last sentence, else before the last space, else at a grapheme. */
function cutAfter(text: string, from: number, to: number): number {
  const window = text.slice(from, to);
  const sentence = [...window.matchAll(sentenceEnd)].at(-1);
  if (sentence !== undefined) return from + sentence.index + sentence[0].length;
  const space = window.search(/\s\S*$/);
  if (space > 0) return from + space;
  let end = to;
  while (end > from && !isGraphemeBoundary(text, end)) end -= 1;
  return end > from ? end : to - (isLowSurrogate(text, to) ? 1 : 0);
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (/\s/.test(text.charAt(next))) next += 1;
  return next;
}

function nextBoundary(text: string, at: number): number {
  let next = at;
  while (next < text.length && !isGraphemeBoundary(text, next)) next += 1;
  return next;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
