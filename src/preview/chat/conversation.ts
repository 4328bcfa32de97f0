import { ApplicationCommandType } from 'discord-api-types/v10';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { z } from 'zod';
import { replyToQuestion } from '../../discord/answering.ts';
import type { Asker, Bot, Reply } from '../../discord/bot.ts';
import type { Choice, Options } from '../../discord/commands/command.ts';
import { readValues } from '../../discord/commands/read-values.ts';
import { findCommand } from '../../discord/commands/commands.ts';
import { isForModerators, press, pressMode } from '../../discord/controls/controls.ts';
import type { PressMode } from '../../discord/controls/controls.ts';
import { formOf, submitForm } from '../../discord/controls/forms.ts';
import type { RequestOutcome } from '../../discord/bot-watch.ts';
import { describeFailure, outcomeOf } from '../../discord/describe-failure.ts';
import { joinFollowUp } from '../../discord/follow-up.ts';
import { Gate } from '../../discord/gateway/gate.ts';
import type { Refusal } from '../../discord/gateway/gate.ts';
import { Limits } from '../../discord/limits/limits.ts';
import { messagesOf } from '../../discord/messages/locales.ts';
import { questionIn } from '../../discord/render/answer.ts';
import type { ControlId } from '../../discord/render/custom-id.ts';
import { readControlId } from '../../discord/render/custom-id.ts';
import { renderNotice } from '../../discord/render/notice.ts';
import type { Payload } from '../../discord/render/payload.ts';
import { askerAt } from './person.ts';
import type {
  commandRequest,
  formRequest,
  messageRequest,
  pressRequest,
  suggestRequest,
} from './requests.ts';

/** What the page shows for something that was done there. */
export type ChatReply =
  | {
      readonly kind: 'message';
      readonly payload: Payload;
      /** Seen by the person alone. */
      readonly isPrivate: boolean;
      /** In place of the message that holds the control, or below. */
      readonly mode: 'new' | 'update';
    }
  | { readonly kind: 'form'; readonly form: APIModalInteractionResponseCallbackData };

const commandTypes = { 1: ApplicationCommandType.ChatInput, 3: ApplicationCommandType.Message } as const;

/** So much of what is typed into an option Discord hands on. */
const maxTypedUnits = 100;

/** The page's side of what `gateway/` does with Discord: the same commands and controls, without a connection. */
export class Conversation {
  readonly #bot: Bot;
  // One person tries things out here: nobody is told to wait, but two questions at once are enough.
  readonly #limits: Limits;
  readonly #gate: Gate;

  constructor(bot: Bot) {
    this.#bot = bot;
    this.#limits = new Limits(bot.watch?.onTurn);
    this.#gate = new Gate(bot, this.#limits);
  }

