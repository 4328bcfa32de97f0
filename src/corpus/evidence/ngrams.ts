import { GramCounts } from './gram-counts.ts';

/** How likely one stretch of text goes on with another, by the character n-grams of the page they stand on. */
export interface NgramModel {
  /**
   * Pointwise mutual information of the seam, in nats, from -2 (never seen together though both are common) to 4.
   * 0 where the page says nothing.
   */
  seam(before: string, after: string): number;
}

/** Enough to know a page's language and subject; keeps the model small on very large pages and paragraphs. */
const maxCountedCharacters = 120_000;

/**
 * Counts the n-grams of the texts, each text by itself, so that no seam between two is counted. They are counted when a
 * seam is first asked for: many pages have none.
 */
export function countNgrams(texts: readonly string[]): NgramModel {
  let counts: GramCounts | undefined;
  return {
    seam(before, after) {
      counts ??= countTexts(texts);
      return seamInformation(foldText(before.slice(-2)), foldText(after.slice(0, 2)), counts);
    },
  };
}

function countTexts(texts: readonly string[]): GramCounts {
  const folded: string[] = [];
  let total = 0;
  for (const text of texts) {
    if (total > maxCountedCharacters) break;
    const plain = foldText(text.slice(0, maxCountedCharacters));
    folded.push(plain);
    total += plain.length;
  }
  const counts = new GramCounts(total);
  for (const plain of folded) counts.add(plain);
  return counts;
}

function seamInformation(before: string, after: string, counts: GramCounts): number {
  const next = after.charAt(0);
  const { total } = counts;
  if (before === '' || next === '' || total === 0) return 0;
  const chance = (counts.count(next) + 0.5) / total;
  const last = before.slice(-1);
  // Each order is smoothed towards the order below it (Witten-Bell with a fixed strength).
  const second = smooth(counts.count(last + next), counts.count(last), chance);
  const third =
    before.length < 2 ? second : smooth(counts.count(before + next), counts.count(before), second);
  const following = after.charAt(1);
  const chanceAfter = smooth(
    counts.count(after),
    counts.count(next),
    (counts.count(following) + 0.5) / total,
  );
  const fourth =
    following === ''
      ? chanceAfter
      : smooth(counts.count(last + after), counts.count(last + next), chanceAfter);
  const information = Math.log(third / chance) + (following === '' ? 0 : Math.log(fourth / chanceAfter));
  return Math.max(-2, Math.min(4, information));
}

function smooth(pairCount: number, contextCount: number, lower: number): number {
  const strength = 3;
  return (pairCount + strength * lower) / (contextCount + strength);
}

/** Every digit as 0 and every stretch of white space as one space; single spaces are passed over, they are most of it. */
function foldText(text: string): string {
  return text.replace(/[\d０-９٠-٩]/g, '0').replace(/\s{2,}|[^\S ]/g, ' ');
}
