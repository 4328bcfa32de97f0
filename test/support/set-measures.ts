/** Whether one of the positives stands among the first `count` of a ranking: 1 or 0. */
export function hitAt(count: number, ranking: readonly string[], positives: ReadonlySet<string>): number {
  return ranking.slice(0, count).some((id) => positives.has(id)) ? 1 : 0;
}

/**
 * Normalised discounted cumulative gain of the first `count` with a gain of 1 for each positive (Järvelin and
 * Kekäläinen, 2002, with log2(rank + 1) as TREC computes it). @throws RangeError without positives
 */
export function ndcgAt(count: number, ranking: readonly string[], positives: ReadonlySet<string>): number {
  if (positives.size === 0) throw new RangeError('no positives');
  const discount = (at: number): number => 1 / Math.log2(at + 2);
  let gain = 0;
  for (const [at, id] of ranking.slice(0, count).entries()) if (positives.has(id)) gain += discount(at);
  let ideal = 0;
  for (let at = 0; at < Math.min(count, positives.size); at++) ideal += discount(at);
  return gain / ideal;
}

/** 1 over the rank of the first positive among the first `count`, else 0. */
export function reciprocalRankAt(
  count: number,
  ranking: readonly string[],
  positives: ReadonlySet<string>,
): number {
  const at = ranking.slice(0, count).findIndex((id) => positives.has(id));
  return at < 0 ? 0 : 1 / (at + 1);
}

/** How sure a system was of questions that have an answer, and of those that have none. Larger is surer. */
export interface Sureness {
  readonly answerable: readonly number[];
  readonly unanswerable: readonly number[];
}

/**
 * Area under the ROC curve: the chance that it is surer of a question with an answer than of one without, a tie
 * counting half (the Mann-Whitney statistic). O(n log n).
 */
export function measureAuroc({ answerable, unanswerable }: Sureness): number {
  const below = [...unanswerable].sort((a, b) => a - b);
  let won = 0;
  for (const value of answerable) {
    const beaten = countWhile(below, (other) => other < value);
    const notBeating = countWhile(below, (other) => other <= value);
    won += (beaten + notBeating) / 2;
  }
  return won / (answerable.length * unanswerable.length);
}

/** Mean of the share of questions with an answer that are answered and of those without that are refused. */
export function measureBalancedAccuracy({ answerable, unanswerable }: Sureness, threshold: number): number {
  const answered = answerable.filter((value) => value >= threshold).length / answerable.length;
  const refused = unanswerable.filter((value) => value < threshold).length / unanswerable.length;
  return (answered + refused) / 2;
}

/**
 * Share of the questions without an answer that are answered all the same, under the strictest threshold that refuses
 * at most this share of those with one.
 */
export function measureFalseAnswers({ answerable, unanswerable }: Sureness, falseRefusals: number): number {
  const sorted = [...answerable].sort((a, b) => a - b);
  // A rounding error must not cost a question: .05 × 20 is 1.
  const threshold = sorted[Math.floor(falseRefusals * sorted.length + 1e-9)] ?? Infinity;
  return unanswerable.filter((value) => value >= threshold).length / unanswerable.length;
}

/** The smallest value that at least this share of all values does not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)] ?? NaN;
}

/** The mean, NaN of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How many of a sorted list come before the first that is not `isBefore`. */
function countWhile(sorted: readonly number[], isBefore: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
