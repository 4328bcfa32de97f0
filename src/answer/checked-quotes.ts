import type { Lines } from '../corpus/article.ts';
import type { Question } from '../retrieve/passage.ts';
import type { OnStage } from '../retrieve/stages.ts';
import { citeQuote } from './citation.ts';
import type { Citation, ReadCurrentPage, WithheldReason } from './citation.ts';
import { sureThreshold } from './confidence.ts';
import { markQuote, pickQuotes } from './quote.ts';
import type { PickedQuote, RatedSentence } from './quote.ts';
import { findRelated } from './related.ts';
import type { QuotedPart, Related, RelatedArticle, RelatedSources } from './related.ts';

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
  /** The number, date or name that answers, where it can be told, else the sentence; as offsets into `text`. */
  readonly highlight: { readonly start: number; readonly end: number };
  /** Other articles that print the sentence that answers in the same words, oldest first. */
  readonly alsoIn: readonly RelatedArticle[];
  /** Articles that correct the one quoted, oldest first. */
  readonly corrections: readonly RelatedArticle[];
}

/** A quote before it is known what else prints the same. */
type CheckedQuote = Omit<Quote, keyof Related>;

/** A quote that was found and may not be shown. */
export interface WithheldQuote {
  readonly reason: WithheldReason;
  readonly title: string;
  /** The raw file, absolute. */
  readonly file: string;
}

/** What quotes are checked and marked with. */
interface QuoteRules {
  readonly question: Question;
  readonly readPage: ReadCurrentPage;
  readonly rate: (quote: PickedQuote) => number;
  readonly minConfidence: number;
  readonly onStage: OnStage;
}

/**
 * Quotes whose page still says them; a page that does not is named once. What takes the place of a quote that is
 * withheld has to be sure enough by itself: the best of the rest may be about something else.
 */
export async function quoteChecked(
  ranked: readonly RatedSentence[],
  limit: number,
  { question, readPage, rate, minConfidence, onStage }: QuoteRules,
) {
  const quotes: CheckedQuote[] = [];
  const withheld = new Map<string, WithheldQuote>();
  const picked = await pickQuotes(ranked, limit, async (quote) => {
    if (withheld.size > 0 && rate(quote) < Math.max(minConfidence, sureThreshold)) return false;
    const { article } = quote.passage;
    onStage('verify');
    const result = citeQuote(article, quote, await readPage(article.page));
    onStage('quotes');
    if ('citation' in result) quotes.push(formQuote(quote, result.citation, question));
    else withheld.set(result.file, { reason: result.withheld, title: article.title, file: result.file });
    return 'citation' in result;
  });
  return { picked, quotes, withheld: [...withheld.values()] };
}

function formQuote(quote: PickedQuote, citation: Citation, question: Question): CheckedQuote {
  const { passage, start, end } = quote;
  return describeQuote(
    { article: passage.article, start, end, highlight: markQuote(quote, question) },
    citation,
  );
}

/** A slice of an article that is quoted. Offsets into the body. */
export interface QuotedSlice extends QuotedPart {
  readonly start: number;
  readonly end: number;
}

/** All that a quote shows of its article. */
export function describeQuote(
  { article, start, end, highlight }: QuotedSlice,
  citation: Citation,
): CheckedQuote {
  const { id, title, source, publishedOn, authors, url, language, body } = article;
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

/** Each quote with the articles that print the same or correct it. */
export async function relateQuotes(
  quotes: readonly CheckedQuote[],
  parts: readonly QuotedPart[],
  sources: RelatedSources,
  exceptIds?: readonly string[],
): Promise<Quote[]> {
  const related = await findRelated(parts, sources, exceptIds);
  return quotes.map((quote, at) => ({ ...quote, ...(related[at] ?? { alsoIn: [], corrections: [] }) }));
}
