import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

/** Discord no longer takes an answer to this interaction, or has one: there is nobody left to tell. */
const lateCodes: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.UnknownWebhook,
]);

/** Whether an interaction came too late, or was answered before. */
export function isTooLate(error: unknown): boolean {
  return error instanceof DiscordAPIError && lateCodes.has(error.code);
}
