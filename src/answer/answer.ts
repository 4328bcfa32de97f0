import { UserError } from '../errors.ts';
import type { Searchable } from '../retrieve/candidates.ts';
import type { Passage, Question } from '../retrieve/passage.ts';
import { readQuestion } from '../retrieve/question.ts';
import type { QuestionSources } from '../retrieve/question.ts';
import { retrievePassages } from '../retrieve/retriever.ts';
import { takeDistinct } from '../retrieve/repeats.ts';
import { ignoreStages } from '../retrieve/stages.ts';
import type { AnswerStage, OnStage } from '../retrieve/stages.ts';
import type { ArticleFilter, StoredArticle } from '../store/news-store.ts';
import { foldCase } from '../text/normalize.ts';
import type { AskedAt } from '../text/question-period.ts';
import { favourNewest, readAskedPeriod } from './asked-period.ts';
import type { AskedPeriod } from './asked-period.ts';
import { quoteChecked, relateQuotes } from './checked-quotes.ts';
import type { Quote, WithheldQuote } from './checked-quotes.ts';
import type { ReadCurrentPage } from './citation.ts';
import { answerThreshold, rateConfidence, sureThreshold } from './confidence.ts';
import { findDiffering, placeFigures } from './differing.ts';
import type { DifferingFigure } from './differing.ts';
import type { Rateable } from './evidence.ts';
import { rankSentences } from './quote.ts';

export type { AnswerStage, Quote, WithheldQuote };

/** An article that is near to the question, whether or not it answers. */
export interface NearArticle {
  readonly articleId: string;
  readonly title: string;
  readonly source: string;
  readonly publishedOn: string | null;
}

/** Quotes that answer a question, or the nearest articles where none does. */
export interface Answer {
  readonly question: string;
  readonly language: string;
  readonly status: 'answered' | 'not-found';
  /** In [0, 1]: how likely the best quotes answer, whatever the status. */
  readonly confidence: number;
  /** Answered, but it is no likelier that the quotes answer than that they do not. */
  readonly isUncertain: boolean;
  /** The period that the question names and the quotes keep to; null where it names none, or only others answer. */
  readonly period: AskedPeriod | null;
  /** ISO date of the newest article quoted; null without quotes or dates. */
  readonly newestOn: string | null;
  /**
   * Where outlets give different numbers or dates for the thing asked about, what each says; empty where they are not known
   * to differ. The quotes they stand in are the first ones.
   */
  readonly differing: readonly DifferingFigure[];
  /** Best first; empty when the status is `not-found`. */
  readonly quotes: readonly Quote[];
  /** Nearest first; empty when the status is `answered`. */
  readonly nearest: readonly NearArticle[];
  readonly withheld: readonly WithheldQuote[];
}

/** What may be asked for beside the question. */
export interface AnswerOptions {
  readonly filter?: ArticleFilter;
  /** Most quotes. */
  readonly limit?: number;
  /** When and where it is asked, for "yesterday"; null where no period is to be read from the question. */
  readonly askedAt?: AskedAt | null;
  /** Confidence from which on quotes are shown, `answerThreshold` if not given; with 0 the best are shown at any. */
  readonly minConfidence?: number;
  readonly onStage?: OnStage;
}

/** What was found for a question, before anything is quoted from it. */
export interface Retrieval {
  readonly question: Question;
  /** Best first. */
  readonly passages: readonly Passage[];
}

/** All an answer is made from. */
export interface AnswerSources extends QuestionSources {
  readonly readPage: ReadCurrentPage;
}

/** Longest question, in UTF-16 code units: what a Discord message holds. */
export const maxQuestionLength = 2000;

const defaultLimit = 3;
/** Quotes are taken from the first of these; all of them are what the best one is compared with. */
const passagesRead = 40;
export const passagesQuoted = 12;
const nearestShown = 3;

/**
 * Answers a question with quotes, each checked against the stored article and its raw file.
 *
 * @throws UserError `question-empty`, `question-too-long`, `source-unknown`
 */
export async function answerQuestion(
  text: string,
  sources: AnswerSources,
  options: AnswerOptions = {},
): Promise<Answer> {
  const { filter = {}, askedAt } = options;
  const period = readAskedPeriod(text.trim(), filter, askedAt ?? undefined);
  if (period === null) return answerWithin(text, sources, options);
  const within = await answerWithin(text, sources, { ...options, filter: { ...filter, since: period.from } });
  if (within.status === 'answered' && !within.isUncertain) return { ...within, period };
  // "Today" is used loosely, and an older article may be the one that is meant.
  const anywhere = await answerWithin(text, sources, options);
  const isWithin = within.status === 'answered' && within.confidence >= anywhere.confidence;
  return isWithin ? { ...within, period } : anywhere;
}

