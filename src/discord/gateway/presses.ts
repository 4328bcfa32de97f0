import { MessageFlags } from 'discord.js';
import type { ModalSubmitInteraction } from 'discord.js';
import type { Asker, Bot } from '../bot.ts';
import type { RequestOutcome } from '../bot-watch.ts';
import { formOf, submitForm } from '../controls/forms.ts';
import { isForModerators, press, pressEffort, pressMode } from '../controls/controls.ts';
import type { Press } from '../controls/controls.ts';
import type { Limits } from '../limits/limits.ts';
import { messagesOf } from '../messages/locales.ts';
import { readControlId } from '../render/custom-id.ts';
import type { ControlId } from '../render/custom-id.ts';
import type { Payload } from '../render/payload.ts';
import type { Gate, Refusal } from './gate.ts';
import { post } from './post.ts';
import { readFields } from './read-options.ts';
import { Seen } from './seen.ts';
import { deferPress, editReply, replyPrivately, showForm, showPublicly } from './send.ts';
import type { PressInteraction } from './send.ts';

/** Answers presses of buttons, choices from lists, and forms. */
export class Presses {
  readonly #bot: Bot;
  readonly #limits: Limits;
  readonly #gate: Gate;
  /** Presses at work, so that a double click is one. */
  readonly #pressed = new Set<string>();
  /** What was published, so that the second of two clicks does not publish it again, however late it comes. */
  readonly #published = new Seen();

  constructor(bot: Bot, limits: Limits, gate: Gate) {
    this.#bot = bot;
    this.#limits = limits;
    this.#gate = gate;
  }

  async press(interaction: PressInteraction, asker: Asker): Promise<RequestOutcome> {
    const id = readControlId(interaction.customId);
    if (id === null) {
      await replyPrivately(interaction, messagesOf(asker.locale).notices.outdatedButton);
      return 'invalid';
    }
    const refusal = (await this.#refuse(id, asker)) ?? this.#gate.refuse(asker, pressEffort(id));
    if (refusal !== null) {
      await replyPrivately(interaction, refusal.text);
      return refusal.outcome;
    }
    const pressed = readPress(id, interaction, asker);
    const form = formOf(id, asker);
    if (form !== null) await showForm(interaction, form);
    else await this.#act(interaction, pressed, asker);
    return 'done';
  }

  async submit(interaction: ModalSubmitInteraction, asker: Asker): Promise<RequestOutcome> {
    const id = readControlId(interaction.customId);
    if (id === null) {
      await replyPrivately(interaction, messagesOf(asker.locale).notices.outdatedButton);
      return 'invalid';
    }
    const effort = pressEffort(id);
    const refusal = (await this.#refuse(id, asker)) ?? this.#gate.refuse(asker, effort);
    if (refusal !== null) {
      await replyPrivately(interaction, refusal.text);
      return refusal.outcome;
    }
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { payload } = await this.#limits.run(asker, effort, () =>
      submitForm(id, readFields(interaction), asker, this.#bot),
    );
    await editReply(interaction, payload);
    return 'done';
  }

  async #refuse(id: ControlId, asker: Asker): Promise<Refusal | null> {
    return isForModerators(id) ? this.#gate.refuseToMembers(asker, id.kind) : null;
  }

  async #act(interaction: PressInteraction, pressed: Press, asker: Asker): Promise<void> {
    const mode = pressMode(pressed);
    await deferPress(interaction, mode);
    const key = `${asker.userId} ${interaction.message.id} ${interaction.customId}`;
    if (this.#pressed.has(key) || this.#published.has(key)) {
      // Nothing comes after "thinking".
      if (mode === 'reply') await interaction.deleteReply();
      return;
    }
    this.#pressed.add(key);
    try {
      await this.#show(interaction, pressed, asker, () => this.#published.isNew(key));
    } finally {
      this.#pressed.delete(key);
    }
  }

  async #show(
    interaction: PressInteraction,
    pressed: Press,
    asker: Asker,
    onPublished: () => void,
  ): Promise<void> {
    const mode = pressMode(pressed);
    const draw = () =>
      this.#limits.run(asker, pressEffort(pressed.id), () => press(pressed, asker, this.#bot));
    const send = async (payload: Payload) => {
      if (mode !== 'publish') return editReply(interaction, payload);
      const message = await showPublicly(interaction, payload);
      onPublished();
      return message;
    };
    const isPublic = mode === 'publish' || (mode === 'update' && !pressed.isMessagePrivate);
    if (isPublic) await post({ draw, send, viewer: asker }, this.#bot);
    else await send((await draw()).payload);
  }
}

function readPress(id: ControlId, interaction: PressInteraction, asker: Asker): Press {
  const { message } = interaction;
  return {
    id,
    values: interaction.isAnySelectMenu() ? interaction.values : [],
    components: message.components.map((component) => component.toJSON()),
    isMessagePrivate: message.flags.has(MessageFlags.Ephemeral),
    isOwnMessage: message.interactionMetadata?.user.id === asker.userId,
  };
}
