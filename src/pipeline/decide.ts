import { openArchive } from '../answer/archive.ts';
import { deskFileOf } from '../config.ts';
import type { Config } from '../config.ts';
import { UserError } from '../errors.ts';
import type { StoredAct, StoredWithdrawal } from '../store/desk-records.ts';
import { openNewsStore } from '../store/sqlite/sqlite-news-store.ts';
import { openDeskStore } from '../store/sqlite/desk/sqlite-desk-store.ts';

/** An article that something was decided about. */
export interface DecidedArticle {
  readonly articleId: string;
  readonly title: string;
  /** Whether the decision changed anything. */
  readonly isChanged: boolean;
}

/** What a maintainer decides without Discord; written down like what moderators do. */
export interface Decider {
  /** @throws UserError `article-unknown` */
  withdraw(articleId: string, reason: string): Promise<DecidedArticle>;
  restore(articleId: string): Promise<DecidedArticle>;
  /** A note under every quote of the article; null takes the present one back. */
  correct(articleId: string, note: string | null): Promise<DecidedArticle>;
  listWithdrawals(limit: number): Promise<readonly (StoredWithdrawal & { readonly title: string })[]>;
  listActs(limit: number): Promise<readonly StoredAct[]>;
  close(): Promise<void>;
}

/** Who and where a maintainer decides. */
export interface DeciderOptions {
  /** The guild that it holds in; null for all. */
  readonly guildId: string | null;
  /** Who decides, as the audit names them. */
  readonly byUserId: string;
  readonly now: () => number;
}

/** Opens the desk of the settings for decisions. @throws UserError as `openDeskStore` and `openNewsStore` */
export function openDecider(config: Config, { guildId, byUserId, now }: DeciderOptions): Decider {
  const store = openNewsStore(config.indexFolder);
  const desk = openDeskStore(deskFileOf(config));
  const archive = openArchive({ store, readPage: () => undefined });
  const decision = () => ({ byUserId, at: now() });
  const titleOf = async (articleId: string): Promise<string | undefined> =>
    (await archive.article(articleId))?.title;
  const known = async (articleId: string): Promise<string> => {
    const title = await titleOf(articleId);
    if (title === undefined) throw new UserError('article-unknown', { article: articleId });
    return title;
  };
  return {
    async withdraw(articleId, reason) {
      const title = await known(articleId);
      const keys = await archive.versionKeys(articleId);
      const isChanged = await desk.withdraw({ articleId, guildId, reason, keys, ...decision() });
      return { articleId, title, isChanged };
    },
    async restore(articleId) {
      const isChanged = await desk.restore({ articleId, guildId, ...decision() });
      return { articleId, title: (await titleOf(articleId)) ?? articleId, isChanged };
    },
    async correct(articleId, note) {
      const title = await known(articleId);
      const place = { articleId, guildId, ...decision() };
      if (note === null) return { articleId, title, isChanged: await desk.removeCorrection(place) };
      await desk.correct({ ...place, note });
      return { articleId, title, isChanged: true };
    },
    async listWithdrawals(limit) {
      const all = await desk.listWithdrawals({ guildId: guildId ?? 'all', limit });
      return Promise.all(
        all.map(async (each) => ({ ...each, title: (await titleOf(each.articleId)) ?? each.articleId })),
      );
    },
    listActs: (limit) => desk.listActs({ guildId: guildId ?? 'all', limit }),
    async close() {
      await store.close();
      await desk.close();
    },
  };
}
