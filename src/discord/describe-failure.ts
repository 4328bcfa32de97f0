import { UserError } from '../errors.ts';
import type { Bot } from './bot.ts';
import type { RequestOutcome } from './bot-watch.ts';
import { QueueFullError } from './limits/fair-queue.ts';
import { messagesOf } from './messages/locales.ts';
import type { LocaleId } from './messages/locales.ts';
import { isAskersError, wordError } from './word-error.ts';

/** What an error makes of the request that it ends. */
export function outcomeOf(error: unknown): RequestOutcome {
  if (error instanceof QueueFullError) return 'queue-full';
  return isAskersError(error) ? 'invalid' : 'failed';
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
