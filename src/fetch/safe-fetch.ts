import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { systemErrorCode, UserError } from '../errors.ts';
import { checkUrl, refuseUrl, resolveChecked } from './check-url.ts';
import type { CheckedUrl } from './check-url.ts';
import { exchange, IdleError } from './exchange.ts';
import { publicNetwork } from './network.ts';
import type { Network } from './network.ts';
import { acceptedCodings, readBody, TooLargeError, UnknownCodingError } from './read-body.ts';
import { readResponseFacts } from './response-facts.ts';
import type { ResponseFacts } from './response-facts.ts';

/** How to fetch. */
export interface FetchOptions {
  /** Largest body, both as sent and as unpacked; 16 MiB if not given. */
  readonly maxBytes?: number;
  /** For everything, redirects included; 20 s if not given. */
  readonly timeoutMs?: number;
  /** Longest silence; 8 s if not given. */
  readonly idleMs?: number;
  /** Media types to ask for; anything if not given. */
  readonly accept?: string;
  /** What is known of the address: the answer may then be 304, without a body. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** Asked before each request, the redirected ones too; throws where it may not be made. */
  readonly permit?: (url: URL) => Promise<void>;
  readonly network?: Network;
  readonly signal?: AbortSignal;
}

/** What came back, whatever its status. */
export interface Fetched extends ResponseFacts {
  /** Where it came from in the end, without a fragment. */
  readonly url: string;
  /** The same where every redirect that led there was for good; null without any. */
  readonly movedTo: string | null;
  /** Empty unless the status is 200 to 299. */
  readonly bytes: Uint8Array;
}

/** Named in every request. */
const userAgent = 'Newsquote/0.1 (Discord bot that quotes news; obeys robots.txt as "newsquote")';

const maxRedirects = 5;
const defaults = { maxBytes: 16 * 1024 * 1024, timeoutMs: 20_000, idleMs: 8_000 };

/**
 * Fetches an address of the internet, and of nothing nearer: scheme, port and every address that the name has are
 * checked, again after each redirect, and the connection goes to the address that was checked. No cookie is sent or kept.
 *
 * @throws UserError `url-refused`, `url-unreachable`, `url-too-large`, `url-too-slow`; the signal's reason if it was aborted
 */
export async function safeFetch(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const { timeoutMs = defaults.timeoutMs, network = publicNetwork } = options;
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]);
  let target = checkUrl(address, network);
  try {
    let movedTo: string | null = null;
    for (let redirects = 0; ; redirects++) {
      const response = await request(target, { ...options, network, signal });
      const location = redirectOf(response);
      if (location === null) return await readFetched(target, response, movedTo, options);
      response.destroy();
      if (redirects === maxRedirects) throw refuseUrl(target.host, 'too-many-redirects');
      const isForGood = response.statusCode === 301 || response.statusCode === 308;
      target = followRedirect(target, location, network);
      movedTo = isForGood && (redirects === 0 || movedTo !== null) ? target.url.href : null;
    }
  } catch (error) {
    if (options.signal?.aborted === true) throw options.signal.reason;
    throw nameError(error, target.host, { ...defaults, ...options, isLate: timeout.aborted });
  }
}

async function request(
  target: CheckedUrl,
  {
    network,
    signal,
    permit,
    idleMs = defaults.idleMs,
    ...options
  }: FetchOptions & { readonly network: Network; readonly signal: AbortSignal },
): Promise<IncomingMessage> {
  const addresses = await untilAborted(resolveChecked(target, network), signal);
  await untilAborted(permit?.(target.url) ?? Promise.resolve(), signal);
  return exchange(target, addresses, { network, signal, idleMs, headers: formHeaders(options) });
}

function formHeaders({ accept = '*/*', etag, lastModified }: FetchOptions): OutgoingHttpHeaders {
  return {
    'user-agent': userAgent,
    accept,
    'accept-encoding': acceptedCodings,
    ...(isHeaderValue(etag) && { 'if-none-match': etag }),
    ...(isHeaderValue(lastModified) && { 'if-modified-since': lastModified }),
  };
}

/** What a header may hold; both values came from servers once. */
function isHeaderValue(value: string | null | undefined): value is string {
  return typeof value === 'string' && value.length <= 1024 && /^[\t\x20-\x7e\x80-\xff]+$/.test(value);
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage): string | null {
  return [301, 302, 303, 307, 308].includes(statusCode) ? (headers.location ?? null) : null;
}

/** @throws UserError `url-refused`, also where the way leads from an encrypted address to an open one */
function followRedirect({ url, host }: CheckedUrl, location: string, network: Network): CheckedUrl {
  if (!URL.canParse(location, url.href)) throw refuseUrl(host, 'not-an-address');
  const next = checkUrl(new URL(location, url.href).href, network);
  if (url.protocol === 'https:' && next.url.protocol === 'http:') throw refuseUrl(next.host, 'downgrade');
  return next;
}

async function readFetched(
  { url }: CheckedUrl,
  response: IncomingMessage,
  movedTo: string | null,
  { maxBytes = defaults.maxBytes }: FetchOptions,
): Promise<Fetched> {
  const { statusCode: status = 0, headers } = response;
  const isWhole = status >= 200 && status < 300;
  const bytes = isWhole ? await readBody(response, maxBytes) : new Uint8Array();
  response.destroy();
  return { ...readResponseFacts(status, headers, Date.now()), url: url.href, movedTo, bytes };
}

/** Ends the wait for what can not be aborted itself. */
async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

interface ErrorFacts {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly idleMs: number;
  readonly isLate: boolean;
}

function nameError(
  cause: unknown,
  host: string,
  { maxBytes, timeoutMs, idleMs, isLate }: ErrorFacts,
): unknown {
  if (cause instanceof UserError) return cause;
  const limitMs = isLate ? timeoutMs : idleMs;
  if (isLate || cause instanceof IdleError)
    return new UserError('url-too-slow', { host, seconds: Math.ceil(limitMs / 1000) }, { cause });
  if (cause instanceof TooLargeError)
    return new UserError('url-too-large', { host, maximum: maxBytes }, { cause });
  if (cause instanceof UnknownCodingError)
    return new UserError('url-unreachable', { host, detail: 'content-encoding' }, { cause });
  const code = systemErrorCode(cause);
  return code === 'unknown' || code.startsWith('ERR_INVALID_ARG')
    ? cause
    : new UserError('url-unreachable', { host, detail: code }, { cause });
}
