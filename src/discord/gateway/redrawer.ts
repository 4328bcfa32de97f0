import { setTimeout as wait } from 'node:timers/promises';
import { DiscordAPIError, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { APIMessage, REST } from 'discord.js';
import type { Redraw } from '../../store/desk-records.ts';
import type { BotCore, RedrawProgress, Redrawing } from '../bot.ts';
import { drawPost } from '../draw-post.ts';
import { FairQueue } from '../limits/fair-queue.ts';
import { editPosted } from './send.ts';

/** How often it is looked what other processes decided, and what is to be tried again. */
const intervalMs = 2000;
/** Redraws taken up together; of one channel so many as Discord lets be changed at once, since the others wait for it. */
const batch = { limit: 20, perChannel: 5 } as const;
/** Messages changed at the same time, one of each channel. */
const queueRules = {
  concurrency: 4,
  runningPerKey: 1,
  maxWaiting: batch.limit,
  maxWaitingPerKey: batch.limit,
};
/** What failed is tried again after the first of these, then after twice as long, and so on up to the second. */
const [firstRetryMs, lastRetryMs] = [10_000, 3_600_000];
/** How often somebody who decided is told how it goes, and for how long: Discord takes changes of a reply for 15 minutes. */
const [progressMs, maxFollowMs] = [5000, 14 * 60_000];

/** Nothing is left to be changed. */
const goneCodes: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
]);
/** Statuses of requests that are refused however often they are made: not allowed, not there, not understood. */
const refusals: ReadonlySet<number> = new Set([400, 403, 404]);

/**
 * Draws posts anew that decisions ask for, whichever process made them. What is to be done stands in the desk until it is
 * done: a process that ends in the middle leaves the rest to the next one.
 */
export class Redrawer implements Redrawing {
  readonly #rest: REST;
  readonly #bot: BotCore;
  readonly #queue = new FairQueue(queueRules);
  #timer: NodeJS.Timeout | undefined;
  readonly #closing = new AbortController();
  /** Posts that could not be changed, by those who follow an article that these name. */
  readonly #failed = new Map<symbol, { readonly articleId: string; count: number }>();
  #work: Promise<void> | null = null;
  #isWanted = false;

  constructor(rest: REST, bot: BotCore) {
    this.#rest = rest;
    this.#bot = bot;
  }

  /** Begins with what was left to be done, and looks for more from then on. */
  start(): void {
    this.#timer = setInterval(() => {
      this.begin();
    }, intervalMs).unref();
    this.begin();
  }

  begin(): void {
    this.#isWanted = true;
    this.#work ??= this.#redrawAll().finally(() => {
      this.#work = null;
    });
  }

  async *follow(articleId: string): AsyncGenerator<RedrawProgress> {
    const key = Symbol(articleId);
    const failed = { articleId, count: 0 };
    this.#failed.set(key, failed);
    const until = performance.now() + maxFollowMs;
    try {
      for (let left = Infinity; left > 0 && performance.now() < until;) {
        this.begin();
        const { signal } = this.#closing;
        await Promise.race([this.#work, wait(progressMs, undefined, { ref: false, signal })]);
        left = await this.#bot.desk.countRedraws(articleId);
        yield { left, failed: failed.count };
      }
    } catch (error) {
      if (!this.#closing.signal.aborted) throw error;
    } finally {
      this.#failed.delete(key);
    }
  }

  /** Begins nothing more; resolves once what was begun is over. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#closing.abort();
    await this.#work;
  }

  /** Never rejects. */
  async #redrawAll(): Promise<void> {
    const { desk, log, now } = this.#bot;
    let [changed, tried] = [0, 0];
    try {
      while (this.#isWanted) {
        this.#isWanted = false;
        for (;;) {
          if (this.#closing.signal.aborted) return;
          const due = await desk.dueRedraws({ by: now().getTime(), ...batch });
          if (due.length === 0) break;
          const outcomes = await Promise.all(
            due.map((each) => this.#queue.run(each.post.channelId, () => this.#redraw(each))),
          );
          changed += outcomes.filter((isChanged) => isChanged).length;
          tried += outcomes.length;
        }
      }
    } catch (error) {
      log.error({ error }, 'posts could not be drawn anew');
    } finally {
      if (tried > 0) log.info({ changed, failed: tried - changed }, 'posts drawn anew');
    }
  }

  /** Says whether the post was changed; what could not be done now stays to be done. */
  async #redraw(redraw: Redraw): Promise<boolean> {
    const { id, post } = redraw;
    const { desk } = this.#bot;
    if (this.#closing.signal.aborted) return false;
    const changeNumber = await desk.changeNumber();
    try {
      // What a post says is stored nowhere but in the message itself.
      const place = Routes.channelMessage(post.channelId, post.messageId);
      const { components = [] } = (await this.#rest.get(place)) as APIMessage;
      await editPosted(this.#rest, post, await drawPost(post, components, this.#bot));
      await desk.endRedraw(id, changeNumber);
      return true;
    } catch (error) {
      for (const failed of this.#failed.values())
        if (post.articleIds.includes(failed.articleId)) failed.count += 1;
      await this.#fail(redraw, error, changeNumber);
      return false;
    }
  }

  async #fail({ id, failures, post }: Redraw, error: unknown, changeNumber: number): Promise<void> {
    const { desk, log, now } = this.#bot;
    const { channelId, messageId } = post;
    if (error instanceof DiscordAPIError && goneCodes.has(error.code)) {
      await desk.forgetPost(messageId);
      log.info({ channelId, messageId }, 'a post is gone');
    } else if (error instanceof DiscordAPIError && refusals.has(error.status)) {
      await desk.endRedraw(id, changeNumber);
      log.warn({ channelId, messageId, error }, 'a post can not be changed');
    } else {
      const retryMs = Math.min(lastRetryMs, firstRetryMs * 2 ** failures);
      await desk.postponeRedraw(id, now().getTime() + retryMs);
      log.warn({ channelId, messageId, retryMs, error }, 'a post is changed later');
    }
  }
}
