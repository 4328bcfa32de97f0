import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createUnzip } from 'node:zlib';

/** The body is larger than allowed, as it is sent or as it unfolds; nothing more of it is read. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/** The body is packed in a way that was not asked for. */
export class UnknownCodingError extends Error {
  override readonly name = 'UnknownCodingError';
}

/** Codings in each other; a second one is rare, a third is made to cost time. */
const maxCodings = 2;

/** What is asked for, and all that is unpacked. */
export const acceptedCodings = 'gzip, deflate, br';

/**
 * A body, unpacked. It is counted as it comes in and again as it unfolds, so that a small one which unfolds without end
 * takes no more memory than one of `maxBytes`.
 *
 * @throws TooLargeError, UnknownCodingError, what zlib and the socket throw
 */
export async function readBody(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const declared = Number(response.headers['content-length'] ?? 0);
  if (declared > maxBytes) throw new TooLargeError();
  const chunks: Buffer[] = [];
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of limitBytes(source, maxBytes)) chunks.push(chunk);
  };
  const received = (source: AsyncIterable<Buffer>): AsyncIterable<Buffer> => limitBytes(source, maxBytes);
  const [first, second] = chooseDecoders(response.headers['content-encoding']);
  if (first === undefined) await pipeline(response, collect);
  else if (second === undefined) await pipeline(response, received, first, collect);
  else {
    const unfolded = (source: AsyncIterable<Buffer>): AsyncIterable<Buffer> => limitBytes(source, maxBytes);
    await pipeline(response, received, first, unfolded, second, collect);
  }
  return Buffer.concat(chunks);
}

async function* limitBytes(source: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    if (length > maxBytes) throw new TooLargeError();
    yield chunk;
  }
}

/** In the order in which they are undone: the one named last was applied last. */
function chooseDecoders(header: string | undefined): Duplex[] {
  const codings = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > maxCodings) throw new UnknownCodingError();
  return codings.reverse().map((coding) => {
    if (/^(?:x-)?gzip$|^deflate$/.test(coding)) return createUnzip();
    if (coding === 'br') return createBrotliDecompress();
    throw new UnknownCodingError();
  });
}
