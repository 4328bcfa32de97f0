import type { DateGrain, QuestionKind } from '../../text/question-rules/rule.ts';
import type { Unit } from '../../text/units.ts';

/** A stretch of a sentence that could answer a question of its kind; offsets in UTF-16 code units of the sentence. */
export interface AnswerSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: QuestionKind;
  /** Of a number: what it measures, where a unit stands beside it. */
  readonly unit: Unit | null;
  /** Of a date: its finest part. */
  readonly grain: DateGrain | null;
  /** Whether its form alone tells the kind, as a title does before a name; otherwise its place in the sentence may. */
  readonly isSure: boolean;
}
