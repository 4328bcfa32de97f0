import { ActivityType, Client, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { BotWatch } from '../bot-watch.ts';
import type { Messages } from '../messages/messages.ts';
import { createRequestMaker } from './make-request.ts';

/** Where Discord is. */
export interface DiscordAddress {
  /** Base of the REST interface, ending in `/api`; Discord's own if empty. */
  readonly restApi: string;
}

/** Answers of 401, 403 and 429 in ten minutes that are told of: at 10,000 Discord blocks the address. */
const invalidRequestWarningInterval = 500;

/**
 * A client that asks for no privileged intent, pings nobody and keeps next to nothing in memory: what a message or an
 * interaction brings along is enough.
 */
export function createClient(
  { restApi }: DiscordAddress,
  { presence }: Messages,
  onProblem?: BotWatch['onDiscordProblem'],
): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Direct messages come from channels that were never seen before.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    presence: {
      status: 'idle',
      activities: [{ name: presence.starting, type: ActivityType.Custom, state: presence.starting }],
    },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 1, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 50, keepOverLimit: (user) => user.id === user.client.user.id },
      ReactionManager: 0,
      ThreadMemberManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildScheduledEventManager: 0,
      GuildInviteManager: 0,
      GuildBanManager: 0,
      StageInstanceManager: 0,
      AutoModerationRuleManager: 0,
    }),
    rest: {
      ...(restApi === '' ? {} : { api: restApi }),
      invalidRequestWarningInterval,
      ...createRequestMaker(onProblem),
    },
  });
}
