import { MessageFlags } from 'discord.js';
import type {
  AutocompleteInteraction,
  Interaction,
  ModalSubmitInteraction,
  RepliableInteraction,
} from 'discord.js';
import type { Asker, Bot, Reply } from '../bot.ts';
import { findCommand } from '../commands/commands.ts';
import type { Command } from '../commands/command.ts';
import { judge, press, pressMode } from '../controls/controls.ts';
import type { Press } from '../controls/controls.ts';
import type { Effort, Limits } from '../limits/limits.ts';
import { chooseLocale, messagesOf } from '../messages/locales.ts';
import { wrongReasons } from '../messages/messages.ts';
import { readControlId } from '../render/custom-id.ts';
import { reasonField, renderFeedbackForm } from '../render/feedback-form.ts';
import { askerOf } from './asker.ts';
import { readOptions, readTyped } from './read-options.ts';
import { describeFailure, isTooLate } from './report-failure.ts';
import { Seen } from './seen.ts';
import { deferPress, editReply, replyPrivately, showForm, showPublicly } from './send.ts';
import type { AskInteraction, PressInteraction } from './send.ts';

/** Answers interactions: finds out who asks, acknowledges, lets the command or control do its work, and shows the result. */
export class Dispatcher {
  readonly #bot: Bot;
  readonly #limits: Limits;
  readonly #seen = new Seen();
  /** Presses at work, so that a double click is one. */
  readonly #pressed = new Set<string>();
  #isClosing = false;

  constructor(bot: Bot, limits: Limits) {
    this.#bot = bot;
    this.#limits = limits;
  }

