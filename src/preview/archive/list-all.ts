import type { Archive } from '../../answer/archive.ts';
import type { ArticleSummary } from '../../store/news-store.ts';

/** Articles read at once: a few milliseconds, after which questions get their turn. */
const articlesAtOnce = 2000;

/** Every article of the index, the newest first; those without a date come last. */
export async function listAll(archive: Pick<Archive, 'latest'>): Promise<ArticleSummary[]> {
  const all: ArticleSummary[] = [];
  for (;;) {
    const some = await archive.latest({}, { limit: articlesAtOnce, offset: all.length });
    all.push(...some);
    if (some.length < articlesAtOnce) return all;
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
