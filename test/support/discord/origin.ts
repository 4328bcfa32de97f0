import { randomUUID } from 'node:crypto';
import {
  ChannelType,
  InteractionContextType,
  Locale,
  type APIInteractionGuildMember,
  type APIUser,
} from 'discord-api-types/v10';
import { createMember, ordinaryPermissions } from './entities.ts';
import { directChannel, findGuild, findTextChannel, type World } from './world.ts';

/**
 * Where somebody uses the bot: in a guild it is in, in direct messages with it, or by an installation of their own in
 * a guild without it or in a direct message with somebody else.
 */
export type Place = 'guild' | 'bot-dm' | 'user-install-guild' | 'private-channel';

/** Who asks, and where. What is left out is the world's reader in its first guild's first channel, in English. */
export interface Origin {
  readonly place?: Place;
  readonly guildId?: string;
  readonly channelId?: string;
  readonly user?: APIUser;
  /** The asker's, in the channel. */
  readonly permissions?: bigint;
  readonly roles?: readonly string[];
  readonly locale?: Locale;
  readonly guildLocale?: Locale;
  /** The bot's, in the channel. */
  readonly appPermissions?: bigint;
}

/** The fields that every interaction has, with a fresh id and token. */
export function originFields(world: World, origin: Origin = {}) {
  return {
    id: world.clock.newId(),
    application_id: world.applicationId,
    token: `interaction-${randomUUID()}`,
    version: 1 as const,
    locale: origin.locale ?? Locale.EnglishUS,
    app_permissions: String(origin.appPermissions ?? ordinaryPermissions),
    entitlements: [],
    attachment_size_limit: 10_485_760,
    ...placeFields(world, origin),
  };
}

function placeFields(world: World, origin: Origin) {
  const user = origin.user ?? world.reader;
  world.users.set(user.id, user);
  switch (origin.place ?? 'guild') {
    case 'guild': {
      const guild = findGuild(world, origin.guildId);
      const channel = findTextChannel(world, guild.id, origin.channelId);
      const guildLocale = origin.guildLocale ?? guild.preferred_locale;
      return {
        ...guildFields(guild.id, guildLocale, memberOf(user, origin)),
        channel_id: channel.id,
        channel,
        authorizing_integration_owners: { 0: guild.id },
        context: InteractionContextType.Guild,
      };
    }
    case 'user-install-guild': {
      const guildId = origin.guildId ?? world.clock.newId();
      const channelId = origin.channelId ?? world.clock.newId();
      return {
        ...guildFields(guildId, origin.guildLocale ?? Locale.EnglishUS, memberOf(user, origin)),
        channel_id: channelId,
        channel: {
          id: channelId,
          type: ChannelType.GuildText as const,
          guild_id: guildId,
          name: 'elsewhere',
        },
        authorizing_integration_owners: { 1: user.id },
        context: InteractionContextType.Guild,
      };
    }
    case 'bot-dm': {
      const channel = directChannel(world, user);
      return {
        user,
        channel_id: channel.id,
        channel,
        authorizing_integration_owners: { 0: '0' },
        context: InteractionContextType.BotDM,
      };
    }
    case 'private-channel': {
      const channelId = origin.channelId ?? world.clock.newId();
      return {
        user,
        channel_id: channelId,
        channel: { id: channelId, type: ChannelType.DM as const, name: null },
        authorizing_integration_owners: { 1: user.id },
        context: InteractionContextType.PrivateChannel,
      };
    }
  }
}

function guildFields(guildId: string, locale: Locale, member: APIInteractionGuildMember) {
  return { guild_id: guildId, guild_locale: locale, guild: { id: guildId, locale, features: [] }, member };
}

function memberOf(user: APIUser, { roles = [], permissions = ordinaryPermissions }: Origin) {
  return { ...createMember(user, roles), user, permissions: String(permissions) };
}
