import type { Passage } from '../retrieve/passage.ts';

/** Confidence from which on quotes are shown. */
export const answerThreshold = 0.5;

/**
 * A logistic model of the best sentence's cosine and of how far it exceeds the other sentences retrieved. Fitted on the
 * sample corpus' golden questions and, with a tenth of their weight, on a quarter of XQuAD within and across zh, en,
 * es and ru, each question once with and once without the paragraph that answers it (2026-11-24). The intercept is
 * set so that fewer than one golden question in ten that has an answer is refused. What it can and can not tell apart is in
 * docs/decisions/0012-confidence.md.
 */
const model = { intercept: -7.3, similarity: 8.2, excess: 18.3 } as const;

/** Sentences the best one is compared with; with fewer of its language, those of all languages are taken. */
const fewestSentences = 8;

/** A sentence as far as its confidence goes: where it stands and its cosine. */
export type Rateable = Readonly<{ passage: Passage; similarity: number }>;

/** How likely the best sentence answers the question, in [0, 1]; 0 without a sentence. */
export function rateConfidence(best: Rateable | undefined, passages: readonly Passage[]): number {
  if (best === undefined) return 0;
  const excess = best.similarity - meanSimilarity(best.passage.article.language, passages);
  return logistic(model.intercept + model.similarity * best.similarity + model.excess * excess);
}

/**
 * The mean cosine of the sentences retrieved, of one language where there are enough: e5 gives texts of the
 * question's own language higher cosines, so only within a language does a difference say something.
 */
function meanSimilarity(language: string, passages: readonly Passage[]): number {
  const ofLanguage = passages
    .filter(({ article }) => article.language === language)
    .flatMap(({ sentenceSimilarities }) => sentenceSimilarities);
  const compared =
    ofLanguage.length >= fewestSentences
      ? ofLanguage
      : passages.flatMap(({ sentenceSimilarities }) => sentenceSimilarities);
  return compared.reduce((sum, value) => sum + value, 0) / compared.length;
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
