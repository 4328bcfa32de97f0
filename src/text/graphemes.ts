const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Characters that never continue the grapheme before them, so that the common case needs no segmenter. */
const alwaysStarts = /[\x20-\x7e\u3000-\u3029\u3041-\u3096\u30a1-\u9fff\uff01-\uff65]/;

/** Whether a grapheme begins at `at` (or the text ends there). Looks at the one character before, so not for flags. */
export function isGraphemeBoundary(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length || alwaysStarts.test(text.charAt(at))) return true;
  return segmenter.segment(text.slice(at - 1, at + 8)).containing(1)?.index === 1;
}

/** Where the last grapheme of a text begins. Linear in the length of the text. */
export function lastGraphemeStart(text: string): number {
  return segmenter.segment(text).containing(text.length - 1)?.index ?? 0;
}
