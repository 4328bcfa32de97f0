import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import {
  GatewayDispatchEvents,
  type APIMessage,
  type GatewayInteractionCreateDispatchData,
} from 'discord-api-types/v10';
import { createInteractionBuilder, type InteractionBuilder } from './build-interactions.ts';
import { createClock } from './clock.ts';
import type { GuildSetup } from './entities.ts';
import { createFaults, type Fault, type Held, type RequestMatch } from './faults.ts';
import { openGateway, type Gateway, type LoginRefusal } from './gateway.ts';
import { createInteractionLedger, type InteractionResult, type WaitOptions } from './interaction-ledger.ts';
import { createMessageLedger } from './message-ledger.ts';
import { createRestListener, type RecordedRequest } from './rest-server.ts';
import { basicRoutes } from './routes/basic-routes.ts';
import { commandRoutes } from './routes/command-routes.ts';
import { callbackRoute, type InteractionParts } from './routes/interaction-routes.ts';
import { messageRoutes } from './routes/message-routes.ts';
import type { Route } from './routes/route.ts';
import { webhookRoutes } from './routes/webhook-routes.ts';
import { openSchemaCheck, type SchemaCheck } from './schema-check.ts';
import { sendMessage, type WrittenMessage } from './send-message.ts';
import type { JsonObject } from './wire.ts';
import { createWorld, type RegisteredCommand, type World } from './world.ts';

/** How the stand-in is set up. */
export interface StandInOptions {
  /** The only token that is let in; `stand-in-token` unless told. */
  readonly token?: string;
  /** One guild with one channel unless told. */
  readonly guilds?: readonly GuildSetup[];
  /** Discord's 41,250 unless told. */
  readonly heartbeatIntervalMs?: number;
  /** Milliseconds since 1970; the machine's clock unless told. */
  readonly now?: () => number;
  /** Discord's OpenAPI description; `../shared/discord/openapi.json` beside the repository unless told. */
  readonly openApiFile?: string;
}

/** A Discord for tests: REST and gateway on one loopback port. */
export interface DiscordStandIn {
  /** For `new Client({ rest: { api } })`; ends in `/api`. */
  readonly restApi: string;
  readonly token: string;
  /** Who and what is there. */
  readonly world: World;
  /** Builds interactions to send. */
  readonly build: InteractionBuilder;
  /** Every request, in the order of their answers. */
  readonly requests: readonly RecordedRequest[];
  /** What Discord would refuse or this project does not want. A suite asserts that there is none. */
  readonly violations: readonly string[];
  /** `on`, or `skipped: ` and why. */
  readonly schemaChecks: string;
  readonly commands: {
    readonly global: readonly RegisteredCommand[];
    readonly inGuild: (guildId: string) => readonly RegisteredCommand[];
  };
  readonly identifies: number;
  readonly resumes: number;
  /** What the bot last said of its state. */
  readonly presence: JsonObject | undefined;
  /** Sends an interaction and waits for its answer. */
  readonly interact: (
    interaction: GatewayInteractionCreateDispatchData,
    options?: WaitOptions,
  ) => Promise<InteractionResult>;
  /** Sends an interaction; sent twice, it arrives twice, and the second answer is refused. */
  readonly send: (interaction: GatewayInteractionCreateDispatchData) => void;
  /** Waits for the answer to an interaction that was sent. */
  readonly reply: (
    interaction: GatewayInteractionCreateDispatchData,
    options?: WaitOptions,
  ) => Promise<InteractionResult>;
  /** The state of an interaction that was sent, as it is now. */
  readonly stateOf: (interaction: GatewayInteractionCreateDispatchData) => InteractionResult;
  /** Somebody writes a message. */
  readonly sendMessage: (message: WrittenMessage) => APIMessage;
  /** A message by its id, of whomever. */
  readonly findMessage: (id: string) => APIMessage | undefined;
  /** The messages of a channel, the oldest first, without ephemeral ones. */
  readonly messagesIn: (channelId: string) => readonly APIMessage[];
  /** Holds up the next request that matches, before anything comes of it. */
  readonly holdNext: (match: RequestMatch) => Held;
  /** Lets the next requests that match fail. */
  readonly failNext: (match: RequestMatch, fault: Fault) => void;
  /** Moves the stand-in's time forward: interactions grow late, tokens expire. */
  readonly advanceClock: (ms: number) => void;
  readonly dropSockets: Gateway['dropSockets'];
  readonly sendReconnect: Gateway['sendReconnect'];
  readonly sendInvalidSession: Gateway['sendInvalidSession'];
  readonly stopHeartbeatAcks: Gateway['stopHeartbeatAcks'];
  readonly refuseLogin: (code: LoginRefusal | undefined) => void;
  readonly close: () => Promise<void>;
}

