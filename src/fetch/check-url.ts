import { isIP } from 'node:net';
import { systemErrorCode, UserError } from '../errors.ts';
import type { Network } from './network.ts';

/** Why an address is not fetched. */
export type RefusalReason =
  | 'not-an-address'
  | 'too-long'
  | 'scheme'
  | 'credentials'
  | 'port'
  | 'private-name'
  | 'private-address'
  | 'downgrade'
  | 'too-many-redirects'
  | 'robots'
  | 'no-archive';

const maxUrlLength = 2048;

/** Names that mean this machine or the network around it (RFC 6761, RFC 6762, RFC 8375, ICANN's `.internal`). */
const privateEndings = new Set(
  'localhost local localdomain internal intranet lan home corp private onion invalid test'.split(' '),
);

/** A URL that was looked at, and the host to resolve: a name, or an address without brackets. */
export interface CheckedUrl {
  readonly url: URL;
  readonly host: string;
  readonly port: number;
}

/** The error for an address that is not fetched. Its host is named, nothing else of it: the rest may hold a secret. */
export function refuseUrl(host: string, reason: RefusalReason): UserError {
  return new UserError('url-refused', { host, reason });
}

/**
 * A URL that may be asked for as far as it can be told without resolving its name. The parser has made one of the many
 * spellings of an IPv4 address by then (`0x7f.1`, `2130706433`, `0177.0.0.1`, full-width digits).
 *
 * @throws UserError `url-refused`
 */
export function checkUrl(text: string, network: Network): CheckedUrl {
  if (text.length > maxUrlLength) throw refuseUrl('', 'too-long');
  if (!URL.canParse(text)) throw refuseUrl('', 'not-an-address');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refuseUrl(url.hostname, 'scheme');
  if (url.username !== '' || url.password !== '') throw refuseUrl(url.hostname, 'credentials');
  url.hash = '';
  // One trailing dot makes a name absolute, and is no other name.
  url.hostname = url.hostname.replace(/\.$/, '');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  if (!network.isPortOpen(port)) throw refuseUrl(host, 'port');
  if (isIP(host) === 0 && isPrivateName(host)) throw refuseUrl(host, 'private-name');
  if (isIP(host) !== 0 && !network.isAddressOpen(host, port)) throw refuseUrl(host, 'private-address');
  return { url, host, port };
}

function isPrivateName(host: string): boolean {
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  return labels.length < 2 || labels.includes('') || privateEndings.has(last) || host.endsWith('.home.arpa');
}

/**
 * The addresses of a host, each of which may be connected to.
 *
 * @throws UserError `url-refused` if any of them may not: who owns the name chose the order
 * @throws UserError `url-unreachable` if it has none
 */
export async function resolveChecked(
  { host, port }: CheckedUrl,
  network: Network,
): Promise<readonly string[]> {
  const addresses = isIP(host) === 0 ? await resolveName(host, network) : [host];
  if (addresses.length === 0) throw new UserError('url-unreachable', { host, detail: 'ENOTFOUND' });
  if (!addresses.every((address) => network.isAddressOpen(address, port)))
    throw refuseUrl(host, 'private-address');
  return addresses;
}

async function resolveName(host: string, network: Network): Promise<readonly string[]> {
  try {
    return await network.resolve(host);
  } catch (cause) {
    throw new UserError('url-unreachable', { host, detail: systemErrorCode(cause) }, { cause });
  }
}
