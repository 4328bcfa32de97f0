import type { ReadableArticle } from '../../answer/archive.ts';
import type { ArticleSummary } from '../../store/news-store.ts';
import type { PreviewSources } from '../preview.ts';
import { readRawPage } from './raw-page.ts';
import type { RawPage } from './raw-page.ts';

/** An article with the page it was read from. */
export interface ArticlePage {
  readonly article: ReadableArticle;
  /** Others that tell the same in nearly the same words. */
  readonly copies: readonly ArticleSummary[];
  readonly raw: RawPage;
}

/** An article for the archive, where what was withdrawn is shown too; undefined where it is gone. */
export async function showArticlePage(
  articleId: string,
  { bot, openView }: PreviewSources,
): Promise<ArticlePage | undefined> {
  const article = await bot.answerer.archive.article(articleId);
  const view = openView();
  try {
    const stored = (await view.articles([articleId])).get(articleId);
    if (article === undefined || stored === undefined) return undefined;
    const told = (await view.storyArticles([stored.storyId])).get(stored.storyId) ?? [];
    const copies = told
      .filter(({ id }) => id !== articleId)
      .map(({ id, title, source, publishedOn, language }) => ({
        articleId: id,
        title,
        source,
        publishedOn,
        language,
      }));
    return { article, copies, raw: await readRawPage(stored) };
  } finally {
    await view.close();
  }
}
