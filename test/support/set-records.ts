import type { Outcome } from './calibration.ts';
import { holdsAnswer } from './set-answers.ts';
import type { AskedQuestion } from './set-systems.ts';

/** What is kept of a question for the diagrams: numbers, no text. */
export interface QuestionRecord {
  readonly id: string;
  readonly isAnswerable: boolean;
  /** In [0, 1]. */
  readonly confidence: number;
  /** Whether the first quote holds an answer, were it shown; null where the set does not say what an answer is. */
  readonly isRight: boolean | null;
  /** From 1: where the first passage that answers stands among those found; `unknown` where the set names none. */
  readonly rank: number | 'not found' | 'unknown';
  readonly tookMs: number;
}

/** What came of a question, in numbers. */
export function recordQuestion({ asked, rankings, quotes, tookMs }: AskedQuestion): QuestionRecord {
  const { question, positives, answers } = asked;
  const { ids, sureness } = rankings.answerer;
  const place = ids.findIndex((id) => positives.has(id));
  const first = quotes.slice(0, 1).some((quote) => holdsAnswer(quote, answers));
  return {
    id: question.id,
    isAnswerable: question.answerable,
    confidence: sureness,
    // No quote is right where nothing answers.
    isRight: question.answerable && answers.length === 0 ? null : question.answerable && first,
    rank: positives.size === 0 ? 'unknown' : place < 0 ? 'not found' : place + 1,
    tookMs,
  };
}

/**
 * The confidences against whether the first quote holds an answer. Questions without an answer count, as wrong; those
 * with one that the set does not word are left out. Nothing where no answer is worded at all: only wrong ones would be left.
 */
export function listQuoteOutcomes(records: readonly QuestionRecord[]): Outcome[] {
  if (!records.some(({ isAnswerable, isRight }) => isAnswerable && isRight !== null)) return [];
  return records.flatMap(({ confidence, isRight }) => (isRight === null ? [] : [{ confidence, isRight }]));
}

/** The confidences against whether the question has an answer; nothing where all or none have. */
export function listAnswerableOutcomes(records: readonly QuestionRecord[]): Outcome[] {
  if (new Set(records.map(({ isAnswerable }) => isAnswerable)).size < 2) return [];
  return records.map(({ confidence, isAnswerable }) => ({ confidence, isRight: isAnswerable }));
}
