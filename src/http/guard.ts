import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isLoopback } from '../config.ts';
import { HttpProblem } from './http-problem.ts';

/** Who may use a server. */
export interface GuardRules {
  /** Asked for by HTTP Basic, with any user name; empty: nobody is asked. */
  readonly password: string;
  /** Names that the machine is addressed by, in lower case and without a port; null: any. */
  readonly hostNames: readonly string[] | null;
}

/**
 * Sent with every answer. Nothing comes from elsewhere, nothing is sent elsewhere, no script or style stands in the page
 * itself, and nobody may put the page into a frame.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "frame-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** The names that a browser may call a server by that listens at a host; any where others than this machine reach it. */
export function hostNames(host: string): readonly string[] | null {
  return isLoopback(host) ? ['127.0.0.1', 'localhost', '[::1]', host.toLowerCase()] : null;
}

/**
 * In place of the same ones, with the report of an evaluation, which the preview frames. It is another program's output: it may
 * style itself and do nothing else, as a page of no origin, so that even a script in it would not run.
 */
export const reportHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    "form-action 'none'",
    'sandbox',
  ].join('; '),
  'X-Frame-Options': 'SAMEORIGIN',
  // A page of no origin that is opened by itself is refused where it asks for more.
  'Cross-Origin-Opener-Policy': 'unsafe-none',
};

/**
 * Lets a request through that a person at a page of this server, or a program on this machine, may have made.
 *
 * @throws HttpProblem 421 for a host name of somebody else's (DNS rebinding), 401 without the password, 403 for what
 *   another site's page asks for
 */
export function checkRequest(headers: IncomingHttpHeaders, rules: GuardRules): void {
  checkHost(headers.host, rules.hostNames);
  if (rules.password !== '' && !hasPassword(headers.authorization, rules.password))
    throw new HttpProblem(401, 'password needed', {
      'WWW-Authenticate': 'Basic realm="Newsquote", charset="UTF-8"',
    });
  const site = headers['sec-fetch-site'];
  const isOwnPage = site === undefined || site === 'same-origin' || site === 'none';
  // Another site may link here, which is a navigation; it may not fetch anything.
  if (!isOwnPage && headers['sec-fetch-mode'] !== 'navigate') throw new HttpProblem(403, 'not of this page');
}

/**
 * Lets a body through that a page of this server sends.
 *
 * @throws HttpProblem 403 for what another site's page sends, 415 for a body that is not JSON
 */
export function checkBody(headers: IncomingHttpHeaders): void {
  if (!isSameOrigin(headers)) throw new HttpProblem(403, 'not of this page');
  if (!/^application\/json(?:;|$)/i.test(headers['content-type'] ?? '')) {
    throw new HttpProblem(415, 'only JSON is taken');
  }
}

function checkHost(host: string | undefined, hostNames: readonly string[] | null): void {
  const name = hostName(host ?? '');
  if (name === null || hostNames?.includes(name) === false)
    throw new HttpProblem(421, 'this server goes by another name');
}

function hostName(host: string): string | null {
  if (!/^[\w.[\]:-]{1,255}$/.test(host) || !URL.canParse(`http://${host}`)) return null;
  return new URL(`http://${host}`).hostname;
}

/** Browsers name the origin with every POST; what names none is no page. */
function isSameOrigin({ origin, host }: IncomingHttpHeaders): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { protocol, host: from } = new URL(origin);
  return /^https?:$/.test(protocol) && from === new URL(`${protocol}//${host ?? ''}`).host;
}

function hasPassword(authorization: string | undefined, password: string): boolean {
  const encoded = /^Basic ([\w+/=-]{1,1000})$/i.exec(authorization ?? '')?.[1] ?? '';
  const given = Buffer.from(encoded, 'base64')
    .toString('utf8')
    .replace(/^[^:]*:/, '');
  // Hashes are of one length, and comparing them takes one time.
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(password));
}
