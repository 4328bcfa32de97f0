import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

/** Discord no longer takes an answer to this interaction: there is nobody left to tell. */
const lateCodes: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.UnknownWebhook,
]);

/** Whether an interaction came too late. */
export function isTooLate(error: unknown): boolean {
  return error instanceof DiscordAPIError && lateCodes.has(error.code);
}

/** Whether another process with the same token was faster: Discord lets one of them answer. */
export function isAnsweredElsewhere(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  );
}
