import { ApplicationCommandType } from 'discord-api-types/v10';
import { correct, restore, withdraw } from '../desk/article-desk.ts';
import { feed } from '../desk/feeds.ts';
import { pull } from '../desk/pull.ts';
import { audit, feedback, status } from '../desk/reports.ts';
import { settings } from '../desk/settings.ts';
import { help, privacy, sources } from './about.ts';
import { article } from './article.ts';
import { ask } from './ask.ts';
import { checkMessage } from './check-message.ts';
import type { Command } from './command.ts';
import { latest } from './latest.ts';

/** Every command, as it is registered and as it is run. */
export const commands: readonly Command[] = [
  ask,
  latest,
  article,
  sources,
  help,
  privacy,
  checkMessage,
  pull,
  feed,
  withdraw,
  restore,
  correct,
  settings,
  audit,
  feedback,
  status,
];

/** The command of that name and type; undefined where an older version registered it. */
export function findCommand(name: string, type: ApplicationCommandType): Command | undefined {
  return commands.find(
    ({ data }) => data.name === name && (data.type ?? ApplicationCommandType.ChatInput) === type,
  );
}
