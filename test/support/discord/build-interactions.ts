import {
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionType,
  type APIApplicationCommandAutocompleteInteraction,
  type APIChatInputApplicationCommandInteraction,
  type APIMessage,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentButtonInteraction,
  type APIMessageComponentSelectMenuInteraction,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  type APIModalSubmitInteraction,
} from 'discord-api-types/v10';
import {
  commandOptions,
  findRole,
  focusedOptions,
  resolvedChannel,
  resolvedOf,
  type CommandInput,
} from './command-options.ts';
import { buildSubmission } from './modal-submission.ts';
import { originFields, type Origin } from './origin.ts';
import { componentsIn } from './rules/component-tree.ts';
import { textOf } from './wire.ts';
import { guildOfChannel, type World } from './world.ts';

/** Who does something on a message, and whether they cheat: custom_ids and values can be forged. */
export interface ComponentInput {
  readonly from?: Origin;
  /** Lets pass what the message does not offer, or what is disabled. */
  readonly isForged?: boolean;
}

/** Builds interactions as Discord sends them, each with its own id and token. */
export interface InteractionBuilder {
  /** Somebody sends a slash command. */
  readonly command: (
    name: string,
    input?: CommandInput & { readonly from?: Origin },
  ) => APIChatInputApplicationCommandInteraction;
  /** Somebody types an option that has autocompletion. */
  readonly autocomplete: (
    name: string,
    input: CommandInput & { readonly focused: string; readonly from?: Origin },
  ) => APIApplicationCommandAutocompleteInteraction;
  /** Somebody chooses the bot in a message's menu. */
  readonly messageCommand: (
    name: string,
    message: APIMessage,
    input?: { readonly from?: Origin },
  ) => APIMessageApplicationCommandInteraction;
  /** Somebody presses a button. @throws Error if the message has no such button and nothing is forged. */
  readonly button: (
    message: APIMessage,
    customId: string,
    input?: ComponentInput,
  ) => APIMessageComponentButtonInteraction;
  /** Somebody chooses in a select of texts, channels or roles, by value or id. @throws Error as for buttons. */
  readonly select: (
    message: APIMessage,
    customId: string,
    input: ComponentInput & { readonly values: readonly string[] },
  ) => APIMessageComponentSelectMenuInteraction;
  /** Somebody sends a modal that the bot showed. `message` is that of the button that opened it. */
  readonly modal: (
    modal: APIModalInteractionResponseCallbackData,
    values: Readonly<Record<string, string | readonly string[]>>,
    input?: { readonly from?: Origin; readonly message?: APIMessage },
  ) => APIModalSubmitInteraction;
}

/** A builder of interactions in a world. */
export function createInteractionBuilder(world: World): InteractionBuilder {
  const commandData = (name: string, type: ApplicationCommandType) => ({
    id: commandId(world, name, type),
    name,
  });
  return {
    command: (name, { from, ...input } = {}) => ({
      ...originFields(world, from),
      type: InteractionType.ApplicationCommand,
      data: {
        ...commandData(name, ApplicationCommandType.ChatInput),
        type: ApplicationCommandType.ChatInput,
        options: commandOptions(input),
        resolved: resolvedOf(world, input),
      },
    }),
    autocomplete: (name, { from, focused, ...input }) => ({
      ...originFields(world, from),
      type: InteractionType.ApplicationCommandAutocomplete,
      data: {
        ...commandData(name, ApplicationCommandType.ChatInput),
        type: ApplicationCommandType.ChatInput,
        options: focusedOptions(input, focused),
      },
    }),
    messageCommand: (name, message, { from } = {}) => ({
      ...originFields(world, { ...placeOf(world, message), ...from }),
      type: InteractionType.ApplicationCommand,
      data: {
        ...commandData(name, ApplicationCommandType.Message),
        type: ApplicationCommandType.Message,
        target_id: message.id,
        resolved: { messages: { [message.id]: message } },
      },
    }),
    ...componentBuilder(world),
  };
}

