import type { IncomingMessage, Server } from 'node:http';
import { GatewayIntentBits, GatewayOpcodes, type GatewayReadyDispatchData } from 'discord-api-types/v10';
import { WebSocketServer, type WebSocket } from 'ws';
import { createSessions, type Session, type Sessions } from './gateway-sessions.ts';
import { isObject, noFlags, numberOf, objectOf, parseJson, textOf, type JsonObject } from './wire.ts';
import type { Dispatch, World } from './world.ts';

/** Why a login is refused: 4004 for the token, 4014 for intents that are not allowed. */
export type LoginRefusal = 4004 | 4014;

/** The gateway's side of the stand-in. */
export interface Gateway {
  readonly dispatch: Dispatch;
  readonly identifies: () => number;
  readonly resumes: () => number;
  /** The presence that the bot last set, at login or later. */
  readonly presence: () => JsonObject | undefined;
  /** Whether a session is there, connected or not. */
  readonly hasSession: () => boolean;
  /** Ends every connection without a word. Sessions live on and can be resumed. */
  readonly dropSockets: () => void;
  /** Op 7. */
  readonly sendReconnect: () => void;
  /** Op 9; unless it is resumable, the sessions are gone. */
  readonly sendInvalidSession: (isResumable: boolean) => void;
  /** Leaves heartbeats of the connections that are open now unanswered. */
  readonly stopHeartbeatAcks: () => void;
  /** Refuses logins from now on, or accepts them again. */
  readonly refuseLogin: (code: LoginRefusal | undefined) => void;
  readonly close: () => void;
}

/** How the gateway behaves. */
export interface GatewayOptions {
  readonly heartbeatIntervalMs: number;
  /** Its own address, known once it listens. */
  readonly address: () => string;
  readonly report: (violation: string) => void;
}

const privilegedIntents = {
  GuildMembers: GatewayIntentBits.GuildMembers,
  GuildPresences: GatewayIntentBits.GuildPresences,
  MessageContent: GatewayIntentBits.MessageContent,
};

/** Opens the gateway on an HTTP server: connections that ask to be upgraded are its own. */
export function openGateway(server: Server, world: World, options: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ server });
  const sessions = createSessions();
  const deaf = new WeakSet<WebSocket>();
  let [identifies, resumes] = [0, 0];
  let presence: JsonObject | undefined;
  let refusal: LoginRefusal | undefined;

  const identify = (socket: WebSocket, data: JsonObject): void => {
    identifies++;
    if (data['token'] !== world.token) return socket.close(4004, 'Authentication failed.');
    if (refusal !== undefined) return socket.close(refusal, 'Refused.');
    reportIntents(numberOf(data['intents']), options.report);
    if (isObject(data['presence'])) presence = data['presence'];
    const session = sessions.open(socket, numberOf(data['intents']));
    sessions.send(session, 'READY', readyData(world, session, options.address()));
    if ((session.intents & GatewayIntentBits.Guilds) === 0) return;
    for (const guild of world.guilds.values()) sessions.send(session, 'GUILD_CREATE', guild);
  };
  const resume = (socket: WebSocket, data: JsonObject): void => {
    const session = sessions.find(textOf(data['session_id']));
    if (data['token'] !== world.token) return socket.close(4004, 'Authentication failed.');
    if (session === undefined) return sendTo(socket, { op: GatewayOpcodes.InvalidSession, d: false });
    resumes++;
    sessions.resume(session, socket, numberOf(data['seq']));
  };
  const receive = (socket: WebSocket, message: JsonObject): void => {
    const data = objectOf(message['d']);
    switch (message['op']) {
      case GatewayOpcodes.Heartbeat:
        if (!deaf.has(socket)) sendTo(socket, { op: GatewayOpcodes.HeartbeatAck });
        return;
      case GatewayOpcodes.Identify:
        return identify(socket, data);
      case GatewayOpcodes.Resume:
        return resume(socket, data);
      case GatewayOpcodes.PresenceUpdate:
        presence = data;
        return;
      default:
        options.report(`gateway-message: the stand-in does not know op ${String(message['op'])}`);
        socket.close(4001, 'Unknown opcode.');
    }
  };
  acceptConnections(sockets, options, receive);
  return {
    ...controls(sockets, sessions, deaf),
    dispatch: sessions.sendAll,
    identifies: () => identifies,
    resumes: () => resumes,
    presence: () => presence,
    refuseLogin: (code) => (refusal = code),
  };
}

/** Greets whoever connects and hands on what it sends. */
function acceptConnections(
  sockets: WebSocketServer,
  options: GatewayOptions,
  receive: (socket: WebSocket, message: JsonObject) => void,
): void {
  sockets.on('connection', (socket, request) => {
    reportAddress(request, options.report);
    socket.on('error', () => undefined);
    socket.on('message', (bytes: Buffer) => {
      const message = parseJson(bytes.toString());
      if (isObject(message)) receive(socket, message);
      else socket.close(4002, 'Decode error.');
    });
    sendTo(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: options.heartbeatIntervalMs } });
  });
}

type Controls = Omit<Gateway, 'dispatch' | 'identifies' | 'presence' | 'refuseLogin' | 'resumes'>;

function controls(sockets: WebSocketServer, sessions: Sessions, deaf: WeakSet<WebSocket>): Controls {
  const toAll = (message: object): void => sockets.clients.forEach((socket) => sendTo(socket, message));
  const terminate = (): void => sockets.clients.forEach((socket) => socket.terminate());
  return {
    hasSession: () => sessions.count() > 0,
    dropSockets: () => {
      sessions.disconnect();
      terminate();
    },
    sendReconnect: () => toAll({ op: GatewayOpcodes.Reconnect, d: null }),
    sendInvalidSession: (isResumable) => {
      if (!isResumable) sessions.forget();
      toAll({ op: GatewayOpcodes.InvalidSession, d: isResumable });
    },
    stopHeartbeatAcks: () => sockets.clients.forEach((socket) => deaf.add(socket)),
    close: () => {
      terminate();
      sockets.close();
    },
  };
}

function sendTo(socket: WebSocket, message: object): void {
  socket.send(JSON.stringify({ op: 0, d: null, s: null, t: null, ...message }));
}

function readyData(world: World, session: Session, address: string): GatewayReadyDispatchData {
  return {
    v: 10,
    user: world.bot,
    guilds: [...world.guilds.keys()].map((id) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: address,
    shard: [0, 1],
    application: { id: world.applicationId, flags: noFlags.application, flags_new: '0' },
  };
}

function reportIntents(intents: number, report: (violation: string) => void): void {
  for (const [name, bit] of Object.entries(privilegedIntents))
    if ((intents & bit) !== 0) report(`privileged-intent: identified with ${name}`);
}

function reportAddress(request: IncomingMessage, report: (violation: string) => void): void {
  const { searchParams } = new URL(request.url ?? '', 'ws://127.0.0.1');
  if (searchParams.get('v') !== '10' || searchParams.get('encoding') !== 'json')
    report(`gateway-address: connected to ${String(request.url)}, not with v=10&encoding=json`);
}
