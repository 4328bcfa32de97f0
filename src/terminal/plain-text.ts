/**
 * A text of unknown origin as one line that does nothing to a terminal: control characters, among them escape codes,
 * and the marks that reverse the direction of what follows (U+202A to U+202E, U+2066 to U+2069) become spaces.
 */
export function plainText(text: string): string {
  return text
    .replace(/\s+/gu, (space) => (space.includes('\n') ? ' ' : space))
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}
