import { MessageFlags } from 'discord.js';
import type { AutocompleteInteraction, Interaction, RepliableInteraction } from 'discord.js';
import type { Asker, Bot, Reply } from '../bot.ts';
import type { RequestOutcome } from '../bot-watch.ts';
import { findCommand } from '../commands/commands.ts';
import { commandEffort } from '../commands/command.ts';
import type { Command } from '../commands/command.ts';
import { describeFailure, outcomeOf } from '../describe-failure.ts';
import type { Effort, Limits } from '../limits/limits.ts';
import { chooseLocale, messagesOf } from '../messages/locales.ts';
import type { Payload } from '../render/payload.ts';
import { askerOf } from './asker.ts';
import { Gate } from './gate.ts';
import { post } from './post.ts';
import { Presses } from './presses.ts';
import { readOptions, readTyped } from './read-options.ts';
import { Seen } from './seen.ts';
import { editReply, replyPrivately } from './send.ts';
import type { AskInteraction } from './send.ts';
import { isAnsweredElsewhere, isTooLate } from './too-late.ts';
import { UnderWay } from './under-way.ts';

/** Answers interactions: finds out who asks, acknowledges, lets the command or control do its work, and shows the result. */
export class Dispatcher {
  readonly #bot: Bot;
  readonly #limits: Limits;
  readonly #seen = new Seen();
  readonly #gate: Gate;
  readonly #presses: Presses;
  readonly #underWay = new UnderWay();
  #isClosing = false;

  constructor(bot: Bot, limits: Limits) {
    this.#bot = bot;
    this.#limits = limits;
    this.#gate = new Gate(bot, limits);
    this.#presses = new Presses(bot, limits, this.#gate);
  }

  /**
   * Takes no more, and says so to those who ask; resolves once what was taken is answered and the answers are sent, or
   * soon after so many milliseconds. Who waits longer is told to try again.
   */
  async close(maxMs: number): Promise<void> {
    this.#isClosing = true;
    await this.#underWay.finish(maxMs);
  }

  /** Never rejects: whatever goes wrong is told to the asker or, where that is too late, to the log. */
  async handle(interaction: Interaction): Promise<void> {
    if (!this.#seen.isNew(interaction.id)) return;
    await this.#underWay.add(this.#answer(interaction), () => this.#putOff(interaction));
  }

  /** Another process takes over, most likely: in a minute there is somebody to ask again. */
  async #putOff(interaction: Interaction): Promise<void> {
    const { notices } = messagesOf(chooseLocale(interaction.locale));
    if (interaction.isRepliable()) await replyPrivately(interaction, notices.starting);
  }

  async #answer(interaction: Interaction): Promise<void> {
    const outcome = await this.#act(interaction).catch((error: unknown) => this.#fail(interaction, error));
    // Suggestions come with every letter that is typed.
    if (!interaction.isAutocomplete()) this.#bot.watch?.onRequest(nameOf(interaction), outcome);
  }

  async #act(interaction: Interaction): Promise<RequestOutcome> {
    if (this.#isClosing) {
      await this.#putOff(interaction);
      return 'refused';
    }
    if (interaction.isAutocomplete()) {
      await this.#suggest(interaction);
      return 'done';
    }
    const asker = await askerOf(interaction, this.#bot);
    if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand())
      return this.#runCommand(interaction, asker);
    if (interaction.isButton() || interaction.isAnySelectMenu())
      return this.#presses.press(interaction, asker);
    return interaction.isModalSubmit() ? this.#presses.submit(interaction, asker) : 'done';
  }

  async #suggest(interaction: AutocompleteInteraction): Promise<void> {
    const command = findCommand(interaction.commandName, interaction.commandType);
    const asker = await askerOf(interaction, this.#bot);
    const typed = readTyped(interaction);
    // Discord shows "loading failed" for an error, which nobody can do anything about; an empty list says as much.
    // Titles of withdrawn articles are for moderators, whoever Discord lets type the command.
    const isMeant = command?.isForModerators !== true || asker.isModerator;
    const suggest = isMeant ? command?.complete?.(typed, asker, this.#bot) : undefined;
    const choices = await (suggest ?? Promise.resolve([])).catch((error: unknown) => {
      this.#bot.log.error({ error }, 'suggestions failed');
      return [];
    });
    await interaction.respond([...choices]);
  }

  async #runCommand(interaction: AskInteraction, asker: Asker): Promise<RequestOutcome> {
    const messages = messagesOf(asker.locale);
    const command = findCommand(interaction.commandName, interaction.commandType);
    if (command === undefined) {
      await replyPrivately(interaction, messages.notices.outdatedButton);
      return 'invalid';
    }
    const options = readOptions(interaction);
    const effort = commandEffort(command, options);
    const prohibition =
      command.isForModerators === true ? await this.#gate.refuseToMembers(asker, command.data.name) : null;
    const refusal = prohibition ?? this.#gate.refuse(asker, effort);
    if (refusal !== null) {
      await replyPrivately(interaction, refusal.text);
      return refusal.outcome;
    }
    const isPrivate = command.isPrivate(options, asker);
    await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
    const draw = () => this.#execute(command, options, asker, effort);
    return this.#show(interaction, isPrivate, draw, asker);
  }

  #execute(
    command: Command,
    options: ReturnType<typeof readOptions>,
    asker: Asker,
    effort: Effort,
  ): Promise<Reply> {
    const startedAt = performance.now();
    return this.#limits.run(asker, effort, async () => {
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

  /** Shows what comes of it in the reply that was deferred. */
  async #show(
    interaction: RepliableInteraction,
    isPrivate: boolean,
    draw: () => Promise<Reply>,
    asker: Asker,
  ): Promise<RequestOutcome> {
    const send = (payload: Payload) => editReply(interaction, payload);
    if (!isPrivate) {
      const { outcome = 'done' } = await post({ draw, send, viewer: asker }, this.#bot);
      return outcome;
    }
    const { payload, progress, outcome = 'done' } = await draw();
    await send(payload);
    if (progress !== undefined) void this.#showProgress(progress, send);
    return outcome;
  }

  /** Goes on after the answer is given, and is left where it is when the bot stops. */
  async #showProgress(
    progress: AsyncIterable<Payload>,
    send: (payload: Payload) => Promise<unknown>,
  ): Promise<void> {
    try {
      for await (const payload of progress) await send(payload);
    } catch (error) {
      this.#bot.log.warn({ error }, 'progress could not be shown');
    }
  }

  async #fail(interaction: Interaction, error: unknown): Promise<RequestOutcome> {
    const { log } = this.#bot;
    if (isAnsweredElsewhere(error)) {
      log.info({ type: interaction.type }, 'answered by another process');
      return 'late';
    }
    if (isTooLate(error)) {
      log.warn(
        { type: interaction.type, ageMs: Date.now() - interaction.createdTimestamp, error },
        'too late to answer',
      );
      return 'late';
    }
    const text = describeFailure(error, chooseLocale(interaction.locale), this.#bot);
    try {
      if (interaction.isRepliable()) await replyPrivately(interaction, text);
    } catch (second) {
      log.warn({ type: interaction.type, error: second }, 'could not tell the asker');
    }
    return outcomeOf(error);
  }
}

/** What an interaction is counted as: the English name of a command that there is, or a kind. */
function nameOf(interaction: Interaction): string {
  if (interaction.isCommand())
    return findCommand(interaction.commandName, interaction.commandType)?.data.name ?? 'unknown';
  return interaction.isModalSubmit() ? 'form' : 'press';
}
