import { z } from 'zod';
import type { StoredFeedback } from '../../desk-records.ts';
import { feedbackReasons, feedbackVerdicts } from '../../desk-records.ts';
import type { AnswerDesk } from '../../desk-store.ts';
import { beyondAllIds, guildIdColumn, scopeCondition } from './columns.ts';
import type { DeskConnection } from './connection.ts';

const feedbackRow: z.ZodType<StoredFeedback> = z.object({
  id: z.int(),
  guildId: guildIdColumn,
  answerId: z.string(),
  userId: z.string(),
  verdict: z.enum(feedbackVerdicts),
  reason: z.enum(feedbackReasons).nullable(),
  at: z.int(),
});

/** What members said of answers. */
export function openFeedbackDesk(desk: DeskConnection): Pick<AnswerDesk, 'saveFeedback' | 'listFeedback'> {
  return {
    async saveFeedback({ answerId, userId, verdict, reason, at }) {
      // REPLACE gives the later word a new id, so that a list shows it as the newest.
      const saved = desk.change(
        `INSERT OR REPLACE INTO feedback (answer_id, user_id, verdict, reason, "at")
         SELECT id, ?, ?, ?, ? FROM answers WHERE id = ?`,
        userId,
        verdict,
        reason,
        at,
        answerId,
      );
      return saved > 0;
    },
    async listFeedback({ guildId, verdict, before = beyondAllIds, limit }) {
      const scope = scopeCondition(guildId);
      const [ofVerdict, verdicts] = verdict === undefined ? ['', []] : ['AND verdict = ?', [verdict]];
      return desk.rows(
        feedbackRow,
        `SELECT feedback.id, guild_id AS guildId, answer_id AS answerId, user_id AS userId, verdict, reason, "at"
         FROM feedback JOIN answers ON answers.id = answer_id
         WHERE ${scope.sql} ${ofVerdict} AND feedback.id < ? ORDER BY feedback.id DESC LIMIT ?`,
        ...scope.parameters,
        ...verdicts,
        before,
        limit,
      );
    },
  };
}
