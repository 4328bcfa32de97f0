import { MessageType } from 'discord.js';
import type { Message } from 'discord.js';
import { replyToQuestion } from '../answering.ts';
import type { Asker, Bot } from '../bot.ts';
import type { RequestOutcome } from '../bot-watch.ts';
import { describeFailure, outcomeOf } from '../describe-failure.ts';
import { joinFollowUp } from '../follow-up.ts';
import type { Limits } from '../limits/limits.ts';
import { messagesOf } from '../messages/locales.ts';
import { questionIn } from '../render/answer.ts';
import { renderNotice } from '../render/notice.ts';
import type { Payload } from '../render/payload.ts';
import { writerOf } from './asker.ts';
import { Gate, isIn } from './gate.ts';
import { post } from './post.ts';
import { Seen } from './seen.ts';
import { replyTo } from './send.ts';
import { UnderWay } from './under-way.ts';

/** Answers messages that mention the bot, reply to it, or are written to it alone. */
export class Mentions {
  readonly #bot: Bot;
  readonly #limits: Limits;
  readonly #gate: Gate;
  readonly #seen = new Seen();
  readonly #underWay = new UnderWay();
  #isClosing = false;

  constructor(bot: Bot, limits: Limits) {
    this.#bot = bot;
    this.#limits = limits;
    this.#gate = new Gate(bot, limits);
  }

  /** Takes no more; resolves once what was taken is answered and the answers are sent, or soon after so many milliseconds. */
  async close(maxMs: number): Promise<void> {
    this.#isClosing = true;
    await this.#underWay.finish(maxMs);
  }

  /** Never rejects. */
  async handle(message: Message): Promise<void> {
    if (this.#isClosing || !isMeant(message) || !this.#seen.isNew(message.id)) return;
    await this.#underWay.add(this.#reply(message));
  }

  async #reply(message: Message): Promise<void> {
    const asker = await writerOf(message, this.#bot).catch((error: unknown) => {
      this.#bot.log.error({ error }, 'failed');
      return null;
    });
    if (asker === null || !mayAnswer(asker)) return;
    const outcome = await this.#answer(message, asker).catch(async (error: unknown) => {
      await this.#send(message, renderNotice(describeFailure(error, asker.locale, this.#bot)));
      return outcomeOf(error);
    });
    this.#bot.watch?.onRequest('mention', outcome);
  }

  async #answer(message: Message, asker: Asker): Promise<RequestOutcome> {
    const messages = messagesOf(asker.locale);
    const text = stripMention(message.content, message.client.user.id);
    if (text === '') {
      await this.#send(message, renderNotice(messages.notices.emptyMention));
      return 'invalid';
    }
    const refusal = this.#gate.refuse(asker, 'question');
    if (refusal !== null) {
      await this.#send(message, renderNotice(refusal.text));
      return refusal.outcome;
    }
    // Shows that somebody is at work; that nobody sees it is no reason not to answer.
    if (message.channel.isSendable()) void message.channel.sendTyping().catch(() => undefined);
    const earlier = await this.#earlierQuestion(message);
    const question = earlier === null ? text : joinFollowUp(text, earlier);
    const draw = () => replyToQuestion({ question, isPrivate: false }, asker, this.#bot);
    const { outcome = 'done' } = await post(
      {
        draw: () => this.#limits.run(asker, 'question', draw),
        send: (payload) => this.#send(message, payload),
        viewer: asker,
      },
      this.#bot,
    );
    return outcome;
  }

  /** What the message of the bot that this one replies to answers; null where it replies to none. */
  async #earlierQuestion(message: Message): Promise<string | null> {
    if (message.type !== MessageType.Reply) return null;
    const replied = await message.fetchReference().catch(() => null);
    if (replied?.author.id !== message.client.user.id) return null;
    return questionIn(replied.components.map((component) => component.toJSON()));
  }

  async #send(message: Message, payload: Payload): Promise<Message | null> {
    try {
      return await replyTo(message, payload);
    } catch (error) {
      // The bot may not write there, or the channel is gone.
      this.#bot.log.warn({ guildId: message.guildId, error }, 'could not reply');
      return null;
    }
  }
}

/** Whether a person wrote this to the bot: `@everyone` and roles are not meant for it. */
function isMeant({ author, guildId, mentions, client, system, webhookId }: Message): boolean {
  if (author.bot || system || webhookId !== null) return false;
  return guildId === null || mentions.users.has(client.user.id);
}

function mayAnswer(asker: Asker): boolean {
  if (asker.guildId === null) return true;
  const { repliesToMentions, answerChannels } = asker.settings;
  return repliesToMentions && (answerChannels === null || isIn(answerChannels, asker));
}

/** The message without the mention that makes it reach the bot. */
function stripMention(content: string, botId: string): string {
  return content
    .replaceAll(new RegExp(`<@!?${botId}>`, 'g'), ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
