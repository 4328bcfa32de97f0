import { z } from 'zod';
import { personSchema } from './person.ts';

/** Longest message that Discord lets people with Nitro write. */
const maxMessageUnits = 4000;
const name = z.string().min(1).max(32);
const typed = z.string().max(maxMessageUnits);
/** A message of the bot's that the page has on show, as it was sent. The page plays Discord, and Discord keeps the messages. */
const components = z.array(z.looseObject({ type: z.number() })).max(40);
const customId = z.string().max(100);
const values = z.array(z.string().max(100)).max(25).default([]);

/** A command that was called: of the list (1), or of a message's menu (3). */
export const commandRequest = personSchema.extend({
  name,
  type: z.union([z.literal(1), z.literal(3)]),
  subcommand: name.nullable().default(null),
  options: z.record(name, z.union([typed, z.boolean()])).default({}),
  messageText: typed.nullable().default(null),
});

/** An option of a command while it is typed. */
export const suggestRequest = personSchema.extend({ name, option: name, value: typed });

/** A button that was pressed, or a choice from a list. */
export const pressRequest = personSchema.extend({
  customId,
  values,
  components,
  isMessagePrivate: z.boolean(),
  isOwnMessage: z.boolean(),
});

/** A form that was sent: what was chosen or typed, by field. */
export const formRequest = personSchema.extend({
  customId,
  fields: z.record(z.string().max(100), z.array(typed).max(25)).default({}),
});

/** A message, perhaps in reply to one of the bot's. */
export const messageRequest = personSchema.extend({
  text: typed,
  repliedTo: components.nullable().default(null),
});
