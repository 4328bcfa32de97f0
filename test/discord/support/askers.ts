import type { Asker, Bot, Reply } from '../../../src/discord/bot.ts';
import type { Command, Options } from '../../../src/discord/commands/command.ts';
import { UserError } from '../../../src/errors.ts';
import { defaultGuildSettings } from '../../../src/store/desk-records.ts';
import type { GuildSettings } from '../../../src/store/desk-records.ts';

export const guildId = '81384788765712384';
export const otherGuildId = '41771983423143937';

/** A member of a guild. */
export function makeAsker(asker: Partial<Asker> = {}, settings: Partial<GuildSettings> = {}): Asker {
  return {
    userId: '80351110224678912',
    guildId,
    channelId: '1',
    locale: 'en',
    isModerator: false,
    isOwner: false,
    ...asker,
    settings: { ...defaultGuildSettings, ...settings },
  };
}

/** What was typed into a command. */
export function typed(
  values: Readonly<Record<string, string | boolean>>,
  more: Partial<Pick<Options, 'subcommand' | 'messageText'>> = {},
): Options {
  const read = (name: string): unknown => values[name] ?? null;
  return {
    subcommand: null,
    messageText: null,
    attachment: () => null,
    ...more,
    text: (name) => read(name) as string | null,
    flag: (name) => read(name) as boolean | null,
  };
}

/** Calls a command as the asker. */
export function call(
  command: Command,
  values: Readonly<Record<string, string | boolean>>,
  bot: Bot,
  asker: Asker = makeAsker(),
): Promise<Reply> {
  return command.run(typed(values), asker, bot);
}

/** The code of the error that a promise rejects with; whatever else it does fails. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
  return 'no error';
}
