import { z } from 'zod';
import type { FeedHealth, FeedState } from '../../desk-records.ts';
import type { FeedDesk } from '../../desk-store.ts';
import { booleanColumn, jsonColumn } from './columns.ts';
import type { DeskConnection } from './connection.ts';

const stateRow: z.ZodType<Required<FeedState>> = z.object({
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  nextAt: z.int(),
  failures: z.int(),
  lastError: z.string().nullable(),
  lastSuccessAt: z.int().nullable(),
  seen: jsonColumn(z.array(z.string())),
});

const healthRow: z.ZodType<FeedHealth> = z.object({
  isPaused: booleanColumn,
  failures: z.int(),
  lastSuccessAt: z.int().nullable(),
});

/** How the polling of feeds stands, and which process does it. */
export function openPollingDesk(
  desk: DeskConnection,
): Pick<FeedDesk, 'feedState' | 'feedHealth' | 'saveFeedState' | 'takeLease'> {
  return {
    async feedState(id) {
      return desk.row(
        stateRow,
        `SELECT etag, last_modified AS lastModified, coalesce(next_at, 0) AS nextAt, coalesce(failures, 0) AS failures,
           last_error AS lastError, last_success_at AS lastSuccessAt, coalesce(seen, '[]') AS seen
         FROM feeds LEFT JOIN feed_states ON feed_id = feeds.id WHERE feeds.id = ?`,
        id,
      );
    },
    async feedHealth() {
      return desk.rows(
        healthRow,
        `SELECT is_paused AS isPaused, coalesce(failures, 0) AS failures, last_success_at AS lastSuccessAt
         FROM feeds LEFT JOIN feed_states ON feed_id = feeds.id ORDER BY feeds.id`,
      );
    },
    async saveFeedState(id, { etag, lastModified, nextAt, failures, lastError, lastSuccessAt, seen }) {
      const seenColumn = seen === undefined ? null : JSON.stringify(seen);
      // The old row is read before REPLACE takes it away.
      const saved = desk.change(
        `INSERT OR REPLACE INTO feed_states
           (feed_id, etag, last_modified, next_at, failures, last_error, last_success_at, seen)
         SELECT feeds.id, ?, ?, ?, ?, ?, ?, coalesce(?, seen, '[]')
         FROM feeds LEFT JOIN feed_states ON feed_id = feeds.id WHERE feeds.id = ?`,
        etag,
        lastModified,
        nextAt,
        failures,
        lastError,
        lastSuccessAt,
        seenColumn,
        id,
      );
      return saved > 0;
    },
    async takeLease(name, holder, untilMs, nowMs) {
      const taken = desk.change(
        `INSERT INTO leases (name, holder, until) VALUES (?, ?, ?)
         ON CONFLICT DO UPDATE SET holder = excluded.holder, until = excluded.until
         WHERE leases.holder = excluded.holder OR leases.until <= ?`,
        name,
        holder,
        untilMs,
        nowMs,
      );
      return taken > 0;
    },
  };
}
