import {
  ChannelType,
  type APIChannel,
  type APIDMChannel,
  type APITextChannel,
  type APIUser,
  type GatewayGuildCreateDispatchData,
} from 'discord-api-types/v10';
import type { Clock } from './clock.ts';
import { createDirectChannel, createGuild, createUser, type GuildSetup } from './entities.ts';
import type { JsonObject } from './wire.ts';

/** A command that the bot registered, as Discord returns it. */
export type RegisteredCommand = JsonObject & { readonly id: string; readonly name: string };

/** Sends an event to the bot. Those for which it did not ask by its intents do not reach it. */
export type Dispatch = (event: string, data: object, intent?: number) => void;

/** What the stand-in knows: who is there, and what the bot registered. Messages are in the ledgers. */
export interface World {
  readonly clock: Clock;
  readonly token: string;
  /** Also the id of the bot's user, as in every recent application. */
  readonly applicationId: string;
  readonly bot: APIUser;
  /** Whose application it is. */
  readonly owner: APIUser;
  /** Who asks where nobody is named. */
  readonly reader: APIUser;
  readonly guilds: Map<string, GatewayGuildCreateDispatchData>;
  readonly channels: Map<string, APIDMChannel | APITextChannel>;
  readonly users: Map<string, APIUser>;
  readonly globalCommands: Map<string, RegisteredCommand>;
  /** By guild, then by id. */
  readonly guildCommands: Map<string, Map<string, RegisteredCommand>>;
}

/** A world with its guilds, their text channels, the bot and one reader. */
export function createWorld(
  clock: Clock,
  { token, guilds }: { readonly token: string; readonly guilds: readonly GuildSetup[] },
): World {
  const applicationId = clock.newId();
  const bot = createUser(applicationId, 'newsquote', true);
  const owner = createUser(clock.newId(), 'owner');
  const reader = createUser(clock.newId(), 'reader');
  const made = guilds.map((setup) => createGuild(setup, bot, clock.newId));
  const channels = made.flatMap((guild) => guild.channels.filter(isTextChannel));
  return {
    clock,
    token,
    applicationId,
    bot,
    owner,
    reader,
    guilds: new Map(made.map((guild) => [guild.id, guild])),
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    users: new Map([bot, owner, reader].map((user) => [user.id, user])),
    globalCommands: new Map(),
    guildCommands: new Map(),
  };
}

/** Another person, whom the bot never met. */
export function addUser(world: World, username: string): APIUser {
  const user = createUser(world.clock.newId(), username);
  world.users.set(user.id, user);
  return user;
}

/** The channel of direct messages with a person; made when it is first asked for. */
export function directChannel(world: World, user: APIUser): APIDMChannel {
  world.users.set(user.id, user);
  for (const channel of world.channels.values())
    if (channel.type === ChannelType.DM && channel.recipients?.some(({ id }) => id === user.id))
      return channel;
  const channel = createDirectChannel(world.clock.newId(), [user]);
  world.channels.set(channel.id, channel);
  return channel;
}

/** The guild of that id, or the first. */
export function findGuild(world: World, guildId?: string): GatewayGuildCreateDispatchData {
  const guild = guildId === undefined ? [...world.guilds.values()][0] : world.guilds.get(guildId);
  if (guild === undefined) throw new Error(`The stand-in has no guild ${guildId ?? 'at all'}.`);
  return guild;
}

/** The text channel of that id in a guild, or its first. */
export function findTextChannel(world: World, guildId: string, channelId?: string): APITextChannel {
  const found = findGuild(world, guildId)
    .channels.filter(isTextChannel)
    .find(({ id }) => channelId === undefined || id === channelId);
  if (found === undefined) throw new Error(`Guild ${guildId} has no text channel ${channelId ?? 'at all'}.`);
  return found;
}

/** The id of the guild that a channel belongs to; undefined for direct messages and unknown channels. */
export function guildOfChannel(world: World, channelId: string): string | undefined {
  const channel = world.channels.get(channelId);
  return channel?.type === ChannelType.GuildText ? channel.guild_id : undefined;
}

function isTextChannel(channel: APIChannel): channel is APITextChannel {
  return channel.type === ChannelType.GuildText;
}
