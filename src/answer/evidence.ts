import { coverTerms } from '../retrieve/coverage.ts';
import type { Passage, Question } from '../retrieve/passage.ts';
import { bareLanguage } from '../text/language.ts';
import { asksForNumber } from './quote.ts';
import type { RatedSentence } from './quote.ts';

/** What a confidence is made from; every number is 0 where it does not apply. */
export interface Evidence {
  /** Cosine of the question and the best sentence. */
  readonly sentence: number;
  /** Cosine of the question and the best sentence's chunk. */
  readonly chunk: number;
  /** By how much the sentence's cosine exceeds the mean of all sentences retrieved in its language. */
  readonly excess: number;
  /** The same of the chunk. */
  readonly chunkExcess: number;
  /** By how much the passage's score exceeds the best of another article's. */
  readonly lead: number;
  /** Share of the question's terms, weighed by rarity, in the chunk; of its own language only. */
  readonly coverage: number;
  /** BM25 beside the best of this question's; see Passage. */
  readonly terms: number;
  /** 1 where the article is in another language than the question. */
  readonly foreign: number;
  /** Whether the sentence holds a new number or date where one is asked for: 1 or −1. */
  readonly numberFit: number;
  /** The same of a person or place. */
  readonly nameFit: number;
  /** Natural logarithm of 1 and the number of content terms. */
  readonly questionTerms: number;
}

/** A sentence as far as its evidence goes. */
export type Rateable = Pick<RatedSentence, 'passage' | 'similarity' | 'fit'>;

/** Sentences the best one is compared with; with fewer of its language, those of all languages are taken. */
const fewestCompared = 8;

/** Reads off what tells whether the sentence answers the question. */
export function describeEvidence(question: Question, best: Rateable, passages: readonly Passage[]): Evidence {
  const { passage, similarity, fit } = best;
  const { language, title, body } = passage.article;
  const isForeign = bareLanguage(language) !== bareLanguage(question.language);
  const ofLanguage = passages.filter(({ article }) => article.language === language);
  const other = passages.find(({ article }) => article.id !== passage.article.id);
  const fitness = { yes: 1, no: -1, unknown: 0 }[fit];
  const isNumber = asksForNumber(question);
  return {
    sentence: similarity,
    chunk: passage.similarity,
    excess: similarity - meanOf(ofLanguage, passages, ({ sentenceSimilarities }) => sentenceSimilarities),
    chunkExcess: passage.similarity - meanOf(ofLanguage, passages, (each) => [each.similarity]),
    lead: other === undefined ? 0 : passage.score - other.score,
    coverage: isForeign
      ? 0
      : coverTerms(question, `${title}\n${body.slice(passage.chunk.start, passage.chunk.end)}`),
    terms: passage.termScore,
    foreign: isForeign ? 1 : 0,
    numberFit: isNumber ? fitness : 0,
    nameFit: isNumber ? 0 : fitness,
    questionTerms: Math.log(1 + question.contentTerms.size),
  };
}

function meanOf(
  ofLanguage: readonly Passage[],
  all: readonly Passage[],
  read: (passage: Passage) => readonly number[],
): number {
  const own = ofLanguage.flatMap(read);
  const values = own.length >= fewestCompared ? own : all.flatMap(read);
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
