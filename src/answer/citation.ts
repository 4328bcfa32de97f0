import { checkSlice, locate } from '../corpus/provenance.ts';
import type { Lines } from '../corpus/article.ts';
import type { StoredArticle, StoredPage } from '../store/news-store.ts';

/** A page's file as it is now. */
export interface CurrentPage {
  readonly text: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly contentHash: string;
}

/** Reads a page's file; `undefined` where it is gone or can no longer be read. */
export type ReadCurrentPage = (
  page: StoredPage,
) => CurrentPage | undefined | Promise<CurrentPage | undefined>;

/** Where a quote stands in its file. */
export interface Citation {
  /** The raw file, absolute. */
  readonly file: string;
  readonly lines: Lines;
}

/** Why a quote may not be shown: its page was edited or deleted after it was indexed. */
export type WithheldReason = 'page-changed' | 'page-missing';

/** Where a quote stands, or why it is withheld. */
export type CitationResult =
  { readonly citation: Citation } | { readonly withheld: WithheldReason; readonly file: string };

/** A quote that is not what its article says. A bug, whatever caused it: it is never shown. */
export class QuoteMismatchError extends Error {
  override readonly name = 'QuoteMismatchError';
}

/**
 * Where `[start, end)` of an article's body stands in its raw file, after checking that the file still says exactly
 * that there.
 *
 * @throws QuoteMismatchError if the file is as it was indexed and yet says something else
 */
export function citeQuote(
  article: StoredArticle,
  { start, end }: { readonly start: number; readonly end: number },
  current: CurrentPage | undefined,
): CitationResult {
  const { page, segments } = article;
  const file = `${page.folder}/${page.file}`;
  if (current === undefined) return { withheld: 'page-missing', file };
  if (!checkSlice(article, { start, end }, current.text)) {
    // A page that was read again with another article's copy set aside has no hash; then nothing can be concluded.
    if (current.contentHash !== page.contentHash) return { withheld: 'page-changed', file };
    throw new QuoteMismatchError(
      `article ${article.id} [${String(start)}, ${String(end)}) is not in ${page.file}`,
    );
  }
  return { citation: { file, lines: locate(segments, start, end).lines } };
}
