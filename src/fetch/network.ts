import { lookup } from 'node:dns/promises';
import { isPublicAddress } from './addresses.ts';

/** How names are resolved and where a connection may go. Tests pass their own, which lets them reach servers of theirs. */
export interface Network {
  /** The addresses of a name, in the order in which they are tried. */
  resolve(hostname: string): Promise<readonly string[]>;
  isPortOpen(port: number): boolean;
  /** Asked of every address of a name before any is connected to. */
  isAddressOpen(address: string, port: number): boolean;
}

const openPorts: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);

/** The internet, and nothing nearer. */
export const publicNetwork: Network = {
  async resolve(hostname) {
    const addresses = await lookup(hostname, { all: true, order: 'ipv4first' });
    return addresses.map(({ address }) => address);
  },
  isPortOpen: (port) => openPorts.has(port),
  isAddressOpen: (address) => isPublicAddress(address),
};
