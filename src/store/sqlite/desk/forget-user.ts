import type { Forgotten } from '../../desk-records.ts';
import { countRow } from './columns.ts';
import type { DeskConnection } from './connection.ts';
import { guardDesk } from './guard.ts';

/** Where the desk holds a person's id beside feedback, which goes as a whole. Decisions stay, made by nobody. */
const places = [
  { table: 'answers', column: 'asker_id', part: 'answers' },
  { table: 'audit', column: 'user_id', part: 'acts' },
  { table: 'withdrawals', column: 'by_user_id', part: 'acts' },
  { table: 'corrections', column: 'by_user_id', part: 'acts' },
  { table: 'feeds', column: 'by_user_id', part: 'acts' },
] as const;

/** How much `forgetUser` would forget of a person. */
export function countUser(desk: DeskConnection, userId: string): Forgotten {
  const count = (table: string, column: string): number =>
    userId === ''
      ? 0
      : (desk.row(countRow, `SELECT count(*) AS count FROM ${table} WHERE ${column} = ?`, userId)?.count ??
        0);
  return sumUp(count('feedback', 'user_id'), count);
}

/** Deletes a person's feedback and takes the id out of everything else. */
export function forgetUser(desk: DeskConnection, userId: string): Forgotten {
  // Whoever was forgotten has no id; those are not one person.
  if (userId === '') return { feedback: 0, answers: 0, acts: 0 };
  const forgotten = desk.transact(() =>
    sumUp(desk.change('DELETE FROM feedback WHERE user_id = ?', userId), (table, column) =>
      desk.change(`UPDATE ${table} SET ${column} = '' WHERE ${column} = ?`, userId),
    ),
  );
  // The log still holds the pages as they were. Where another process reads just now, its next checkpoint does this.
  guardDesk(desk.file, () => desk.database.pragma('wal_checkpoint(TRUNCATE)'));
  return forgotten;
}

function sumUp(feedback: number, countIn: (table: string, column: string) => number): Forgotten {
  const forgotten = { feedback, answers: 0, acts: 0 };
  for (const { table, column, part } of places) forgotten[part] += countIn(table, column);
  return forgotten;
}
