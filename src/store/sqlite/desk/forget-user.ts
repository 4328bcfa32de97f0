import type { Forgotten } from '../../desk-records.ts';
import type { DeskConnection } from './connection.ts';
import { guardDesk } from './guard.ts';

/** Deletes a person's feedback and takes the id out of everything else. */
export function forgetUser(desk: DeskConnection, userId: string): Forgotten {
  // Whoever was forgotten has no id; those are not one person.
  if (userId === '') return { feedback: 0, answers: 0, acts: 0 };
  const forgotten = desk.transact(() => ({
    feedback: desk.change('DELETE FROM feedback WHERE user_id = ?', userId),
    answers: desk.change(`UPDATE answers SET asker_id = '' WHERE asker_id = ?`, userId),
    acts:
      desk.change(`UPDATE audit SET user_id = '' WHERE user_id = ?`, userId) +
      ['withdrawals', 'corrections', 'feeds']
        .map((table) => desk.change(`UPDATE ${table} SET by_user_id = '' WHERE by_user_id = ?`, userId))
        .reduce((sum, count) => sum + count, 0),
  }));
  // The log still holds the pages as they were. Where another process reads just now, its next checkpoint does this.
  guardDesk(desk.file, () => desk.database.pragma('wal_checkpoint(TRUNCATE)'));
  return forgotten;
}
