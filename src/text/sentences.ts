import { canPeriodEnd } from './abbreviations.ts';
import { cutLong } from './cut-long.ts';
import { isGraphemeBoundary } from './graphemes.ts';
import { continuesAfterQuote, OpenMarks, type OpenMark } from './quotation.ts';

/** Where a sentence stands in its text, in UTF-16 code units, half-open. */
export interface SentenceRange {
  readonly start: number;
  readonly end: number;
}

/** A sentence that holds a quotation of several sentences stays whole up to this many UTF-16 units. */
const maxQuotationUnits = 160;
/** Above this many units `；` ends a sentence, below it only joins its clauses. */
const maxJoinedUnits = 120;
/** A sentence longer than this is cut at a clause mark, a space or, without either, between graphemes. */
const maxSentenceUnits = 400;

const terminators = '.!?…。！？；｡．‼⁇⁈⁉;؛؟۔।॥።։။។៕';
const event = new RegExp(`[${terminators}]+|[“”„‟‘’"「」『』«»‹›《》〈〉（）()\\[\\]【】〔〕]`, 'gu');
const alwaysEnds = /[。！？｡‼⁇⁈⁉؟۔।॥።։။។៕]/u;
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

type BreakKind = 'outer' | 'quoted' | 'clause';
interface Break {
  readonly at: number;
  readonly kind: BreakKind;
}

/**
 * The sentences of a text, in order, without the white space around them; they cover every other character. None crosses
 * a blank line. Closing quotes and brackets stay with the sentence they close; a quotation stays with its speaker while
 * both are short. `language` (ISO 639-1) decides what the characters alone cannot, such as German ordinals. Linear time.
 */
export function splitSentences(text: string, language?: string): SentenceRange[] {
  const ranges: SentenceRange[] = [];
  let start = 0;
  for (const { 0: gap, index } of text.matchAll(/\r?\n[^\S\n]*\n\s*|$/g)) {
    // One at a time: more than some 100,000 arguments overflow the stack.
    if (index > start)
      for (const range of splitBlock(text, { start, end: index }, language)) ranges.push(range);
    start = index + gap.length;
  }
  return ranges;
}

function splitBlock(text: string, block: SentenceRange, language: string | undefined): SentenceRange[] {
  const breaks = findBreaks(text, block, language);
  let pieces = cutAt([block], breaks, { kind: 'outer', above: 0 });
  pieces = cutAt(pieces, breaks, { kind: 'clause', above: maxJoinedUnits });
  pieces = cutAt(pieces, breaks, { kind: 'quoted', above: maxQuotationUnits });
  const trimmed = pieces
    .flatMap((piece) => trim(text, piece))
    .flatMap((piece) => cutLong(text, piece, maxSentenceUnits));
  return joinWordless(
    text,
    trimmed.flatMap((piece) => trim(text, piece)),
  );
}

/** Cuts every piece longer than `above` at its breaks of one kind. */
function cutAt(
  pieces: readonly SentenceRange[],
  breaks: readonly Break[],
  { kind, above }: { kind: BreakKind; above: number },
): SentenceRange[] {
  const cut: SentenceRange[] = [];
  let next = 0;
  for (const { start, end } of pieces) {
    let from = start;
    for (; next < breaks.length && breaks[next]!.at < end; next++) {
      const { at, kind: found } = breaks[next]!;
      if (found !== kind || at <= from || end - start <= above) continue;
      cut.push({ start: from, end: at });
      from = at;
    }
    cut.push({ start: from, end });
  }
  return cut;
}

function trim(text: string, { start, end }: SentenceRange): SentenceRange[] {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  const length = slice.trim().length;
  return length > 0 ? [{ start: start + lead, end: start + lead + length }] : [];
}

/** A stray mark ("—", "”") is no sentence: it goes to the one before it in its block, unless that grows too long. */
function joinWordless(text: string, pieces: readonly SentenceRange[]): SentenceRange[] {
  const joined: SentenceRange[] = [];
  for (const piece of pieces) {
    const previous = joined.at(-1);
    if (
      previous !== undefined &&
      piece.end - previous.start <= maxSentenceUnits &&
      !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text.slice(piece.start, piece.end))
    )
      joined[joined.length - 1] = { start: previous.start, end: piece.end };
    else joined.push(piece);
  }
  return joined;
}

