/** Lines without a blank one between them. A printed page has 1,000; putting lines together takes 3 s at the limit. */
const maxLinesInRow = 10_000;
/** Paragraphs of one page. A printed page has 300; telling which runs on into which takes 4 s at the limit. */
const maxParagraphs = 50_000;

/** Which limit a page passes that is to be taken apart into stories, in words; null where it passes none. */
export function excessOf(text: string): string | null {
  let paragraphCount = 0;
  let linesInRow = 0;
  for (const { 0: line } of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    if (line.trim() === '') {
      linesInRow = 0;
      continue;
    }
    if (linesInRow === 0) paragraphCount++;
    linesInRow++;
    if (linesInRow > maxLinesInRow) return `over ${String(maxLinesInRow)} lines without a blank one`;
    if (paragraphCount > maxParagraphs) return `over ${String(maxParagraphs)} paragraphs`;
  }
  return null;
}
