import { z } from 'zod';
import type { StoredWithdrawal } from '../../desk-records.ts';
import type { ArticleDesk } from '../../desk-store.ts';
import { decide } from './audit.ts';
import { countChange } from './change-number.ts';
import {
  beyondAllIds,
  checkNote,
  encodeGuildId,
  guildIdColumn,
  jsonColumn,
  scopeCondition,
} from './columns.ts';
import type { DeskConnection } from './connection.ts';
import { askForRedraws } from './posts.ts';

const idRow = z.object({ id: z.int() });
const textRow = z.object({ text: z.string() });

const withdrawalRow: z.ZodType<StoredWithdrawal> = z.object({
  id: z.int(),
  articleId: z.string(),
  guildId: guildIdColumn,
  reason: z.string(),
  byUserId: z.string(),
  at: z.int(),
  keys: jsonColumn(z.array(z.string()).transform((keys) => keys.sort())),
});

type WithdrawalDesk = Omit<ArticleDesk, 'correct' | 'removeCorrection' | 'correctionNotes'>;

/** Which articles are hidden. */
export function openWithdrawalDesk(desk: DeskConnection): WithdrawalDesk {
  const texts = (sql: string, guildId: string | null): ReadonlySet<string> =>
    new Set(desk.rows(textRow, sql, encodeGuildId(guildId)).map(({ text }) => text));
  const { withdraw, restore } = openWithdrawing(desk);
  return {
    withdraw,
    restore,
    async withdrawnIds(guildId) {
      return texts(`SELECT article_id AS text FROM withdrawals WHERE guild_id IN ('', ?)`, guildId);
    },
    async withdrawnKeys(guildId) {
      const sql = `SELECT DISTINCT key AS text FROM withdrawals
        JOIN withdrawal_keys ON withdrawal_id = withdrawals.id WHERE guild_id IN ('', ?)`;
      return texts(sql, guildId);
    },
    async listWithdrawals({ guildId, before = beyondAllIds, limit }) {
      const { sql, parameters } = scopeCondition(guildId);
      return desk.rows(
        withdrawalRow,
        `SELECT id, article_id AS articleId, guild_id AS guildId, reason, by_user_id AS byUserId, "at",
           (SELECT json_group_array(key) FROM withdrawal_keys WHERE withdrawal_id = withdrawals.id) AS keys
         FROM withdrawals WHERE ${sql} AND id < ? ORDER BY id DESC LIMIT ?`,
        ...parameters,
        before,
        limit,
      );
    },
  };
}

function openWithdrawing(desk: DeskConnection): Pick<ArticleDesk, 'withdraw' | 'restore'> {
  const findId = (articleId: string, guildId: string | null): number | undefined => {
    const sql = 'SELECT id FROM withdrawals WHERE guild_id = ? AND article_id = ?';
    return desk.row(idRow, sql, encodeGuildId(guildId), articleId)?.id;
  };
  return {
    async withdraw({ articleId, guildId, reason, byUserId, at, keys = [] }) {
      const decided = { act: 'withdraw', guildId, subject: articleId, decision: { byUserId, at } };
      checkNote(reason);
      let isNew = false;
      decide(desk, decided, () => {
        isNew = findId(articleId, guildId) === undefined;
        desk.change(
          `INSERT INTO withdrawals (guild_id, article_id, reason, by_user_id, "at") VALUES (?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET reason = excluded.reason, by_user_id = excluded.by_user_id, "at" = excluded."at"`,
          encodeGuildId(guildId),
          articleId,
          reason,
          byUserId,
          at,
        );
        desk.change(
          `INSERT OR IGNORE INTO withdrawal_keys (withdrawal_id, key) SELECT ?, value FROM json_each(?)`,
          findId(articleId, guildId) ?? null,
          JSON.stringify(keys),
        );
        countChange(desk);
        askForRedraws(desk, { articleId, guildId });
        return { reason };
      });
      return isNew;
    },
    async restore({ articleId, guildId, byUserId, at }) {
      const decided = { act: 'restore', guildId, subject: articleId, decision: { byUserId, at } };
      return decide(desk, decided, () => {
        const sql = 'DELETE FROM withdrawals WHERE guild_id = ? AND article_id = ?';
        if (desk.change(sql, encodeGuildId(guildId), articleId) === 0) return null;
        countChange(desk);
        askForRedraws(desk, { articleId, guildId });
        return {};
      });
    },
  };
}