function findBreaks(text: string, block: SentenceRange, language: string | undefined): Break[] {
  const breaks: Break[] = [];
  const open = new OpenMarks(text, block.end);
  let sentenceStart = block.start;
  event.lastIndex = block.start;
  for (let match = event.exec(text); match !== null && match.index < block.end; match = event.exec(text)) {
    const { 0: mark, index } = match;
    if (!terminators.includes(mark.charAt(0))) {
      if (open.close(index) === undefined) open.open(index);
      continue;
    }
    const { end, closed } = absorbClosers(text, { start: index + mark.length, end: block.end }, open);
    event.lastIndex = end;
    const isInsideSentence = (aside: OpenMark) =>
      aside.kind === 'title' ||
      (aside.kind === 'bracket' && /\S/.test(text.slice(Math.max(sentenceStart, aside.at - 20), aside.at)));
    if (open.isInsideAside || closed.some(isInsideSentence)) continue;
    const candidate = { index, mark, end, blockEnd: block.end, sentenceStart, language };
    const kind = judge(text, {
      ...candidate,
      hasClosedQuote: closed.some((each) => each.kind === 'quotation'),
    });
    if (kind === undefined) continue;
    breaks.push({ at: end, kind: kind === 'outer' && !open.isEmpty ? 'quoted' : kind });
    if (kind === 'outer' && open.isEmpty) sentenceStart = end;
  }
  return breaks;
}

/** Moves past what belongs to the sentence that a terminator ended: closing marks, more terminators, combining marks. */
function absorbClosers(
  text: string,
  { start, end }: SentenceRange,
  open: OpenMarks,
): { end: number; closed: OpenMark[] } {
  const closed: OpenMark[] = [];
  let at = start;
  while (at < end) {
    // French sets a space before its closing mark.
    const markAt = /[ \u00a0\u202f]»/.test(text.slice(at, at + 2)) ? at + 1 : at;
    const mark = open.close(markAt);
    if (mark !== undefined) {
      closed.push(mark);
      at = markAt + 1;
    } else if (
      isStrayCloser(text, at) ||
      !isGraphemeBoundary(text, at) ||
      terminators.includes(text.charAt(at))
    )
      at++;
    else break;
  }
  return { end: at, closed };
}

/** A closing mark whose opener stands in another block, or in no block; a straight one may open what comes next. */
function isStrayCloser(text: string, at: number): boolean {
  return /^(?:[”’」』）】》]|[)\]'"](?:[\s。！？，,]|$))/.test(text.slice(at, at + 2));
}

interface Candidate {
  readonly index: number;
  readonly mark: string;
  readonly end: number;
  readonly blockEnd: number;
  readonly sentenceStart: number;
  readonly language: string | undefined;
  readonly hasClosedQuote: boolean;
}

function judge(text: string, candidate: Candidate): BreakKind | undefined {
  const { index, mark, end, blockEnd, sentenceStart, language, hasClosedQuote } = candidate;
  const next = text.slice(end, Math.min(blockEnd, end + 60));
  const after = next.trimStart();
  if (after === '') return 'outer';
  const hasSpace = after.length < next.length;
  if (hasClosedQuote && continuesAfterQuote(after)) return undefined;
  if (/^[；؛]+$/.test(mark)) return 'clause';
  if (alwaysEnds.test(mark)) return /^[，、,]/.test(after) ? undefined : 'outer';
  const previous = text.charAt(index - 1);
  const isSpaceless = spaceless.test(previous) && (spaceless.test(after.charAt(0)) || /^[“「『]/.test(after));
  if (mark.includes('…'))
    return endsAtEllipsis(after, { hasSpace, units: index - sentenceStart }) ? 'outer' : undefined;
  if (mark === ';' && isSpaceless) return 'clause';
  if (mark === ';') return /\p{Script=Greek}/u.test(previous) && hasSpace ? 'outer' : undefined;
  if (mark === '．') return /\d/.test(previous) && /^\d/.test(after) ? undefined : 'outer';
  if ((!hasSpace && !isSpaceless && !hasClosedQuote) || /^\p{Ll}/u.test(after)) return undefined;
  if (mark !== '.') return 'outer';
  const before = text.slice(Math.max(sentenceStart, index - 30), index);
  return canPeriodEnd(before, after, language) ? 'outer' : undefined;
}

/** "我……我不知道": in Chinese an ellipsis is as often a pause, so it ends only what is a sentence by length. */
function endsAtEllipsis(after: string, { hasSpace, units }: { hasSpace: boolean; units: number }): boolean {
  if (hasSpace) return !/^[\p{Ll}，、,]/u.test(after);
  return spaceless.test(after.charAt(0)) && units >= 12;
}
