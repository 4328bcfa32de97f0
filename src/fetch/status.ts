import { UserError } from '../errors.ts';
import type { Fetched } from './safe-fetch.ts';

/**
 * Makes sure that a page came back.
 *
 * @throws UserError `url-not-found` for what is gone or was never there, `url-unreachable` for any other status; its
 *   context has `retryAfterSeconds` where the server says when to come back
 */
export function requirePage({ status, url, retryAfterMs }: Fetched): void {
  if (status >= 200 && status < 300) return;
  const { hostname: host } = new URL(url);
  const detail = `HTTP ${String(status)}`;
  if (status === 404 || status === 410) throw new UserError('url-not-found', { host, detail });
  const wait = retryAfterMs === null ? {} : { retryAfterSeconds: Math.ceil(retryAfterMs / 1000) };
  throw new UserError('url-unreachable', { host, detail, ...wait });
}
