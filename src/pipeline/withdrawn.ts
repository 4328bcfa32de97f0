import type { Article } from '../corpus/article.ts';
import { areVersions, versionKeys } from '../corpus/versions.ts';
import type { ArticleDesk } from '../store/desk-store.ts';
import type { NewsStore } from '../store/news-store.ts';

/** Whether moderators withdrew an article, under whatever id. */
export type IsWithdrawn = (article: Article, isUrlOwn: boolean) => Promise<boolean>;

/**
 * Recognises what moderators withdrew, by its id, its address, or its title within its source. Papers use a title such as
 * "Weather" each day: where the index still holds the article of that title that was withdrawn, its words decide.
 *
 * @param guildId where it may have been withdrawn, beside everywhere; null for everywhere alone
 * @param store null where there is no index
 */
export async function openWithdrawn(
  desk: Pick<ArticleDesk, 'withdrawnIds' | 'withdrawnKeys'>,
  guildId: string | null,
  store: NewsStore | null,
): Promise<IsWithdrawn> {
  const [ids, keys] = [await desk.withdrawnIds(guildId), await desk.withdrawnKeys(guildId)];
  return async (article, isUrlOwn) => {
    if (ids.has(article.id)) return true;
    const met = [...versionKeys(article, isUrlOwn), JSON.stringify(['read', article.id])].filter((key) =>
      keys.has(key),
    );
    if (met.length === 0) return false;
    if (met.some((key) => !key.startsWith('["title"')) || store === null) return true;
    const named = [...(await store.articlesByKey(met)).values()].flat().filter(({ id }) => ids.has(id));
    const withdrawn = await store.articles(named.map(({ id }) => id));
    return withdrawn.size === 0 || [...withdrawn.values()].some((other) => areVersions(other, article));
  };
}

/** Whether no other article of its page gives the same address. */
export function hasOwnUrl({ url }: Article, all: readonly Article[]): boolean {
  return all.filter((other) => other.url === url).length === 1;
}
