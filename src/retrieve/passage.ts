import type { StoredArticle, StoredChunk } from '../store/news-store.ts';

/** A chunk that was retrieved for a question, with what was found out about it. */
export interface Passage {
  readonly chunk: StoredChunk;
  readonly article: StoredArticle;
  /** Cosine of question and chunk. */
  readonly similarity: number;
  /** Cosine of question and each of the chunk's sentences, in their order. */
  readonly sentenceSimilarities: readonly number[];
  /** BM25 divided by the best of this question's, scaled by how much the terms can be trusted; in [0, 1]. */
  readonly termScore: number;
  /** What passages are ordered by. */
  readonly score: number;
  /** Most of it stands word for word in a better passage of the same story, from another outlet. */
  readonly isRepeat?: boolean;
}

/** A question as the index sees it. */
export interface Question {
  readonly text: string;
  readonly language: string;
  readonly embedding: Float32Array;
  /** Terms to search by. */
  readonly terms: readonly string[];
  /** The terms an answer should hold, each with its inverse document frequency. */
  readonly contentTerms: ReadonlyMap<string, number>;
}
