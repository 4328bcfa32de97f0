import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  APIApplicationCommandSubcommandOption,
  LocalizationMap,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Asker, Bot, Reply } from '../bot.ts';
import type { Effort } from '../limits/limits.ts';
import { deskMessagesOf } from '../messages/desk/catalogue.ts';
import type { DeskMessages } from '../messages/desk/desk-messages.ts';
import { discordLocales, localeIds, messagesOf } from '../messages/locales.ts';
import type { CommandWords, Messages } from '../messages/messages.ts';

/** A file that was uploaded with a command. */
export interface Attachment {
  readonly name: string;
  readonly url: string;
  /** In bytes. */
  readonly size: number;
}

/** What was typed into a command. Nothing in it can be trusted: choices do not bind. */
export interface Options {
  readonly subcommand: string | null;
  text(name: string): string | null;
  flag(name: string): boolean | null;
  attachment(name: string): Attachment | null;
  /** The text of the message that a message command was called on. */
  readonly messageText: string | null;
}

/** One suggestion while typing; name and value at most 100 characters. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** A command: how Discord knows it, and what it does. */
export interface Command {
  readonly data: RESTPostAPIApplicationCommandsJSONBody;
  /** Only for moderators: checked at every use, whatever Discord let through. */
  readonly isForModerators?: true;
  /** Whether it waits for other machines, which may take long. */
  readonly isFetch?: (options: Options) => boolean;
  /** Whether the reply is for the asker alone; decided before anything is looked up. */
  isPrivate(options: Options, asker: Asker): boolean;
  run(options: Options, asker: Asker, bot: Bot): Promise<Reply>;
  /** Suggestions for the option that is being typed, at most 25. */
  complete?(
    typed: { readonly name: string; readonly value: string },
    asker: Asker,
    bot: Bot,
  ): Promise<readonly Choice[]>;
}

/** What calling a command asks of the bot. */
export function commandEffort({ isForModerators, isFetch }: Command, options: Options): Effort {
  if (isFetch?.(options) === true) return 'fetch';
  return isForModerators === true ? 'act' : 'question';
}

/** Picks the words of one command or option from a language's messages. */
export type PickWords = (commands: Messages['commands'], desk: DeskMessages['commands']) => CommandWords;

/** Everywhere: in servers, in direct messages with the bot and, installed by a user, in any conversation. */
const everywhere = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** Name and description in every language that Discord has. */
function wordsIn(pick: PickWords): {
  readonly name: string;
  readonly description: string;
  readonly name_localizations: LocalizationMap;
  readonly description_localizations: LocalizationMap;
} {
  return {
    ...choose(pick(messagesOf('en').commands, deskMessagesOf('en').commands)),
    name_localizations: localize((...words) => pick(...words).name),
    description_localizations: localize((...words) => pick(...words).description),
  };
}

/** The words alone: what stands for a command holds those of its options too. */
function choose({ name, description }: CommandWords): CommandWords {
  return { name, description };
}

function localize(
  pick: (commands: Messages['commands'], desk: DeskMessages['commands']) => string,
): LocalizationMap {
  return Object.fromEntries(
    localeIds.flatMap((id) =>
      (discordLocales[id] ?? []).map((locale) => [
        locale,
        pick(messagesOf(id).commands, deskMessagesOf(id).commands),
      ]),
    ),
  );
}

/** A slash command. */
export function slashCommand(
  pick: PickWords,
  options: readonly APIApplicationCommandOption[] = [],
): RESTPostAPIApplicationCommandsJSONBody {
  return { type: ApplicationCommandType.ChatInput, ...wordsIn(pick), ...everywhere, options: [...options] };
}

/** A slash command of moderators: in servers that installed the bot, at first for those who may manage messages. */
export function deskCommand(
  pick: PickWords,
  options: readonly APIApplicationCommandOption[] = [],
): RESTPostAPIApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    ...wordsIn(pick),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: String(PermissionFlagsBits.ManageMessages),
    options: [...options],
  };
}

/** A command of a command. */
export function subcommand(
  pick: PickWords,
  options: readonly APIApplicationCommandBasicOption[] = [],
): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, ...wordsIn(pick), options: [...options] };
}

/** A command of a message's menu. */
export function messageCommand(
  pick: (commands: Messages['commands']) => string,
): RESTPostAPIApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.Message,
    name: pick(messagesOf('en').commands),
    name_localizations: localize(pick),
    ...everywhere,
  };
}

/** An option that takes text. */
export function textOption(
  pick: PickWords,
  rules: {
    readonly isRequired?: boolean;
    readonly hasSuggestions?: boolean;
    readonly maxLength?: number;
  } = {},
): APIApplicationCommandBasicOption {
  const { isRequired = false, hasSuggestions = false, maxLength = 200 } = rules;
  return {
    type: ApplicationCommandOptionType.String,
    ...wordsIn(pick),
    required: isRequired,
    min_length: 1,
    max_length: maxLength,
    ...(hasSuggestions ? { autocomplete: true } : {}),
  };
}

/** An option that is true or false. */
export function flagOption(pick: PickWords): APIApplicationCommandBasicOption {
  return { type: ApplicationCommandOptionType.Boolean, ...wordsIn(pick), required: false };
}

/** An option that takes a channel where messages are written; its value is the channel's id. */
export function channelOption(pick: PickWords): APIApplicationCommandBasicOption {
  return {
    type: ApplicationCommandOptionType.Channel,
    ...wordsIn(pick),
    required: false,
    channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
  };
}

/** An option that takes a file. */
export function attachmentOption(pick: PickWords): APIApplicationCommandBasicOption {
  return { type: ApplicationCommandOptionType.Attachment, ...wordsIn(pick), required: true };
}
