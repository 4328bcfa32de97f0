import type { LinkFeatures } from './link-features.ts';

/**
 * Weights of the evidence, in nats. Fitted as a conditional logit on the generated pages 1001 to 2200
 * (`fitPageWeights` in test/support/page-training.ts; ridge 0.0001, 1,500 steps), 2026-11-24; the figures on the pages kept
 * apart are in docs/evaluation.md.
 */
export const linkWeights: Readonly<Record<keyof LinkFeatures, number>> = {
  backToFirst: -2.04,
  backwards: -2.98,
  capital: -2.06,
  capitalName: 1.14,
  displaced: -1.91,
  endsSection: -0.18,
  forwards: 0.96,
  freshStart: 0.65,
  hyphen: -0.39,
  hyphenLost: -2.93,
  inPlace: 2.17,
  inPlaceJumped: -2.53,
  kinBack: 1.16,
  kinFirst: 0.61,
  kinFirstHead: 0.94,
  kinHere: 0.31,
  kinLater: 0.94,
  kinLaterHead: 1.51,
  knownPair: 1.04,
  knownWord: 2.69,
  leavesMiddle: -2.29,
  nextHeading: 1.1,
  none: -1.69,
  noneBeforeFresh: -0.63,
  noneJumped: -2.05,
  noneLast: -0.84,
  numberCut: 1.36,
  numberOther: -1.54,
  numberUnit: 1.55,
  openStart: 2.19,
  otherHeading: -0.55,
  quotation: 4.3,
  quoteStart: -0.32,
  taken: -4.67,
  unclearEnd: -5.02,
  unusual: 0.26,
  usual: 0.43,
  veryUsual: 0.38,
  wordAcross: 3.63,
  wordEnds: 0.16,
};
