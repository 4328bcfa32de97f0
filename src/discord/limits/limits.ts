import type { Asker } from '../bot.ts';
import type { BotWatch } from '../bot-watch.ts';
import { Cooldown } from './cooldown.ts';
import { FairQueue } from './fair-queue.ts';

/** Questions of one person in a row before the guild's cooldown counts. */
const personBurst = 3;
/** Presses and look-ups of one person: they cost little. */
const pressRules = { capacity: 12, refillMs: 700 } as const;
/** Questions of one guild: fifty members may ask at once, and two a second go on for ever. */
const guildRules = { capacity: 60, refillMs: 500 } as const;
const queueRules = { concurrency: 2, maxWaiting: 300, maxWaitingPerKey: 100 } as const;

/** What is asked of the limits: a question is answered from the articles, a press opens something. */
export type Effort = 'question' | 'press';

/** Keeps one person or guild from taking the bot away from the others. */
export class Limits {
  readonly #people = new Cooldown();
  readonly #guilds = new Cooldown();
  readonly queue = new FairQueue(queueRules);
  readonly #onTurn: BotWatch['onTurn'];

  constructor(onTurn: BotWatch['onTurn'] = () => undefined) {
    this.#onTurn = onTurn;
  }

  /** 0, or in how many milliseconds the asker may try again. */
  take({ userId, guildId, settings }: Asker, effort: Effort, nowMs: number): number {
    const personRules =
      effort === 'press'
        ? pressRules
        : { capacity: personBurst, refillMs: Math.max(1, settings.cooldownSeconds * 1000) };
    const wait = this.#people.take(`${effort} ${userId}`, personRules, nowMs);
    if (wait > 0 || effort === 'press' || guildId === null) return wait;
    return this.#guilds.take(guildId, guildRules, nowMs);
  }

  /** Runs a job in its turn; guilds, and people in direct messages, take turns. */
  run<T>({ guildId, userId }: Asker, job: () => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    return this.queue.run(guildId ?? userId, () => {
      this.#onTurn(performance.now() - startedAt);
      return job();
    });
  }
}
