import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerOf, type Faults } from './faults.ts';
import { readRequest, type IncomingRequest } from './rest-request.ts';
import {
  findRoute,
  refuse,
  type Answer,
  type FoundRoute,
  type Route,
  type RouteRequest,
} from './routes/route.ts';
import type { Finding } from './rules/rule.ts';
import type { SchemaCheck } from './schema-check.ts';
import { textOf } from './wire.ts';

/** A request that the bot made. */
export interface RecordedRequest {
  readonly method: string;
  /** Below `/api/v10`, decoded, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly files: readonly string[];
  /** When it had been read, on the stand-in's clock. */
  readonly at: number;
  /** What was answered. */
  readonly status: number;
}

/** What the REST side needs. */
export interface RestOptions {
  readonly routes: readonly Route[];
  readonly faults: Faults;
  readonly schemas: SchemaCheck;
  readonly token: string;
  readonly now: () => number;
  readonly record: (request: RecordedRequest) => void;
  readonly report: (violation: string) => void;
  /** Called when an answer is out. */
  readonly answered: () => void;
}

/** A listener for `node:http` that answers as Discord's REST interface. */
export function createRestListener(options: RestOptions) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    void answerRequest(request, response, options).catch((error: unknown) => {
      options.report(`stand-in: ${error instanceof Error ? String(error.stack) : String(error)}`);
      response.writeHead(500).end(options.answered);
    });
  };
}

async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  options: RestOptions,
): Promise<void> {
  const incoming = await readRequest(request);
  await options.faults.untilReleased(incoming.method, incoming.path ?? incoming.rawPath);
  const at = options.now();
  const answer = respond(incoming, at, options);
  const path = incoming.path ?? incoming.rawPath;
  const { method, query, body, files } = incoming;
  options.record({ method, path, query: Object.fromEntries(query), body, files, at, status: answer.status });
  send(response, answer, options.answered);
}

function respond(incoming: IncomingRequest, at: number, options: RestOptions): Answer {
  const { method, path, rawPath } = incoming;
  const found = path === undefined ? undefined : findRoute(options.routes, method, path);
  if (path === undefined || found === undefined) {
    options.report(`unknown-route: ${method} ${rawPath}`);
    return refuse(404, 0, '404: Not Found');
  }
  if (found.route.isOpen !== true && incoming.authorization !== `Bot ${options.token}`)
    return refuse(401, 0, '401: Unauthorized');
  const request: RouteRequest = {
    ...incoming,
    at,
    path,
    parameter: (name) => textOf(found.parameters[name]),
  };
  const findings = check(request, found, options.schemas);
  for (const { rule, detail } of findings)
    options.report(`${rule}: ${method} ${found.route.path}: ${detail}`);
  const fault = options.faults.take(method, path);
  if (fault !== undefined) {
    if (fault.isApplied === true) found.route.handle(request);
    return answerOf(fault);
  }
  const refused = findings.find(({ isRefused }) => isRefused);
  if (refused === undefined) return found.route.handle(request);
  const isEmptyMessage = refused.rule === 'empty-message';
  return isEmptyMessage
    ? refuse(400, 50006, 'Cannot send an empty message')
    : refuse(400, 50035, `Invalid Form Body: ${refused.detail}`);
}

function check(
  request: RouteRequest,
  { route, parameters }: FoundRoute,
  schemas: SchemaCheck,
): readonly Finding[] {
  const { query, body } = request;
  const byHand = route.check?.(request) ?? [];
  const bySchema = schemas.checkRequest(route.method, route.path, {
    parameters,
    query: Object.fromEntries(query),
    body,
  });
  return [...byHand, ...bySchema];
}

function send(response: ServerResponse, answer: Answer, done: () => void): void {
  const { status, body, headers = {}, isHungUp } = answer;
  if (isHungUp === true) {
    response.destroy();
    return;
  }
  const limits = {
    'x-ratelimit-limit': '50',
    'x-ratelimit-remaining': '49',
    'x-ratelimit-reset-after': '1',
  };
  // discord.js reads an answer with a content type as JSON, also one that is empty.
  if (body === undefined) {
    response.writeHead(status, { ...limits, ...headers }).end(done);
    return;
  }
  response
    .writeHead(status, { ...limits, 'content-type': 'application/json', ...headers })
    .end(JSON.stringify(body), done);
}
