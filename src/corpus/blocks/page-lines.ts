import { displayWidth } from '../evidence/characters.ts';
import type { LineShape } from './line-shapes.ts';

/** One line of a page: `[start, end)` without its line ending; the next line starts at `next`. */
export interface PageLine {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The text without outer white space. */
  readonly trimmed: string;
  readonly isBlank: boolean;
  /** Whether white space sets the line in, as at the start of a paragraph. */
  readonly isIndented: boolean;
  /** Width in terminal cells. */
  readonly width: number;
  /** What it is by its shape alone, once `readUnits` has asked. */
  shape?: LineShape;
}

/** The page's lines in order, for `\n`, `\r\n` and `\r`. */
export function readLines(text: string): PageLine[] {
  const lines: PageLine[] = [];
  let start = 0;
  while (start <= text.length) {
    const end = lineEnd(text, start);
    lines.push(describeLine(text.slice(start, end), start, lines.length + 1));
    if (end >= text.length) break;
    start = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
  return lines;
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

function describeLine(text: string, start: number, number: number): PageLine {
  const trimmed = text.trim();
  return {
    number,
    start,
    end: start + text.length,
    text,
    trimmed,
    isBlank: trimmed === '',
    isIndented: /^(?:\u3000|\t|[ \u00a0]{2})/.test(text),
    width: displayWidth(trimmed),
  };
}
