import { isSpacelessScript } from '../../text/scripts.ts';

/** ICU's dictionaries of words for scripts without spaces; the locale only names the language of the rules. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Whether a known word runs over the seam of two texts in a script without spaces: "…加装电" + "梯,…". `null` where the
 * seam is not between two letters of such a script.
 */
export function hasWordAcross(before: string, after: string): boolean | null {
  const last = before.slice(-1);
  const next = after.slice(0, 1);
  if (!isSpacelessScript(last) || !isSpacelessScript(next)) return null;
  const head = before.slice(-6);
  const text = head + after.slice(0, 6);
  const word = segmenter.segment(text).containing(head.length);
  return word !== undefined && word.index < head.length;
}
