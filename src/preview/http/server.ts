import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Log } from '../../log.ts';
import { checkRequest, securityHeaders } from './guard.ts';
import type { GuardRules } from './guard.ts';
import { HttpProblem } from './http-problem.ts';
import type { PageFile } from './page-files.ts';

/** What is asked for: the part after `?`, and the body, which a route reads itself. */
export interface RouteRequest {
  readonly query: URLSearchParams;
  readonly message: IncomingMessage;
}

/** Answers one address with what becomes JSON. */
export interface Route {
  readonly method: 'GET' | 'POST';
  answer(request: RouteRequest): unknown;
}

/** What a server serves, and to whom. */
export interface ServerParts {
  readonly files: ReadonlyMap<string, PageFile>;
  /** By path. */
  readonly routes: ReadonlyMap<string, Route>;
  readonly rules: GuardRules;
  readonly log: Log;
}

/** Longest time that a request may take to arrive. */
const requestTimeoutMs = 10_000;

/** A server that is not listening yet. */
export function createPreviewServer(parts: ServerParts): Server {
  const server = createServer(
    { requestTimeout: requestTimeoutMs, maxHeaderSize: 8192 },
    (request, response) => {
      void respond(request, response, parts);
    },
  );
  return server;
}

/** Never rejects: what went wrong is answered, and logged where it is a bug. */
async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  parts: ServerParts,
): Promise<void> {
  try {
    checkRequest(request.method ?? '', request.headers, parts.rules);
    const { status, type, content } = await find(request, parts);
    send(response, { status, type, content, isHead: request.method === 'HEAD' });
  } catch (error) {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const problem =
      error instanceof HttpProblem ? error : new HttpProblem(500, 'a bug; the terminal has more');
    if (problem !== error) parts.log.error({ error }, 'request failed');
    const content = JSON.stringify({ problem: problem.message });
    send(response, { status: problem.status, type: jsonType, content, headers: problem.headers });
  }
}

const jsonType = 'application/json; charset=utf-8';

interface Content {
  readonly status: number;
  readonly type: string;
  readonly content: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** Only what would be sent is told of. */
  readonly isHead?: boolean;
}

function send(
  response: ServerResponse,
  { status, type, content, headers = {}, isHead = false }: Content,
): void {
  const length = { 'Content-Length': Buffer.byteLength(content) };
  response.writeHead(status, { ...securityHeaders, 'Content-Type': type, ...length, ...headers });
  response.end(isHead ? undefined : content);
}

async function find(message: IncomingMessage, { files, routes }: ServerParts): Promise<Content> {
  const { url = '', method = '' } = message;
  // The path as it was sent: nothing in it is resolved or decoded, and only whole known paths are answered.
  const [path = '', ...rest] = url.split('?');
  const route = routes.get(path);
  const file = files.get(path);
  const allowed = route === undefined ? ['GET', 'HEAD'] : route.method === 'GET' ? ['GET', 'HEAD'] : ['POST'];
  if (route === undefined && file === undefined) throw new HttpProblem(404, 'nothing here');
  if (!allowed.includes(method)) throw new HttpProblem(405, 'not this method', { Allow: allowed.join(', ') });
  if (route === undefined) return { status: 200, type: file?.type ?? '', content: file?.content ?? '' };
  const answer = await route.answer({ query: new URLSearchParams(rest.join('?')), message });
  return { status: 200, type: jsonType, content: JSON.stringify(answer) };
}
