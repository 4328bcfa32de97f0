import { answerThreshold } from '../../src/answer/confidence.ts';
import { holdsAnswer } from './set-answers.ts';
import {
  hitAt,
  mean,
  measureAuroc,
  measureBalancedAccuracy,
  measureFalseAnswers,
  ndcgAt,
  percentile,
  reciprocalRankAt,
} from './set-measures.ts';
import type { Sureness } from './set-measures.ts';
import type { RowQuestion } from './set-rows.ts';
import type { AskedQuestion, SystemName } from './set-systems.ts';

/** How well the passages that answer were found, 0 to 1; means over the questions whose passages are known. */
export interface RetrievalFigures {
  /** Share of questions with an answering passage first, or among the first five. */
  readonly r1: number;
  readonly r5: number;
  readonly ndcg10: number;
  readonly mrr10: number;
}

/** Whether the quotes hold an answer, 0 to 1; shares of the questions whose answers are known. */
export interface QuoteFigures {
  readonly firstQuote: number;
  readonly firstThreeQuotes: number;
}

/** How well questions with an answer are told from those without, 0 to 1. */
export interface AbstentionFigures {
  readonly auroc: number;
  /** At the threshold that the system itself has; left out where it has none. */
  readonly balancedAccuracy?: number;
  /** Share of the questions without an answer that are answered where 5 % of those with one are refused. */
  readonly falseAnswersAt5: number;
}

/** Time of an answer, questions one after another. */
export interface TimeFigures {
  readonly msP50: number;
  readonly msP99: number;
}

/** Figures of one system over one row; what does not apply is left out. */
export interface RowFigures
  extends Partial<RetrievalFigures>, Partial<QuoteFigures>, Partial<AbstentionFigures>, Partial<TimeFigures> {
  /** Language of the questions and of the passages. */
  readonly from: string;
  readonly to: string;
  readonly questions: number;
  /** Share of the questions with an answer that the answerer's own threshold lets it answer. */
  readonly answered?: number;
}

const falseRefusals = 0.05;

/** The answerer's figures over one row. */
export function measureAnswerer(asked: readonly AskedQuestion[]): Omit<RowFigures, 'from' | 'to'> {
  const sureness = splitSureness(asked, ({ rankings }) => rankings.answerer.sureness);
  const times = asked.map(({ tookMs }) => tookMs);
  return {
    questions: asked.length,
    ...measureRetrieval(asked, 'answerer'),
    ...measureQuotes(asked),
    ...(sureness.answerable.length > 0 && {
      answered: mean(sureness.answerable.map((value) => (value >= answerThreshold ? 1 : 0))),
    }),
    ...measureAbstention(sureness, answerThreshold),
    msP50: percentile(times, 0.5),
    msP99: percentile(times, 0.99),
  };
}

/** A baseline's figures over one row: it finds passages, quotes nothing and has no threshold. */
export function measureBaseline(
  asked: readonly AskedQuestion[],
  system: Exclude<SystemName, 'answerer'>,
): Omit<RowFigures, 'from' | 'to'> {
  const sureness = splitSureness(asked, ({ rankings }) => rankings[system].sureness);
  return { questions: asked.length, ...measureRetrieval(asked, system), ...measureAbstention(sureness) };
}

/** Abstention figures; nothing unless there are questions of both kinds. */
export function measureAbstention(sureness: Sureness, threshold?: number): Partial<AbstentionFigures> {
  if (sureness.answerable.length === 0 || sureness.unanswerable.length === 0) return {};
  return {
    auroc: measureAuroc(sureness),
    ...(threshold !== undefined && { balancedAccuracy: measureBalancedAccuracy(sureness, threshold) }),
    falseAnswersAt5: measureFalseAnswers(sureness, falseRefusals),
  };
}

/** How sure something is of each question, by whether the question has an answer. */
export function splitSureness<Item extends { readonly asked: RowQuestion }>(
  items: readonly Item[],
  surenessOf: (item: Item) => number,
): Sureness {
  const ofThose = (answerable: boolean): number[] =>
    items.filter(({ asked }) => asked.question.answerable === answerable).map(surenessOf);
  return { answerable: ofThose(true), unanswerable: ofThose(false) };
}

function measureRetrieval(asked: readonly AskedQuestion[], system: SystemName): Partial<RetrievalFigures> {
  const known = asked
    .map(({ asked: { positives }, rankings }) => ({ positives, ids: rankings[system].ids }))
    .filter(({ positives }) => positives.size > 0);
  if (known.length === 0) return {};
  return {
    r1: mean(known.map(({ ids, positives }) => hitAt(1, ids, positives))),
    r5: mean(known.map(({ ids, positives }) => hitAt(5, ids, positives))),
    ndcg10: mean(known.map(({ ids, positives }) => ndcgAt(10, ids, positives))),
    mrr10: mean(known.map(({ ids, positives }) => reciprocalRankAt(10, ids, positives))),
  };
}

function measureQuotes(asked: readonly AskedQuestion[]): Partial<QuoteFigures> {
  const known = asked.filter(({ asked: { question, answers } }) => question.answerable && answers.length > 0);
  if (known.length === 0) return {};
  const shareAmong = (count: number): number =>
    mean(
      known.map(({ asked: { answers }, quotes }) =>
        quotes.slice(0, count).some((quote) => holdsAnswer(quote, answers)) ? 1 : 0,
      ),
    );
  return { firstQuote: shareAmong(1), firstThreeQuotes: shareAmong(3) };
}
