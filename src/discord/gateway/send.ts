import { MessageFlags, Routes } from 'discord.js';
import type {
  AnySelectMenuInteraction,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  ButtonInteraction,
  ChatInputCommandInteraction,
  InteractionEditReplyOptions,
  Message,
  MessageContextMenuCommandInteraction,
  MessageCreateOptions,
  REST,
  RepliableInteraction,
} from 'discord.js';
import type { PressMode } from '../controls/controls.ts';
import { renderNotice } from '../render/notice.ts';
import type { Payload } from '../render/payload.ts';

/** A command that was called. */
export type AskInteraction = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

/** A button that was pressed, or a choice from a list. */
export type PressInteraction = ButtonInteraction | AnySelectMenuInteraction;

/** Where a message stands. */
export interface MessagePlace {
  readonly id: string;
  readonly channelId: string;
}

/** A payload in discord.js's own terms. Nothing but a checked payload gets to Discord: this is the only way out. */
function toMessage({ components, flags, allowedMentions }: Payload) {
  return {
    components: [...components],
    flags,
    allowedMentions: { parse: [], repliedUser: allowedMentions.repliedUser },
  } satisfies MessageCreateOptions & InteractionEditReplyOptions;
}

/** A payload in the terms of Discord's REST interface. */
function toBody({ components, flags, allowedMentions }: Payload) {
  return { components, flags, allowed_mentions: { parse: allowedMentions.parse } };
}

/** Puts a message in place of the one that was deferred, or that the pressed control is part of. */
export function editReply(interaction: RepliableInteraction, payload: Payload): Promise<Message> {
  return interaction.editReply(toMessage(payload));
}

/** A message of an interaction that everybody sees. */
export function showPublicly(interaction: RepliableInteraction, payload: Payload): Promise<Message> {
  return interaction.followUp(toMessage(payload));
}

/**
 * Replies to a message without pinging its writer, once whoever tries: to a second reply with the message's id for a nonce
 * Discord gives the first one, also to another process with the same token. Where the message is gone, it stands alone.
 */
export function replyTo(message: Message, payload: Payload): Promise<Message> {
  const once = { nonce: message.id, enforceNonce: true };
  return message.reply({ ...toMessage(payload), ...once, failIfNotExists: false });
}

/** Puts another message in place of one that the bot posted, wherever that stands. */
export async function editPosted(
  rest: REST,
  { channelId, messageId }: { readonly channelId: string; readonly messageId: string },
  payload: Payload,
): Promise<void> {
  await rest.patch(Routes.channelMessage(channelId, messageId), { body: toBody(payload) });
}

/**
 * Posts a message in a channel, where nobody asked for one.
 *
 * @param nonce of this message alone, at most 25 characters: a request that is made again posts nothing again
 */
export async function postTo(
  rest: REST,
  channelId: string,
  payload: Payload,
  nonce: string,
): Promise<MessagePlace> {
  const body = { ...toBody(payload), nonce, enforce_nonce: true };
  const { id } = (await rest.post(Routes.channelMessages(channelId), { body })) as APIMessage;
  return { id, channelId };
}

/** Acknowledges a press in the way that it will be answered. */
export async function deferPress(interaction: PressInteraction, mode: PressMode): Promise<void> {
  if (mode === 'reply') await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  else await interaction.deferUpdate();
}

/** Asks by a form, which acknowledges the press. */
export async function showForm(
  interaction: PressInteraction,
  form: APIModalInteractionResponseCallbackData,
): Promise<void> {
  await interaction.showModal(form);
}

/** Tells the asker alone, whatever was acknowledged before. */
export async function replyPrivately(interaction: RepliableInteraction, text: string): Promise<void> {
  const { components, flags, allowedMentions } = toMessage(renderNotice(text));
  const message = { components, flags: flags | MessageFlags.Ephemeral, allowedMentions } as const;
  if (!interaction.deferred && !interaction.replied) {
    await interaction.reply(message);
    return;
  }
  const isPressUpdate = interaction.isMessageComponent() && interaction.ephemeral === null;
  if (interaction.ephemeral === true) {
    await interaction.editReply({ components, flags, allowedMentions });
    return;
  }
  // The reply that was promised to everybody is taken back: errors are nobody else's business.
  if (!isPressUpdate) await interaction.deleteReply();
  await interaction.followUp(message);
}
