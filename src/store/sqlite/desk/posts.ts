import { z } from 'zod';
import type { ArticlePlace, Post, Redraw } from '../../desk-records.ts';
import { postKinds } from '../../desk-records.ts';
import type { PostDesk } from '../../desk-store.ts';
import { readChangeNumber } from './change-number.ts';
import { countRow, encodeGuildId, guildIdColumn, jsonColumn } from './columns.ts';
import type { DeskConnection } from './connection.ts';

const redrawRow: z.ZodType<Post & Omit<Redraw, 'post'>> = z.object({
  id: z.int(),
  failures: z.int(),
  messageId: z.string(),
  channelId: z.string(),
  guildId: guildIdColumn,
  locale: z.string(),
  kind: z.enum(postKinds),
  answerId: z.string().nullable(),
  page: z.int(),
  postedAt: z.int(),
  articleIds: jsonColumn(z.array(z.string())),
});

/** Due redraws with their place among those of their channel. */
const dueRedraws = `
  SELECT redraws.id, failures, posts.*,
    row_number() OVER (PARTITION BY channel_id ORDER BY posted_at DESC, message_id DESC) AS place
  FROM redraws JOIN posts USING (message_id) WHERE due_at <= ?`;

/** Messages that show articles, and what is to be drawn anew of them. */
export function openPostDesk(desk: DeskConnection): PostDesk {
  return {
    async savePost(post, changeNumber) {
      return desk.transact(() => {
        insertPost(desk, post);
        const isOutdated = readChangeNumber(desk) !== changeNumber;
        if (isOutdated) desk.change(`${askFor} VALUES (?, 0, 0)`, post.messageId);
        return isOutdated;
      });
    },
    async forgetPost(messageId) {
      desk.change('DELETE FROM posts WHERE message_id = ?', messageId);
    },
    async dueRedraws({ by, limit, perChannel }) {
      const found = desk.rows(
        redrawRow,
        `SELECT id, failures, message_id AS messageId, channel_id AS channelId, guild_id AS guildId, locale, kind,
           answer_id AS answerId, page, posted_at AS postedAt,
           (SELECT json_group_array(article_id ORDER BY ordinal) FROM post_articles
            WHERE post_articles.message_id = due.message_id) AS articleIds
         FROM (${dueRedraws}) AS due WHERE place <= ? ORDER BY place, id LIMIT ?`,
        by,
        perChannel,
        limit,
      );
      return found.map(({ id, failures, ...post }) => ({ id, failures, post }));
    },
    async endRedraw(id, changeNumber) {
      desk.transact(() => {
        if (readChangeNumber(desk) === changeNumber) desk.change('DELETE FROM redraws WHERE id = ?', id);
      });
    },
    async postponeRedraw(id, until) {
      desk.change('UPDATE redraws SET due_at = ?, failures = failures + 1 WHERE id = ?', until, id);
    },
    async countRedraws(articleId) {
      const sql = `SELECT count(DISTINCT message_id) AS count FROM redraws JOIN post_articles USING (message_id)
        WHERE article_id = ? AND failures = 0`;
      return desk.row(countRow, sql, articleId)?.count ?? 0;
    },
  };
}

/** In place of an earlier one of the same message, which gets a new id. */
const askFor = 'INSERT OR REPLACE INTO redraws (message_id, due_at, failures)';

/** Asks for the redraw of every post that a decision about an article holds for; part of its transaction. */
export function askForRedraws(desk: DeskConnection, { articleId, guildId }: ArticlePlace): void {
  const guild = encodeGuildId(guildId);
  desk.change(
    `${askFor} SELECT DISTINCT message_id, 0, 0 FROM post_articles JOIN posts USING (message_id)
     WHERE article_id = ? AND ? IN ('', guild_id)`,
    articleId,
    guild,
  );
}

function insertPost(desk: DeskConnection, post: Post): void {
  const { messageId, channelId, guildId, locale, kind, answerId, page, postedAt, articleIds } = post;
  // What it showed before goes with it, and a redraw of that.
  desk.change(
    `INSERT OR REPLACE INTO posts (message_id, channel_id, guild_id, locale, kind, answer_id, page, posted_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    messageId,
    channelId,
    encodeGuildId(guildId),
    locale,
    kind,
    answerId,
    page,
    postedAt,
  );
  for (const [ordinal, articleId] of articleIds.entries()) {
    const sql = 'INSERT INTO post_articles (message_id, ordinal, article_id) VALUES (?, ?, ?)';
    desk.change(sql, messageId, ordinal, articleId);
  }
}
