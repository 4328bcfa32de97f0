/** How likely one stretch of text goes on with another, by the character n-grams of the page they stand on. */
export interface NgramModel {
  /**
   * Pointwise mutual information of the seam, in nats, from -2 (never seen together though both are common) to 4.
   * 0 where the page says nothing.
   */
  seam(before: string, after: string): number;
}

/** Enough to know a page's language and subject; keeps the model small on very large pages. */
const maxCountedCharacters = 120_000;

/** Counts the n-grams of the texts, each text by itself, so that no seam between two is counted. */
export function countNgrams(texts: Iterable<string>): NgramModel {
  const counts = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()] as const;
  let total = 0;
  for (const text of texts) {
    if (total > maxCountedCharacters) break;
    const plain = foldDigits(text);
    for (let at = 0; at < plain.length; at++) {
      counts.forEach((map, order) => {
        if (at > order - 1) increment(map, plain.slice(at - order, at + 1));
      });
    }
    total += plain.length;
  }
  const count = (gram: string): number => counts[gram.length - 1]?.get(gram) ?? 0;
  return { seam: (before, after) => seamInformation(foldDigits(before.slice(-2)), foldDigits(after.slice(0, 2)), { count, total }) };
}

interface Counts {
  readonly count: (gram: string) => number;
  readonly total: number;
}

function seamInformation(before: string, after: string, { count, total }: Counts): number {
  const next = after.charAt(0);
  if (before === '' || next === '' || total === 0) return 0;
  const chance = (count(next) + 0.5) / total;
  const last = before.slice(-1);
  // Each order is smoothed towards the order below it (Witten-Bell with a fixed strength).
  const second = smooth(count(last + next), count(last), chance);
  const third = before.length < 2 ? second : smooth(count(before + next), count(before), second);
  const following = after.charAt(1);
  const chanceAfter = smooth(count(after), count(next), (count(following) + 0.5) / total);
  const fourth = following === '' ? chanceAfter : smooth(count(last + after), count(last + next), chanceAfter);
  const information = Math.log(third / chance) + (following === '' ? 0 : Math.log(fourth / chanceAfter));
  return Math.max(-2, Math.min(4, information));
}

function smooth(pairCount: number, contextCount: number, lower: number): number {
  const strength = 3;
  return (pairCount + strength * lower) / (contextCount + strength);
}

function foldDigits(text: string): string {
  return text.replace(/[\d０-９٠-٩]/g, '0').replace(/\s+/g, ' ');
}

function increment(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}
