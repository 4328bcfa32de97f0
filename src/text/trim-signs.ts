import { classAt, whiteSpace } from './character-classes.ts';

/**
 * The text without white space and these signs at its ends. Linear, which `/[\s*]+$/` is not: it is tried anew at every
 * character, through all the white space there.
 */
export function trimSigns(text: string, before: string, after: string): string {
  let start = 0;
  while (start < text.length && isOuter(text, start, before)) start++;
  let end = text.length;
  while (end > start && isOuter(text, end - 1, after)) end--;
  return text.slice(start, end);
}

function isOuter(text: string, at: number, signs: string): boolean {
  return (classAt(text, at) & whiteSpace) !== 0 || signs.includes(text.charAt(at));
}