const repositoryFolder = path.resolve(import.meta.dirname, '../../..');
/** Where Discord's OpenAPI description lies, if it does: it is not in a clone. */
export const sharedOpenApiFile = path.resolve(repositoryFolder, '../shared/discord/openapi.json');

/** Opens a stand-in on a free port of this machine. */
export async function openDiscordStandIn(options: StandInOptions = {}): Promise<DiscordStandIn> {
  const clock = createClock(options.now);
  const token = options.token ?? 'stand-in-token';
  const world = createWorld(clock, { token, guilds: options.guilds ?? [{}] });
  // Discord keeps connections open for minutes; a busy machine would not notice in time that one was closed.
  const server = createServer({ keepAliveTimeout: 600_000 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const schemas = openSchemaCheck(options.openApiFile ?? sharedOpenApiFile);
  return assemble({ world, server, schemas, heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250 });
}

interface Parts {
  readonly world: World;
  readonly server: Server;
  readonly schemas: SchemaCheck;
  readonly heartbeatIntervalMs: number;
}

function assemble({ world, server, schemas, heartbeatIntervalMs }: Parts): DiscordStandIn {
  const requests: RecordedRequest[] = [];
  const violations: string[] = [];
  const report = (violation: string) => violations.push(violation);
  const host = hostOf(server);
  const address = () => `ws://${host}`;
  const faults = createFaults();
  const gateway = openGateway(server, world, { heartbeatIntervalMs, address, report });
  const messages = createMessageLedger(world, gateway.dispatch);
  const interactions = createInteractionLedger(world.clock, messages);
  const listener = createRestListener({
    routes: routesOf({ world, messages, interactions }, { address, identifies: gateway.identifies }),
    faults,
    schemas,
    token: world.token,
    now: world.clock.now,
    record: (request) => requests.push(request),
    report,
    answered: interactions.changed,
  });
  server.on('request', listener);
  return {
    ...peopleOf({ world, messages, interactions }, gateway),
    ...controlsOf(gateway),
    restApi: `http://${host}/api`,
    token: world.token,
    world,
    build: createInteractionBuilder(world),
    requests,
    violations,
    schemaChecks: schemas.state,
    commands: {
      get global() {
        return [...world.globalCommands.values()];
      },
      inGuild: (guildId) => [...(world.guildCommands.get(guildId)?.values() ?? [])],
    },
    get identifies() {
      return gateway.identifies();
    },
    get resumes() {
      return gateway.resumes();
    },
    get presence() {
      return gateway.presence();
    },
    holdNext: faults.hold,
    failNext: faults.add,
    advanceClock: world.clock.advance,
    close: () => closeAll(server, gateway),
  };
}

function routesOf(parts: InteractionParts, gateway: Parameters<typeof basicRoutes>[1]): readonly Route[] {
  const { world, messages } = parts;
  return [
    callbackRoute(parts),
    ...webhookRoutes(parts),
    ...messageRoutes(world, messages),
    ...commandRoutes(world),
    ...basicRoutes(world, gateway),
  ];
}

/** What the people in the world do, and what they see. */
function peopleOf({ world, messages, interactions }: InteractionParts, gateway: Gateway) {
  const send = (interaction: GatewayInteractionCreateDispatchData): void => {
    if (!gateway.hasSession()) throw new Error('No bot has logged in that could get an interaction.');
    interactions.track(interaction);
    gateway.dispatch(GatewayDispatchEvents.InteractionCreate, interaction);
  };
  return {
    send,
    reply: interactions.wait,
    interact: async (interaction: GatewayInteractionCreateDispatchData, options?: WaitOptions) => {
      send(interaction);
      return interactions.wait(interaction, options);
    },
    stateOf: interactions.resultOf,
    sendMessage: (message: WrittenMessage) =>
      sendMessage(message, { world, messages, dispatch: gateway.dispatch }),
    findMessage: messages.find,
    messagesIn: messages.inChannel,
  };
}

function controlsOf(gateway: Gateway) {
  const { dropSockets, sendReconnect, sendInvalidSession, stopHeartbeatAcks, refuseLogin } = gateway;
  return { dropSockets, sendReconnect, sendInvalidSession, stopHeartbeatAcks, refuseLogin };
}

function hostOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.');
  return `127.0.0.1:${address.port}`;
}

async function closeAll(server: Server, gateway: Gateway): Promise<void> {
  gateway.close();
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
