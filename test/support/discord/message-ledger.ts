import {
  GatewayDispatchEvents,
  GatewayIntentBits,
  InteractionType,
  MessageFlags,
  type APIMessage,
  type APIMessageInteractionMetadata,
  type GatewayInteractionCreateDispatchData,
  type MessageType,
} from 'discord-api-types/v10';
import { applyPayload, createMessage, withoutLoading } from './message-shape.ts';
import type { JsonObject } from './wire.ts';
import { guildOfChannel, type Dispatch, type World } from './world.ts';

/** Keeps every message by id, and tells the bot about those it may see. */
export interface MessageLedger {
  readonly find: (id: string) => APIMessage | undefined;
  /** The messages of a channel, the oldest first, without ephemeral ones. */
  readonly inChannel: (channelId: string) => readonly APIMessage[];
  /** Keeps a message that the bot sent. */
  readonly post: (payload: JsonObject, target: PostTarget) => APIMessage;
  /** Keeps a message as it is, of whomever. */
  readonly keep: (message: APIMessage) => void;
  /** Changes a message; undefined if there is none. */
  readonly edit: (id: string, payload: JsonObject) => APIMessage | undefined;
  /** Whether there was such a message. */
  readonly remove: (id: string) => boolean;
}

/** Where the bot sends a message. */
export interface PostTarget {
  readonly channelId: string;
  /** What it answers. */
  readonly interaction?: GatewayInteractionCreateDispatchData;
  readonly type?: MessageType;
}

/** A ledger without messages. */
export function createMessageLedger(world: World, dispatch: Dispatch): MessageLedger {
  const messages = new Map<string, APIMessage>();
  const announce = (event: GatewayDispatchEvents, message: APIMessage, data: object): void => {
    if (isEphemeral(message) || !world.channels.has(message.channel_id)) return;
    const guildId = guildOfChannel(world, message.channel_id);
    const intent = guildId === undefined ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
    dispatch(event, guildId === undefined ? data : { ...data, guild_id: guildId }, intent);
  };
  return {
    find: (id) => messages.get(id),
    inChannel: (channelId) =>
      [...messages.values()].filter((message) => message.channel_id === channelId && !isEphemeral(message)),
    post: (payload, target) => {
      const frame = {
        id: world.clock.newId(),
        channelId: target.channelId,
        author: world.bot,
        timestamp: world.clock.timestamp(),
      };
      const { interaction } = target;
      const origin =
        interaction === undefined
          ? {}
          : { webhookId: world.applicationId, metadata: metadataOf(interaction) };
      const type = target.type === undefined ? {} : { type: target.type };
      const message = createMessage({ ...frame, ...origin, ...type }, payload);
      messages.set(message.id, message);
      announce(GatewayDispatchEvents.MessageCreate, message, message);
      return message;
    },
    keep: (message) => messages.set(message.id, message),
    edit: (id, payload) => {
      const message = messages.get(id);
      if (message === undefined) return undefined;
      const isFirst = (Number(message.flags) & MessageFlags.Loading) !== 0;
      const edited = {
        ...withoutLoading(applyPayload(message, payload)),
        edited_timestamp: isFirst ? null : world.clock.timestamp(),
      };
      messages.set(id, edited);
      announce(GatewayDispatchEvents.MessageUpdate, edited, edited);
      return edited;
    },
    remove: (id) => {
      const message = messages.get(id);
      if (message === undefined) return false;
      messages.delete(id);
      announce(GatewayDispatchEvents.MessageDelete, message, { id, channel_id: message.channel_id });
      return true;
    },
  };
}

/** Who called for a message, as Discord writes it on what answers an interaction. */
function metadataOf(interaction: GatewayInteractionCreateDispatchData): APIMessageInteractionMetadata {
  const user = interaction.member?.user ?? interaction.user;
  if (user === undefined) throw new Error(`Nobody made the interaction ${interaction.id}.`);
  const { id, message, authorizing_integration_owners: owners } = interaction;
  const shared = { id, user, authorizing_integration_owners: owners };
  if (message === undefined) return { ...shared, type: InteractionType.ApplicationCommand };
  return { ...shared, type: InteractionType.MessageComponent, interacted_message_id: message.id };
}

/** Whether only the asker sees a message. */
export function isEphemeral(message: APIMessage): boolean {
  return (Number(message.flags) & MessageFlags.Ephemeral) !== 0;
}
