/** Lines of one page. A printed page has 1,000; reading takes 2 s at the limit. */
const maxLines = 200_000;
/** Paragraphs of one page. A printed page has 300; telling which runs on into which takes 4 s at the limit. */
const maxParagraphs = 50_000;

/** Which limit a page passes that is to be taken apart into stories, in words; null where it passes none. */
export function excessOf(text: string): string | null {
  let lineCount = 0;
  let paragraphCount = 0;
  let isInside = false;
  for (const { 0: line } of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    // Only behind the last line is there nothing, not even a line's end.
    if (line === '') break;
    const isBlank = line.trim() === '';
    if (!isBlank && !isInside) paragraphCount++;
    isInside = !isBlank;
    lineCount++;
    if (lineCount > maxLines) return `over ${String(maxLines)} lines`;
    if (paragraphCount > maxParagraphs) return `over ${String(maxParagraphs)} paragraphs`;
  }
  return null;
}
