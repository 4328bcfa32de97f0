import type { PickedQuote } from './quote.ts';

/** Confidence from which on quotes are shown. Chosen on test/golden/sample-corpus.json, 2026-11-24. */
export const answerThreshold = 0.5;

/**
 * A logistic model over what is known of the best quote. e5 packs cosines into .7 to .95, so the cosine counts from
 * its usual middle, and in steps of a hundredth.
 */
const model = {
  intercept: 0,
  similarity: 0.6,
  similarityCentre: 0.84,
  coverage: 4,
  coverageCentre: 0.35,
} as const;

/** How likely the quotes answer the question, in [0, 1]; 0 without any quote. */
export function rateConfidence(quotes: readonly PickedQuote[]): number {
  const best = quotes[0];
  if (best === undefined) return 0;
  const similarity = Math.max(...quotes.map((quote) => quote.similarity));
  const coverage = Math.max(...quotes.map((quote) => quote.coverage));
  const logit =
    model.intercept +
    model.similarity * 100 * (similarity - model.similarityCentre) +
    model.coverage * (coverage - model.coverageCentre);
  return 1 / (1 + Math.exp(-logit));
}
