import { BlockList, isIP } from 'node:net';

/**
 * Where no article is fetched from: everything that the registries of special-purpose addresses (IANA, RFC 6890 with
 * its updates) do not call globally reachable, and multicast.
 */
const closed4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/**
 * Of IPv6 only 2000::/3 is handed out. Within it, what carries an IPv4 address that a router would unpack (6to4, Teredo)
 * is closed, as are benchmarking, ORCHID, documentation and the other special blocks of 2001::/23.
 */
const open6 = '2000::/3';
const closed6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'];
/** IPv4 addresses written as IPv6, and their translation (RFC 6052): outside 2000::/3, and named to be plain about it. */
const embedding6 = ['::/96', '::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48'];

// A list for each family: Node compares an IPv4 address with rules of IPv6 too, where ::ffff:0:0/96 holds all of them.
const blocked4 = listBlocks(closed4, 'ipv4');
const blocked6 = listBlocks([...closed6, ...embedding6], 'ipv6');
const unicast6 = listBlocks([open6], 'ipv6');

function listBlocks(blocks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const block of blocks) {
    const [network = '', prefix = ''] = block.split('/');
    list.addSubnet(network, Number(prefix), family);
  }
  return list;
}

/** Whether an address is anybody's on the internet: no loopback, private, link-local, carrier's, reserved or multicast one. */
export function isPublicAddress(address: string): boolean {
  // A zone (`fe80::1%eth0`) is of this machine.
  if (address.includes('%')) return false;
  switch (isIP(address)) {
    case 4:
      return !blocked4.check(address, 'ipv4');
    case 6:
      return unicast6.check(address, 'ipv6') && !blocked6.check(address, 'ipv6');
    default:
      return false;
  }
}