  /** Runs a command. */
  async command(request: z.infer<typeof commandRequest>): Promise<ChatReply> {
    const asker = await askerAt(request, this.#bot);
    const command = findCommand(request.name, commandTypes[request.type]);
    if (command === undefined) return this.#refuse('unknown', outdated(asker));
    const { name } = command.data;
    const refusal = command.isForModerators === true ? await this.#gate.refuseToMembers(asker, name) : null;
    if (refusal !== null) return this.#refuse(name, refusal);
    const options = readOptions(request);
    const isPrivate = command.isPrivate(options, asker);
    return this.#reply(asker, { name, isPrivate, mode: 'new' }, () => command.run(options, asker, this.#bot));
  }

  /** Suggestions for an option; none where something goes wrong, as in Discord. */
  async suggest(request: z.infer<typeof suggestRequest>): Promise<readonly Choice[]> {
    const { name, option, value } = request;
    const command = findCommand(name, ApplicationCommandType.ChatInput);
    const typed = { name: option, value: value.slice(0, maxTypedUnits) };
    try {
      const asker = await askerAt(request, this.#bot);
      if (command?.isForModerators === true && !asker.isModerator) return [];
      return (await command?.complete?.(typed, asker, this.#bot)) ?? [];
    } catch (error) {
      this.#bot.log.error({ error }, 'suggestions failed');
      return [];
    }
  }

  /** Presses a button, or chooses from a list. */
  async press(request: z.infer<typeof pressRequest>): Promise<ChatReply> {
    const asker = await askerAt(request, this.#bot);
    const id = readControlId(request.customId);
    const refusal = await this.#refusalOf(id, asker);
    if (id === null || refusal !== null) return this.#refuse('press', refusal ?? outdated(asker));
    const form = formOf(id, asker);
    if (form !== null) {
      this.#bot.watch?.onRequest('press', 'done');
      return { kind: 'form', form };
    }
    const pressed = { ...request, id };
    const shown = { name: 'press', ...showAs(pressMode(pressed), request.isMessagePrivate) };
    return this.#reply(asker, shown, () => press(pressed, asker, this.#bot));
  }

  /** Takes a form that was filled in. */
  async submit(request: z.infer<typeof formRequest>): Promise<ChatReply> {
    const asker = await askerAt(request, this.#bot);
    const id = readControlId(request.customId);
    const refusal = await this.#refusalOf(id, asker);
    if (id === null || refusal !== null) return this.#refuse('form', refusal ?? outdated(asker));
    const fields = new Map(Object.entries(request.fields).map(([name, values]) => [name, values[0] ?? '']));
    const shown = { name: 'form', isPrivate: true, mode: 'new' } as const;
    return this.#reply(asker, shown, () => submitForm(id, fields, asker, this.#bot));
  }

  /** Answers a message that is meant for the bot, as all are here. */
  async message(request: z.infer<typeof messageRequest>): Promise<ChatReply> {
    const text = request.text.replace(/\s+/g, ' ').trim();
    const asker = await askerAt(request, this.#bot, text);
    if (text === '') {
      const { emptyMention } = messagesOf(asker.locale).notices;
      return this.#refuse('mention', { text: emptyMention, outcome: 'invalid' });
    }
    const earlier = request.repliedTo === null ? null : questionIn(request.repliedTo);
    const question = earlier === null ? text : joinFollowUp(text, earlier);
    return this.#reply(asker, { name: 'mention', isPrivate: false, mode: 'new' }, () =>
      replyToQuestion({ question, isPrivate: false }, asker, this.#bot),
    );
  }

  /** Why a control may not be used; null where it may. */
  async #refusalOf(id: ControlId | null, asker: Asker): Promise<Refusal | null> {
    if (id === null) return null;
    return isForModerators(id) ? this.#gate.refuseToMembers(asker, id.kind) : null;
  }

  #refuse(name: string, { text, outcome }: Told): ChatReply {
    this.#bot.watch?.onRequest(name, outcome);
    return notice(text);
  }

  /** Does the work in its turn; what goes wrong is told to the person alone, in words that help. */
  async #reply(
    asker: Asker,
    {
      name,
      ...shown
    }: { readonly name: string; readonly isPrivate: boolean; readonly mode: 'new' | 'update' },
    work: () => Promise<Reply>,
  ): Promise<ChatReply> {
    try {
      const { payload, outcome = 'done' } = await this.#limits.run(asker, 'question', work);
      this.#bot.watch?.onRequest(name, outcome);
      return { kind: 'message', payload, ...shown };
    } catch (error) {
      const text = describeFailure(error, asker.locale, this.#bot);
      return this.#refuse(name, { text, outcome: outcomeOf(error) });
    }
  }
}

/** What a person is told in place of a reply, and what that is counted as. */
interface Told {
  readonly text: string;
  readonly outcome: RequestOutcome;
}

function outdated({ locale }: Asker): Told {
  return { text: messagesOf(locale).notices.outdatedButton, outcome: 'invalid' };
}

function notice(text: string): ChatReply {
  return { kind: 'message', payload: renderNotice(text), isPrivate: true, mode: 'new' };
}

function showAs(
  mode: PressMode,
  isMessagePrivate: boolean,
): { readonly isPrivate: boolean; readonly mode: 'new' | 'update' } {
  if (mode === 'update') return { isPrivate: isMessagePrivate, mode: 'update' };
  return { isPrivate: mode !== 'publish', mode: 'new' };
}

function readOptions({ subcommand, options, messageText }: z.infer<typeof commandRequest>): Options {
  // The page takes no files.
  return { subcommand, messageText, ...readValues(new Map(Object.entries(options))), attachment: () => null };
}
