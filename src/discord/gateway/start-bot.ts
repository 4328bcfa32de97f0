import { ActivityType, Events } from 'discord.js';
import type { Client } from 'discord.js';
import { UserError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Bot, BotCore } from '../bot.ts';
import type { BotWatch } from '../bot-watch.ts';
import { Limits } from '../limits/limits.ts';
import { messagesOf } from '../messages/locales.ts';
import { createClient } from './client.ts';
import { describeConnection } from './connection.ts';
import type { Connection } from './connection.ts';
import type { DiscordAddress } from './client.ts';
import { Dispatcher } from './dispatch.ts';
import { Mentions } from './mentions.ts';
import { Redrawer } from './redrawer.ts';
import { withinTime } from './within-time.ts';

/** How the bot gets into Discord. */
export interface BotLogin extends DiscordAddress {
  readonly token: string;
  /** Of this program. */
  readonly version: string;
}

/** A bot that is logged in. */
export interface RunningBot {
  readonly client: Client;
  /** Resolves with the error when Discord will have it no more. */
  readonly refused: Promise<UserError>;
  readonly connection: () => Connection;
  readonly health: Bot['health'];
  /** Finishes the answers under way and leaves, after eight seconds at most. */
  stop(): Promise<void>;
}

/**
 * How long answers under way may take once the bot is told to stop, and after how long nothing is waited for any more.
 * Whoever tells it kills it after ten seconds.
 */
const [maxAnswerMs, maxFinishMs] = [6500, 8000];

/**
 * Logs the bot in and answers from then on.
 *
 * @throws UserError `discord-token-invalid`, `discord-intents-refused`, `discord-unreachable`
 */
export async function startBot({ token, restApi, version }: BotLogin, core: BotCore): Promise<RunningBot> {
  const { log, watch } = core;
  const client = createClient({ restApi }, messagesOf('en'), watch?.onDiscordProblem);
  const limits = new Limits(watch?.onTurn);
  const startedAt = core.now();
  const redrawer = new Redrawer(client.rest, core);
  const bot: Bot = {
    ...core,
    redrawing: redrawer,
    health: () => ({
      version,
      startedAt,
      queueSize: limits.size,
      memoryBytes: process.memoryUsage.rss(),
    }),
  };
  const dispatcher = new Dispatcher(bot, limits);
  const mentions = new Mentions(bot, limits);
  client.on(Events.InteractionCreate, (interaction) => void dispatcher.handle(interaction));
  client.on(Events.MessageCreate, (message) => void mentions.handle(message));
  logEvents(client, log);
  if (watch !== undefined) countProblems(client, watch);
  const refused = watchRefusals(client);
  await login(client, token, refused);
  // Who owns the application is not part of what Discord says at login.
  await client.application?.fetch();
  showReady(client, bot);
  // A session that could not be resumed begins again with what was shown at first: "getting ready".
  client.on(Events.ShardReady, () => {
    showReady(client, bot);
  });
  redrawer.start();
  return {
    client,
    refused,
    connection: () => describeConnection(client),
    health: bot.health,
    async stop() {
      // What is not drawn anew by then is left to the next start.
      const redrawn = withinTime(redrawer.close(), maxAnswerMs);
      const closing = [dispatcher.close(maxAnswerMs), mentions.close(maxAnswerMs), redrawn];
      await withinTime(Promise.all(closing), maxFinishMs);
      // Leaving looks like the beginning of a reconnection to discord.js.
      client.removeAllListeners(Events.ShardReconnecting);
      await client.destroy();
    },
  };
}

/** Resolves when trying again is of no use. */
function watchRefusals(client: Client): Promise<UserError> {
  return new Promise<UserError>((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      const error = refusalOf(code);
      if (error !== null) resolve(error);
    });
    client.on(Events.Invalidated, () => {
      resolve(new UserError('discord-token-invalid'));
    });
  });
}

function countProblems(client: Client, { onDiscordProblem }: BotWatch): void {
  client.on(Events.ShardReconnecting, () => {
    onDiscordProblem('gateway-reconnect');
  });
  client.on(Events.Error, () => {
    onDiscordProblem('gateway-error');
  });
}

/** What Discord's own library has to say goes to the log. */
function logEvents(client: Client, log: Log): void {
  client.on(Events.Error, (error) => {
    log.error({ error }, 'discord error');
  });
  client.on(Events.Warn, (warning) => {
    log.warn({ warning }, 'discord warning');
  });
  client.on(Events.ShardReconnecting, (shard) => {
    log.warn({ shard }, 'reconnecting');
  });
  client.on(Events.ShardResume, (shard, replayed) => {
    log.info({ shard, replayed }, 'resumed');
  });
  client.rest.on('rateLimited', ({ route, timeToReset, scope, global: isGlobal }) => {
    log.warn({ route, timeToReset, scope, isGlobal }, 'rate limited');
  });
  client.rest.on('invalidRequestWarning', ({ count, remainingTime }) => {
    log.error({ count, remainingTime }, 'many invalid requests: at 10,000 Discord blocks this address');
  });
}

/** Shows in the bot's presence that it answers, and from how much. */
function showReady(client: Client, { answerer }: Bot): void {
  const text = messagesOf('en').presence.ready(answerer.counts.articles);
  client.user?.setPresence({
    status: 'online',
    activities: [{ type: ActivityType.Custom, name: text, state: text }],
  });
}

async function login(client: Client, token: string, refused: Promise<UserError>): Promise<void> {
  const ready = new Promise<void>((resolve) => {
    client.once(Events.ClientReady, () => {
      resolve();
    });
  });
  try {
    await Promise.race([
      client.login(token).then(() => ready),
      refused.then((error) => {
        throw error;
      }),
    ]);
  } catch (error) {
    await client.destroy();
    throw describeLoginError(error);
  }
}

/** Closing codes of the gateway after which trying again is of no use (Discord's documentation, "Opcodes and Status Codes"). */
function refusalOf(code: number): UserError | null {
  if (code === 4004) return new UserError('discord-token-invalid');
  if (code === 4013 || code === 4014) return new UserError('discord-intents-refused');
  return null;
}

function describeLoginError(error: unknown): unknown {
  if (error instanceof UserError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const status = 'status' in error ? Number(error.status) : 0;
  if (code === 'TokenInvalid' || status === 401)
    return new UserError('discord-token-invalid', {}, { cause: error });
  if (/disallowed intents/i.test(error.message) || code === 'DisallowedIntents')
    return new UserError('discord-intents-refused', {}, { cause: error });
  if (/authentication failed/i.test(error.message))
    return new UserError('discord-token-invalid', {}, { cause: error });
  if (status >= 500 || /^(ENOTFOUND|ECONN|EAI_AGAIN|ETIMEDOUT|UND_ERR)/.test(code))
    return new UserError('discord-unreachable', { detail: code || String(status) }, { cause: error });
  return error;
}
