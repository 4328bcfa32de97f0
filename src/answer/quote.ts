import type { StoredSentence } from '../store/news-store.ts';
import { chunkTerms } from '../text/terms.ts';
import type { Passage, Question } from '../retrieve/passage.ts';

/** A stretch of an article's body that is to be quoted: offsets, never text. */
export interface PickedQuote {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  /** The sentence that answers, inside `[start, end)`. */
  readonly highlight: { readonly start: number; readonly end: number };
  /** Cosine of question and that sentence. */
  readonly similarity: number;
  /** Share of the question's content terms, by rarity, that the sentence holds. */
  readonly coverage: number;
  readonly score: number;
}

/** How much a sentence's coverage of the question's terms counts beside its cosine. */
const coverageWeight = 0.1;

/** A neighbour this much weaker than the answering sentence still belongs to the quote. */
const neighbourMargin = 0.03;

/** A quote of two sentences stays below this, in UTF-16 code units. */
const maxPairLength = 400;

interface RatedSentence {
  readonly passage: Passage;
  readonly ordinal: number;
  readonly similarity: number;
  readonly coverage: number;
  readonly score: number;
}

/**
 * The quotes that answer best, best first: a sentence each, with a neighbour that is nearly as near to the question.
 * No two overlap and no two say the same words.
 */
export function pickQuotes(question: Question, passages: readonly Passage[], limit: number): PickedQuote[] {
  const rated = passages.flatMap((passage) => rateSentences(question, passage));
  rated.sort((a, b) => b.score - a.score);
  const picked: PickedQuote[] = [];
  const said = new Set<string>();
  for (const sentence of rated) {
    if (picked.length >= limit) break;
    const quote = extendQuote(sentence, rated);
    const words = wordsOf(quote);
    if (said.has(words) || picked.some((other) => overlaps(other, quote))) continue;
    said.add(words);
    picked.push(quote);
  }
  return picked;
}

function rateSentences(question: Question, passage: Passage): RatedSentence[] {
  return passage.chunk.sentences.map(({ start, end }, ordinal) => {
    const similarity = passage.sentenceSimilarities[ordinal] ?? 0;
    const coverage = coverTerms(question, passage.article.body.slice(start, end));
    const score = passage.score + similarity + coverageWeight * coverage;
    return { passage, ordinal, similarity, coverage, score };
  });
}

/** Share of the question's content terms, weighed by their rarity, that stand in a text; 0 without content terms. */
export function coverTerms(question: Question, text: string): number {
  const present = new Set(chunkTerms(text));
  let covered = 0;
  let total = 0;
  for (const [term, weight] of question.contentTerms) {
    total += weight;
    if (present.has(term)) covered += weight;
  }
  return total === 0 ? 0 : covered / total;
}

function extendQuote(sentence: RatedSentence, rated: readonly RatedSentence[]): PickedQuote {
  const { passage, ordinal, similarity, coverage, score } = sentence;
  const own = sentenceAt(passage, ordinal);
  const neighbours = rated.filter(
    (other) =>
      other.passage === passage &&
      Math.abs(other.ordinal - ordinal) === 1 &&
      other.similarity >= similarity - neighbourMargin &&
      canJoin(passage, own, sentenceAt(passage, other.ordinal)),
  );
  // `rated` is sorted, so the first neighbour is the better one.
  const neighbour = neighbours[0] === undefined ? own : sentenceAt(passage, neighbours[0].ordinal);
  const highlight = { start: own.start, end: own.end };
  const start = Math.min(own.start, neighbour.start);
  const end = Math.max(own.end, neighbour.end);
  return { passage, start, end, highlight, similarity, coverage, score };
}

function sentenceAt(passage: Passage, ordinal: number): StoredSentence {
  const sentence = passage.chunk.sentences[ordinal];
  if (sentence === undefined) throw new RangeError(`no sentence ${String(ordinal)}`);
  return sentence;
}

/** Two sentences make one quote within a paragraph, and only while it stays short enough to read at a glance. */
function canJoin(passage: Passage, a: StoredSentence, b: StoredSentence): boolean {
  const start = Math.min(a.start, b.start);
  const end = Math.max(a.end, b.end);
  return end - start <= maxPairLength && !passage.article.body.slice(start, end).includes('\n\n');
}

function wordsOf({ passage, start, end }: PickedQuote): string {
  return passage.article.body.slice(start, end).replace(/\s+/gu, ' ');
}

function overlaps(a: PickedQuote, b: PickedQuote): boolean {
  return a.passage.article.id === b.passage.article.id && a.start < b.end && b.start < a.end;
}
