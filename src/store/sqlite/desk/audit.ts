import { z } from 'zod';
import type { Act, ActDetail, Decision, StoredAct } from '../../desk-records.ts';
import type { AuditDesk } from '../../desk-store.ts';
import { beyondAllIds, encodeGuildId, guildIdColumn, jsonColumn, scopeCondition } from './columns.ts';
import type { DeskConnection } from './connection.ts';

/** Longest detail of an act, in UTF-16 code units of JSON. */
const maxDetailLength = 1000;

const detailSchema: z.ZodType<ActDetail> = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
);

const actRow: z.ZodType<StoredAct> = z.object({
  id: z.int(),
  at: z.int(),
  guildId: guildIdColumn,
  userId: z.string(),
  act: z.string(),
  subject: z.string(),
  detail: jsonColumn(detailSchema),
  outcome: z.enum(['done', 'refused']),
});

/** The acts as they were written down. */
export function openAuditDesk(desk: DeskConnection): AuditDesk {
  return {
    async recordAct(act) {
      writeAct(desk, act);
    },
    async listActs({ guildId, before = beyondAllIds, limit }) {
      const { sql, parameters } = scopeCondition(guildId);
      return desk.rows(
        actRow,
        `SELECT id, "at", guild_id AS guildId, user_id AS userId, act, subject, detail, outcome
         FROM audit WHERE ${sql} AND id < ? ORDER BY id DESC LIMIT ?`,
        ...parameters,
        before,
        limit,
      );
    },
  };
}

/** What is decided, before it is known what comes of it. */
export interface Decided {
  readonly act: string;
  readonly guildId: string | null;
  readonly subject: string;
  readonly decision: Decision;
}

/**
 * Makes a change and writes the act down, both or neither.
 *
 * @param change gives the act's detail, or null where there was nothing to change and so nothing to write down
 * @returns whether anything was changed
 */
export function decide(desk: DeskConnection, decided: Decided, change: () => ActDetail | null): boolean {
  const { act, guildId, subject, decision } = decided;
  return desk.transact(() => {
    const detail = change();
    if (detail === null) return false;
    const { at, byUserId: userId } = decision;
    writeAct(desk, { at, guildId, userId, act, subject, detail, outcome: 'done' });
    return true;
  });
}

function writeAct(desk: DeskConnection, { at, guildId, userId, act, subject, detail, outcome }: Act): void {
  desk.change(
    `INSERT INTO audit ("at", guild_id, user_id, act, subject, detail, outcome) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    at,
    encodeGuildId(guildId),
    userId,
    act,
    subject,
    encodeDetail(detail),
    outcome,
  );
}

/** The detail column. An act is never lost for its length: the longest entries go until the rest fits. */
function encodeDetail(detail: ActDetail): string {
  const entries = Object.entries(detail);
  const byLength = entries.toSorted(([, a], [, b]) => JSON.stringify(b).length - JSON.stringify(a).length);
  for (let leftOutCount = 0; leftOutCount <= byLength.length; leftOutCount++) {
    const leftOut = byLength.slice(0, leftOutCount).map(([name]) => name);
    const kept = Object.fromEntries(entries.filter(([name]) => !leftOut.includes(name)));
    const column = JSON.stringify(leftOutCount === 0 ? kept : { ...kept, leftOut });
    if (column.length <= maxDetailLength) return column;
  }
  return '{}';
}
