import type { BlockKind } from '../block.ts';
import { isWideText } from '../evidence/characters.ts';

/**
 * Which of the short lines above a story is its kicker, headline and subtitle, in their order on the page. More than
 * four such lines are a list or a poem: `body`.
 */
export function rankLabels(labels: readonly string[]): BlockKind[] {
  if (labels.length > 4) return labels.map(() => 'body');
  const headline = headlineAt(labels);
  return labels.map((_, at) => {
    if (at === headline) return 'headline';
    return at < headline ? 'kicker' : 'subtitle';
  });
}

function headlineAt(labels: readonly string[]): number {
  const [first = '', second = ''] = labels;
  if (labels.length === 1) return 0;
  const dashed = labels.findIndex((label) => /^[—–-]{1,2}/.test(label));
  if (dashed > 0) return dashed - 1;
  if (labels.length >= 3) return 1;
  return isKicker(first, second) ? 1 : 0;
}

/** Two phrases side by side in Chinese; elsewhere capitals or a few words that are plainly shorter than what follows. */
function isKicker(first: string, second: string): boolean {
  if (isWideText(first)) return first.length <= 6 || (isTwoPhrased(first) && !isTwoPhrased(second));
  if (/\p{Lu}/u.test(first) && first === first.toUpperCase() && second !== second.toUpperCase()) return true;
  return first.split(/\s+/).length <= 3 && second.length > first.length * 2;
}

/** Whether a label is two phrases side by side, as Chinese kickers are. */
export function isTwoPhrased(label: string): boolean {
  return isWideText(label) && /^[^\s,，。]{3,14}[\s\u3000]+[^\s,，。]{3,14}$/u.test(label);
}
