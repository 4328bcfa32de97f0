import type { Lines } from '../corpus/article.ts';
import { UserError } from '../errors.ts';
import type { Searchable } from '../retrieve/candidates.ts';
import type { Passage } from '../retrieve/passage.ts';
import { readQuestion } from '../retrieve/question.ts';
import type { QuestionSources } from '../retrieve/question.ts';
import { retrievePassages } from '../retrieve/retriever.ts';
import type { ArticleFilter } from '../store/news-store.ts';
import { citeQuote } from './citation.ts';
import type { Citation, ReadCurrentPage, WithheldReason } from './citation.ts';
import { answerThreshold, rateConfidence } from './confidence.ts';
import type { Rateable } from './confidence.ts';
import { pickQuotes, rankSentences } from './quote.ts';
import type { PickedQuote, RatedSentence } from './quote.ts';

/** A verbatim slice of an article with its citation. Offsets count UTF-16 code units, half-open. */
export interface Quote {
  /** Equal to `body.slice(start, end)` of the article. */
  readonly text: string;
  readonly articleId: string;
  readonly title: string;
  readonly source: string;
  readonly publishedOn: string | null;
  readonly authors: readonly string[];
  readonly url: string | null;
  /** The raw file, absolute. */
  readonly file: string;
  readonly lines: Lines;
  readonly start: number;
  readonly end: number;
  readonly language: string;
  /** The sentence that answers, as offsets into `text`. */
  readonly highlight: { readonly start: number; readonly end: number };
}

/** An article that is near to the question, whether or not it answers. */
export interface NearArticle {
  readonly articleId: string;
  readonly title: string;
  readonly source: string;
  readonly publishedOn: string | null;
}

/** A quote that was found and may not be shown. */
export interface WithheldQuote {
  readonly reason: WithheldReason;
  readonly title: string;
  /** The raw file, absolute. */
  readonly file: string;
}

/** Quotes that answer a question, or the nearest articles where none does. */
export interface Answer {
  readonly question: string;
  readonly language: string;
  readonly status: 'answered' | 'not-found';
  /** In [0, 1]: how likely the best quotes answer, whatever the status. */
  readonly confidence: number;
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
const passagesQuoted = 12;
const nearestShown = 3;

/**
 * Answers a question with quotes, each checked against the stored article and its raw file.
 *
 * @throws UserError `question-empty`, `question-too-long`, `source-unknown`
 */
export async function answerQuestion(
  text: string,
  sources: AnswerSources,
  { filter = {}, limit = defaultLimit }: AnswerOptions = {},
): Promise<Answer> {
  const asked = text.trim();
  checkQuestion(asked);
  const knownFilter = await resolveFilter(filter, sources);
  const question = await readQuestion(asked, sources);
  const passages = await retrievePassages(question, sources, { filter: knownFilter, limit: passagesRead });
  const ranked = rankSentences(question, passages.slice(0, passagesQuoted));
  const rate = (best: Rateable | undefined): number => rateConfidence(best, passages);
  const isSure = rate(ranked[0]) >= answerThreshold;
  const { picked, quotes, withheld } = isSure
    ? await quoteChecked(ranked, limit, { readPage: sources.readPage, rate })
    : { picked: [], quotes: [], withheld: [] };
  const confidence = rate(picked[0] ?? ranked[0]);
  return {
    question: asked,
    language: question.language,
    status: quotes.length > 0 ? 'answered' : 'not-found',
    confidence,
    quotes,
    nearest: quotes.length > 0 ? [] : listNearest(passages),
    withheld,
  };
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
  const wanted = filter.source.normalize('NFKC').toLowerCase();
  const known = await store.sources();
  const source = known.find((name) => name.normalize('NFKC').toLowerCase() === wanted);
  if (source === undefined) throw new UserError('source-unknown', { source: filter.source, known });
  return { ...filter, source };
}

/**
 * Quotes whose page still says them; a page that does not is named once. What takes the place of a quote that is
 * withheld has to be sure enough by itself: the best of the rest may be about something else.
 */
async function quoteChecked(
  ranked: readonly RatedSentence[],
  limit: number,
  { readPage, rate }: { readonly readPage: ReadCurrentPage; readonly rate: (quote: PickedQuote) => number },
) {
  const quotes: Quote[] = [];
  const withheld = new Map<string, WithheldQuote>();
  const picked = await pickQuotes(ranked, limit, async (quote) => {
    if (withheld.size > 0 && rate(quote) < answerThreshold) return false;
    const { article } = quote.passage;
    const result = citeQuote(article, quote, await readPage(article.page));
    if ('citation' in result) quotes.push(formQuote(quote, result.citation));
    else withheld.set(result.file, { reason: result.withheld, title: article.title, file: result.file });
    return 'citation' in result;
  });
  return { picked, quotes, withheld: [...withheld.values()] };
}

function formQuote({ passage, start, end, highlight }: PickedQuote, citation: Citation): Quote {
  const { id, title, source, publishedOn, authors, url, language, body } = passage.article;
  return {
    text: body.slice(start, end),
    articleId: id,
    title,
    source,
    publishedOn,
    authors,
    url,
    ...citation,
    start,
    end,
    language,
    highlight: { start: highlight.start - start, end: highlight.end - start },
  };
}

function listNearest(passages: readonly Passage[]): NearArticle[] {
  const byId = new Map(passages.map(({ article }) => [article.id, article]));
  return [...byId.values()]
    .slice(0, nearestShown)
    .map(({ id, title, source, publishedOn }) => ({ articleId: id, title, source, publishedOn }));
}
