import {
  ChannelType,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildHubType,
  GuildMemberFlags,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildVerificationLevel,
  Locale,
  PermissionFlagsBits,
  type APIDMChannel,
  type APIGuildMember,
  type APIRole,
  type APITextChannel,
  type APIUser,
  type GatewayGuildCreateDispatchData,
} from 'discord-api-types/v10';
import { noFlags } from './wire.ts';

/** When every guild was made and joined. */
const longAgo = '2024-01-01T00:00:00.000000+00:00';

/** What a person may usually do in a guild. */
export const ordinaryPermissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.UseApplicationCommands;

/** A guild to be in. Ids are snowflakes; what is left out gets one. */
export interface GuildSetup {
  readonly id?: string;
  readonly name?: string;
  readonly locale?: Locale;
  /** Text channels, the first of which is meant where none is named. */
  readonly channels?: readonly { readonly id?: string; readonly name: string }[];
  /** Roles beside @everyone and the bot's own. */
  readonly roles?: readonly {
    readonly id?: string;
    readonly name: string;
    readonly permissions?: bigint;
  }[];
}

/** A person, or a bot. */
export function createUser(id: string, username: string, isBot = false): APIUser {
  return {
    id,
    username,
    discriminator: isBot ? '0001' : '0',
    global_name: isBot ? null : username,
    avatar: null,
    bot: isBot,
    public_flags: noFlags.user,
    flags: noFlags.user,
    primary_guild: null,
  };
}

/** A role; of the guild's own id, it is @everyone. */
function createRole(
  id: string,
  name: string,
  { permissions = 0n, position = 1 }: { readonly permissions?: bigint; readonly position?: number } = {},
): APIRole {
  const colors = { primary_color: 0, secondary_color: null, tertiary_color: null };
  return {
    id,
    name,
    // Deprecated for those who write; the type still asks for it.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    color: 0,
    colors,
    hoist: false,
    position,
    permissions: String(permissions),
    managed: false,
    mentionable: false,
    flags: noFlags.role,
  };
}

/** A member of a guild. */
export function createMember(user: APIUser, roles: readonly string[] = []): APIGuildMember {
  return {
    user,
    roles: [...roles],
    joined_at: longAgo,
    deaf: false,
    mute: false,
    flags: GuildMemberFlags.CompletedOnboarding,
    avatar: null,
    banner: null,
    nick: null,
    pending: false,
    premium_since: null,
    communication_disabled_until: null,
  };
}

/** A text channel of a guild. */
function createTextChannel(id: string, name: string, guildId: string): APITextChannel {
  return {
    id,
    type: ChannelType.GuildText,
    name,
    guild_id: guildId,
    position: 0,
    permission_overwrites: [],
    nsfw: false,
    parent_id: null,
    topic: null,
    last_message_id: null,
    rate_limit_per_user: 0,
  };
}

/** The channel in which a person and the bot write to each other. */
export function createDirectChannel(id: string, recipients: readonly APIUser[]): APIDMChannel {
  return {
    id,
    type: ChannelType.DM,
    name: null,
    recipients: [...recipients],
    last_message_id: null,
  };
}

/** A guild as GUILD_CREATE announces it, with the bot as a member. */
export function createGuild(
  setup: GuildSetup,
  bot: APIUser,
  newId: () => string,
): GatewayGuildCreateDispatchData {
  const id = setup.id ?? newId();
  const botRole = newId();
  const everyone = createRole(id, '@everyone', { permissions: ordinaryPermissions, position: 0 });
  const roles = (setup.roles ?? []).map((role) => createRole(role.id ?? newId(), role.name, role));
  const channels = (setup.channels ?? [{ name: 'general' }]).map((channel) =>
    createTextChannel(channel.id ?? newId(), channel.name, id),
  );
  return {
    ...emptyGuild(),
    id,
    name: setup.name ?? 'Readers',
    owner_id: newId(),
    preferred_locale: setup.locale ?? Locale.EnglishUS,
    roles: [everyone, createRole(botRole, bot.username, { permissions: ordinaryPermissions }), ...roles],
    channels,
    members: [createMember(bot, [botRole])],
  };
}

function emptyGuild() {
  return {
    icon: null,
    splash: null,
    banner: null,
    description: null,
    discovery_splash: null,
    afk_channel_id: null,
    afk_timeout: 300 as const,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: noFlags.guildSystemChannel,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    vanity_url_code: null,
    incidents_data: null,
    verification_level: GuildVerificationLevel.None,
    default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
    explicit_content_filter: GuildExplicitContentFilter.Disabled,
    mfa_level: GuildMFALevel.None,
    nsfw_level: GuildNSFWLevel.Default,
    premium_tier: GuildPremiumTier.None,
    premium_progress_bar_enabled: false,
    hub_type: null satisfies GuildHubType | null,
    joined_at: longAgo,
    large: false,
    member_count: 2,
    emojis: [],
    features: [],
    stickers: [],
    voice_states: [],
    threads: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
