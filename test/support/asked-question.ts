import type { AskedQuestion } from './set-systems.ts';

/** What a test says of a question; the rest is filled in. */
export interface AskedFacts {
  readonly id?: string;
  readonly answerable?: boolean;
  /** Passages that answer, and those found, best first. */
  readonly positives?: readonly string[];
  readonly found?: readonly string[];
  readonly answers?: readonly string[];
  readonly quotes?: readonly string[];
  readonly sureness?: number;
}

/** A question as it is after it was asked. */
export function askedQuestion({
  id = 'q',
  answerable = true,
  positives = [],
  found = [],
  answers = [],
  quotes = [],
  sureness = 0,
}: AskedFacts): AskedQuestion {
  const ranking = { ids: found, sureness };
  return {
    asked: {
      question: {
        ...{ id, lang: 'en', question: 'When?', positiveIds: [...positives], positiveIdsOfAll: [] },
        ...{ positiveGroup: null, candidateIds: null, answers: [...answers], answerable, group: null },
      },
      positives: new Set(positives),
      answers,
    },
    rankings: { answerer: ranking, bm25: ranking, dense: ranking, rrf: ranking },
    quotes,
    tookMs: 2,
  };
}
