import { readTerms } from '../evidence/cohesion.ts';
import type { Terms } from '../evidence/cohesion.ts';
import type { FrontItem } from './front-item.ts';

/** What stands beside the units of a page. */
export interface Surroundings {
  /** The unit before (-1) or after (1) that is not furniture or a caption. */
  neighbour(at: number, step: 1 | -1): FrontItem | undefined;
  /** Whether nothing but labels, captions and furniture stands between the unit and a byline or a date. */
  reachesByline(at: number, step: 1 | -1): boolean;
  /** The terms of a unit that is text, by its first words; none of any other. */
  terms(at: number): Terms;
}

const none: Terms = new Set();

/** How much of a unit is read for its terms, in UTF-16 units. */
const termUnits = 1500;

/** Looks up and down the page once, not once a unit: a page may be nothing but labels or furniture. */
export function readSurroundings(items: readonly FrontItem[]): Surroundings {
  const sides = { [-1]: lookAlong(items, -1), [1]: lookAlong(items, 1) };
  const terms: (Terms | undefined)[] = [];
  return {
    neighbour: (at, step) => items[sides[step].neighbours[at] ?? -1],
    reachesByline: (at, step) => sides[step].reaches[at] === 1,
    terms(at) {
      const item = items[at];
      if (item?.kind !== 'body' || item.isLabel) return none;
      return (terms[at] ??= readTerms(item.text.slice(0, termUnits)));
    },
  };
}

function lookAlong(items: readonly FrontItem[], step: 1 | -1) {
  const neighbours = new Int32Array(items.length).fill(-1);
  const reaches = new Uint8Array(items.length);
  const first = step === 1 ? items.length - 1 : 0;
  for (let at = first, neighbour = -1, reach = 0; at >= 0 && at < items.length; at -= step) {
    neighbours[at] = neighbour;
    reaches[at] = reach;
    const { kind, isLabel } = items[at]!;
    if (kind !== 'furniture' && kind !== 'caption') neighbour = at;
    if (kind === 'byline' || kind === 'dateline') reach = 1;
    else if (!isLabel && kind !== 'caption' && kind !== 'furniture') reach = 0;
  }
  return { neighbours, reaches };
}
