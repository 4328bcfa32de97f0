import { isSpacelessScript } from '../text/scripts.ts';

/** How often each term stands in some text. */
export interface TermCounts {
  readonly terms: ReadonlyMap<string, number>;
  readonly total: number;
}

/** Share of a story's own words against the page's in the mixture that a paragraph is drawn from. */
const ownShare = 0.5;

/** Terms that tell stories apart: pairs of characters in unspaced scripts, word stems of three letters or more elsewhere. */
export function readTerms(text: string): TermCounts {
  const terms = new Map<string, number>();
  let total = 0;
  const add = (term: string): void => {
    terms.set(term, (terms.get(term) ?? 0) + 1);
    total++;
  };
  for (const [run] of text.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) {
    if (!isSpacelessScript(run)) {
      if (run.length >= 3) add(run.slice(0, 6));
    } else for (let at = 0; at + 1 < run.length; at++) add(run.slice(at, at + 2));
  }
  return { terms, total };
}

/** The sum of several counts. */
export function addTerms(parts: Iterable<TermCounts>): TermCounts {
  const terms = new Map<string, number>();
  let total = 0;
  for (const part of parts) {
    for (const [term, count] of part.terms) terms.set(term, (terms.get(term) ?? 0) + count);
    total += part.total;
  }
  return { terms, total };
}

/**
 * By how many nats the paragraph's words are likelier in a story than on its page at large; terms that stand nowhere
 * else on the page say nothing and count nothing. After the language model view of text segmentation (Utiyama and
 * Isahara, ACL 2001). `story` must not contain the paragraph.
 */
export function cohesion(paragraph: TermCounts, story: TermCounts, page: TermCounts): number {
  if (story.total === 0) return 0;
  let nats = 0;
  for (const [term, count] of paragraph.terms) {
    const elsewhere = (page.terms.get(term) ?? 0) - count;
    if (elsewhere <= 0) continue;
    const pageShare = elsewhere / Math.max(1, page.total - paragraph.total);
    const storyShare = (story.terms.get(term) ?? 0) / story.total;
    // Repeats within one paragraph are no new evidence.
    nats += Math.log(1 - ownShare + (ownShare * storyShare) / pageShare);
  }
  return nats;
}
