import type { Lines } from '../corpus/article.ts';
import { locate } from '../corpus/provenance.ts';
import type {
  ArticleFilter,
  ArticleSummary,
  ListPage,
  NewsReader,
  SourceSummary,
  StoredArticle,
} from '../store/news-store.ts';
import { describeQuote, relateQuotes } from './checked-quotes.ts';
import type { Quote } from './checked-quotes.ts';
import { citeQuote } from './citation.ts';
import { describeRelated } from './related.ts';
import type { RelatedArticle, RelatedSources } from './related.ts';

/** An article as it is read, whole. */
export interface ReadableArticle extends ArticleSummary {
  readonly kicker: string | null;
  readonly subtitle: string | null;
  readonly authors: readonly string[];
  readonly agency: string | null;
  readonly place: string | null;
  readonly url: string | null;
  /** Paragraphs separated by a blank line. */
  readonly body: string;
  /** Path of its page below the corpus folder. */
  readonly page: string;
  readonly lines: Lines;
  readonly version: number;
  /** Articles that correct it, oldest first. */
  readonly corrections: readonly RelatedArticle[];
}

/** Where a quote that was given before stands. Offsets into the article's body, half-open. */
export interface QuotePlace {
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  /** The words that answer, counted from `start`. */
  readonly highlightStart: number;
  readonly highlightEnd: number;
}

/** The articles by themselves, without a question. */
export interface Archive {
  /** Undefined where the article is gone. */
  article(articleId: string): Promise<ReadableArticle | undefined>;
  /** The newest first. */
  latest(filter: ArticleFilter, page: ListPage): Promise<ArticleSummary[]>;
  /** Articles whose title, source or date holds every word of the text, the newest first. */
  findTitles(text: string, filter: ArticleFilter, page: ListPage): Promise<ArticleSummary[]>;
  sources(): Promise<SourceSummary[]>;
  /** What other versions of an article would be known by, so that one that was withdrawn is known again. */
  versionKeys(articleId: string): Promise<string[]>;
  /**
   * Quotes that were given before, as they stand now, in their order. One whose article is gone, excepted or changed, or
   * whose page no longer says it, is left out.
   */
  quoteAgain(places: readonly QuotePlace[], exceptIds?: readonly string[]): Promise<Quote[]>;
}

/** Opens the articles of a store for reading. */
export function openArchive(sources: RelatedSources): Archive {
  const { store } = sources;
  return {
    async article(articleId) {
      const article = (await store.articles([articleId])).get(articleId);
      return article && readable(article, store);
    },
    latest: (filter, page) => store.listArticles(filter, page),
    findTitles: (text, filter, page) => store.findTitles(splitWords(text), filter, page),
    sources: () => store.sourceSummaries(),
    versionKeys: (articleId) => store.versionKeys(articleId),
    quoteAgain: (places, exceptIds) => quoteAgain(places, sources, exceptIds),
  };
}

/** Words looked for in titles at once; more make the search slow and find nothing. */
const maxWords = 8;

function splitWords(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== '')
    .slice(0, maxWords);
}

async function readable(article: StoredArticle, store: NewsReader): Promise<ReadableArticle> {
  const { id, title, source, publishedOn, language, kicker, subtitle, authors, agency, place, url, body } =
    article;
  const { page, segments, version } = article;
  const corrections = await store.correctionsOf([id]);
  return {
    articleId: id,
    title,
    source,
    publishedOn,
    language,
    kicker,
    subtitle,
    authors,
    agency,
    place,
    url,
    body,
    page: page.file,
    lines: locate(segments, 0, body.length).lines,
    version,
    corrections: (corrections.get(id) ?? []).map(describeRelated),
  };
}

async function quoteAgain(
  places: readonly QuotePlace[],
  sources: RelatedSources,
  exceptIds: readonly string[] = [],
): Promise<Quote[]> {
  const hidden = new Set(exceptIds);
  const articles = await sources.store.articles([...new Set(places.map(({ articleId }) => articleId))]);
  const slices = places.flatMap(({ articleId, start, end, highlightStart, highlightEnd }) => {
    const article = articles.get(articleId);
    if (article === undefined || hidden.has(articleId) || end > article.body.length) return [];
    return [{ article, start, end, highlight: { start: start + highlightStart, end: start + highlightEnd } }];
  });
  const cited = await Promise.all(
    slices.map(async (slice) => {
      const result = citeQuote(slice.article, slice, await sources.readPage(slice.article.page));
      return 'citation' in result ? { slice, quote: describeQuote(slice, result.citation) } : null;
    }),
  );
  const found = cited.filter((each) => each !== null);
  return relateQuotes(
    found.map(({ quote }) => quote),
    found.map(({ slice }) => slice),
    sources,
    exceptIds,
  );
}
