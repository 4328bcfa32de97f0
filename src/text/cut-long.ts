import { isGraphemeBoundary, lastGraphemeStart } from './graphemes.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

const clauseMark = /[，、；：,;:—–،؛]+(?=\s|[^\d\s])/gu;
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** Thai and its like part sentences by a space; a piece longer than this is cut at the next one. */
const thaiUnits = 100;

/**
 * The range in pieces of at most `maxUnits` UTF-16 units (a grapheme is never cut): cut after the last clause mark, else
 * the last space, of the second half of each piece. Thai, Lao, Khmer and Myanmar are cut at spaces into shorter ones.
 */
export function cutLong(text: string, { start, end }: Range, maxUnits: number): Range[] {
  const pieces: Range[] = [];
  let from = start;
  while (end - from > thaiUnits) {
    const window = text.slice(from, Math.min(end, from + maxUnits));
    const cut = thaiCut(window) ?? (end - from > maxUnits ? clauseCut(window) : undefined);
    if (cut === undefined) break;
    pieces.push({ start: from, end: from + cut });
    from += cut;
  }
  return [...pieces, { start: from, end }];
}

function thaiCut(window: string): number | undefined {
  const letters = window.slice(0, thaiUnits).match(unspaced)?.length ?? 0;
  if (letters * 2 < thaiUnits) return undefined;
  // A space beside a number or a Latin name parts no sentences.
  const space = /(?<=[\u0e00-\u109f\u1780-\u17ff])\s+(?=[\u0e00-\u109f\u1780-\u17ff])/gu;
  space.lastIndex = thaiUnits;
  const match = space.exec(window);
  return match === null ? undefined : match.index;
}

function clauseCut(window: string): number {
  const half = window.length >> 1;
  const afterMark =
    [...window.matchAll(clauseMark)]
      .map(({ 0: mark, index }) => index + mark.length)
      .filter((at) => isGraphemeBoundary(window, at))
      .at(-1) ?? 0;
  if (afterMark > half) return afterMark;
  const space = window.search(/\s\S*$/);
  if (space > half) return space;
  // The last grapheme may go on beyond the window, so the cut falls before it.
  return lastGraphemeStart(window) || window.length;
}
