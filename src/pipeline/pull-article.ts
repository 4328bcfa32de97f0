import path from 'node:path';
import type { PageArticle } from '../corpus/page-reading.ts';
import { UserError } from '../errors.ts';
import { pullPage, readHandedFile } from '../fetch/pull.ts';
import type { HandedFile, PulledPage, PullOptions } from '../fetch/pull.ts';
import { removePage, savePage } from '../fetch/save-page.ts';
import type { ArticleDesk } from '../store/desk-store.ts';
import { excerptHead } from '../text/excerpt.ts';
import { findKnown } from './find-known.ts';
import type { KnownArticle } from './find-known.ts';
import { indexPulled, openIfThere, storedIds } from './index-pulled.ts';
import type { PulledIndexOptions } from './index-pulled.ts';
import { hasOwnUrl, openWithdrawn } from './withdrawn.ts';

/** What the pull is compared with. */
export interface PullPlaces {
  readonly indexFolder: string;
  readonly corpusFolder: string;
  readonly desk: Pick<ArticleDesk, 'withdrawnKeys' | 'withdrawnIds'>;
  /** Where the moderator decides; null for everywhere. */
  readonly guildId: string | null;
}

/** An article that was found, for a moderator to look at. */
export interface PreviewedArticle {
  /** As its page gives it; the index may know it by another, see `PullResult`. */
  readonly articleId: string;
  readonly title: string;
  readonly source: string;
  readonly publishedOn: string | null;
  /** ISO 639-1 code, `und` where it cannot be told. */
  readonly language: string;
  readonly url: string | null;
  /** Its first lines. */
  readonly lead: string;
  /** UTF-16 code units of its body. */
  readonly length: number;
  /** What the index holds of it already. */
  readonly known: readonly KnownArticle[];
  readonly isWithdrawn: boolean;
}

/** What a pull would bring. Nothing is written until it is confirmed. */
export interface PullPreview {
  readonly page: PulledPage;
  readonly articles: readonly PreviewedArticle[];
}

/** What a pull brought. */
export interface PullResult {
  /** The page's file below the corpus folder; null where the index held every word of it already. */
  readonly file: string | null;
  /** The articles as the index knows them from now on. */
  readonly articleIds: readonly string[];
  /** Pages that held older versions, and were removed. */
  readonly replacedFiles: readonly string[];
}

const leadLength = 400;

/**
 * Fetches a page of the web and says what is on it.
 *
 * @throws UserError as `pullPage`; `index-damaged` and the like if there is an index and it can not be read
 */
export async function previewPull(
  url: string,
  places: PullPlaces,
  options: PullOptions,
): Promise<PullPreview> {
  return preview(await pullPage(url, options), places);
}

/** Says what is on a page that somebody handed in as a file. @throws UserError `url-not-an-article` */
export async function previewFile(file: HandedFile, places: PullPlaces, now: Date): Promise<PullPreview> {
  return preview(await readHandedFile(file, now), places);
}

async function preview(page: PulledPage, places: PullPlaces): Promise<PullPreview> {
  const store = openIfThere(places.indexFolder);
  try {
    const isWithdrawn = await openWithdrawn(places.desk, places.guildId, store);
    const articles: PreviewedArticle[] = [];
    for (const article of page.articles) {
      const isUrlOwn = hasOwnUrl(article, page.articles);
      const known = store === null ? [] : await findKnown(article, isUrlOwn, store);
      articles.push(describe(article, known, await isWithdrawn(article, isUrlOwn)));
    }
    return { page, articles };
  } finally {
    await store?.close();
  }
}

function describe(
  article: PageArticle,
  known: readonly KnownArticle[],
  isWithdrawn: boolean,
): PreviewedArticle {
  const { id: articleId, title, source, publishedOn, language, url, body } = article;
  const { end, isCutAfter } = excerptHead(body, leadLength);
  const lead = `${body.slice(0, end)}${isCutAfter ? ' …' : ''}`;
  return {
    articleId,
    title,
    source,
    publishedOn,
    language,
    url,
    lead,
    length: body.length,
    known,
    isWithdrawn,
  };
}

/**
 * Stores what was previewed in the corpus, then brings the index up to date: when this resolves, it can be asked for. The
 * file comes first, so that whatever happens then, the next reindex finds it.
 *
 * @throws UserError `article-withdrawn` if any of it was withdrawn, by now, here or everywhere; `corpus-unwritable`; as
 *   `indexPulled`
 */
export async function confirmPull(
  { page, articles }: PullPreview,
  places: PullPlaces,
  options: Omit<PulledIndexOptions, 'corpusFolder' | 'indexFolder'>,
): Promise<PullResult> {
  const { corpusFolder, indexFolder } = places;
  await refuseWithdrawn(page, places);
  const same = articles.map(({ known }) => known.find(({ relation }) => relation === 'same'));
  if (same.every((article) => article !== undefined))
    return { file: null, articleIds: same.map(({ articleId }) => articleId), replacedFiles: [] };
  const outdated = await findOutdated(articles, places);
  if (page.beside !== null) savePage(corpusFolder, page.beside);
  const file = savePage(corpusFolder, page);
  const replacedFiles = outdated.filter((other) => other !== file);
  for (const other of replacedFiles) removePage(corpusFolder, other);
  await indexPulled({ ...options, corpusFolder, indexFolder });
  const ids = await storedIds(indexFolder, corpusFolder, [file]);
  return { file, articleIds: ids.get(file) ?? [], replacedFiles };
}

/** Pages pulled before that hold nothing but older versions of what is pulled now. */
async function findOutdated(
  articles: readonly PreviewedArticle[],
  { corpusFolder, indexFolder }: PullPlaces,
): Promise<string[]> {
  const folder = path.resolve(corpusFolder);
  const versions = articles
    .flatMap(({ known }) => known)
    .filter(
      (known) => known.relation !== 'copy' && known.folder === folder && known.file.startsWith('pulled/'),
    );
  const known = new Set(versions.map(({ articleId }) => articleId));
  const files = [...new Set(versions.map(({ file }) => file))];
  if (files.length === 0) return [];
  const ids = await storedIds(indexFolder, corpusFolder, files);
  return files.filter((file) => (ids.get(file) ?? ['']).every((id) => known.has(id)));
}

/** A withdrawal may have come while the preview was looked at. */
async function refuseWithdrawn(
  { articles }: PulledPage,
  { indexFolder, desk, guildId }: PullPlaces,
): Promise<void> {
  const store = openIfThere(indexFolder);
  try {
    const isWithdrawn = await openWithdrawn(desk, guildId, store);
    const titles: string[] = [];
    for (const article of articles)
      if (await isWithdrawn(article, hasOwnUrl(article, articles))) titles.push(article.title);
    if (titles.length > 0) throw new UserError('article-withdrawn', { titles });
  } finally {
    await store?.close();
  }
}
