import { checkCommands } from '../rules/command-rules.ts';
import { isObject, objectOf, objectsIn, textOf, type JsonObject } from '../wire.ts';
import type { RegisteredCommand, World } from '../world.ts';
import { unknown, type Route, type RouteRequest } from './route.ts';

/** Routes that register commands, for everywhere and for one guild. */
export function commandRoutes(world: World): readonly Route[] {
  return [
    // Before the route of one command, which this is not.
    {
      method: 'GET',
      path: '/applications/{application_id}/guilds/{guild_id}/commands/permissions',
      handle: () => ({ status: 200, body: [] }),
    },
    ...routesAt(world, '/applications/{application_id}/commands', () => world.globalCommands),
    ...routesAt(world, '/applications/{application_id}/guilds/{guild_id}/commands', (request) =>
      commandsOfGuild(world, request.parameter('guild_id')),
    ),
  ];
}

type CommandsOf = (request: RouteRequest) => Map<string, RegisteredCommand>;

function routesAt(world: World, path: string, commandsOf: CommandsOf): readonly Route[] {
  return [...listRoutes(world, path, commandsOf), ...oneCommandRoutes(`${path}/{command_id}`, commandsOf)];
}

function listRoutes(world: World, path: string, commandsOf: CommandsOf): readonly Route[] {
  const guildOf = (request: RouteRequest) =>
    path.includes('{guild_id}') ? { guild_id: request.parameter('guild_id') } : {};
  const register = (request: RouteRequest, command: JsonObject): RegisteredCommand => {
    const commands = commandsOf(request);
    const known = [...commands.values()].find((other) => isSame(other, command));
    const registered = { ...createCommand(world, command, known?.id), ...guildOf(request) };
    commands.set(registered.id, registered);
    return registered;
  };
  return [
    {
      method: 'GET',
      path,
      handle: (request) => ({ status: 200, body: [...commandsOf(request).values()] }),
    },
    {
      method: 'PUT',
      path,
      check: ({ body }) => checkCommands(body),
      handle: (request) => {
        const commands = commandsOf(request);
        const kept = objectsIn(request.body).map((command) => register(request, command));
        for (const id of commands.keys()) if (!kept.some((command) => command.id === id)) commands.delete(id);
        return { status: 200, body: kept };
      },
    },
    {
      method: 'POST',
      path,
      check: ({ body }) => checkCommands([body]),
      handle: (request) => ({ status: 201, body: register(request, objectOf(request.body)) }),
    },
  ];
}

function oneCommandRoutes(path: string, commandsOf: CommandsOf): readonly Route[] {
  return [
    {
      method: 'GET',
      path,
      handle: (request) => {
        const command = commandsOf(request).get(request.parameter('command_id'));
        return command === undefined ? unknown.command : { status: 200, body: command };
      },
    },
    {
      method: 'PATCH',
      path,
      handle: (request) => {
        const command = commandsOf(request).get(request.parameter('command_id'));
        if (command === undefined) return unknown.command;
        const changed = { ...command, ...objectOf(request.body), id: command.id };
        commandsOf(request).set(command.id, changed);
        return { status: 200, body: changed };
      },
    },
    {
      method: 'DELETE',
      path,
      handle: (request) =>
        commandsOf(request).delete(request.parameter('command_id')) ? { status: 204 } : unknown.command,
    },
  ];
}

function commandsOfGuild(world: World, guildId: string): Map<string, RegisteredCommand> {
  const commands = world.guildCommands.get(guildId) ?? new Map<string, RegisteredCommand>();
  world.guildCommands.set(guildId, commands);
  return commands;
}

function isSame(one: JsonObject, other: JsonObject): boolean {
  return one['name'] === other['name'] && typeOf(one) === typeOf(other);
}

function typeOf(command: JsonObject): unknown {
  return command['type'] ?? 1;
}

function createCommand(world: World, command: JsonObject, knownId?: string): RegisteredCommand {
  return {
    default_member_permissions: null,
    name_localizations: null,
    description_localizations: null,
    nsfw: false,
    contexts: null,
    integration_types: [0],
    ...command,
    name: textOf(command['name']),
    description: textOf(command['description']),
    type: typeOf(command),
    options: Array.isArray(command['options']) ? command['options'].filter(isObject) : [],
    id: knownId ?? world.clock.newId(),
    application_id: world.applicationId,
    version: world.clock.newId(),
  };
}
