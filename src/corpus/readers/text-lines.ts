import type { Lines } from '../article.ts';

/** Tells the line, from 1, of an offset. Lines end in `\n`, `\r\n` or `\r`. */
export function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/** So many paragraphs may be looked for in vain before the search ends: each miss reads the rest of the file. */
const maxMisses = 20;
/** Words at both ends of a paragraph by which it is found. */
const probeLength = 40;

/**
 * Finds the lines on which paragraphs stand that were taken from a file in order: by their letters, for white space is
 * not kept. A paragraph that is not found gets the lines of the whole file.
 *
 * @param texts the file's texts with their offsets, in order
 */
export function paragraphFinder(
  texts: Iterable<{ readonly text: string; readonly start: number }>,
  file: string,
): (paragraph: string) => Lines {
  const pieces: string[] = [];
  const starts: number[] = [];
  const offsets: number[] = [];
  let length = 0;
  for (const { text, start } of texts) {
    for (const { 0: word, index } of text.matchAll(/\S+/g)) {
      pieces.push(word);
      starts.push(length);
      offsets.push(start + index);
      length += word.length;
    }
  }
  const flat = pieces.join('');
  const lineOf = lineFinder(file);
  const lineAt = (at: number): number => lineOf(offsets[lastAtMost(starts, at)] ?? 0);
  let cursor = 0;
  let misses = 0;
  return (paragraph) => {
    const bare = paragraph.replace(/\s+/g, '');
    const head = bare.slice(0, probeLength);
    const from = misses < maxMisses ? find(flat, head, cursor) : -1;
    const to =
      from < 0 ? -1 : flat.indexOf(bare.slice(-probeLength), from + Math.max(0, bare.length - probeLength));
    if (from < 0 || to < 0) {
      misses++;
      return [1, lineOf(file.length)];
    }
    cursor = to + Math.min(probeLength, bare.length);
    return [lineAt(from), lineAt(cursor - 1)];
  };
}

function find(text: string, words: string, cursor: number): number {
  const ahead = text.indexOf(words, cursor);
  return ahead >= 0 ? ahead : text.indexOf(words);
}

/** Index of the last number that is not larger. */
function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}
