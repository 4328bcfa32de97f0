import type { IncomingMessage } from 'node:http';
import { parseJson } from './wire.ts';

/** A request as it came, before it is known what it is about. */
export interface IncomingRequest {
  readonly method: string;
  /** Below `/api/v10`, each part decoded; undefined for any other address. */
  readonly path: string | undefined;
  readonly rawPath: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly string[];
  readonly authorization: string | undefined;
}

/** Reads a request to its end. */
export async function readRequest(request: IncomingMessage): Promise<IncomingRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const found = /^\/api\/v10(\/.*)$/.exec(pathname)?.[1];
  return {
    method: request.method ?? 'GET',
    path: found?.split('/').map(decodeURIComponent).join('/'),
    rawPath: pathname,
    query: searchParams,
    authorization: request.headers.authorization,
    ...parseBody(Buffer.concat(chunks), request.headers['content-type']),
  };
}

function parseBody(
  bytes: Buffer,
  contentType = '',
): { readonly body: unknown; readonly files: readonly string[] } {
  if (bytes.length === 0) return { body: undefined, files: [] };
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/.exec(contentType)?.[1];
  if (boundary === undefined) return { body: parseJson(bytes.toString()), files: [] };
  // Of files only the names matter, so that they may be read as text.
  const parts = bytes.toString().split(`--${boundary}`).map(parsePart);
  const payload = parts.find(({ name }) => name === 'payload_json');
  const files = parts.flatMap(({ file }) => file ?? []);
  return { body: payload === undefined ? {} : parseJson(payload.content), files };
}

function parsePart(part: string) {
  const [head = '', ...content] = part.split('\r\n\r\n');
  return {
    name: / name="([^"]*)"/.exec(head)?.[1],
    file: / filename="([^"]*)"/.exec(head)?.[1],
    content: content.join('\r\n\r\n'),
  };
}
