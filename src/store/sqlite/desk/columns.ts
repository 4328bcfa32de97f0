import { z } from 'zod';
import type { GuildScope } from '../../desk-records.ts';
import { maxNoteLength } from '../../desk-records.ts';

/** A guild's id as columns hold it. @throws RangeError for an empty one, which columns keep for "no guild" */
export function encodeGuildId(guildId: string | null): string {
  if (guildId === '') throw new RangeError('a guild id is empty');
  return guildId ?? '';
}

/** A column that `encodeGuildId` filled. */
export const guildIdColumn = z.string().transform((id) => (id === '' ? null : id));

/** A column of 0 or 1. */
export const booleanColumn = z.int().transform((value) => value === 1);

/** The row of a `SELECT count(…) AS count`. */
export const countRow = z.object({ count: z.int() });

/** A column of JSON that holds this. */
export function jsonColumn<T>(content: z.ZodType<T>): z.ZodType<T> {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'no JSON' });
        return z.NEVER;
      }
    })
    .pipe(content);
}

/** A condition on the column `guild_id`, with its parameters. */
export interface ScopeCondition {
  readonly sql: string;
  readonly parameters: readonly string[];
}

/** The condition that an entry is in the scope. */
export function scopeCondition(scope: GuildScope): ScopeCondition {
  return scope === 'all'
    ? { sql: 'TRUE', parameters: [] }
    : { sql: 'guild_id = ?', parameters: [encodeGuildId(scope)] };
}

/** An id that no entry of a list reaches: where a list begins that is read from its newest entry. */
export const beyondAllIds = Number.MAX_SAFE_INTEGER;

/** Gives back a moderator's words. @throws RangeError if they are over `maxNoteLength` */
export function checkNote(note: string): string {
  if (note.length > maxNoteLength) throw new RangeError(`a note has ${note.length} characters`);
  return note;
}
