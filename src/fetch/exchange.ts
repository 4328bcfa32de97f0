import http from 'node:http';
import type { ClientRequest, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import type { Socket } from 'node:net';
import { systemErrorCode } from '../errors.ts';
import { refuseUrl } from './check-url.ts';
import type { CheckedUrl } from './check-url.ts';
import type { Network } from './network.ts';

/** Nothing was sent or received for too long. */
export class IdleError extends Error {
  override readonly name = 'IdleError';
}

/** What one request goes by. */
export interface ExchangeOptions {
  readonly network: Network;
  readonly headers: OutgoingHttpHeaders;
  /** Longest silence while connecting, waiting and reading. */
  readonly idleMs: number;
  readonly signal: AbortSignal;
}

/** A server that is down on one of its addresses may be up on the next; more of them are not tried. */
const maxAddresses = 3;
const nextAddressCodes = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'ETIMEDOUT',
]);

/**
 * Sends one GET request and gives the response, whose body is yet to be read.
 *
 * @param addresses those of the host that were checked; the connection is made to one of them as it stands here, so that
 *   a name which resolves to something else by now changes nothing
 */
export async function exchange(
  target: CheckedUrl,
  addresses: readonly string[],
  options: ExchangeOptions,
): Promise<IncomingMessage> {
  const tried = addresses.slice(0, maxAddresses);
  for (const address of tried.slice(0, -1)) {
    try {
      return await exchangeWith(target, address, options);
    } catch (error) {
      if (!nextAddressCodes.has(systemErrorCode(error))) throw error;
    }
  }
  return exchangeWith(target, tried.at(-1) ?? '', options);
}

function exchangeWith(
  { url, host, port }: CheckedUrl,
  address: string,
  { network, headers, idleMs, signal }: ExchangeOptions,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request: ClientRequest = (url.protocol === 'https:' ? https : http).request({
      host: address,
      port,
      path: url.pathname + url.search,
      headers: { ...headers, host: url.host, connection: 'close' },
      // The certificate is that of the name, whatever the address.
      ...(isIP(host) === 0 && { servername: host }),
      agent: false,
      setHost: false,
      rejectUnauthorized: true,
      signal,
    });
    let answer: IncomingMessage | undefined;
    // Of a request that is destroyed while its answer is read, the answer only hears that it was cut.
    request.setTimeout(idleMs, () => (answer ?? request).destroy(new IdleError()));
    request.once('socket', (socket: Socket) => {
      socket.once('connect', () => {
        // It says what was connected to, should anything between here and the system ever look the name up again.
        if (!network.isAddressOpen(socket.remoteAddress ?? '', port))
          request.destroy(refuseUrl(host, 'private-address'));
      });
    });
    request.once('response', (response) => {
      answer = response;
      // Whoever reads it hears of errors all the same; one that nobody reads must not end the process.
      response.on('error', () => undefined);
      resolve(response);
    });
    request.on('error', reject);
    request.end();
  });
}