async function answerWithin(
  text: string,
  sources: AnswerSources,
  {
    filter = {},
    limit = defaultLimit,
    minConfidence = answerThreshold,
    onStage = ignoreStages,
  }: AnswerOptions,
): Promise<Answer> {
  const { question, passages } = await findPassages(text, sources, { filter, onStage });
  onStage('quotes');
  const plain = rankSentences(question, takeDistinct(passages, passagesQuoted));
  // However many papers print a story, it is one that the best sentence is compared with.
  const compared = passages.filter(({ isRepeat = false }) => !isRepeat);
  const rate = (best: Rateable | undefined): number => rateConfidence(question, best, compared);
  // The newest is no answer where it is about something else.
  const favoured = favourNewest(question.text, plain);
  const ranked = rate(favoured[0]) >= minConfidence ? favoured : plain;
  const isSure = rate(ranked[0]) >= minConfidence;
  const figures = isSure ? findDiffering(question, ranked) : [];
  const together =
    figures.length === 0 ? ranked : [...new Set([...figures.map(({ sentence }) => sentence), ...ranked])];
  const { picked, quotes, withheld } = isSure
    ? await quoteChecked(together, limit, {
        question,
        readPage: sources.readPage,
        rate,
        minConfidence,
        onStage,
      })
    : { picked: [], quotes: [], withheld: [] };
  const { differing, marked } = placeFigures(figures, quotes);
  const confidence = rate(picked[0] ?? ranked[0]);
  onStage('verify');
  return {
    question: question.text,
    language: question.language,
    status: quotes.length > 0 ? 'answered' : 'not-found',
    confidence,
    isUncertain: quotes.length > 0 && confidence < sureThreshold,
    period: null,
    newestOn:
      quotes
        .flatMap(({ publishedOn }) => publishedOn ?? [])
        .sort()
        .at(-1) ?? null,
    differing,
    quotes: await relateQuotes(
      marked,
      picked.map(({ passage, highlight }) => ({ article: passage.article, highlight })),
      sources,
      filter.exceptIds,
    ),
    nearest: quotes.length > 0 ? [] : listNearest(passages),
    withheld,
  };
}

/**
 * The passages that an answer to the question would be made from.
 *
 * @param options.limit most passages, 40 if not given, as many as an answer reads; repeats do not count
 * @throws UserError `question-empty`, `question-too-long`, `source-unknown`
 */
export async function findPassages(
  text: string,
  sources: QuestionSources,
  {
    filter = {},
    limit = passagesRead,
    onStage = ignoreStages,
  }: Pick<AnswerOptions, 'filter' | 'limit' | 'onStage'> = {},
): Promise<Retrieval> {
  const asked = text.trim();
  checkQuestion(asked);
  const knownFilter = await resolveFilter(filter, sources);
  onStage('embed');
  const question = await readQuestion(asked, sources);
  const passages = await retrievePassages(question, sources, { filter: knownFilter, limit, onStage });
  return { question, passages };
}

function checkQuestion(text: string): void {
  if (!/[\p{L}\p{N}]/u.test(text)) throw new UserError('question-empty');
  if (text.length > maxQuestionLength) {
    throw new UserError('question-too-long', { length: text.length, maximum: maxQuestionLength });
  }
}

/** The filter with the source's name as it is stored, whatever its case was in the question. */
async function resolveFilter(filter: ArticleFilter, { store }: Searchable): Promise<ArticleFilter> {
  if (filter.source === undefined) return filter;
  const wanted = foldCase(filter.source);
  const known = await store.sources();
  const source = known.find((name) => foldCase(name) === wanted);
  if (source === undefined) throw new UserError('source-unknown', { source: filter.source, known });
  return { ...filter, source };
}

/** Of a story's articles the nearest stands for all. */
function listNearest(passages: readonly Passage[]): NearArticle[] {
  const byStory = new Map<string, StoredArticle>();
  for (const { article } of passages) {
    if (!byStory.has(article.storyId)) byStory.set(article.storyId, article);
  }
  return [...byStory.values()]
    .slice(0, nearestShown)
    .map(({ id, title, source, publishedOn }) => ({ articleId: id, title, source, publishedOn }));
}
