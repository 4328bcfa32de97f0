import { foldWords } from '../corpus/near-copies.ts';
import type { NewsReader, StoredArticle } from '../store/news-store.ts';
import { splitSentences } from '../text/sentences.ts';
import { citeQuote } from './citation.ts';
import type { ReadCurrentPage } from './citation.ts';
import type { PickedQuote } from './quote.ts';

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

/** Where related articles are found, and how their pages are checked. */
export interface RelatedSources {
  readonly store: NewsReader;
  readonly readPage: ReadCurrentPage;
}

/**
 * What belongs to each quote, in their order. No filter of the question applies: where else a sentence was printed and
 * that it was corrected is part of its citation.
 */
export async function findRelated(
  quotes: readonly PickedQuote[],
  { store, readPage }: RelatedSources,
): Promise<Related[]> {
  const quoted = quotes.map(({ passage }) => passage.article);
  const [stories, corrections] = await Promise.all([
    store.storyArticles(unique(quoted.map(({ storyId }) => storyId))),
    store.correctionsOf(unique(quoted.map(({ id }) => id))),
  ]);
  return Promise.all(
    quotes.map(async (quote) => {
      const { id, storyId } = quote.passage.article;
      const others = (stories.get(storyId) ?? []).filter((article) => article.id !== id);
      return {
        alsoIn: await listCopies(quote, others, readPage),
        corrections: (corrections.get(id) ?? []).map(describe),
      };
    }),
  );
}

/** Those of the articles that hold the sentence that answers, and whose page still says so. */
async function listCopies(
  { passage, highlight }: PickedQuote,
  articles: readonly StoredArticle[],
  readPage: ReadCurrentPage,
): Promise<RelatedArticle[]> {
  const words = foldWords(passage.article.body.slice(highlight.start, highlight.end), highlight.start === 0);
  const copies: RelatedArticle[] = [];
  for (const article of articles) {
    const { body, language } = article;
    const sentence = splitSentences(body, language).find(
      ({ start, end }) => foldWords(body.slice(start, end), start === 0) === words,
    );
    if (sentence === undefined) continue;
    if ('citation' in citeQuote(article, sentence, await readPage(article.page)))
      copies.push(describe(article));
  }
  return copies;
}

function describe({ id, title, source, publishedOn, url }: StoredArticle): RelatedArticle {
  return { articleId: id, title, source, publishedOn, url };
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
