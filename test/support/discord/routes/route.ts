import type { Finding } from '../rules/rule.ts';
import type { JsonObject } from '../wire.ts';

/** A request on its way through the stand-in. */
export interface RouteRequest {
  readonly method: string;
  /** Without version and query, each part decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Parsed; of a form with files its `payload_json`. Undefined without one. */
  readonly body: unknown;
  /** When it had been read: what is checked takes its time, and none of the bot's. */
  readonly at: number;
  /** Names of the files that came along. */
  readonly files: readonly string[];
  /** The part of the path at `{name}`. */
  readonly parameter: (name: string) => string;
}

/** What is answered. Without a body it is sent without a content type. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Closes the connection instead. */
  readonly isHungUp?: boolean;
}

/** One route. Paths are written as in Discord's OpenAPI description, where they are looked up. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Whether it goes by the token in its path, without the bot's own. */
  readonly isOpen?: boolean;
  /** What is wrong with the request by the hand-written rules. */
  readonly check?: (request: RouteRequest) => readonly Finding[];
  readonly handle: (request: RouteRequest) => Answer;
}

/** A route that was found for a request, and what stands at the names in its path. */
export interface FoundRoute {
  readonly route: Route;
  readonly parameters: JsonObject;
}

/** The first route for a method and path. */
export function findRoute(routes: readonly Route[], method: string, path: string): FoundRoute | undefined {
  const parts = path.split('/');
  for (const route of routes) {
    if (route.method !== method) continue;
    const parameters = matchParts(route.path.split('/'), parts);
    if (parameters !== undefined) return { route, parameters };
  }
  return undefined;
}

function matchParts(template: readonly string[], parts: readonly string[]): JsonObject | undefined {
  if (template.length !== parts.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [position, name] of template.entries()) {
    const part = parts[position] ?? '';
    if (name.startsWith('{')) parameters[name.slice(1, -1)] = part;
    else if (name !== part) return undefined;
  }
  return parameters;
}

/** An answer with Discord's error of that code. */
export function refuse(status: number, code: number, message: string): Answer {
  return { status, body: { message, code } };
}

/** What Discord answers where there is nothing of that id. */
export const unknown = {
  channel: refuse(404, 10003, 'Unknown Channel'),
  guild: refuse(404, 10004, 'Unknown Guild'),
  member: refuse(404, 10007, 'Unknown Member'),
  message: refuse(404, 10008, 'Unknown Message'),
  user: refuse(404, 10013, 'Unknown User'),
  webhook: refuse(404, 10015, 'Unknown Webhook'),
  interaction: refuse(404, 10062, 'Unknown interaction'),
  command: refuse(404, 10063, 'Unknown application command'),
};
