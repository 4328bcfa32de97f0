import type { Asker, Bot } from '../bot.ts';
import type { RequestOutcome } from '../bot-watch.ts';
import type { Effort, Limits } from '../limits/limits.ts';
import { messagesOf } from '../messages/locales.ts';

/** Channels named to somebody who asked elsewhere. */
const channelsNamed = 10;

/** Why somebody may not do something, in their language. */
export interface Refusal {
  readonly text: string;
  readonly outcome: RequestOutcome & ('refused' | 'cooldown');
}

/** Decides who may do what, here and now. Says no with the reason, or null for yes. */
export class Gate {
  readonly #bot: Bot;
  readonly #limits: Limits;

  constructor(bot: Bot, limits: Limits) {
    this.#bot = bot;
    this.#limits = limits;
  }

  /** Whether an asker may ask in this channel, and so soon after the last time. */
  refuse(asker: Asker, effort: Effort): Refusal | null {
    const { notices } = messagesOf(asker.locale);
    const { answerChannels } = asker.settings;
    const { channelId } = asker;
    if (
      effort === 'question' &&
      answerChannels !== null &&
      channelId !== null &&
      !isIn(answerChannels, asker)
    ) {
      const named = answerChannels.slice(0, channelsNamed).map((id) => `<#${id}>`);
      return { text: notices.wrongChannel(named.join(', ')), outcome: 'refused' };
    }
    const waitMs = this.#limits.take(asker, effort, this.#bot.now().getTime());
    if (waitMs === 0) return null;
    return { text: notices.cooldown(Math.ceil(waitMs / 1000)), outcome: 'cooldown' };
  }

  /** Whether an asker may use what is for moderators; that they may not is written down. */
  async refuseToMembers(asker: Asker, act: string): Promise<Refusal | null> {
    if (asker.isModerator) return null;
    const { userId, guildId, locale } = asker;
    const at = this.#bot.now().getTime();
    await this.#bot.desk.recordAct({ at, guildId, userId, act, subject: '', detail: {}, outcome: 'refused' });
    return { text: messagesOf(locale).notices.notAllowed, outcome: 'refused' };
  }
}

/** Whether an asker is in one of the channels, or in a thread of one. */
export function isIn(channels: readonly string[], { channelId, parentChannelId }: Asker): boolean {
  return [channelId, parentChannelId].some((id) => typeof id === 'string' && channels.includes(id));
}