function componentBuilder(world: World): Pick<InteractionBuilder, 'button' | 'modal' | 'select'> {
  const onMessage = (message: APIMessage, from?: Origin) => ({
    ...originFields(world, { ...placeOf(world, message), ...from }),
    message,
  });
  return {
    button: (message, customId, { from, isForged = false } = {}) => {
      if (!isForged) checkOffered(message, customId, ComponentType.Button);
      return {
        ...onMessage(message, from),
        type: InteractionType.MessageComponent,
        data: { custom_id: customId, component_type: ComponentType.Button },
      };
    },
    select: (message, customId, { from, values, isForged = false }) => {
      const offered = typeOf(message, customId);
      const type = selectTypes.find((known) => known === offered) ?? ComponentType.StringSelect;
      if (!isForged) checkOffered(message, customId, type);
      return {
        ...onMessage(message, from),
        type: InteractionType.MessageComponent,
        data: selectData(world, customId, type, [...values]),
      };
    },
    modal: (modal, values, { from, message } = {}) => {
      const place = message === undefined ? {} : placeOf(world, message);
      const data: APIModalSubmission = buildSubmission(modal, values);
      return {
        ...originFields(world, { ...place, ...from }),
        ...(message === undefined ? {} : { message }),
        type: InteractionType.ModalSubmit,
        data,
      };
    },
  };
}

const selectTypes = [
  ComponentType.StringSelect,
  ComponentType.ChannelSelect,
  ComponentType.RoleSelect,
] as const;

function selectData(
  world: World,
  customId: string,
  type: (typeof selectTypes)[number],
  values: string[],
): APIMessageComponentSelectMenuInteraction['data'] {
  const fields = { custom_id: customId, values };
  const byId = <Value>(find: (world: World, id: string) => Value) =>
    Object.fromEntries(values.map((id) => [id, find(world, id)]));
  if (type === ComponentType.ChannelSelect)
    return { ...fields, component_type: type, resolved: { channels: byId(resolvedChannel) } };
  if (type === ComponentType.RoleSelect)
    return { ...fields, component_type: type, resolved: { roles: byId(findRole) } };
  return { ...fields, component_type: type };
}

function typeOf(message: APIMessage, customId: string): unknown {
  return componentsIn(message.components).find((component) => component['custom_id'] === customId)?.['type'];
}

/** Where a message is, as far as the world knows its channel. */
function placeOf(world: World, message: APIMessage): Origin {
  const channelId = message.channel_id;
  const guildId = guildOfChannel(world, channelId);
  if (guildId !== undefined) return { place: 'guild', guildId, channelId };
  const channel = world.channels.get(channelId);
  if (channel === undefined) return { place: 'private-channel', channelId };
  const recipient = channel.type === ChannelType.DM ? channel.recipients?.[0] : undefined;
  return { place: 'bot-dm', ...(recipient === undefined ? {} : { user: recipient }) };
}

function commandId(world: World, name: string, type: ApplicationCommandType): string {
  const guildCommands = [...world.guildCommands.values()].flatMap((commands) => [...commands.values()]);
  const registered = [...world.globalCommands.values(), ...guildCommands].find(
    (command) => command.name === name && command['type'] === type,
  );
  return registered?.id ?? world.clock.newId();
}

function checkOffered(message: APIMessage, customId: string, type: ComponentType): void {
  const offered = componentsIn(message.components);
  const found = offered.find(
    (component) => component['custom_id'] === customId && component['type'] === type,
  );
  const ids = offered.flatMap((component) => textOf(component['custom_id']) || []);
  if (found === undefined)
    throw new Error(`Message ${message.id} offers ${ids.join(', ')}, not ${customId}.`);
  if (found['disabled'] === true)
    throw new Error(`Component ${customId} of message ${message.id} is disabled.`);
}
