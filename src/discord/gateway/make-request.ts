import { setTimeout as wait } from 'node:timers/promises';
import { DefaultRestOptions } from 'discord.js';
import type { RESTOptions } from 'discord.js';
import type { BotWatch, DiscordProblem } from '../bot-watch.ts';
import { Cooldown } from '../limits/cooldown.ts';

/** Answers to interactions, which are let through by their own token. */
const interactionPath = /\/(?:interactions|webhooks)\/\d+\/./;

/** At most 50 in any second, Discord's limit for all requests of a bot together: 10 at once, and 40 a second. */
const globalRules = { capacity: 10, refillMs: 25 } as const;

/**
 * Makes requests as discord.js does, but for two things. Answers to interactions do not count towards the 50 requests a
 * second of a bot (Discord's documentation, "Rate Limits"); discord.js counts them, and then the fifty-first who asks in
 * a second waits for an acknowledgement that has to come within three. So its count is turned off, and kept here for all
 * other requests. And a connection that was kept open may be closed at the very moment in which it is used again:
 * discord.js tries again after ECONNRESET alone, and undici calls it otherwise.
 *
 * @param onProblem hears of every try that failed, also of those that are made again
 */
export function createRequestMaker(
  onProblem: BotWatch['onDiscordProblem'] = () => undefined,
): Pick<RESTOptions, 'globalRequestsPerSecond' | 'makeRequest'> {
  const counted = new Cooldown();
  const untilAllowed = async (): Promise<void> => {
    for (;;) {
      const waitMs = counted.take('all', globalRules, performance.now());
      if (waitMs === 0) return;
      await wait(waitMs);
    }
  };
  return {
    globalRequestsPerSecond: Infinity,
    async makeRequest(url, init) {
      if (!interactionPath.test(url)) await untilAllowed();
      try {
        const response = await DefaultRestOptions.makeRequest(url, init);
        const problem = problemOf(url, response.status);
        if (problem !== null) onProblem(problem);
        return response;
      } catch (cause) {
        onProblem('unreachable');
        if (!(cause instanceof Error && 'code' in cause && cause.code === 'UND_ERR_SOCKET')) throw cause;
        throw new Error(`ECONNRESET: ${cause.message}`, { cause });
      }
    },
  };
}

/** What an HTTP status means where a request was sent to. */
function problemOf(url: string, status: number): DiscordProblem | null {
  if (status < 400) return null;
  if (status === 429) return 'rate-limit';
  if (status === 403) return 'forbidden';
  if (status >= 500) return 'server-error';
  // Unknown interactions and webhooks are not found there; a token that is too old is not authorised.
  const isGone = status === 404 || status === 401;
  return isGone && interactionPath.test(url) ? 'unknown-interaction' : 'rejected';
}
