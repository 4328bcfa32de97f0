import { classAt, hiragana, letter, listRuns, mark } from '../../text/character-classes.ts';
import { isSpacelessScript } from '../../text/scripts.ts';

/** The terms of a text, each once: repeats within one paragraph are no new evidence. */
export type Terms = ReadonlySet<string>;

/** Letters that stand for a word whatever its ending; 4 told 86 % of paragraphs' stories apart, 6 82 % (2026-11-24). */
const stemLength = 4;

/** Texts shorter than this, in terms, are compared as if they had as many: one shared name proves little. */
const leastSize = 8;

/**
 * Terms that tell stories apart: pairs of characters in unspaced scripts but for those of grammar alone; elsewhere the
 * first letters of words of four letters or more and of capitalized ones.
 */
export function readTerms(text: string): Terms {
  const terms = new Set<string>();
  for (const word of listRuns(text, letter | mark)) {
    const run = word.toLowerCase();
    if (!isSpacelessScript(run)) {
      if (run.length >= 4 || (run.length === 3 && run !== word)) terms.add(run.slice(0, stemLength));
    } else {
      for (let at = 0; at + 1 < run.length; at++) {
        if ((classAt(run, at) & classAt(run, at + 1) & hiragana) === 0) terms.add(run.slice(at, at + 2));
      }
    }
  }
  return terms;
}

/** The terms of several texts taken as one. */
export function joinTerms(parts: readonly Terms[]): Terms {
  return parts.length === 1 && parts[0] ? parts[0] : new Set(parts.flatMap((part) => [...part]));
}

/**
 * Cosine of two texts' terms, each counted once and all alike, 0 to 1. Found the place where one story ends and another
 * begins in 98 % of all pairs of corpus articles, with the headlines' help; weighted by rarity it was 93 %, with language
 * models of the stories 57 %, with embeddings of multilingual-e5-small 83 % (2026-11-24, docs/evaluation.md).
 */
export function similarity(one: Terms, two: Terms): number {
  return countShared(one, two) / Math.sqrt(Math.max(leastSize, one.size) * Math.max(leastSize, two.size));
}

function countShared(one: Terms, two: Terms): number {
  const [few, many] = one.size < two.size ? [one, two] : [two, one];
  let count = 0;
  for (const term of few) if (many.has(term)) count++;
  return count;
}
