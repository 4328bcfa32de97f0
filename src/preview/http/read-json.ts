import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { HttpProblem } from '../../http/http-problem.ts';

/** A message of 4,000 characters with all its controls takes at most about half of this. */
export const maxBodyBytes = 64 * 1024;

/**
 * The body of a request, as its schema has it.
 *
 * @throws HttpProblem 413 over `maxBodyBytes`, 400 for what is no JSON or not what is asked for
 */
export async function readJson<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(parseJson(await readBody(request)));
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ path }) => path.join('.') || 'body');
  throw new HttpProblem(400, `not understood: ${[...new Set(places)].slice(0, 5).join(', ')}`);
}

async function readBody(request: IncomingMessage): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) throw tooLarge();
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > maxBodyBytes) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function tooLarge(): HttpProblem {
  // What is still on its way is not read, so the connection is of no use for another request.
  return new HttpProblem(413, `over ${String(maxBodyBytes)} bytes`, { Connection: 'close' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw Object.assign(new HttpProblem(400, 'not JSON'), { cause });
  }
}
