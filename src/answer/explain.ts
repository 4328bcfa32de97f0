import { takeDistinct } from '../retrieve/repeats.ts';
import { bareLanguage } from '../text/language.ts';
import { readQuestionType } from '../text/question-type.ts';
import type { QuestionType } from '../text/question-type.ts';
import { favourNewest } from './asked-period.ts';
import { passagesQuoted } from './answer.ts';
import type { Retrieval } from './answer.ts';
import { answerThreshold, rateEvidence, shippedModel, sureThreshold } from './confidence.ts';
import { describeEvidence } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { rankSentences } from './quote.ts';
import type { RatedSentence } from './quote.ts';

/** Why a question is answered as it is. */
export interface Explanation extends Retrieval {
  readonly type: QuestionType;
  /** Sentences of the passages that are quoted from, the best first. */
  readonly ranked: readonly RatedSentence[];
  /** What the confidence is made from, and what each part adds to its log odds; null without a sentence. */
  readonly evidence:
    readonly { readonly name: keyof Evidence; readonly value: number; readonly adds: number }[] | null;
  readonly confidence: number;
  /** Confidences from which on quotes are shown, and shown without a caveat. */
  readonly answerFrom: number;
  readonly sureFrom: number;
}

/** Explains what an answer from these passages is made of; a period that the question names is left to the caller. */
export function explainAnswer(retrieval: Retrieval): Explanation {
  const { question, passages } = retrieval;
  const ranked = favourNewest(question.text, rankSentences(question, takeDistinct(passages, passagesQuoted)));
  const [best] = ranked;
  const compared = passages.filter(({ isRepeat = false }) => !isRepeat);
  const evidence = best === undefined ? null : describeEvidence(question, best, compared);
  return {
    ...retrieval,
    type: readQuestionType(question.text, bareLanguage(question.language)),
    ranked,
    evidence:
      evidence === null
        ? null
        : (Object.keys(evidence) as (keyof Evidence)[]).map((name) => ({
            name,
            value: evidence[name],
            adds: evidence[name] * shippedModel.weights[name],
          })),
    confidence: evidence === null ? 0 : rateEvidence(evidence, shippedModel),
    answerFrom: answerThreshold,
    sureFrom: sureThreshold,
  };
}
