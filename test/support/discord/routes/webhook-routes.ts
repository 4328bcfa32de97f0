import { MessageFlags, type APIMessage } from 'discord-api-types/v10';
import type { TrackedInteraction } from '../interaction-ledger.ts';
import { checkMessage } from '../rules/message-rules.ts';
import { numberOf, objectOf, type JsonObject } from '../wire.ts';
import type { InteractionParts } from './interaction-routes.ts';
import { refuse, unknown, type Answer, type Route, type RouteRequest } from './route.ts';

/** An interaction's token can be used this long. */
const tokenLifeMs = 15 * 60_000;

const webhook = '/webhooks/{webhook_id}/{webhook_token}';

/** Routes that go by an interaction's token: its original response, its follow-ups. */
export function webhookRoutes(parts: InteractionParts): readonly Route[] {
  const { messages } = parts;
  const check = (request: RouteRequest) =>
    checkMessage({
      payload: objectOf(request.body),
      fileCount: request.files.length,
      isEdit: true,
      existing: find(parts, request),
    });
  return [
    {
      method: 'POST',
      path: webhook,
      isOpen: true,
      check: ({ body, files }) => checkMessage({ payload: objectOf(body), fileCount: files.length }),
      handle: (request) =>
        answer(parts, request, (entry) => ({
          status: 200,
          body: follow(entry, objectOf(request.body), parts),
        })),
    },
    ...[`${webhook}/messages/@original`, `${webhook}/messages/{message_id}`].flatMap((path): Route[] => [
      {
        method: 'GET',
        path,
        isOpen: true,
        handle: (request) => onMessage(parts, request, (_, message) => ({ status: 200, body: message })),
      },
      {
        method: 'PATCH',
        path,
        isOpen: true,
        check,
        handle: (request) =>
          onMessage(parts, request, (entry, { id }) => {
            if (id === entry.originalId) settle(entry, objectOf(request.body));
            return { status: 200, body: messages.edit(id, objectOf(request.body)) };
          }),
      },
      {
        method: 'DELETE',
        path,
        isOpen: true,
        handle: (request) =>
          onMessage(parts, request, (entry, { id }) => {
            if (id === entry.originalId) entry.isDeleted = entry.isSettled = true;
            messages.remove(id);
            return { status: 204 };
          }),
      },
    ]),
  ];
}

/** Answers if the token is that of an acknowledged interaction and not too old. */
function answer(
  { world, interactions }: InteractionParts,
  request: RouteRequest,
  handle: (entry: TrackedInteraction) => Answer,
): Answer {
  const entry = interactions.findByToken(request.parameter('webhook_token'));
  const isOurs = request.parameter('webhook_id') === world.applicationId;
  if (entry?.ackMs === undefined || !isOurs) return unknown.webhook;
  const isExpired = request.at - entry.sentAt >= tokenLifeMs;
  const result = isExpired ? refuse(401, 50027, 'Invalid Webhook Token') : handle(entry);
  if (result.status >= 400) entry.refusals.push(numberOf(objectOf(result.body)['code']));
  return result;
}

function onMessage(
  parts: InteractionParts,
  request: RouteRequest,
  handle: (entry: TrackedInteraction, message: APIMessage) => Answer,
): Answer {
  return answer(parts, request, (entry) => {
    const message = find(parts, request);
    return message === undefined ? unknown.message : handle(entry, message);
  });
}

/** The message that a path names, if it belongs to the interaction of its token. */
function find({ interactions, messages }: InteractionParts, request: RouteRequest): APIMessage | undefined {
  const entry = interactions.findByToken(request.parameter('webhook_token'));
  if (entry === undefined) return undefined;
  const named = request.path.endsWith('/@original') ? entry.originalId : request.parameter('message_id');
  const isOwn = named !== undefined && [entry.originalId, ...entry.followupIds].includes(named);
  return isOwn ? messages.find(named) : undefined;
}

function settle(entry: TrackedInteraction, payload: JsonObject): void {
  entry.isSettled = true;
  entry.payloads.push(payload);
}

/** A follow-up; the first one after a deferral takes the place of the deferred response, as with Discord. */
function follow(
  entry: TrackedInteraction,
  payload: JsonObject,
  { messages }: InteractionParts,
): APIMessage | undefined {
  const original = entry.originalId === undefined ? undefined : messages.find(entry.originalId);
  if (original !== undefined && (numberOf(original.flags) & MessageFlags.Loading) !== 0) {
    settle(entry, payload);
    return messages.edit(original.id, payload);
  }
  const channelId = entry.interaction.channel?.id ?? '';
  const message = messages.post(payload, { channelId, interaction: entry.interaction });
  entry.followupIds.push(message.id);
  return message;
}
