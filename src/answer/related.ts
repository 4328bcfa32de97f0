import { foldWords } from '../corpus/near-copies.ts';
import type { NewsReader, StoredArticle } from '../store/news-store.ts';
import { splitSentences } from '../text/sentences.ts';
import { citeQuote } from './citation.ts';
import type { ReadCurrentPage } from './citation.ts';

/** An article that belongs to one that is quoted. */
export interface RelatedArticle {
  readonly articleId: string;
  readonly title: string;
  readonly source: string;
  readonly publishedOn: string | null;
  readonly url: string | null;
}

/** What belongs to a quote. */
export interface Related {
  /** Other articles that print the sentence that answers in the same words, oldest first. */
  readonly alsoIn: readonly RelatedArticle[];
  /** Articles that correct the one quoted, oldest first. */
  readonly corrections: readonly RelatedArticle[];
}

/** What is quoted, as far as other articles are compared with it. */
export interface QuotedPart {
  readonly article: StoredArticle;
  /** The sentence that answers, as offsets into the body. */
  readonly highlight: { readonly start: number; readonly end: number };
}

/** Where related articles are found, and how their pages are checked. */
export interface RelatedSources {
  readonly store: NewsReader;
  readonly readPage: ReadCurrentPage;
}

/**
 * What belongs to each quote, in their order. No filter of the question applies: where else a sentence was printed and
 * that it was corrected is part of its citation.
 *
 * @param exceptIds articles that are not named, since moderators withdrew them
 */
export async function findRelated(
  quotes: readonly QuotedPart[],
  { store, readPage }: RelatedSources,
  exceptIds: readonly string[] = [],
): Promise<Related[]> {
  const hidden = new Set(exceptIds);
  const quoted = quotes.map(({ article }) => article);
  const [stories, corrections] = await Promise.all([
    store.storyArticles(unique(quoted.map(({ storyId }) => storyId))),
    store.correctionsOf(unique(quoted.map(({ id }) => id))),
  ]);
  return Promise.all(
    quotes.map(async (quote) => {
      const { id, storyId } = quote.article;
      const others = (stories.get(storyId) ?? []).filter((each) => each.id !== id && !hidden.has(each.id));
      return {
        alsoIn: await listCopies(quote, others, readPage),
        corrections: (corrections.get(id) ?? []).filter((each) => !hidden.has(each.id)).map(describeRelated),
      };
    }),
  );
}

/** Those of the articles that hold the sentence that answers, and whose page still says so. */
async function listCopies(
  { article: quoted, highlight }: QuotedPart,
  articles: readonly StoredArticle[],
  readPage: ReadCurrentPage,
): Promise<RelatedArticle[]> {
  const words = foldWords(quoted.body.slice(highlight.start, highlight.end), highlight.start === 0);
  const copies: RelatedArticle[] = [];
  for (const article of articles) {
    const { body, language } = article;
    const sentence = splitSentences(body, language).find(
      ({ start, end }) => foldWords(body.slice(start, end), start === 0) === words,
    );
    if (sentence === undefined) continue;
    if ('citation' in citeQuote(article, sentence, await readPage(article.page)))
      copies.push(describeRelated(article));
  }
  return copies;
}

/** What is said of an article that belongs to another. */
export function describeRelated({ id, title, source, publishedOn, url }: StoredArticle): RelatedArticle {
  return { articleId: id, title, source, publishedOn, url };
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
