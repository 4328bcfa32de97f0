import { endingOf, openingOf } from '../evidence/characters.ts';
import { lineShape } from './line-shapes.ts';
import type { LineShape } from './line-shapes.ts';
import type { PageLine } from './page-lines.ts';

/** Lines that belong together before their neighbourhood is looked at. */
export interface Unit {
  readonly shape: LineShape | 'heading' | 'quote' | 'text';
  readonly lines: readonly PageLine[];
  /** Of a heading: 1 to 6. */
  readonly level?: number;
  /** Page offsets of its words: without line markers and outer white space. */
  readonly textStart: number;
  readonly textEnd: number;
}

/** Widest line that can be one of several wrapped lines; longer ones are a paragraph each. */
const maxWrappedWidth = 140;

/** Groups lines into units: a heading, a byline, a caption, … by their own shape, or a paragraph of wrapped lines. */
export function readUnits(lines: readonly PageLine[]): Unit[] {
  const units: Unit[] = [];
  let run: PageLine[] = [];
  const flush = (): void => {
    for (const unit of splitParagraphs(run)) units.push(unit);
    run = [];
  };
  for (const line of lines) {
    if (line.isBlank) {
      flush();
      continue;
    }
    const level = setextLevel(line, run);
    if (level > 0) {
      const title = run.pop();
      flush();
      if (title) units.push(makeUnit('heading', [title, line], level));
      continue;
    }
    const shaped = isInsideParagraph(line, run) ? null : shapeLine(line);
    if (shaped === null) run.push(line);
    else {
      flush();
      units.push(shaped);
    }
  }
  flush();
  return units;
}

/** `===` or `---` right under a single short line makes that line a heading. */
function setextLevel(line: PageLine, run: readonly PageLine[]): number {
  const above = run.at(-1);
  if (above === undefined || run.length > 1 || above.width > 120) return 0;
  if (/^={3,}\s*$/.test(line.text)) return 1;
  return /^-{3,}\s*$/.test(line.text) && endingOf(above.text) === 'open' ? 2 : 0;
}

/** A date or a number at the start of a wrapped line is part of the sentence. */
function isInsideParagraph(line: PageLine, run: readonly PageLine[]): boolean {
  const above = run.at(-1);
  if (above === undefined || /^ {0,3}#{1,6}(?:\s|$)/.test(line.text)) return false;
  if (endingOf(above.text) !== 'open') return false;
  const isRunning = openingOf(line.trimmed) === 'open' || /[,，、]$/.test(above.trimmed);
  return isRunning || (run.length >= 2 && ['dateline', 'furniture'].includes(shapeOf(line)));
}

/** The shape of a line by itself, found once: its neighbours ask for it too. */
function shapeOf(line: PageLine): LineShape {
  return (line.shape ??= lineShape(line.trimmed));
}

function shapeLine(line: PageLine): Unit | null {
  const heading = /^ {0,3}(#{1,6})(?:\s+|$)/.exec(line.text);
  if (heading) return makeUnit('heading', [line], heading[1]?.length ?? 1);
  const shape = shapeOf(line);
  // A caption may run over several lines, as a paragraph does.
  return shape === 'text' || shape === 'caption' ? null : makeUnit(shape, [line]);
}

function paragraphShape(first: PageLine): Unit['shape'] {
  if (isQuoted(first)) return 'quote';
  return shapeOf(first) === 'caption' ? 'caption' : 'text';
}

function makeUnit(shape: Unit['shape'], lines: readonly PageLine[], level?: number): Unit {
  const first = lines[0];
  const last = shape === 'heading' ? first : lines.at(-1);
  if (first === undefined || last === undefined) throw new TypeError('a unit has at least one line');
  const marker = /^\s*(?:#{1,6}\s+|(?:>\s?)+)?\s*/.exec(first.text)?.[0].length ?? 0;
  const closing = shape === 'heading' ? /(?<!\s)\s+(?:#+\s*)?$/ : /(?<!\s)\s+$/;
  const textEnd = last.end - (closing.exec(last.text)?.[0].length ?? 0);
  const textStart = Math.min(first.start + marker, textEnd);
  return { shape, lines, textStart, textEnd, ...(level === undefined ? {} : { level }) };
}

/** Cuts a run of text lines into paragraphs, and blockquotes from other text. */
function splitParagraphs(run: readonly PageLine[]): Unit[] {
  const units: Unit[] = [];
  let open: PageLine[] = [];
  const flush = (): void => {
    const first = open[0];
    if (first) units.push(makeUnit(paragraphShape(first), open));
    open = [];
  };
  const width = Math.max(0, ...run.slice(0, 400).map((line) => line.width));
  for (const line of run) {
    const above = open.at(-1);
    if (above && startsParagraph(line, above, width)) flush();
    open.push(line);
  }
  flush();
  return units;
}

function isQuoted(line: PageLine): boolean {
  return /^\s*>/.test(line.text);
}

/**
 * A line goes on with the paragraph above only if it was wrapped there: its first word would not have fitted. The page
 * knows its column's width from the run's widest line.
 */
function startsParagraph(line: PageLine, above: PageLine, width: number): boolean {
  if (isQuoted(line) !== isQuoted(above)) return true;
  if (isCaption(line) || (isCaption(above) && endsCaption(above))) return true;
  if (/^\s*(?:[-*+•]\s|\d{1,3}[.)]\s)/.test(line.text)) return true;
  if (width > maxWrappedWidth)
    return above.width < width * 0.7 || endingOf(above.text) === 'closed' || line.isIndented;
  if (line.isIndented && !above.isIndented) return true;
  if (endsHyphenated(above.trimmed) && openingOf(line.text) === 'open') return false;
  const firstWord = /^\S{1,30}/.exec(line.trimmed)?.[0] ?? '';
  const needed = firstWord.charCodeAt(0) >= 0x2e80 ? 4 : firstWord.length + 1;
  // A ragged column may break a word early; only a line that plainly had room was meant to end.
  return above.width + needed + slack(width) <= width;
}

function isCaption(line: PageLine): boolean {
  return shapeOf(line) === 'caption';
}

function endsCaption(line: PageLine): boolean {
  return /(?:摄|摄影报道|撮影|提供|[)）])$/u.test(line.trimmed);
}

function endsHyphenated(text: string): boolean {
  return /\p{L}[-\u2010\u00ad]$/u.test(text.slice(-3));
}

function slack(width: number): number {
  return width < 40 ? 2 : 6;
}
