import {
  GatewayDispatchEvents,
  GatewayIntentBits,
  MessageReferenceType,
  MessageType,
  type APIMessage,
  type APIUser,
  type GatewayMessageCreateDispatchData,
} from 'discord-api-types/v10';
import { createMember } from './entities.ts';
import type { MessageLedger } from './message-ledger.ts';
import { noFlags } from './wire.ts';
import { directChannel, findGuild, findTextChannel, type Dispatch, type World } from './world.ts';

/** A message that somebody writes. `<@ID>` in its text mentions that user. */
export interface WrittenMessage {
  readonly content: string;
  /** The world's reader unless told. */
  readonly author?: APIUser;
  /** Whether it is a direct message to the bot. */
  readonly isDirect?: boolean;
  readonly guildId?: string;
  readonly channelId?: string;
  /** The message that it replies to. */
  readonly replyTo?: APIMessage;
  /** Whether the reply pings the author of that message, as it does unless switched off. */
  readonly isPinging?: boolean;
}

/** Keeps a message, sends the bot what it may see of it, and returns it whole. */
export function sendMessage(
  written: WrittenMessage,
  {
    world,
    messages,
    dispatch,
  }: { readonly world: World; readonly messages: MessageLedger; readonly dispatch: Dispatch },
): APIMessage {
  const author = written.author ?? world.reader;
  world.users.set(author.id, author);
  const guildId = written.isDirect === true ? undefined : findGuild(world, written.guildId).id;
  const channel =
    guildId === undefined ? directChannel(world, author) : findTextChannel(world, guildId, written.channelId);
  const message = createWritten(world, written, { author, channelId: channel.id });
  messages.keep(message);
  const seen = whatBotSees(world, message, guildId !== undefined);
  if (guildId === undefined) {
    dispatch(
      GatewayDispatchEvents.MessageCreate,
      { ...seen, channel_type: channel.type } satisfies GatewayMessageCreateDispatchData,
      GatewayIntentBits.DirectMessages,
    );
    return message;
  }
  const { user: _user, ...member } = createMember(author);
  dispatch(
    GatewayDispatchEvents.MessageCreate,
    {
      ...seen,
      guild_id: guildId,
      member,
      channel_type: channel.type,
    } satisfies GatewayMessageCreateDispatchData,
    GatewayIntentBits.GuildMessages,
  );
  return message;
}

function createWritten(
  world: World,
  { content, replyTo, isPinging = true }: WrittenMessage,
  { author, channelId }: { readonly author: APIUser; readonly channelId: string },
): APIMessage {
  const named = [...content.matchAll(/<@!?(\d+)>/g)].flatMap(([, id = '']) => world.users.get(id) ?? []);
  const pinged = replyTo !== undefined && isPinging ? [replyTo.author] : [];
  const reference =
    replyTo === undefined
      ? {}
      : {
          message_reference: {
            type: MessageReferenceType.Default,
            message_id: replyTo.id,
            channel_id: replyTo.channel_id,
          },
          referenced_message: replyTo,
        };
  return {
    id: world.clock.newId(),
    channel_id: channelId,
    author,
    content,
    timestamp: world.clock.timestamp(),
    edited_timestamp: null,
    type: replyTo === undefined ? MessageType.Default : MessageType.Reply,
    tts: false,
    mention_everyone: false,
    mentions: [...new Map([...named, ...pinged].map((user) => [user.id, user])).values()],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: noFlags.message,
    ...reference,
  };
}

/** Without the Message Content intent, the text of others reaches the bot only if it is meant for it. */
function whatBotSees(world: World, message: APIMessage, isInGuild: boolean): APIMessage {
  const isMeant =
    message.mentions.some(({ id }) => id === world.bot.id) || message.author.id === world.bot.id;
  return isInGuild && !isMeant ? { ...message, content: '' } : message;
}
