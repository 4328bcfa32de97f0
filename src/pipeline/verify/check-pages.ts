import path from 'node:path';
import { citeQuote, QuoteMismatchError } from '../../answer/citation.ts';
import type { CurrentPage } from '../../answer/citation.ts';
import { readCorpusFile } from '../../corpus/read-corpus.ts';
import type { CorpusBytes } from '../../corpus/read-corpus.ts';
import { openPage } from '../../corpus/readers/readers.ts';
import type { StoredArticle, StoredChunk, StoredPage } from '../../store/news-store.ts';
import type { IndexProblem } from './index-problem.ts';

/** A page's articles with their chunks. */
export interface PageContent {
  readonly articles: readonly StoredArticle[];
  readonly chunks: readonly StoredChunk[];
}

/** The page's file where it is still what was indexed, or what became of it. */
export function readIndexedPage(page: StoredPage): CorpusBytes | IndexProblem | undefined {
  const where = path.join(page.folder, page.file);
  const read = readCorpusFile(page);
  if ('setAside' in read) {
    const { reason, detail } = read.setAside;
    if (detail === 'ENOENT' || detail === 'ENOTDIR') return { kind: 'page-missing', where, detail };
    return { kind: 'page-changed', where, detail: [reason, detail].filter(Boolean).join(' ') };
  }
  // A page that is read again at each reindex has no hash to compare with.
  if (page.contentHash === '') return undefined;
  return read.contentHash === page.contentHash ? read : { kind: 'page-changed', where, detail: '' };
}

/** What was compared with a page's raw file, and where they differ. */
export interface QuoteCheck {
  readonly quotes: number;
  readonly problems: readonly IndexProblem[];
}

/** Compares every segment and every sentence of a page's articles with its file, as an answer does before it quotes. */
export async function checkQuotes(
  page: StoredPage,
  { bytes, contentHash }: CorpusBytes,
  { articles, chunks }: PageContent,
): Promise<QuoteCheck> {
  const where = path.join(page.folder, page.file);
  const opened = await openPage(page.file, bytes);
  if ('reason' in opened)
    return { quotes: 0, problems: [{ kind: 'page-changed', where, detail: opened.reason }] };
  const current: CurrentPage = { text: opened.text, contentHash };
  const problems: IndexProblem[] = [];
  let quotes = 0;
  for (const article of articles) {
    const sentences = chunks
      .filter(({ articleId }) => articleId === article.id)
      .flatMap((chunk) => chunk.sentences);
    for (const range of [...article.segments, ...sentences]) {
      quotes += 1;
      const detail = `article ${article.id} [${String(range.start)}, ${String(range.end)})`;
      if (!standsIn(article, range, current)) problems.push({ kind: 'quote-differs', where, detail });
    }
  }
  return { quotes, problems };
}

function standsIn(
  article: StoredArticle,
  range: { readonly start: number; readonly end: number },
  current: CurrentPage,
): boolean {
  try {
    return 'citation' in citeQuote(article, range, current);
  } catch (error) {
    if (error instanceof QuoteMismatchError || error instanceof RangeError) return false;
    throw error;
  }
}
