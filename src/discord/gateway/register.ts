import { REST, Routes } from 'discord.js';
import type { APIApplicationCommand, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { isDeepStrictEqual } from 'node:util';
import { UserError } from '../../errors.ts';
import { commands } from '../commands/commands.ts';
import type { DiscordAddress } from './client.ts';

/** Where commands are registered. */
export interface Registration extends DiscordAddress {
  readonly token: string;
  readonly applicationId: string;
  /** Only there, for trying out; everywhere if null. */
  readonly guildId: string | null;
  /** Takes all commands away instead. */
  readonly isRemoval?: boolean;
  /** Only says what would change. */
  readonly isDryRun: boolean;
}

/** What registering changes. */
export interface CommandDifference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
}

/**
 * Makes Discord know the commands that the bot runs, and no others; where it does already, nothing is written.
 *
 * @throws UserError `discord-token-invalid`, `discord-unreachable`
 */
export async function registerCommands(registration: Registration): Promise<CommandDifference> {
  const { token, restApi, applicationId, guildId, isDryRun, isRemoval = false } = registration;
  const rest = new REST(restApi === '' ? {} : { api: restApi }).setToken(token);
  const route =
    guildId === null
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const wanted = isRemoval ? [] : commands.map(({ data }) => data);
  try {
    const query = new URLSearchParams({ with_localizations: 'true' });
    const registered = (await rest.get(route, { query })) as APIApplicationCommand[];
    const difference = compareCommands(registered, wanted);
    const { added, changed, removed } = difference;
    if (!isDryRun && added.length + changed.length + removed.length > 0)
      await rest.put(route, { body: wanted });
    return difference;
  } catch (error) {
    throw describeRestError(error);
  }
}

/** What Discord has, against what it should have; commands are told apart by type and name. */
export function compareCommands(
  registered: readonly APIApplicationCommand[],
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
): CommandDifference {
  const keyOf = ({ name, type = 1 }: { readonly name: string; readonly type?: number | undefined }): string =>
    `${String(type)} ${name}`;
  const before = new Map(registered.map((each) => [keyOf(each), each]));
  const after = new Set(wanted.map(keyOf));
  const isSame = (each: RESTPostAPIApplicationCommandsJSONBody): boolean =>
    isDeepStrictEqual(normalize(before.get(keyOf(each))), normalize(each));
  const known = wanted.filter((each) => before.has(keyOf(each)));
  return {
    added: wanted.filter((each) => !before.has(keyOf(each))).map(({ name }) => name),
    changed: known.filter((each) => !isSame(each)).map(({ name }) => name),
    removed: registered.filter((each) => !after.has(keyOf(each))).map(({ name }) => name),
    unchanged: known.filter(isSame).map(({ name }) => name),
  };
}

/** What Discord fills in by itself, and what it leaves out: the same command looks the same. */
const ownFields = new Set([
  'id',
  'application_id',
  'version',
  'guild_id',
  'default_permission',
  'dm_permission',
  'handler',
  'nsfw',
]);

function normalize(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalize);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key, inner]) => !ownFields.has(key) && !isDefault(inner))
    .map(([key, inner]): [string, unknown] => [key, normalize(inner)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isDefault(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function describeRestError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const status = 'status' in error ? Number(error.status) : 0;
  const code = 'code' in error ? String(error.code) : '';
  if (status === 401) return new UserError('discord-token-invalid', {}, { cause: error });
  if (status >= 500 || /^(ENOTFOUND|ECONN|EAI_AGAIN|ETIMEDOUT|UND_ERR)/.test(code))
    return new UserError('discord-unreachable', { detail: code || String(status) }, { cause: error });
  return error;
}
