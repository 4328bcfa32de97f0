import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { UserError } from '../../errors.ts';
import type { Bot } from '../bot.ts';
import { QueueFullError } from '../limits/fair-queue.ts';
import { messagesOf } from '../messages/locales.ts';
import type { LocaleId } from '../messages/locales.ts';
import { wordError } from '../word-error.ts';

/** Discord no longer takes an answer to this interaction, or has one: there is nobody left to tell. */
const lateCodes: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.UnknownWebhook,
]);

/** Whether an interaction came too late, or was answered before. */
export function isTooLate(error: unknown): boolean {
  return error instanceof DiscordAPIError && lateCodes.has(error.code);
}

/**
 * What a person is told of an error: what they can do about it, else an incident id under which the log has the rest.
 * Text of an exception never reaches Discord.
 */
export function describeFailure(error: unknown, locale: LocaleId, { log, randomId }: Bot): string {
  const { notices } = messagesOf(locale);
  if (error instanceof QueueFullError) return notices.busy;
  const worded = wordError(error, locale);
  if (worded !== null) return worded;
  const incident = randomId().slice(0, 8);
  const code = error instanceof UserError ? error.code : undefined;
  log.error({ incident, ...(code === undefined ? {} : { code }), error }, 'failed');
  return notices.incident(incident);
}
