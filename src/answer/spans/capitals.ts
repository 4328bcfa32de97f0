import { sentenceOpeners } from './titles.ts';

/** A run of capitalised words, without a word that only begins the sentence and without a possessive. */
export interface CapitalRun {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Its words in lower case, without dots. */
  readonly words: readonly string[];
  /** The word before it in lower case, empty at the beginning or behind a mark. */
  readonly before: string;
  readonly isFirst: boolean;
}

const word = "\\p{Lu}(?:[\\p{L}\\p{M}\\d'’-]*[\\p{L}\\p{M}\\d])?\\.?";
/** What may join two words of one name. */
const joint =
  '(?:\\s|-)(?:(?:de|del|de la|de las|von|van|van der|der|da|di|du|bin|ibn|el|of|of the|des|zu|y|ap)\\s|al-|ад-|аль-)?';
const runPattern = new RegExp(`(?<![\\p{L}\\p{N}.’'-])${word}(?:${joint}${word})*`, 'gu');
const dotted = /^(?:\p{Lu}|St|Dr|Mr|Mrs|Ms|Rev|Jr|Sr|Prof|Gen|Sen|Gov|г)\.$/u;

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** The runs of capitalised words of a sentence, in order. */
export function findCapitals(sentence: string): CapitalRun[] {
  return Array.from(sentence.matchAll(runPattern)).flatMap(({ 0: text, index }) =>
    cutAtDots(text, index).flatMap((piece) => {
      const run = readRun(sentence, withoutOpeners(sentence, piece), piece.start === 0);
      return run === null ? [] : [run];
    }),
  );
}

/** A dot behind a whole word ends the run, one behind an initial or a short title does not. */
function cutAtDots(text: string, offset: number): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const { 0: token, index } of text.matchAll(/\S+/gu)) {
    const isLast = index + token.length === text.length;
    const endsHere = token.endsWith('.') && !dotted.test(token);
    if (!isLast && !endsHere) continue;
    pieces.push({ start: offset + start, end: offset + index + token.length - (endsHere ? 1 : 0) });
    start = index + token.length + 1;
  }
  return pieces;
}

function withoutOpeners(sentence: string, { start, end }: Piece): Piece {
  let from = start;
  for (const token of sentence.slice(start, end).split(/\s/u)) {
    if (!sentenceOpeners.has(token.toLowerCase())) break;
    from += token.length + 1;
  }
  return { start: from, end };
}

function readRun(sentence: string, { start, end }: Piece, opensSentence: boolean): CapitalRun | null {
  const text = sentence.slice(start, end).replace(/['’]s?$/u, '');
  if (!/^\p{Lu}/u.test(text)) return null;
  const before = /([\p{L}\p{M}.'’-]+)\s$/u.exec(sentence.slice(Math.max(0, start - 30), start))?.[1] ?? '';
  return {
    start,
    end: start + text.length,
    text,
    words: text.toLowerCase().replaceAll('.', '').split(/\s/u),
    before: before.toLowerCase().replace(/\.$/u, ''),
    isFirst: opensSentence && start === 0,
  };
}
