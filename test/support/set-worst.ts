import { maxQuestionLength } from '../../src/answer/answer.ts';
import { answerThreshold, shippedModel } from '../../src/answer/confidence.ts';
import { explainAnswer } from '../../src/answer/explain.ts';
import type { Explanation } from '../../src/answer/explain.ts';
import type { Passage } from '../../src/retrieve/passage.ts';
import type { SetIndex } from './set-index.ts';
import { recordQuestion } from './set-records.ts';
import type { QuestionRecord } from './set-records.ts';
import type { AskedQuestion } from './set-systems.ts';

/** How an answer can be bad: sure of a wrong quote, refused although there is an answer, given although there is none. */
export const faultNames = ['wrong', 'refused', 'unfounded'] as const;
export type FaultName = (typeof faultNames)[number];

/** A passage found for a question. */
export interface FoundPassage {
  /** From 1. */
  readonly rank: number;
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Whether it answers, as the set says. */
  readonly isRight: boolean;
  /** See `Passage`; `best` is the cosine of its best sentence. */
  readonly score: number;
  readonly chunk: number;
  readonly best: number;
  readonly terms: number;
}

/** A question that was answered badly, and why. */
export interface WorstQuestion extends QuestionRecord {
  readonly question: string;
  readonly answers: readonly string[];
  readonly firstQuote: string | null;
  /** The first three, and the first that answers wherever it stands. */
  readonly passages: readonly FoundPassage[];
  /** What the confidence is made from, in log odds; `intercept` is what it starts at. */
  readonly intercept: number;
  readonly evidence: NonNullable<Explanation['evidence']>;
}

/** The worst of the questions with one fault. */
export interface WorstList {
  readonly fault: FaultName;
  /** How many have it. */
  readonly total: number;
  /** The worst of them first. */
  readonly questions: readonly WorstQuestion[];
}

const shownPerFault = 5;
const passagesShown = 3;

/** Picks the worst questions of each fault and explains them; a fault that none has is left out. */
export async function listWorst(
  asked: readonly AskedQuestion[],
  { answerer }: Pick<SetIndex, 'answerer'>,
): Promise<WorstList[]> {
  const lists: WorstList[] = [];
  for (const fault of faultNames) {
    const faulty = sortByFault(asked, fault);
    if (faulty.length === 0) continue;
    const questions: WorstQuestion[] = [];
    for (const each of faulty.slice(0, shownPerFault)) questions.push(await explainQuestion(each, answerer));
    lists.push({ fault, total: faulty.length, questions });
  }
  return lists;
}

/** The questions that have a fault, the worst first: the surest, or of those refused the least sure. */
export function sortByFault(asked: readonly AskedQuestion[], fault: FaultName): AskedQuestion[] {
  const sign = fault === 'refused' ? 1 : -1;
  return asked
    .map((each) => ({ each, record: recordQuestion(each) }))
    .filter(({ record }) => hasFault(record, fault))
    .sort((a, b) => sign * (a.record.confidence - b.record.confidence))
    .map(({ each }) => each);
}

function hasFault({ isAnswerable, isRight, confidence }: QuestionRecord, fault: FaultName): boolean {
  const isShown = confidence >= answerThreshold;
  switch (fault) {
    case 'wrong':
      return isAnswerable && isShown && isRight === false;
    case 'refused':
      return isAnswerable && !isShown;
    case 'unfounded':
      return !isAnswerable && isShown;
  }
}

async function explainQuestion(each: AskedQuestion, answerer: SetIndex['answerer']): Promise<WorstQuestion> {
  const { question, answers, positives } = each.asked;
  const filter = question.candidateIds === null ? {} : { articleIds: question.candidateIds };
  const text = question.question.slice(0, maxQuestionLength);
  const { passages, evidence } = explainAnswer(await answerer.retrieve(text, { filter }));
  // A passage that is several chunks stands where its best one does, as in the figures.
  const ranked = passages
    .filter(({ article }, at) => passages.findIndex((other) => other.article.id === article.id) === at)
    .map((found, at) => describePassage(found, at + 1, positives));
  const right = ranked.find(({ isRight }) => isRight);
  const first = ranked.slice(0, passagesShown);
  return {
    ...recordQuestion(each),
    question: question.question,
    answers,
    firstQuote: each.quotes[0] ?? null,
    passages: right === undefined || first.includes(right) ? first : [...first, right],
    intercept: shippedModel.intercept,
    evidence: evidence ?? [],
  };
}

function describePassage(
  { article, score, similarity, sentenceSimilarities, termScore }: Passage,
  rank: number,
  positives: ReadonlySet<string>,
): FoundPassage {
  return {
    rank,
    id: article.id,
    title: article.title,
    text: article.body,
    isRight: positives.has(article.id),
    score,
    chunk: similarity,
    best: sentenceSimilarities.length > 0 ? Math.max(...sentenceSimilarities) : similarity,
    terms: termScore,
  };
}
