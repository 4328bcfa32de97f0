import { existsSync } from 'node:fs';
import { deskFileOf } from '../config.ts';
import type { Config } from '../config.ts';
import type { Forgotten } from '../store/desk-records.ts';
import { openDeskStore } from '../store/sqlite/desk/sqlite-desk-store.ts';

/**
 * Deletes what is kept about a person, or only says how much there is. Where there is no desk yet, none is made.
 *
 * @throws UserError as `openDeskStore`
 */
export async function forgetMember(
  config: Pick<Config, 'dataFolder'>,
  userId: string,
  { isDryRun }: { readonly isDryRun: boolean },
): Promise<Forgotten> {
  const file = deskFileOf(config);
  if (!existsSync(file)) return { feedback: 0, answers: 0, acts: 0 };
  const desk = openDeskStore(file);
  try {
    return await (isDryRun ? desk.countUser(userId) : desk.forgetUser(userId));
  } finally {
    await desk.close();
  }
}