  /** Takes no more; resolves once what was taken is answered. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#limits.queue.whenIdle();
  }

  /** Never rejects: whatever goes wrong is told to the asker or, where that is too late, to the log. */
  async handle(interaction: Interaction): Promise<void> {
    if (this.#isClosing || !this.#seen.isNew(interaction.id)) return;
    try {
      if (interaction.isAutocomplete()) {
        await this.#suggest(interaction);
        return;
      }
      const asker = await askerOf(interaction, this.#bot);
      if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand())
        await this.#runCommand(interaction, asker);
      else if (interaction.isButton() || interaction.isStringSelectMenu())
        await this.#press(interaction, asker);
      else if (interaction.isModalSubmit()) await this.#submit(interaction, asker);
    } catch (error) {
      await this.#fail(interaction, error);
    }
  }

  async #suggest(interaction: AutocompleteInteraction): Promise<void> {
    const command = findCommand(interaction.commandName, interaction.commandType);
    const asker = await askerOf(interaction, this.#bot);
    const typed = readTyped(interaction);
    // Discord shows "loading failed" for an error, which nobody can do anything about; an empty list says as much.
    const choices = await (command?.complete?.(typed, asker, this.#bot) ?? Promise.resolve([])).catch(
      (error: unknown) => {
        this.#bot.log.error({ error }, 'suggestions failed');
        return [];
      },
    );
    await interaction.respond([...choices]);
  }

  async #runCommand(interaction: AskInteraction, asker: Asker): Promise<void> {
    const messages = messagesOf(asker.locale);
    const command = findCommand(interaction.commandName, interaction.commandType);
    if (command === undefined) return replyPrivately(interaction, messages.notices.outdatedButton);
    const refusal = this.#refuse(asker, 'question');
    if (refusal !== null) return replyPrivately(interaction, refusal);
    const options = readOptions(interaction);
    const isPrivate = command.isPrivate(options, asker);
    await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
    await this.#show(interaction, isPrivate, () => this.#execute(command, options, asker));
  }

  #execute(command: Command, options: ReturnType<typeof readOptions>, asker: Asker): Promise<Reply> {
    const startedAt = performance.now();
    return this.#limits.run(asker, async () => {
      const waitedMs = Math.round(performance.now() - startedAt);
      const reply = await command.run(options, asker, this.#bot);
      const tookMs = Math.round(performance.now() - startedAt) - waitedMs;
      this.#bot.log.info(
        { command: command.data.name, guildId: asker.guildId, waitedMs, tookMs },
        'answered',
      );
      return reply;
    });
  }

  /** Shows what comes of it in the reply that was deferred, and notes where an answer stands. */
  async #show(
    interaction: RepliableInteraction,
    isPrivate: boolean,
    work: () => Promise<Reply>,
  ): Promise<void> {
    const { payload, answerId } = await work();
    const message = await editReply(interaction, payload);
    if (answerId !== undefined && !isPrivate) await this.#note(answerId, message);
  }

  async #note(answerId: string, message: { readonly id: string; readonly channelId: string }): Promise<void> {
    await this.#bot.desk.markAnswerMessage(answerId, { channelId: message.channelId, messageId: message.id });
  }

  /** Why an asker may not ask here and now, in their language; null where they may. */
  #refuse(asker: Asker, effort: Effort): string | null {
    const { notices } = messagesOf(asker.locale);
    const { answerChannels } = asker.settings;
    if (answerChannels !== null && asker.channelId !== null && !answerChannels.includes(asker.channelId))
      return notices.wrongChannel(
        answerChannels
          .map((id) => `<#${id}>`)
          .slice(0, 10)
          .join(', ') || '—',
      );
    const waitMs = this.#limits.take(asker, effort, this.#bot.now().getTime());
    return waitMs === 0 ? null : notices.cooldown(Math.ceil(waitMs / 1000));
  }

  async #press(interaction: PressInteraction, asker: Asker): Promise<void> {
    const messages = messagesOf(asker.locale);
    const id = readControlId(interaction.customId);
    if (id === null) return replyPrivately(interaction, messages.notices.outdatedButton);
    const waitMs = this.#limits.take(asker, 'press', this.#bot.now().getTime());
    if (waitMs > 0) return replyPrivately(interaction, messages.notices.cooldown(Math.ceil(waitMs / 1000)));
    const pressed: Press = {
      id,
      values: interaction.isStringSelectMenu() ? interaction.values : [],
      components: interaction.message.components.map((component) => component.toJSON()),
      isMessagePrivate: interaction.message.flags.has(MessageFlags.Ephemeral),
      isOwnMessage: interaction.message.interactionMetadata?.user.id === asker.userId,
    };
    const mode = pressMode(pressed);
    if (mode === 'form' && id.kind === 'wrong')
      return showForm(interaction, renderFeedbackForm(id.answerId, messages));
    await deferPress(interaction, mode);
    const key = `${asker.userId} ${interaction.message.id} ${interaction.customId}`;
    if (this.#pressed.has(key)) return;
    this.#pressed.add(key);
    try {
      const reply = await this.#limits.run(asker, () => press(pressed, asker, this.#bot));
      if (mode !== 'publish') await editReply(interaction, reply.payload);
      else await this.#publish(interaction, reply);
    } finally {
      this.#pressed.delete(key);
    }
  }

  async #publish(interaction: PressInteraction, { payload, answerId }: Reply): Promise<void> {
    const message = await showPublicly(interaction, payload);
    if (answerId !== undefined) await this.#note(answerId, message);
  }

  async #submit(interaction: ModalSubmitInteraction, asker: Asker): Promise<void> {
    const id = readControlId(interaction.customId);
    if (id?.kind !== 'wrong')
      return replyPrivately(interaction, messagesOf(asker.locale).notices.outdatedButton);
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const [chosen] = interaction.fields.getStringSelectValues(reasonField);
    const reason = wrongReasons.find((known) => known === chosen) ?? 'other';
    const { payload } = await judge({ answerId: id.answerId, verdict: 'wrong', reason }, asker, this.#bot);
    await editReply(interaction, payload);
  }

  async #fail(interaction: Interaction, error: unknown): Promise<void> {
    const { log } = this.#bot;
    if (isTooLate(error)) {
      log.warn(
        { type: interaction.type, ageMs: Date.now() - interaction.createdTimestamp, error },
        'too late to answer',
      );
      return;
    }
    const messages = messagesOf(chooseLocale(interaction.locale));
    const text = describeFailure(error, messages, this.#bot);
    try {
      if (interaction.isRepliable()) await replyPrivately(interaction, text);
    } catch (second) {
      log.warn({ type: interaction.type, error: second }, 'could not tell the asker');
    }
  }
}
