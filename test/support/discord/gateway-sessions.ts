import { randomUUID } from 'node:crypto';
import { GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';

/** What the bot logged in to: it outlives connections. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  /** Every event of the session as it was sent, or would have been; the first has the number 1. */
  readonly events: string[];
  /** Undefined while the bot is not connected. */
  socket: WebSocket | undefined;
}

/** The sessions, and how events reach them. */
export interface Sessions {
  readonly open: (socket: WebSocket, intents: number) => Session;
  readonly find: (id: string) => Session | undefined;
  readonly count: () => number;
  /** Sends an event now, or when the session is resumed. */
  readonly send: (session: Session, event: string, data: object) => void;
  /** Sends an event to every session with that intent; to every session if there is none. */
  readonly sendAll: (event: string, data: object, intent?: number) => void;
  /** Goes on with a session on another connection: repeats what came after the event of that number. */
  readonly resume: (session: Session, socket: WebSocket, sequence: number) => void;
  /** From now on events wait until the session is resumed. */
  readonly disconnect: () => void;
  readonly forget: () => void;
}

/** No sessions yet. */
export function createSessions(): Sessions {
  const sessions = new Map<string, Session>();
  const send = (session: Session, event: string, data: object): void => {
    const text = JSON.stringify({
      op: GatewayOpcodes.Dispatch,
      t: event,
      s: session.events.length + 1,
      d: data,
    });
    session.events.push(text);
    session.socket?.send(text);
  };
  const attach = (session: Session, socket: WebSocket): void => {
    session.socket = socket;
    socket.once('close', () => {
      if (session.socket === socket) session.socket = undefined;
    });
  };
  return {
    open: (socket, intents) => {
      const session: Session = { id: randomUUID(), intents, events: [], socket: undefined };
      attach(session, socket);
      sessions.set(session.id, session);
      return session;
    },
    find: (id) => sessions.get(id),
    count: () => sessions.size,
    send,
    sendAll: (event, data, intent) => {
      for (const session of sessions.values())
        if (intent === undefined || (session.intents & intent) !== 0) send(session, event, data);
    },
    resume: (session, socket, sequence) => {
      for (const text of session.events.slice(sequence)) socket.send(text);
      attach(session, socket);
      send(session, GatewayDispatchEvents.Resumed, {});
    },
    disconnect: () => {
      for (const session of sessions.values()) session.socket = undefined;
    },
    forget: () => sessions.clear(),
  };
}
