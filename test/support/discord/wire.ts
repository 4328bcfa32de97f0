import type {
  ApplicationFlags,
  GuildSystemChannelFlags,
  MessageFlags,
  RoleFlags,
  UserFlags,
} from 'discord-api-types/v10';

const none: unknown = 0;

/** No bit set: the enums of flags have no member for it. */
export const noFlags = {
  application: none as ApplicationFlags,
  message: none as MessageFlags,
  guildSystemChannel: none as GuildSystemChannelFlags,
  role: none as RoleFlags,
  user: none as UserFlags,
};

/** An object as it came over the wire: nothing is known of its members. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object with members, so neither a list nor null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object; one without members if it is something else. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The objects in a list; none if the value is no list. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The text, or nothing if the value is not a text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The number, or 0 if the value is not a number. */
export function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

/** The parsed text, or undefined if it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
