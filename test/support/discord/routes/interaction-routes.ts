import { ApplicationCommandType, InteractionType, MessageFlags, MessageType } from 'discord-api-types/v10';
import type { InteractionLedger, TrackedInteraction } from '../interaction-ledger.ts';
import type { MessageLedger } from '../message-ledger.ts';
import { modalOf } from '../message-shape.ts';
import { checkCallback } from '../rules/interaction-rules.ts';
import { numberOf, objectOf, objectsIn, type JsonObject } from '../wire.ts';
import type { World } from '../world.ts';
import { refuse, unknown, type Answer, type Route } from './route.ts';

/** An interaction has to be acknowledged within this. */
const ackLimitMs = 3_000;

/** What is kept of the world's state for the callbacks. */
export interface InteractionParts {
  readonly world: World;
  readonly messages: MessageLedger;
  readonly interactions: InteractionLedger;
}

/** Which callbacks each type of interaction may have. */
const allowedCallbacks: Readonly<Record<number, readonly number[]>> = {
  [InteractionType.ApplicationCommand]: [4, 5, 9],
  [InteractionType.MessageComponent]: [4, 5, 6, 7, 9],
  [InteractionType.ApplicationCommandAutocomplete]: [8],
  [InteractionType.ModalSubmit]: [4, 5, 6, 7],
};

/** The route that acknowledges interactions. */
export function callbackRoute(parts: InteractionParts): Route {
  const { interactions } = parts;
  return {
    method: 'POST',
    path: '/interactions/{interaction_id}/{interaction_token}/callback',
    isOpen: true,
    check: ({ parameter, body, files }) => {
      const entry = interactions.findByToken(parameter('interaction_token'));
      return checkCallback(objectOf(body), files.length, entry?.interaction.message);
    },
    handle: ({ parameter, body, query, at }) => {
      const entry = interactions.findByToken(parameter('interaction_token'));
      if (entry?.interaction.id !== parameter('interaction_id')) return unknown.interaction;
      const refusal = refusalOf(entry, objectOf(body), at);
      if (refusal !== undefined) {
        entry.refusals.push(numberOf(objectOf(refusal.body)['code']));
        return refusal;
      }
      entry.ackMs = at - entry.sentAt;
      acknowledge(entry, objectOf(body), parts);
      if (query.get('with_response') !== 'true') return { status: 204 };
      return { status: 200, body: callbackResponse(entry, parts) };
    },
  };
}

function refusalOf(entry: TrackedInteraction, body: JsonObject, now: number): Answer | undefined {
  if (entry.ackMs !== undefined) return refuse(400, 40060, 'Interaction has already been acknowledged.');
  if (now - entry.sentAt > ackLimitMs) return unknown.interaction;
  const { interaction } = entry;
  const type = numberOf(body['type']);
  const isUpdate = type === 6 || type === 7;
  const isAllowed = allowedCallbacks[interaction.type]?.includes(type) === true;
  // A modal that a command opened has no message that could be updated.
  if (!isAllowed || (isUpdate && interaction.message === undefined))
    return refuse(400, 50035, `Invalid Form Body: callback ${type} to interaction ${interaction.type}`);
  return undefined;
}

function acknowledge(entry: TrackedInteraction, body: JsonObject, parts: InteractionParts): void {
  const type = numberOf(body['type']);
  const data = objectOf(body['data']);
  entry.callbackType = type;
  entry.isSettled = type !== 5 && type !== 6;
  if (type === 8) entry.choices = objectsIn(data['choices']);
  else if (type === 9) entry.modal = modalOf(data);
  else if (type === 6 || type === 7) update(entry, type === 7 ? data : undefined, parts);
  else post(entry, type === 4 ? data : { flags: numberOf(data['flags']) | MessageFlags.Loading }, parts);
  if (type === 4 || type === 7) entry.payloads.push(data);
}

function update(
  entry: TrackedInteraction,
  data: JsonObject | undefined,
  { messages }: InteractionParts,
): void {
  const { message } = entry.interaction;
  if (message === undefined) return;
  entry.originalId = message.id;
  if (messages.find(message.id) === undefined) messages.keep(message);
  if (data !== undefined) messages.edit(message.id, data);
}

function post(entry: TrackedInteraction, payload: JsonObject, { messages }: InteractionParts): void {
  const { interaction } = entry;
  const message = messages.post(payload, {
    channelId: interaction.channel?.id ?? '',
    interaction,
    type: messageTypeOf(entry),
  });
  entry.originalId = message.id;
  entry.isEphemeral = (numberOf(payload['flags']) & MessageFlags.Ephemeral) !== 0;
}

function messageTypeOf({ interaction }: TrackedInteraction): MessageType {
  if (interaction.type !== InteractionType.ApplicationCommand) return MessageType.Reply;
  return interaction.data.type === ApplicationCommandType.ChatInput
    ? MessageType.ChatInputCommand
    : MessageType.ContextMenuCommand;
}

function callbackResponse(entry: TrackedInteraction, { messages }: InteractionParts): object {
  const { interaction, callbackType, originalId, isEphemeral } = entry;
  const message = originalId === undefined ? undefined : messages.find(originalId);
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      channel_id: interaction.channel?.id,
      response_message_id: originalId,
      response_message_loading: callbackType === 5,
      response_message_ephemeral: isEphemeral,
    },
    ...(message === undefined ? {} : { resource: { type: callbackType, message } }),
  };
}
