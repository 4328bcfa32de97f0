import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import { checkBody, checkRequest, securityHeaders } from './guard.ts';
import type { GuardRules } from './guard.ts';
import { HttpProblem } from './http-problem.ts';

/** What is sent in answer. */
export interface Content {
  /** 200 if not given. */
  readonly status?: number;
  /** As `Content-Type` has it. */
  readonly type: string;
  readonly content: string | Buffer;
  /** In place of the same ones that every answer has. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is asked for: the part after `?`, and the body, which a route reads itself. */
export interface RouteRequest {
  readonly query: URLSearchParams;
  readonly message: IncomingMessage;
}

/** Answers one address. */
export interface Route {
  readonly method: 'GET' | 'POST';
  answer(request: RouteRequest): Content | Promise<Content>;
}

/** What a server serves, and to whom. */
export interface ServerParts {
  /** By path. */
  readonly routes: ReadonlyMap<string, Route>;
  readonly rules: GuardRules;
  readonly log: Log;
}

/** Longest time that a request may take to arrive. */
const requestTimeoutMs = 10_000;

/** A server that is not listening yet. */
export function createGuardedServer(parts: ServerParts): Server {
  return createServer({ requestTimeout: requestTimeoutMs, maxHeaderSize: 8192 }, (request, response) => {
    void respond(request, response, parts);
  });
}

/** Stops a server, and whoever is still connected. */
export function closeServer(server: Server): void {
  server.close();
  server.closeAllConnections();
}

/** A value as JSON. */
export function jsonContent(value: unknown, status = 200): Content {
  return { status, type: 'application/json; charset=utf-8', content: JSON.stringify(value) };
}

/** Never rejects: what went wrong is answered, and logged where it is a bug. */
async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  parts: ServerParts,
): Promise<void> {
  const isHead = request.method === 'HEAD';
  try {
    checkRequest(request.headers, parts.rules);
    send(response, await find(request, parts.routes), { isHead });
  } catch (error) {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const problem = error instanceof HttpProblem ? error : new HttpProblem(500, 'a bug; the log has more');
    if (problem !== error) parts.log.error({ error }, 'request failed');
    const { headers, status, message } = problem;
    send(response, jsonContent({ problem: message }, status), { isHead, headers });
  }
}

function send(
  response: ServerResponse,
  { status = 200, type, content, headers: own = {} }: Content,
  { isHead, headers = {} }: { readonly isHead: boolean; readonly headers?: HttpProblem['headers'] },
): void {
  const length = { 'Content-Length': Buffer.byteLength(content) };
  response.writeHead(status, { ...securityHeaders, 'Content-Type': type, ...length, ...own, ...headers });
  response.end(isHead ? undefined : content);
}

async function find(message: IncomingMessage, routes: ServerParts['routes']): Promise<Content> {
  const { url = '', method = '', headers } = message;
  // The path as it was sent: nothing in it is resolved or decoded, and only whole known paths are answered.
  const [path = '', ...rest] = url.split('?');
  const route = routes.get(path);
  if (route === undefined) throw new HttpProblem(404, 'nothing here');
  const allowed = route.method === 'GET' ? ['GET', 'HEAD'] : ['POST'];
  if (!allowed.includes(method)) throw new HttpProblem(405, 'not this method', { Allow: allowed.join(', ') });
  if (route.method === 'POST') checkBody(headers);
  return route.answer({ query: new URLSearchParams(rest.join('?')), message });
}
