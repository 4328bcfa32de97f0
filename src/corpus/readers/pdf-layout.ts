/** Words at a place on a page: `x` from the left, `y` of the base line from below, both in points. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the font. */
  readonly height: number;
  readonly isRightToLeft: boolean;
}

/** A printed line, or the part of it that stands in one column. */
interface LinePart {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
}

/** Words of a line further apart than this, in font heights, stand in two columns; justified lines stay under it. */
const columnGap = 0.9;
/** A gap above this, in font heights, is a space. */
const spaceGap = 0.15;
/** A column runs beside others; a line as wide as this part of its region stands above or below them. */
const spanningShare = 0.6;
/** Lines further apart than this, in font heights, are two paragraphs. */
const paragraphGap = 1.75;
/** Letters larger than this, in those of the body, make a headline, where they are few. */
const headlineRatio = 1.3;
const maxHeadline = 200;
/** White space from which on the rows below may be set in other columns, in font heights; within a text it is 0.2 to 0.5. */
const rowGap = 0.4;
/** Of more parts than a newspaper's page has, rows are not cut: the time grows by the square. */
const maxPartsCut = 1_500;
/** Columns within columns; the recursion ends here. */
const maxNesting = 12;

/**
 * The lines of one page in reading order: columns from the first to the last, each from top to bottom, under what stands
 * above them all. A blank line where a paragraph or a column ends, headlines marked with `## `.
 */
export function layOutPage(texts: readonly PlacedText[]): string[] {
  const isRightToLeft = texts.filter((text) => text.isRightToLeft).length * 2 > texts.length;
  const parts = joinLineParts(texts, isRightToLeft);
  const bodyHeight = commonHeight(parts);
  const columns = orderRegion(parts, isRightToLeft, 0);
  const lines: string[] = [];
  for (const column of columns) {
    if (lines.length > 0) lines.push('');
    lines.push(...printColumn(column, bodyHeight));
  }
  return lines;
}

/** Words on one base line become one part, until a gap as wide as between columns. */
function joinLineParts(texts: readonly PlacedText[], isRightToLeft: boolean): LinePart[] {
  const rows = groupRows(texts.filter(({ text }) => text.trim() !== ''));
  return rows.flatMap((row) => {
    const sorted = row.toSorted((a, b) => a.x - b.x);
    const groups: PlacedText[][] = [];
    for (const text of sorted) {
      const before = groups.at(-1)?.at(-1);
      const gap = before === undefined ? Infinity : text.x - before.x - before.width;
      if (before && gap <= columnGap * Math.max(text.height, before.height)) groups.at(-1)?.push(text);
      else groups.push([text]);
    }
    return groups.map((group) => formPart(group, isRightToLeft));
  });
}

/** Texts by base line, from the top; a base line may be off by a third of the font's height. */
function groupRows(texts: readonly PlacedText[]): PlacedText[][] {
  const rows: PlacedText[][] = [];
  for (const text of texts.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const first = rows.at(-1)?.[0];
    if (first && first.y - text.y <= Math.min(first.height, text.height) / 3) rows.at(-1)?.push(text);
    else rows.push([text]);
  }
  return rows;
}

function formPart(group: readonly PlacedText[], isRightToLeft: boolean): LinePart {
  let text = '';
  let edge: number | null = null;
  for (const word of isRightToLeft ? group.toReversed() : group) {
    const start = isRightToLeft ? word.x + word.width : word.x;
    const gap = edge === null ? 0 : Math.abs(start - edge);
    text +=
      edge !== null && gap > spaceGap * word.height && !text.endsWith(' ') ? ` ${word.text}` : word.text;
    edge = isRightToLeft ? word.x : word.x + word.width;
  }
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    left: Math.min(...group.map(({ x }) => x)),
    right: Math.max(...group.map(({ x, width }) => x + width)),
    y: group[0]?.y ?? 0,
    height: Math.max(...group.map(({ height }) => height)),
  };
}

