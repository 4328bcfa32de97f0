import {
  ApplicationCommandOptionType,
  ChannelType,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIAttachment,
  type APIInteractionDataResolved,
  type InteractionType,
} from 'discord-api-types/v10';
import { createMember, ordinaryPermissions } from './entities.ts';
import type { World } from './world.ts';

/** What was given for an option: a text, a number, a truth, or something of the guild by its id. */
export type OptionValue =
  | string
  | number
  | boolean
  | { readonly attachment: AttachedFile }
  | { readonly channel: string }
  | { readonly role: string }
  | { readonly user: string };

/** A file that is sent along. Its content lies at its address. */
export interface AttachedFile {
  readonly id: string;
  readonly filename: string;
  readonly url: string;
  readonly size: number;
  readonly contentType?: string;
}

/** How a command is typed. */
export interface CommandInput {
  readonly options?: Readonly<Record<string, OptionValue>>;
  readonly subcommand?: string;
  readonly group?: string;
}

type BasicOption = APIApplicationCommandInteractionDataBasicOption<InteractionType.ApplicationCommand>;
type TypedOption =
  APIApplicationCommandInteractionDataBasicOption<InteractionType.ApplicationCommandAutocomplete>;

/** The options of a sent command, inside their subcommand and group. */
export function commandOptions(input: CommandInput) {
  const options = Object.entries(input.options ?? {}).map(([name, value]) => basicOption(name, value));
  return nest(options, input);
}

/** The options while one is being typed: numbers are still texts. @throws Error if that one is not given. */
export function focusedOptions(input: CommandInput, focused: string) {
  if (input.options?.[focused] === undefined) throw new Error(`No option ${focused} is given.`);
  const options = Object.entries(input.options).map(([name, value]) =>
    typedOption(name, value, name === focused ? { focused: true } : {}),
  );
  return nest(options, input);
}

function nest<Option>(options: Option[], { subcommand, group }: CommandInput) {
  if (subcommand === undefined) return options;
  const inner = { type: ApplicationCommandOptionType.Subcommand as const, name: subcommand, options };
  if (group === undefined) return [inner];
  return [{ type: ApplicationCommandOptionType.SubcommandGroup as const, name: group, options: [inner] }];
}

/** The files, channels, roles and people that the options name. @throws Error if one is not in the world. */
export function resolvedOf(world: World, { options = {} }: CommandInput): APIInteractionDataResolved {
  const resolved: Required<
    Pick<APIInteractionDataResolved, 'attachments' | 'channels' | 'roles' | 'users' | 'members'>
  > = {
    attachments: {},
    channels: {},
    roles: {},
    users: {},
    members: {},
  };
  for (const value of Object.values(options)) {
    if (typeof value !== 'object') continue;
    if ('attachment' in value) resolved.attachments[value.attachment.id] = attachmentOf(value.attachment);
    else if ('channel' in value) resolved.channels[value.channel] = resolvedChannel(world, value.channel);
    else if ('role' in value) resolved.roles[value.role] = findRole(world, value.role);
    else {
      const user = found(world.users.get(value.user), 'user', value.user);
      const { user: _user, deaf: _deaf, mute: _mute, ...member } = createMember(user);
      resolved.users[user.id] = user;
      resolved.members[user.id] = { ...member, permissions: String(ordinaryPermissions) };
    }
  }
  return Object.fromEntries(Object.entries(resolved).filter(([, each]) => Object.keys(each).length > 0));
}

function basicOption(name: string, value: OptionValue): BasicOption {
  if (typeof value === 'string') return { type: ApplicationCommandOptionType.String, name, value };
  if (typeof value !== 'number') return otherOption(name, value);
  return Number.isInteger(value)
    ? { type: ApplicationCommandOptionType.Integer, name, value }
    : { type: ApplicationCommandOptionType.Number, name, value };
}

function typedOption(name: string, value: OptionValue, focus: { readonly focused?: true }): TypedOption {
  if (typeof value === 'string') return { type: ApplicationCommandOptionType.String, name, value, ...focus };
  if (typeof value !== 'number') return otherOption(name, value);
  return Number.isInteger(value)
    ? { type: ApplicationCommandOptionType.Integer, name, value: String(value), ...focus }
    : { type: ApplicationCommandOptionType.Number, name, value: String(value), ...focus };
}

function otherOption(name: string, value: Exclude<OptionValue, string | number>) {
  if (typeof value === 'boolean') return { type: ApplicationCommandOptionType.Boolean as const, name, value };
  if ('attachment' in value)
    return { type: ApplicationCommandOptionType.Attachment as const, name, value: value.attachment.id };
  if ('channel' in value)
    return { type: ApplicationCommandOptionType.Channel as const, name, value: value.channel };
  if ('role' in value) return { type: ApplicationCommandOptionType.Role as const, name, value: value.role };
  return { type: ApplicationCommandOptionType.User as const, name, value: value.user };
}

function attachmentOf({ id, filename, url, size, contentType }: AttachedFile): APIAttachment {
  const type = contentType === undefined ? {} : { content_type: contentType };
  return { id, filename, url, proxy_url: url, size, ephemeral: true, ...type };
}

/** A channel as an interaction brings it along. @throws Error if it is not in the world. */
export function resolvedChannel(world: World, id: string) {
  const channel = found(world.channels.get(id), 'channel', id);
  return {
    id,
    name: channel.name ?? '',
    type: ChannelType.GuildText as const,
    permissions: String(ordinaryPermissions),
    parent_id: null,
    topic: null,
    nsfw: false,
    position: 0,
    flags: 0,
    last_message_id: null,
    last_pin_timestamp: null,
    rate_limit_per_user: 0,
    guild_id: channel.type === ChannelType.GuildText ? (channel.guild_id ?? '') : '',
  };
}

/** A role of any guild. @throws Error if it is not in the world. */
export function findRole(world: World, id: string) {
  const roles = [...world.guilds.values()].flatMap((guild) => guild.roles);
  return found(
    roles.find((role) => role.id === id),
    'role',
    id,
  );
}

function found<Value>(value: Value | undefined, what: string, id: string): Value {
  if (value === undefined) throw new Error(`The stand-in has no ${what} ${id}.`);
  return value;
}
