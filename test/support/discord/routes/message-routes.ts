import type { APIMessage } from 'discord-api-types/v10';
import { checkMessage } from '../rules/message-rules.ts';
import type { MessageLedger } from '../message-ledger.ts';
import { objectOf, type JsonObject } from '../wire.ts';
import type { World } from '../world.ts';
import { refuse, unknown, type Answer, type Route, type RouteRequest } from './route.ts';

/** Routes about channels and the messages in them. */
export function messageRoutes(world: World, messages: MessageLedger): readonly Route[] {
  return [...channelRoutes(world, messages), ...oneMessageRoutes(world, messages)];
}

function channelRoutes(world: World, messages: MessageLedger): readonly Route[] {
  const inChannel = (request: RouteRequest, answer: (channelId: string) => Answer): Answer => {
    const channelId = request.parameter('channel_id');
    return world.channels.has(channelId) ? answer(channelId) : unknown.channel;
  };
  const done = (request: RouteRequest) => inChannel(request, () => ({ status: 204 }));
  const posted = new Map<string, APIMessage>();
  // Of two messages with one nonce that is enforced, Discord makes one, and answers both with it.
  const postOnce = (payload: JsonObject, channelId: string): APIMessage => {
    const key = `${channelId} ${String(payload['nonce'])}`;
    const earlier = payload['enforce_nonce'] === true ? posted.get(key) : undefined;
    const message = earlier ?? messages.post(payload, { channelId });
    posted.set(key, message);
    return message;
  };
  const reaction = '/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me';
  return [
    {
      method: 'GET',
      path: '/channels/{channel_id}',
      handle: (request) => inChannel(request, (id) => ({ status: 200, body: world.channels.get(id) })),
    },
    { method: 'POST', path: '/channels/{channel_id}/typing', handle: done },
    {
      method: 'GET',
      path: '/channels/{channel_id}/messages',
      handle: (request) => inChannel(request, (id) => ({ status: 200, body: latest(messages, id, request) })),
    },
    {
      method: 'POST',
      path: '/channels/{channel_id}/messages',
      check: ({ body, files }) => checkMessage({ payload: objectOf(body), fileCount: files.length }),
      handle: (request) =>
        inChannel(request, (channelId) => ({
          status: 200,
          body: postOnce(objectOf(request.body), channelId),
        })),
    },
    { method: 'PUT', path: reaction, handle: done },
    { method: 'DELETE', path: reaction, handle: done },
  ];
}

function oneMessageRoutes(world: World, messages: MessageLedger): readonly Route[] {
  const find = (request: RouteRequest) =>
    messages
      .inChannel(request.parameter('channel_id'))
      .find(({ id }) => id === request.parameter('message_id'));
  return [
    {
      method: 'GET',
      path: '/channels/{channel_id}/messages/{message_id}',
      handle: (request) => {
        const message = find(request);
        return message === undefined ? unknown.message : { status: 200, body: message };
      },
    },
    {
      method: 'PATCH',
      path: '/channels/{channel_id}/messages/{message_id}',
      check: (request) =>
        checkMessage({
          payload: objectOf(request.body),
          fileCount: request.files.length,
          isEdit: true,
          existing: find(request),
        }),
      handle: (request) => {
        const message = find(request);
        if (message === undefined) return unknown.message;
        if (message.author.id !== world.bot.id)
          return refuse(403, 50005, 'Cannot edit a message authored by another user');
        return { status: 200, body: messages.edit(message.id, objectOf(request.body)) };
      },
    },
    {
      method: 'DELETE',
      path: '/channels/{channel_id}/messages/{message_id}',
      handle: (request) => {
        const message = find(request);
        if (message === undefined) return unknown.message;
        if (message.author.id !== world.bot.id) return refuse(403, 50013, 'Missing Permissions');
        messages.remove(message.id);
        return { status: 204 };
      },
    },
  ];
}

function latest(messages: MessageLedger, channelId: string, { query }: RouteRequest): readonly object[] {
  return [...messages.inChannel(channelId)].reverse().slice(0, Number(query.get('limit') ?? 50));
}
