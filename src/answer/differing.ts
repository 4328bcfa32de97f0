import type { Question } from '../retrieve/passage.ts';
import { compareChunks, compareTwoSentences } from '../retrieve/score.ts';
import { bareLanguage } from '../text/language.ts';
import { readQuestionType } from '../text/question-type.ts';
import type { QuestionType } from '../text/question-type.ts';
import { findAnswerSpans, markAnswer } from './answer-span.ts';
import type { Quote } from './checked-quotes.ts';
import { numberKinds, sentenceAt } from './quote.ts';
import type { RatedSentence } from './quote.ts';
import { newTo } from './spans/novelty.ts';
import { shareNames } from './spans/shared-names.ts';
import type { AnswerSpan } from './spans/span.ts';
import { areDifferent, readValue } from './spans/value.ts';

/** What an outlet says where outlets differ. */
export interface DifferingFigure {
  /** Position of the quote that says it. */
  readonly quote: number;
  /** The number or date in its own words. */
  readonly text: string;
  readonly source: string;
}

/** A sentence whose number or date is set against another outlet's. */
export interface Figure {
  readonly sentence: RatedSentence;
  /** The number or date, as offsets into the article's body. */
  readonly start: number;
  readonly end: number;
}

/**
 * What makes two sentences of two outlets be about one thing: both articles of the same days, the passages about one
 * event, the sentences about one side of it. Centred cosines; set on the sample pages and those of `test/fixtures/`, where a
 * flood's damage in two papers has .52 and .48, and two other floods, fires or fares at most .46 and .46 (2026-11-24).
 */
const mostDaysApart = 3;
const leastAlike = { passage: 0.48, sentence: 0.45 } as const;

/** Outlets set against the first; more would be a list, not a comparison. */
const mostFigures = 3;
/** Sentences of other outlets that are looked at, best first. */
const sentencesRead = 400;

/**
 * Where outlets differ about the number or date that is asked for: the figure of the best sentence and those of other
 * outlets that give another for the same thing; empty where nothing is known to differ. It says nothing rather than
 * something wrong: a number that stands in the other article as well counts as something else that is told there.
 *
 * @param ranked best first
 */
export function findDiffering(question: Question, ranked: readonly RatedSentence[]): Figure[] {
  const [best] = ranked;
  const type = readQuestionType(question.text, bareLanguage(question.language));
  if (best === undefined || !numberKinds.has(type.kind)) return [];
  const first = readFigure(best, type, question.text);
  if (first === null) return [];
  const found: ReadFigure[] = [first];
  const outlets = new Set([best.passage.article.source]);
  for (const sentence of ranked.slice(1, sentencesRead)) {
    if (found.length >= mostFigures) break;
    const { source } = sentence.passage.article;
    if (outlets.has(source) || !isSameThing(best, sentence)) continue;
    const other = readFigure(sentence, type, question.text, first);
    if (other === null || !found.every((known) => isOther(known, other))) continue;
    outlets.add(source);
    found.push(other);
  }
  return found.length > 1 ? found.map(({ sentence, start, end }) => ({ sentence, start, end })) : [];
}

type Placed = Pick<Quote, 'articleId' | 'source' | 'text' | 'start' | 'end' | 'highlight'>;

/** The figures that are quoted, and the quotes with those marked; no figure where fewer than two are quoted. */
export function placeFigures<Q extends Placed>(
  figures: readonly Figure[],
  quotes: readonly Q[],
): { readonly differing: readonly DifferingFigure[]; readonly marked: readonly Q[] } {
  const placed = figures.flatMap(({ sentence, start, end }) => {
    const { id } = sentence.passage.article;
    const at = quotes.findIndex((each) => each.articleId === id && each.start <= start && end <= each.end);
    const quote = quotes[at];
    return quote === undefined ? [] : [{ at, quote, start: start - quote.start, end: end - quote.start }];
  });
  if (placed.length < 2) return { differing: [], marked: quotes };
  const marked = new Map(
    placed.map(({ quote, start, end }) => [quote, { ...quote, highlight: { start, end } }]),
  );
  const differing = placed.map(({ at, quote: { text, source }, start, end }) => ({
    quote: at,
    text: text.slice(start, end),
    source,
  }));
  return { differing, marked: quotes.map((quote) => marked.get(quote) ?? quote) };
}

interface ReadFigure extends Figure {
  readonly span: AnswerSpan;
  readonly value: NonNullable<ReturnType<typeof readValue>>;
}

/** The figure of a sentence: the one that is marked as the answer, else the only one that can be meant. */
function readFigure(
  sentence: RatedSentence,
  type: QuestionType,
  question: string,
  like?: ReadFigure,
): ReadFigure | null {
  const { article } = sentence.passage;
  const { start, text } = textOf(sentence);
  const language = bareLanguage(article.language);
  const isNew = newTo(question);
  const spans = findAnswerSpans(type, text, language).filter((span) => isNew(span, text));
  const alike = like === undefined ? spans : spans.filter((span) => measuresAlike(span, like.span, spans));
  const marked = markAnswer(question, type, text, language);
  const span = marked ?? (alike.length === 1 ? alike[0] : undefined);
  if (span === undefined || (like !== undefined && !measuresAlike(span, like.span, spans))) return null;
  const value = readValue(text, span, article);
  return value === null ? null : { sentence, start: start + span.start, end: start + span.end, span, value };
}

/** A number without a unit is compared only where it is the only one of its sentence. */
function measuresAlike(span: AnswerSpan, like: AnswerSpan, among: readonly AnswerSpan[]): boolean {
  if (span.kind !== like.kind) return false;
  return span.unit === like.unit ? true : among.length === 1 && (span.unit === null || like.unit === null);
}

/** Across languages nothing is compared: names are written too differently to tell one event from another of its sort. */
function isSameThing(a: RatedSentence, b: RatedSentence): boolean {
  const language = bareLanguage(a.passage.article.language);
  if (bareLanguage(b.passage.article.language) !== language) return false;
  const [dayA, dayB] = [a.passage.article.publishedOn, b.passage.article.publishedOn];
  if (dayA === null || dayB === null) return false;
  if (Math.abs(Date.parse(dayA) - Date.parse(dayB)) > mostDaysApart * 86_400_000) return false;
  if (compareChunks(a.passage.chunk, b.passage.chunk) < leastAlike.passage) return false;
  return (
    compareTwoSentences(sentenceAt(a.passage, a.ordinal), sentenceAt(b.passage, b.ordinal)) >=
      leastAlike.sentence && shareNames(bodyOf(a), bodyOf(b), language)
  );
}

/** Neither article tells of the other's figure. */
function isOther(a: ReadFigure, b: ReadFigure): boolean {
  return (
    areDifferent(a.value, b.value) &&
    !b.value.standsIn(bodyOf(a.sentence)) &&
    !a.value.standsIn(bodyOf(b.sentence))
  );
}

function bodyOf({ passage }: RatedSentence): string {
  return passage.article.body;
}

function textOf(sentence: RatedSentence): { readonly start: number; readonly text: string } {
  const { start, end } = sentenceAt(sentence.passage, sentence.ordinal);
  return { start, text: bodyOf(sentence).slice(start, end) };
}