/** The font height that most letters have. */
function commonHeight(parts: readonly LinePart[]): number {
  const letters = new Map<number, number>();
  for (const { height, text } of parts) {
    const rounded = Math.round(height * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/** The columns of a region in reading order, each a list of parts from top to bottom. */
function orderRegion(parts: readonly LinePart[], isRightToLeft: boolean, nesting: number): LinePart[][] {
  if (parts.length <= 1 || nesting > maxNesting) return parts.length === 0 ? [] : [[...parts]];
  const [left, right] = extent(parts);
  const bands: LinePart[][] = [];
  let isLastSpanning = false;
  for (const part of parts) {
    const isSpanning = part.right - part.left > spanningShare * (right - left);
    if (isSpanning === isLastSpanning && bands.length > 0) bands.at(-1)?.push(part);
    else bands.push([part]);
    isLastSpanning = isSpanning;
  }
  const split = bands.flatMap(cutRows).map((band) => splitBand(band, isRightToLeft, nesting));
  // Without columns the short last lines of paragraphs would be bands of their own.
  if (split.every((columns) => columns.length === 1)) return [[...parts]];
  return split.flat();
}

/** A band in which three columns stand above two, say, as a band of each. */
function cutRows(band: readonly LinePart[]): LinePart[][] {
  if (band.length > maxPartsCut) return [[...band]];
  const count = gutters(band).length;
  let best: { readonly at: number; readonly score: number } | null = null;
  for (let at = 1; at < band.length; at++) {
    if (whiteAbove(band, at) < rowGap) continue;
    const sides = [band.slice(0, at), band.slice(at)];
    const counts = sides.map((side) => gutters(side).length);
    if (Math.max(...counts) <= count) continue;
    const score = sides.reduce((sum, side, which) => sum + (counts[which] ?? 0) * tall(side), 0);
    if (best === null || score > best.score) best = { at, score };
  }
  if (best === null) return [[...band]];
  return [...cutRows(band.slice(0, best.at)), ...cutRows(band.slice(best.at))];
}

/** White space above a part, from the part before it, in font heights; 0 or less where they stand beside each other. */
function whiteAbove(band: readonly LinePart[], at: number): number {
  const part = band[at];
  const before = band[at - 1];
  return part && before ? (before.y - part.y - part.height) / Math.min(part.height, before.height) : 0;
}

function tall(parts: readonly LinePart[]): number {
  return (parts[0]?.y ?? 0) - (parts.at(-1)?.y ?? 0);
}

/** A band that a gap divides from top to bottom, as its columns; else as it is. */
function splitBand(band: readonly LinePart[], isRightToLeft: boolean, nesting: number): LinePart[][] {
  const gutter = gutters(band).sort((a, b) => b.width - a.width)[0]?.at;
  if (gutter === undefined) return [[...band]];
  const before = band.filter(({ right }) => right <= gutter);
  const after = band.filter(({ right }) => right > gutter);
  const sides = isRightToLeft ? [after, before] : [before, after];
  return sides.flatMap((side) => orderRegion(side, isRightToLeft, nesting + 1));
}

/** The gaps from top to bottom that no part reaches into, wide enough to stand between columns. */
function gutters(parts: readonly LinePart[]): { readonly at: number; readonly width: number }[] {
  const found: { readonly at: number; readonly width: number }[] = [];
  const needed = commonHeight(parts) * columnGap * 0.75;
  let reach = Infinity;
  for (const { left, right } of parts.toSorted((a, b) => a.left - b.left)) {
    if (left - reach >= needed) found.push({ at: reach, width: left - reach });
    reach = reach === Infinity ? right : Math.max(reach, right);
  }
  return found;
}

function extent(parts: readonly LinePart[]): [number, number] {
  return [Math.min(...parts.map(({ left }) => left)), Math.max(...parts.map(({ right }) => right))];
}

function printColumn(column: readonly LinePart[], bodyHeight: number): string[] {
  const lines: string[] = [];
  let before: LinePart | undefined;
  for (const part of column) {
    const isHeadline = part.height >= bodyHeight * headlineRatio && part.text.length <= maxHeadline;
    const isSameSize = before !== undefined && Math.abs(before.height - part.height) < part.height * 0.1;
    const gap = before === undefined ? 0 : before.y - part.y;
    const isApart = before !== undefined && (!isSameSize || gap > paragraphGap * part.height || gap < 0);
    if (isApart) lines.push('');
    const last = lines.at(-1);
    if (isHeadline && isSameSize && !isApart && last !== undefined)
      lines[lines.length - 1] = joinWords(last, part.text);
    else lines.push(isHeadline ? `## ${part.text}` : part.text);
    before = part;
  }
  return lines;
}

/** A headline on two lines; scripts without spaces between words get none. */
function joinWords(first: string, second: string): string {
  const isSpaceless =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}，。、！？：；]$/u.test(first);
  return isSpaceless ? first + second : `${first} ${second}`;
}
