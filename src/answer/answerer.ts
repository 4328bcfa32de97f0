import type { IndexCounts } from '../store/news-store.ts';
import type { Answer, AnswerOptions, Retrieval } from './answer.ts';
import type { Archive } from './archive.ts';
import type { Explanation } from './explain.ts';

/** How the index is that questions are answered from. */
export interface IndexFacts {
  /** When it was last changed, in milliseconds since 1970; null where an older version changed it last. */
  readonly changedAt: number | null;
  /** Whether a question is compared with every chunk, as with few of them, or with those that a graph leads to. */
  readonly isExact: boolean;
}

/** Answers questions from one index. The bot, the web page and the command line share it. */
export interface Answerer {
  /** What the index holds now. */
  readonly counts: IndexCounts;
  describeIndex(): IndexFacts;
  /** The articles by themselves, without a question. */
  readonly archive: Archive;
  /** @throws UserError `question-empty`, `question-too-long`, `source-unknown` */
  answer(question: string, options?: AnswerOptions): Promise<Answer>;
  /**
   * The passages that an answer would be made from, with their scores; up to 40 unless `limit` says otherwise.
   *
   * @throws UserError as `answer`
   */
  retrieve(question: string, options?: Pick<AnswerOptions, 'filter' | 'limit'>): Promise<Retrieval>;
  /** Why an answer would be as it is. @throws UserError as `answer` */
  explain(question: string): Promise<Explanation>;
  close(): Promise<void>;
}
