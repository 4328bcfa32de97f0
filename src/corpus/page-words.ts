import type { Vocabulary } from './body.ts';

/** The page's words in lower case, hyphenated ones whole; counted at the first question. Linear in the page's length. */
export function countWords(text: string): Vocabulary {
  let counts: Map<string, number> | undefined;
  return {
    count(word) {
      counts ??= readWords(text);
      return counts.get(word.toLowerCase()) ?? 0;
    },
  };
}

function readWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+(?:[-\u2010]\p{L}+)*/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
