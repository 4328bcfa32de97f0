import { z } from 'zod';
import type { Feed, NewFeed } from '../../desk-records.ts';
import type { FeedDesk } from '../../desk-store.ts';
import { decide } from './audit.ts';
import { booleanColumn, encodeGuildId, guildIdColumn, scopeCondition } from './columns.ts';
import type { DeskConnection } from './connection.ts';

const feedRow: z.ZodType<Feed> = z.object({
  id: z.string(),
  url: z.string(),
  name: z.string(),
  guildId: guildIdColumn,
  announceChannelId: z.string().nullable(),
  topic: z.string().nullable(),
  isPaused: booleanColumn,
  byUserId: z.string(),
  at: z.int(),
});

const feedColumns = `id, url, name, guild_id AS guildId, announce_channel_id AS announceChannelId, topic,
  is_paused AS isPaused, by_user_id AS byUserId, "at"`;

/** Which feeds there are. */
export function openFeedDesk(
  desk: DeskConnection,
): Pick<FeedDesk, 'addFeed' | 'removeFeed' | 'pauseFeed' | 'listFeeds'> {
  const find = (id: string): Feed | undefined =>
    desk.row(feedRow, `SELECT ${feedColumns} FROM feeds WHERE id = ?`, id);
  return {
    async addFeed(feed) {
      const { id, url, name, guildId, announceChannelId, topic, byUserId, at } = feed;
      const decided = { act: 'add-feed', guildId, subject: id, decision: { byUserId, at } };
      let isNew = false;
      decide(desk, decided, () => {
        const old = find(id);
        isNew = old === undefined;
        if (old !== undefined && old.guildId !== guildId)
          throw new RangeError('a feed of another guild has that id');
        writeFeed(desk, feed);
        // What another address said of its items says nothing of these.
        if (old?.url !== url) desk.change('DELETE FROM feed_states WHERE feed_id = ?', id);
        return { name, url, announceChannelId, topic };
      });
      return isNew;
    },
    async removeFeed(id, decision) {
      return desk.transact(() => {
        const old = find(id);
        if (old === undefined) return false;
        return decide(desk, { act: 'remove-feed', guildId: old.guildId, subject: id, decision }, () => {
          desk.change('DELETE FROM feeds WHERE id = ?', id);
          return { name: old.name, url: old.url };
        });
      });
    },
    async pauseFeed(id, isPaused, decision) {
      return desk.transact(() => {
        const old = find(id);
        if (old === undefined || old.isPaused === isPaused) return false;
        const act = isPaused ? 'pause-feed' : 'resume-feed';
        return decide(desk, { act, guildId: old.guildId, subject: id, decision }, () => {
          desk.change('UPDATE feeds SET is_paused = ? WHERE id = ?', Number(isPaused), id);
          return { name: old.name };
        });
      });
    },
    async listFeeds(guildId) {
      const { sql, parameters } = scopeCondition(guildId);
      return desk.rows(
        feedRow,
        `SELECT ${feedColumns} FROM feeds WHERE ${sql} ORDER BY name, id`,
        ...parameters,
      );
    },
  };
}

function writeFeed(desk: DeskConnection, feed: NewFeed): void {
  const { id, url, name, guildId, announceChannelId, topic, byUserId, at } = feed;
  desk.change(
    `INSERT INTO feeds (id, url, name, guild_id, announce_channel_id, topic, by_user_id, "at")
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET url = excluded.url, name = excluded.name, topic = excluded.topic,
       announce_channel_id = excluded.announce_channel_id, by_user_id = excluded.by_user_id, "at" = excluded."at"`,
    id,
    url,
    name,
    encodeGuildId(guildId),
    announceChannelId,
    topic,
    byUserId,
    at,
  );
}
