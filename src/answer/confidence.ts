import confidenceModel from './confidence-model.json' with { type: 'json' };
import { describeEvidence } from './evidence.ts';
import type { Evidence, Rateable } from './evidence.ts';
import type { Passage, Question } from '../retrieve/passage.ts';

/** A logistic model over the evidence, with what it was fitted on and the confidences that decide. */
export interface ConfidenceModel {
  /** ISO date. */
  readonly fittedOn: string;
  /** Examples by what they were taken from: the tuning halves of question sets, and the sample corpus' golden questions. */
  readonly examples: Readonly<Record<string, number>>;
  readonly intercept: number;
  readonly weights: Readonly<Record<keyof Evidence, number>>;
  readonly answerFrom: number;
  readonly sureFrom: number;
}

// Written by `npm run fit-confidence`.
export const shippedModel: ConfidenceModel = confidenceModel;

/**
 * Confidence from which on quotes are shown. Set so that few of the sample corpus' questions with an answer are refused; what
 * the model can and can not tell apart is in docs/decisions/0012-confidence.md.
 */
export const answerThreshold = shippedModel.answerFrom;

/** Confidence below which an answer is worded as uncertain: an answer and none are equally likely. */
export const sureThreshold = shippedModel.sureFrom;

/** How likely the best sentence answers the question, in [0, 1]; 0 without a sentence. */
export function rateConfidence(
  question: Question,
  best: Rateable | undefined,
  passages: readonly Passage[],
): number {
  return best === undefined ? 0 : rateEvidence(describeEvidence(question, best, passages), shippedModel);
}

/** The probability that a logistic model gives some evidence. */
export function rateEvidence(
  evidence: Evidence,
  { intercept, weights }: Pick<ConfidenceModel, 'intercept' | 'weights'>,
): number {
  const names = Object.keys(weights) as (keyof Evidence)[];
  const sum = names.reduce((total, name) => total + weights[name] * evidence[name], intercept);
  return 1 / (1 + Math.exp(-sum));
}
