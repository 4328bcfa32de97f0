import type { Segment } from '../article.ts';
import type { Block } from '../block.ts';
import { classAt, lastRunStart, letter, lowerCase, runEnd } from '../../text/character-classes.ts';
import { breaksWithoutSpace } from '../evidence/characters.ts';
import { visibleRanges } from '../evidence/inline-markup.ts';
import type { PageRange } from '../evidence/inline-markup.ts';
import type { PageWords } from '../evidence/page-words.ts';

/** A body with its provenance. */
export interface Body {
  readonly body: string;
  readonly segments: readonly Segment[];
}

/** A block, and whether it goes on in the middle of the paragraph before it. */
export interface BodyPart {
  readonly block: Block;
  readonly isRunOn: boolean;
}

/** Puts blocks together as paragraphs separated by blank lines, each visible stretch of a line one segment. */
export function buildBody(parts: readonly BodyPart[], pageText: string, words: PageWords): Body {
  // In pieces, since to look at the end of a growing string copies all of it.
  const pieces: string[] = [];
  const segments: Segment[] = [];
  let length = 0;
  const append = (range: PageRange, line: number, gap: string): void => {
    pieces.push(gap + pageText.slice(range.start, range.end));
    const start = length + gap.length;
    length = start + range.end - range.start;
    segments.push({ start, end: length, pageStart: range.start, lines: [line, line] });
  };
  for (const { block, isRunOn } of parts) {
    let isFirst = true;
    for (const line of textLines(block, pageText)) {
      const ranges = trimRanges(visibleRanges(pageText, line.start, line.end), pageText);
      for (const [at, range] of ranges.entries()) {
        if (at > 0) append(range, line.number, '');
        else if (isFirst && !isRunOn) append(range, line.number, segments.length > 0 ? '\n\n' : '');
        else {
          const seam = seamBetween(endOf(pieces), pageText.slice(range.start, range.end), words);
          if (seam.dropsHyphen) {
            dropHyphen(pieces, segments);
            length--;
          }
          append(range, line.number, seam.gap);
        }
        isFirst = false;
      }
    }
  }
  return { body: pieces.join(''), segments };
}

/** How much of the text before a seam is looked at, in UTF-16 units: longer than nearly all words. */
const seamUnits = 40;

function endOf(pieces: readonly string[]): string {
  let end = '';
  for (let at = pieces.length - 1; at >= 0 && end.length < seamUnits; at--) end = (pieces[at] ?? '') + end;
  return end.slice(-seamUnits);
}

interface TextLine extends PageRange {
  readonly number: number;
}

function textLines(block: Block, pageText: string): TextLine[] {
  const end = block.textStart + block.text.length;
  const lines: TextLine[] = [];
  let number = block.lines[0];
  for (let start = block.textStart; start <= end;) {
    const stop = nextBreak(pageText, start, end);
    const marker =
      /^\s*(?:>\s?)*(?:[-*+•]\s+)?/.exec(pageText.slice(start, Math.min(stop, start + 40)))?.[0].length ?? 0;
    lines.push({ start: Math.min(start + marker, stop), end: stop, number });
    start = pageText.startsWith('\r\n', stop) ? stop + 2 : stop + 1;
    number++;
  }
  return lines;
}

function nextBreak(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return end;
}

/** Leaves out white space at both ends of a line, which the body writes itself. */
function trimRanges(ranges: readonly PageRange[], text: string): PageRange[] {
  const kept = [...ranges];
  for (let first = kept[0]; first; first = kept[0]) {
    let { start } = first;
    while (start < first.end && isSpace(text, start)) start++;
    kept[0] = { start, end: first.end };
    if (start < first.end) break;
    kept.shift();
  }
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    let { end } = last;
    while (end > last.start && isSpace(text, end - 1)) end--;
    kept[kept.length - 1] = { start: last.start, end };
    if (end > last.start) break;
    kept.pop();
  }
  return kept;
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

/** What stands between two lines of one paragraph. */
export interface Seam {
  readonly gap: '' | ' ';
  readonly dropsHyphen: boolean;
}

/** How the end of one line and the start of the next are put together. */
export function seamBetween(before: string, after: string, words: PageWords): Seam {
  const last = before.at(-1) ?? '';
  const first = after.charAt(0);
  if (/[\u00ad\u2010-]/.test(last) && /^\p{L}/u.test(after)) return hyphenSeam(before, after, words);
  if (breaksWithoutSpace(last) || breaksWithoutSpace(first)) return { gap: '', dropsHyphen: false };
  if (/\d/.test(last) && /\d/.test(first)) return { gap: '', dropsHyphen: false };
  const tail =
    (classAt(after, 0) & lowerCase) === 0 ? '' : after.slice(0, runEnd(after.slice(0, seamUnits), 0, letter));
  const end = before.slice(-seamUnits);
  const head = tail === '' ? '' : end.slice(lastRunStart(end, letter));
  const isCutWord = head !== '' && words.count(head + tail) > 0 && words.count(tail) <= 1;
  const isClosing = /^[,.;:!?)\]}»”’،؛؟%]/.test(first) && !/^[:;!?»]/.test(first);
  return { gap: isCutWord || isClosing ? '' : ' ', dropsHyphen: false };
}

/** A hyphen at a line's end is part of the word in "Franco-German" and where the page writes it inside a line. */
function hyphenSeam(before: string, after: string, words: PageWords): Seam {
  const head = /(\p{L}+)[\u00ad\u2010-]$/u.exec(before.slice(-seamUnits))?.[1] ?? '';
  const tail = /^\p{L}+/u.exec(after.slice(0, seamUnits))?.[0] ?? '';
  if (head === '') return { gap: /\s-$/.test(before) ? ' ' : '', dropsHyphen: false };
  const isCompound = words.count(`${head}-${tail}`) > words.count(head + tail) || /^\p{Lu}/u.test(tail);
  return { gap: '', dropsHyphen: before.endsWith('\u00ad') || !isCompound };
}

/** Takes the last character from the pieces and from the segment it stands in. */
function dropHyphen(pieces: string[], segments: Segment[]): void {
  pieces.push((pieces.pop() ?? '').slice(0, -1));
  const last = segments.pop();
  if (last && last.end - last.start > 1) segments.push({ ...last, end: last.end - 1 });
}
