import { foldWords } from '../corpus/near-copies.ts';
import type { StoredSentence } from '../store/news-store.ts';
import type { Passage, Question } from '../retrieve/passage.ts';
import { coverTerms } from '../retrieve/coverage.ts';
import { bareLanguage } from '../text/language.ts';
import { isPronounLed } from '../text/pronouns.ts';
import { readQuestionType } from '../text/question-type.ts';
import type { QuestionKind, QuestionType } from '../text/question-type.ts';
import { markAnswer, meetsType } from './answer-span.ts';
import type { TypeFit } from './answer-span.ts';

/** A stretch of an article's body that is to be quoted: offsets, never text. */
export interface PickedQuote {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  /** The sentence that answers, inside `[start, end)`. */
  readonly highlight: { readonly start: number; readonly end: number };
  /** Cosine of question and that sentence. */
  readonly similarity: number;
  readonly score: number;
  readonly fit: TypeFit;
}

/**
 * How much the passage's score, the sentence's coverage of the question's terms and its holding of what is asked for
 * count beside the sentence's cosine. Compared on half of XQuAD zh and en: the first quote holds the answer in .88 and
 * .890, one of the first three in .975 and .982; without the question's type .874 and .886 (2026-11-24,
 * docs/decisions/0017-centred-embeddings.md). Names are found with less certainty than numbers, so they count half.
 */
const weights = { passage: 1, coverage: 0.1, number: 0.05, name: 0.025 } as const;

/** A quote of two sentences stays below this, in UTF-16 code units. */
const maxPairLength = 400;

/** A sentence with how well it answers. */
export interface RatedSentence {
  readonly passage: Passage;
  readonly ordinal: number;
  readonly similarity: number;
  readonly score: number;
  /** Whether it holds something new of the kind that is asked for. */
  readonly fit: TypeFit;
}

/** Decides whether a quote may be shown; one that may not leaves its words and its place to another. */
export type AcceptQuote = (quote: PickedQuote) => Promise<boolean>;

/**
 * The quotes that answer best, best first: a sentence each with the better of its neighbours, which often
 * holds what the sentence leaves unsaid; one that a pronoun leads takes the sentence before. No two overlap, no two say the same words, and no sentence of a story is quoted
 * from two of its articles; what a copy words in its own way is its own.
 */
export async function pickQuotes(
  ranked: readonly RatedSentence[],
  limit: number,
  accept: AcceptQuote,
): Promise<PickedQuote[]> {
  const picked: PickedQuote[] = [];
  const said = new Set<string>();
  const isNew = (quote: PickedQuote): boolean =>
    !wordingsOf(quote).some((words) => said.has(words)) && !picked.some((other) => overlaps(other, quote));
  for (const sentence of ranked) {
    if (picked.length >= limit) break;
    // A neighbour may have been quoted already; then the sentence stands alone.
    const quote = [extendQuote(sentence, ranked), quoteAlone(sentence)].find(isNew);
    if (quote === undefined || !(await accept(quote))) continue;
    for (const words of wordingsOf(quote)) said.add(words);
    picked.push(quote);
  }
  return picked;
}

/** All sentences of the passages, the one that answers best first. */
export function rankSentences(question: Question, passages: readonly Passage[]): RatedSentence[] {
  const type = readQuestionType(question.text, bareLanguage(question.language));
  const rated = passages.flatMap((passage) => rateSentences(question, type, passage));
  return rated.sort((a, b) => b.score - a.score);
}

function rateSentences(question: Question, type: QuestionType, passage: Passage): RatedSentence[] {
  const language = bareLanguage(passage.article.language);
  return passage.chunk.sentences.map(({ start, end }, ordinal) => {
    const similarity = passage.sentenceSimilarities[ordinal] ?? 0;
    const text = passage.article.body.slice(start, end);
    const coverage = coverTerms(question, text);
    const fit = meetsType(type, text, question.text, language);
    const score =
      weights.passage * passage.score + similarity + weights.coverage * coverage + weighFit(fit, type.kind);
    return { passage, ordinal, similarity, score, fit };
  });
}

