import type { Article, Lines, Segment } from './article.ts';

/** A stretch of a page, in page offsets, and the lines it stands on. */
export interface PageSpan {
  readonly start: number;
  readonly end: number;
  readonly lines: Lines;
}

/** Where a slice of a body stands on its page. */
export interface Location {
  /** In body order; a quote across a join has one for each side. */
  readonly spans: readonly PageSpan[];
  /** First and last line of all spans. */
  readonly lines: Lines;
}

/**
 * Where `body.slice(start, end)` stands on its page.
 *
 * @throws RangeError if no character of the slice comes from the page
 */
export function locate(segments: readonly Segment[], start: number, end: number): Location {
  const spans: PageSpan[] = [];
  for (let at = firstSegmentAfter(segments, start); at < segments.length; at++) {
    const segment = segments[at];
    if (segment === undefined || segment.start >= end) break;
    const from = Math.max(start, segment.start);
    const to = Math.min(end, segment.end);
    const shift = segment.pageStart - segment.start;
    if (from < to) spans.push({ start: from + shift, end: to + shift, lines: segment.lines });
  }
  if (spans.length === 0) throw new RangeError(`no segment in [${String(start)}, ${String(end)})`);
  const from = Math.min(...spans.map(({ lines }) => lines[0]));
  const to = Math.max(...spans.map(({ lines }) => lines[1]));
  return { spans, lines: [from, to] };
}

/** Whether every character of the slice is what the page holds at its place, with only white space between segments. */
export function checkSlice(
  { body, segments }: Pick<Article, 'body' | 'segments'>,
  { start, end }: { readonly start: number; readonly end: number },
  pageText: string,
): boolean {
  if (start < 0 || start >= end || end > body.length) return false;
  let at = start;
  for (let index = firstSegmentAfter(segments, start); index < segments.length; index++) {
    const segment = segments[index];
    if (segment === undefined || segment.start >= end) break;
    const from = Math.max(start, segment.start);
    const to = Math.min(end, segment.end);
    const pageFrom = segment.pageStart + from - segment.start;
    if (body.slice(at, from).trim() !== '') return false;
    if (body.slice(from, to) !== pageText.slice(pageFrom, pageFrom + to - from)) return false;
    at = to;
  }
  return at > start && body.slice(at, end).trim() === '';
}

/** Index of the first segment that ends after an offset. */
function firstSegmentAfter(segments: readonly Segment[], offset: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
