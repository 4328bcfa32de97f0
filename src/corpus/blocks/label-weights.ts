import type { LabelFeatures } from './label-features.ts';

/**
 * Weights of the evidence, in nats. Fitted as a conditional logit on the generated pages 1001 to 2200
 * (`fitPageWeights` in test/support/page-training.ts; ridge 0.0003, 2,000 steps), 2026-11-24; the figures on the pages kept
 * apart are in docs/evaluation.md.
 */
export const labelWeights: Readonly<Record<keyof LabelFeatures, number>> = {
  aboveHeading: 2.23,
  aboveLabel: 0.15,
  afterByline: -2.5,
  afterClosed: -2.36,
  afterHyphen: 0.05,
  afterOpen: 0.24,
  allCapitals: 2.82,
  beforeByline: 1.97,
  beforeDateline: 1,
  beforeJump: 1.04,
  beforeOpen: -2.53,
  belowHeading: 1.82,
  belowLabel: 0.71,
  betweenOpen: 1.71,
  bias: 3.79,
  capital: 0.95,
  comma: -2.42,
  dashed: 0.22,
  endsInNumber: 0.1,
  fewWords: -1.24,
  knownPair: -0.94,
  knownPairFrom: 0,
  length: -4.89,
  markedPage: -1.42,
  nameBelow: 0.28,
  pageStart: 1.74,
  question: 0,
  running: -0.81,
  runningFrom: -1.9,
  sharedAbove: -1.19,
  sharedBelow: 4.46,
  spaced: 2.79,
  twoPhrased: 1.13,
};
