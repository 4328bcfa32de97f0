import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type { APIApplicationCommandOption } from 'discord-api-types/v10';
import { commands } from '../../discord/commands/commands.ts';
import { discordLocales } from '../../discord/messages/locales.ts';
import type { LocaleId } from '../../discord/messages/locales.ts';
import type { ListedCommand, ListedOption } from './listed-command.ts';

/** Discord's type says the same twice, once with undefined values. */
type Localized = Readonly<Partial<Record<string, string | null>>> | null | undefined;

interface Named {
  readonly name: string;
  readonly name_localizations?: Localized;
}

interface Described extends Named {
  readonly description: string;
  readonly description_localizations?: Localized;
}

/** What the page has fields for; a command that needs anything else, such as a file, is left out. */
const fieldTypes: ReadonlySet<ApplicationCommandOptionType> = new Set([
  ApplicationCommandOptionType.String,
  ApplicationCommandOptionType.Boolean,
]);

/** Every command as Discord would list it to somebody of that language; Arabic, which Discord does not have, sees English. */
export function listCommands(locale: LocaleId): ListedCommand[] {
  const discordLocale = discordLocales[locale]?.[0];
  const pick = (text: string, others: Localized): string =>
    (discordLocale === undefined ? undefined : others?.[discordLocale]) ?? text;
  const nameOf = (named: Named): string => pick(named.name, named.name_localizations);
  const describe = (described: Described) => ({
    name: described.name,
    label: nameOf(described),
    description: pick(described.description, described.description_localizations),
  });
  const listOption = (option: APIApplicationCommandOption): ListedOption => ({
    ...describe(option),
    kind: option.type === ApplicationCommandOptionType.Boolean ? 'flag' : 'text',
    isRequired: option.required === true,
    hasSuggestions: 'autocomplete' in option && (option.autocomplete ?? false),
    maxLength: 'max_length' in option ? (option.max_length ?? 200) : 200,
  });
  return commands.flatMap(({ data, isForModerators = false }): ListedCommand[] => {
    if (data.type === ApplicationCommandType.Message)
      return [
        {
          name: data.name,
          subcommand: null,
          type: 3,
          label: nameOf(data),
          description: '',
          isForModerators,
          options: [],
        },
      ];
    if (!('description' in data) || !('options' in data)) return [];
    const { options = [] } = data;
    const subcommands = options.filter((option) => option.type === ApplicationCommandOptionType.Subcommand);
    const own = { name: data.name, type: 1, isForModerators } as const;
    if (subcommands.length === 0)
      return [{ ...describe(data), ...own, subcommand: null, options: options.map(listOption) }];
    return subcommands
      .filter(({ options: own = [] }) => own.every(({ type }) => fieldTypes.has(type)))
      .map((subcommand) => ({
        ...describe(subcommand),
        ...own,
        label: `${nameOf(data)} ${nameOf(subcommand)}`,
        subcommand: subcommand.name,
        options: (subcommand.options ?? []).map(listOption),
      }));
  });
}
