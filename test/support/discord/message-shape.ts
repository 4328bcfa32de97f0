/**
 * The adapter between payloads, of which nothing is known but that the rules let them pass, and messages as Discord
 * returns them. The only file here that claims a type for what came over the wire.
 */
import {
  EmbedType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIUser,
} from 'discord-api-types/v10';
import { isObject, noFlags, numberOf, objectOf, objectsIn, textOf, type JsonObject } from './wire.ts';

/** What a new message is made of beside its payload. */
export interface MessageFrame {
  readonly id: string;
  readonly channelId: string;
  readonly author: APIUser;
  readonly timestamp: string;
  /** Set on what answers an interaction. */
  readonly webhookId?: string;
  readonly metadata?: APIMessageInteractionMetadata;
  readonly type?: MessageType;
}

/** A message as Discord returns it after it was sent. */
export function createMessage(frame: MessageFrame, payload: JsonObject): APIMessage {
  const message: APIMessage = {
    id: frame.id,
    channel_id: frame.channelId,
    author: frame.author,
    timestamp: frame.timestamp,
    edited_timestamp: null,
    type: frame.type ?? (isObject(payload['message_reference']) ? MessageType.Reply : MessageType.Default),
    content: '',
    tts: payload['tts'] === true,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: noFlags.message,
  };
  if (frame.webhookId !== undefined) {
    message.webhook_id = frame.webhookId;
    message.application_id = frame.webhookId;
  }
  if (frame.metadata !== undefined) message.interaction_metadata = frame.metadata;
  const reference = objectOf(payload['message_reference']);
  if (isObject(payload['message_reference'])) {
    message.message_reference = {
      message_id: textOf(reference['message_id']),
      channel_id: textOf(reference['channel_id']) || frame.channelId,
      type: MessageReferenceType.Default,
    };
  }
  return applyPayload(message, payload);
}

/** The message with what a payload changes of it; what the payload leaves out stays. */
export function applyPayload(message: APIMessage, payload: JsonObject): APIMessage {
  const changed = { ...message };
  if (payload['content'] !== undefined) changed.content = textOf(payload['content']);
  if (payload['embeds'] !== undefined) changed.embeds = objectsIn(payload['embeds']).map(embedOf);
  if (payload['components'] !== undefined) changed.components = withIds(payload['components']);
  if (payload['attachments'] !== undefined)
    changed.attachments = objectsIn(payload['attachments']) as unknown as APIAttachment[];
  if (payload['flags'] !== undefined) {
    // Whether a message is ephemeral is decided when it is made.
    const kept = numberOf(message.flags) & (MessageFlags.Ephemeral | MessageFlags.IsComponentsV2);
    changed.flags = flagsOf(numberOf(payload['flags']) | kept);
  }
  return changed;
}

/** The message without the flag that its answer is still to come. */
export function withoutLoading(message: APIMessage): APIMessage {
  return { ...message, flags: flagsOf(numberOf(message.flags) & ~MessageFlags.Loading) };
}

/** The components with an `id` each, nested ones too, as Discord returns them. */
function withIds(components: unknown): APIMessageTopLevelComponent[] {
  let last = 0;
  const taken = new Set<number>();
  const collect = (component: JsonObject): void => {
    taken.add(numberOf(component['id']));
    childrenOf(component).forEach(collect);
  };
  const next = (): number => {
    do last++;
    while (taken.has(last));
    return last;
  };
  const number = (component: JsonObject): JsonObject => {
    const numbered: Record<string, unknown> = { ...component, id: numberOf(component['id']) || next() };
    for (const key of ['component', 'accessory'])
      if (isObject(component[key])) numbered[key] = number(component[key]);
    if (Array.isArray(component['components']))
      numbered['components'] = objectsIn(component['components']).map(number);
    return numbered;
  };
  objectsIn(components).forEach(collect);
  return objectsIn(components).map(number) as unknown as APIMessageTopLevelComponent[];
}

/** A modal as the bot showed it. */
export function modalOf(data: unknown): APIModalInteractionResponseCallbackData {
  return {
    ...objectOf(data),
    components: withIds(objectOf(data)['components']),
  } as unknown as APIModalInteractionResponseCallbackData;
}

/** The components inside a component: of a row, container, section or label. */
export function childrenOf(component: JsonObject): readonly JsonObject[] {
  return [
    ...objectsIn(component['components']),
    ...[component['component'], component['accessory']].filter(isObject),
  ];
}

function flagsOf(bits: unknown): MessageFlags {
  return bits as MessageFlags;
}

function embedOf(embed: JsonObject): APIEmbed {
  return { type: EmbedType.Rich, ...embed };
}
