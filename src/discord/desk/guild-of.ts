import { UserError } from '../../errors.ts';
import type { Asker } from '../bot.ts';

/** The guild that a moderator decides in. @throws UserError `only-in-servers` */
export function guildOf({ guildId }: Asker): string {
  if (guildId === null) throw new UserError('only-in-servers');
  return guildId;
}
