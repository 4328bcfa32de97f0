import type { NewsReader } from '../../store/news-store.ts';

/** How many articles tell what another one tells in nearly the same words. */
export interface NearCopyCounts {
  /** Articles that have a near-copy. */
  readonly articles: number;
  /** What they tell: each counted once. */
  readonly stories: number;
}

/** Articles read at once: each brings its whole body. */
const articlesAtOnce = 200;

/** Counts near-copies. It reads every article once, a few at a time. */
export async function countNearCopies(
  ids: readonly string[],
  reader: Pick<NewsReader, 'articles'>,
): Promise<NearCopyCounts> {
  const sizes = new Map<string, number>();
  for (let from = 0; from < ids.length; from += articlesAtOnce) {
    const some = await reader.articles(ids.slice(from, from + articlesAtOnce));
    for (const { storyId } of some.values()) sizes.set(storyId, (sizes.get(storyId) ?? 0) + 1);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  const shared = [...sizes.values()].filter((size) => size > 1);
  return { articles: shared.reduce((sum, size) => sum + size, 0), stories: shared.length };
}
