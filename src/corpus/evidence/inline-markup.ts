/** Half-open range of page offsets. */
export interface PageRange {
  readonly start: number;
  readonly end: number;
}

const markup =
  /(?=[!*_`[<\\])(?:!\[[^[\]\n]{0,500}\]\([^()\s]{0,2000}\)|\[([^[\]\n]{1,500})\]\([^()\s]{0,2000}(?:\s"[^"\n]{0,200}")?\)|(?=[*_])(?:(\*\*|__)(?=\S)|(?<=\S)(\*\*|__)|(?<![\p{L}\p{N}*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_(?=[^\s_])|(?<=[^\s_])_(?![\p{L}\p{N}_]))|`+|<\/?(?:b|i|em|strong|br|p|span|u|a|sup|sub)\b[^<>\n]{0,300}>|\\[*_`[\]#>\\-])/gu;

/**
 * The parts of a line that a reader sees: what emphasis, links, code marks, images, escapes and simple tags leave of it,
 * in order.
 */
export function visibleRanges(text: string, start: number, end: number): PageRange[] {
  const slice = text.slice(start, end);
  if (!/[*_`[\]<\\]/.test(slice)) return start < end ? [{ start, end }] : [];
  const ranges: PageRange[] = [];
  let from = 0;
  const keep = (to: number): void => {
    if (to > from) ranges.push({ start: start + from, end: start + to });
  };
  for (const match of slice.matchAll(markup)) {
    keep(match.index);
    const label = match[1];
    const labelAt = match.index + 1;
    if (label !== undefined)
      ranges.push(...visibleRanges(text, start + labelAt, start + labelAt + label.length));
    // Of an escape only the backslash goes; both characters are matched so that the second starts no emphasis.
    from = match.index + (match[0].startsWith('\\') ? 1 : match[0].length);
  }
  keep(slice.length);
  return ranges;
}

/** A line's visible text. */
export function visibleText(text: string): string {
  return visibleRanges(text, 0, text.length)
    .map((range) => text.slice(range.start, range.end))
    .join('')
    .trim();
}
