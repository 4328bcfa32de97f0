import type { Asker } from '../bot.ts';
import type { BotWatch } from '../bot-watch.ts';
import { Cooldown } from './cooldown.ts';
import type { CooldownRules } from './cooldown.ts';
import { FairQueue } from './fair-queue.ts';

/**
 * What is asked of the bot: a question is answered from the articles, a press opens something, a moderator's act reads or
 * decides something, and a moderator's fetch waits for other machines.
 */
export type Effort = 'question' | 'press' | 'act' | 'fetch';

/** Questions of one person in a row before the guild's cooldown counts. */
const personBurst = 3;
/** Of one person; questions by the guild's settings. */
const personRules: Readonly<Record<Exclude<Effort, 'question'>, CooldownRules>> = {
  press: { capacity: 12, refillMs: 700 },
  act: { capacity: 12, refillMs: 700 },
  fetch: { capacity: 5, refillMs: 5000 },
};
/** Questions of one guild: fifty members may ask at once, and two a second go on for ever. */
const guildRules: CooldownRules = { capacity: 60, refillMs: 500 };

const questionRules = { concurrency: 2, maxWaiting: 300, maxWaitingPerKey: 100 } as const;
const actRules = { concurrency: 2, maxWaiting: 60, maxWaitingPerKey: 20 } as const;
/** One fetch of a guild at a time: a site that does not answer holds up its own guild alone. */
const fetchRules = { concurrency: 4, runningPerKey: 1, maxWaiting: 20, maxWaitingPerKey: 5 } as const;

/** Keeps one person or guild from taking the bot away from the others, and moderators' work from members' questions. */
export class Limits {
  readonly #people = new Cooldown();
  readonly #guilds = new Cooldown();
  readonly #questions = new FairQueue(questionRules);
  readonly #acts = new FairQueue(actRules);
  readonly #fetches = new FairQueue(fetchRules);
  readonly #onTurn: BotWatch['onTurn'];

  constructor(onTurn: BotWatch['onTurn'] = () => undefined) {
    this.#onTurn = onTurn;
  }

  /** Jobs that wait or are at work. */
  get size(): number {
    return this.#questions.size + this.#acts.size + this.#fetches.size;
  }

  /** 0, or in how many milliseconds the asker may try again. */
  take({ userId, guildId, settings }: Asker, effort: Effort, nowMs: number): number {
    const rules =
      effort === 'question'
        ? { capacity: personBurst, refillMs: Math.max(1, settings.cooldownSeconds * 1000) }
        : personRules[effort];
    const wait = this.#people.take(`${effort} ${userId}`, rules, nowMs);
    if (wait > 0 || effort !== 'question' || guildId === null) return wait;
    return this.#guilds.take(guildId, guildRules, nowMs);
  }

  /** Runs a job in its turn; guilds, and people in direct messages, take turns. @throws QueueFullError */
  run<T>({ guildId, userId }: Asker, effort: Effort, job: () => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    return this.#queueOf(effort).run(guildId ?? userId, () => {
      this.#onTurn(performance.now() - startedAt);
      return job();
    });
  }

  #queueOf(effort: Effort): FairQueue {
    if (effort === 'fetch') return this.#fetches;
    return effort === 'act' ? this.#acts : this.#questions;
  }
}
