import { z } from 'zod';
import type { CorrectionNote } from '../../desk-records.ts';
import type { ArticleDesk } from '../../desk-store.ts';
import { decide } from './audit.ts';
import { countChange } from './change-number.ts';
import { checkNote, encodeGuildId, guildIdColumn } from './columns.ts';
import type { DeskConnection } from './connection.ts';
import { askForRedraws } from './posts.ts';

const noteRow: z.ZodType<CorrectionNote> = z.object({
  articleId: z.string(),
  guildId: guildIdColumn,
  note: z.string(),
  byUserId: z.string(),
  at: z.int(),
});

type CorrectionDesk = Pick<ArticleDesk, 'correct' | 'removeCorrection' | 'correctionNotes'>;

/** What moderators note under the quotes of articles. */
export function openCorrectionDesk(desk: DeskConnection): CorrectionDesk {
  return {
    async correct({ articleId, guildId, note, byUserId, at }) {
      const decided = { act: 'correct', guildId, subject: articleId, decision: { byUserId, at } };
      checkNote(note);
      decide(desk, decided, () => {
        desk.change(
          `INSERT OR REPLACE INTO corrections (article_id, guild_id, note, by_user_id, "at") VALUES (?, ?, ?, ?, ?)`,
          articleId,
          encodeGuildId(guildId),
          note,
          byUserId,
          at,
        );
        countChange(desk);
        askForRedraws(desk, { articleId, guildId });
        return { note };
      });
    },
    async removeCorrection({ articleId, guildId, byUserId, at }) {
      const decided = { act: 'remove-correction', guildId, subject: articleId, decision: { byUserId, at } };
      return decide(desk, decided, () => {
        const sql = 'DELETE FROM corrections WHERE article_id = ? AND guild_id = ?';
        if (desk.change(sql, articleId, encodeGuildId(guildId)) === 0) return null;
        countChange(desk);
        askForRedraws(desk, { articleId, guildId });
        return {};
      });
    },
    async correctionNotes(articleIds, guildId) {
      const notes = desk.rows(
        noteRow,
        `SELECT article_id AS articleId, guild_id AS guildId, note, by_user_id AS byUserId, "at" FROM corrections
         WHERE article_id IN (SELECT value FROM json_each(?)) AND guild_id IN ('', ?) ORDER BY article_id, guild_id`,
        JSON.stringify(articleIds),
        encodeGuildId(guildId),
      );
      const byArticle = new Map<string, CorrectionNote[]>();
      for (const note of notes)
        byArticle.set(note.articleId, [...(byArticle.get(note.articleId) ?? []), note]);
      return byArticle;
    },
  };
}