/** The words of a quote that answer, as offsets into the body: a number, a date, a name; the sentence where none is sure. */
export function markQuote({ passage, highlight }: PickedQuote, question: Question): PickedQuote['highlight'] {
  const { body, language } = passage.article;
  const type = readQuestionType(question.text, bareLanguage(question.language));
  const sentence = body.slice(highlight.start, highlight.end);
  const span = markAnswer(question.text, type, sentence, bareLanguage(language));
  if (span === null) return highlight;
  return { start: highlight.start + span.start, end: highlight.start + span.end };
}

/** Whether a number, a date or a time is asked for. */
export function asksForNumber({ text, language }: Question): boolean {
  return numberKinds.has(readQuestionType(text, bareLanguage(language)).kind);
}

/** The kinds of questions that ask for a number, a date or a time. */
export const numberKinds: ReadonlySet<QuestionKind> = new Set(['count', 'date', 'duration', 'age']);

function weighFit(fit: TypeFit, kind: QuestionKind): number {
  if (fit === 'unknown') return 0;
  const weight = numberKinds.has(kind) ? weights.number : weights.name;
  return fit === 'yes' ? weight : -weight;
}

function extendQuote(sentence: RatedSentence, ranked: readonly RatedSentence[]): PickedQuote {
  const alone = quoteAlone(sentence);
  const { passage, ordinal } = sentence;
  const own = sentenceAt(passage, ordinal);
  const neighbours = ranked.filter(
    (other) =>
      other.passage === passage &&
      Math.abs(other.ordinal - ordinal) === 1 &&
      canJoin(passage, own, sentenceAt(passage, other.ordinal)),
  );
  const { body, language } = passage.article;
  const before = isPronounLed(body.slice(own.start, own.end), bareLanguage(language))
    ? neighbours.find((other) => other.ordinal < ordinal)
    : undefined;
  // `ranked` is sorted, so the first neighbour is the better one; but "she" is nobody without the sentence before.
  const chosen = before ?? neighbours[0];
  const neighbour = chosen === undefined ? own : sentenceAt(passage, chosen.ordinal);
  return { ...alone, start: Math.min(own.start, neighbour.start), end: Math.max(own.end, neighbour.end) };
}

function quoteAlone({ passage, ordinal, similarity, score, fit }: RatedSentence): PickedQuote {
  const { start, end } = sentenceAt(passage, ordinal);
  return { passage, start, end, highlight: { start, end }, similarity, score, fit };
}

/** A sentence as it is stored. @throws RangeError where the passage has none of this number */
export function sentenceAt({ chunk }: Passage, ordinal: number): StoredSentence {
  const sentence = chunk.sentences[ordinal];
  if (sentence === undefined) throw new RangeError(`no sentence ${String(ordinal)}`);
  return sentence;
}

/** Two sentences make one quote within a paragraph, and only while it stays short enough to read at a glance. */
function canJoin(passage: Passage, a: StoredSentence, b: StoredSentence): boolean {
  const start = Math.min(a.start, b.start);
  const end = Math.max(a.end, b.end);
  return end - start <= maxPairLength && !passage.article.body.slice(start, end).includes('\n\n');
}

/** What may not be said twice: the whole quote by anybody, each of its sentences by articles of its story. */
function wordingsOf({ passage: { article, chunk }, start, end }: PickedQuote): string[] {
  const sentences = chunk.sentences.filter((sentence) => start <= sentence.start && sentence.end <= end);
  return [
    article.body.slice(start, end).replace(/\s+/gu, ' '),
    ...sentences.map(
      (sentence) =>
        `${article.storyId}\n\n${foldWords(article.body.slice(sentence.start, sentence.end), sentence.start === 0)}`,
    ),
  ];
}

function overlaps(a: PickedQuote, b: PickedQuote): boolean {
  return a.passage.article.id === b.passage.article.id && a.start < b.end && b.start < a.end;
}
