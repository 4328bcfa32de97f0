import { mean } from './set-measures.ts';

/** How sure something was, in [0, 1], and whether what it was sure of came true. */
export interface Outcome {
  readonly confidence: number;
  readonly isRight: boolean;
}

/** The outcomes whose confidence lies in `[from, to)`; the last bin holds 1 too. */
export interface ConfidenceBin {
  readonly from: number;
  readonly to: number;
  /** 1 at least. */
  readonly count: number;
  readonly meanConfidence: number;
  readonly rightShare: number;
}

/** Ten, as in Niculescu-Mizil and Caruana (2005). */
const binsOfReliability = 10;

/**
 * A reliability diagram's points: outcomes in bins of equal width by confidence, with the share that came true in each
 * (Niculescu-Mizil and Caruana, "Predicting good probabilities with supervised learning", 2005). Bins that hold nothing
 * are left out; lowest first.
 */
export function binByConfidence(outcomes: readonly Outcome[], binCount = binsOfReliability): ConfidenceBin[] {
  const bins = Array.from({ length: binCount }, (): Outcome[] => []);
  for (const outcome of outcomes)
    bins[Math.min(binCount - 1, Math.floor(outcome.confidence * binCount))]?.push(outcome);
  return bins.flatMap((held, at) =>
    held.length === 0
      ? []
      : [
          {
            from: at / binCount,
            to: (at + 1) / binCount,
            count: held.length,
            meanConfidence: mean(held.map(({ confidence }) => confidence)),
            rightShare: mean(held.map(({ isRight }) => Number(isRight))),
          },
        ],
  );
}

/**
 * Expected calibration error, 0 to 1: how far the mean confidence of a bin is from its share that came true, averaged over
 * the outcomes (Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks", 2017). NaN of nothing.
 */
export function measureCalibrationError(bins: readonly ConfidenceBin[]): number {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  return (
    bins.reduce(
      (sum, { count, meanConfidence, rightShare }) => sum + count * Math.abs(meanConfidence - rightShare),
      0,
    ) / total
  );
}

/** Brier score (1950), 0 to 1: the mean square of what the confidence was off by; .25 is what always saying .5 gives. */
export function measureBrier(outcomes: readonly Outcome[]): number {
  return mean(outcomes.map(({ confidence, isRight }) => (confidence - Number(isRight)) ** 2));
}

/** Wilson's (1927) 95 % interval of a share that was seen in `count` draws: wide where they are few. */
export function wilsonInterval(
  share: number,
  count: number,
): { readonly low: number; readonly high: number } {
  const z = 1.96;
  const spread = 1 + z ** 2 / count;
  const centre = (share + z ** 2 / (2 * count)) / spread;
  const reach = (z / spread) * Math.sqrt((share * (1 - share)) / count + (z / (2 * count)) ** 2);
  return { low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) };
}

/** What comes of answering only where the confidence is at least this: shares in [0, 1]. */
export interface RiskAtCoverage {
  readonly confidence: number;
  /** Share of all outcomes that is answered. */
  readonly coverage: number;
  /** Share of those answered that is wrong. */
  readonly risk: number;
}

/**
 * The risk-coverage curve: a point for each confidence that occurs, the surest first (El-Yaniv and Wiener, "On the
 * foundations of noise-free selective classification", 2010). Outcomes of one confidence stand or fall together.
 */
export function measureRiskCoverage(outcomes: readonly Outcome[]): RiskAtCoverage[] {
  const sorted = [...outcomes].sort((a, b) => b.confidence - a.confidence);
  let wrong = 0;
  return sorted.flatMap(({ confidence, isRight }, at) => {
    if (!isRight) wrong++;
    if (sorted[at + 1]?.confidence === confidence) return [];
    return [{ confidence, coverage: (at + 1) / sorted.length, risk: wrong / (at + 1) }];
  });
}
