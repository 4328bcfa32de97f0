import { existsSync } from 'node:fs';
import type { Answerer } from '../answer/answerer.ts';
import type { ArticleFilter } from '../store/news-store.ts';
import { openDeskStore } from '../store/sqlite/desk/sqlite-desk-store.ts';

/**
 * An answerer that neither quotes nor names what was withdrawn everywhere, for those who ask outside any guild: in the
 * terminal. Where nobody ever decided anything, there is no desk and none is made.
 *
 * @throws UserError as `openDeskStore`
 */
export function hideWithdrawn(answerer: Answerer, deskFile: string): Answerer {
  if (!existsSync(deskFile)) return answerer;
  const desk = openDeskStore(deskFile);
  const limit = async (filter: ArticleFilter = {}): Promise<ArticleFilter> => {
    const withdrawn = await desk.withdrawnIds(null);
    return withdrawn.size === 0
      ? filter
      : { ...filter, exceptIds: [...(filter.exceptIds ?? []), ...withdrawn] };
  };
  return {
    get counts() {
      return answerer.counts;
    },
    describeIndex: () => answerer.describeIndex(),
    archive: answerer.archive,
    answer: async (question, options) =>
      answerer.answer(question, { ...options, filter: await limit(options?.filter) }),
    retrieve: async (question, options) =>
      answerer.retrieve(question, { ...options, filter: await limit(options?.filter) }),
    explain: (question) => answerer.explain(question),
    async close() {
      await answerer.close();
      await desk.close();
    },
  };
}
