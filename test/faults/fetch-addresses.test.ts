import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { publicNetwork } from '../../src/fetch/network.ts';
import type { Network } from '../../src/fetch/network.ts';
import { safeFetch } from '../../src/fetch/safe-fetch.ts';
import { serve, startNewsServer } from '../fetch/news-server.ts';
import type { NewsServer } from '../fetch/news-server.ts';

/** Fault 17: addresses that lead inwards. The server that they lead to counts who comes. */
let server: NewsServer;

/** Where each redirect of the server leads. */
const redirects: Record<string, string> = {};

beforeAll(async () => {
  const routes = serve({ '/page': (_, response) => response.end('inside') });
  server = await startNewsServer((request, response) => {
    const target = redirects[request.url ?? ''];
    if (target === undefined) routes(request, response);
    else response.writeHead(302, { location: target }).end();
  });
});

afterAll(() => server.close());

/** As on the internet, but that any port may be asked for: what is refused then is the address. */
const anyPort: Network = { ...publicNetwork, isPortOpen: () => true };

async function refusalOf(url: string, network: Network = anyPort): Promise<string> {
  try {
    await safeFetch(url, { network, timeoutMs: 4_000 });
    return 'fetched';
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return `${error.code} ${String(error.context['reason'] ?? error.context['detail'])}`;
  }
}

const inwards: readonly (readonly [spelling: string, reason: string])[] = [
  ['http://127.0.0.1:PORT/page', 'private-address'],
  ['http://127.0.0.1.:PORT/page', 'private-address'],
  ['http://127.1:PORT/page', 'private-address'],
  ['http://127.0.1:PORT/page', 'private-address'],
  ['http://2130706433:PORT/page', 'private-address'],
  ['http://0x7f000001:PORT/page', 'private-address'],
  ['http://0x7f.0.0.1:PORT/page', 'private-address'],
  ['http://0X7F.0X0.0X0.0X1:PORT/page', 'private-address'],
  ['http://017700000001:PORT/page', 'private-address'],
  ['http://0177.0.0.01:PORT/page', 'private-address'],
  ['http://00000177.0.0.1:PORT/page', 'private-address'],
  ['http://127.0.0.0x1:PORT/page', 'private-address'],
  ['http://127.127.127.127:PORT/page', 'private-address'],
  ['http://０１７７.０.０.１:PORT/page', 'private-address'],
  ['http://①②⑦.⓪.⓪.①:PORT/page', 'private-address'],
  ['http://127。0。0。1:PORT/page', 'private-address'],
  ['http://%31%32%37.0.0.1:PORT/page', 'private-address'],
  ['http:\\\\127.0.0.1:PORT\\page', 'private-address'],
  ['http:127.0.0.1:PORT/page', 'private-address'],
  ['ht\ntp://127.0.0.1:PORT/page', 'private-address'],
  [' http://127.0.0.1:PORT/page', 'private-address'],
  ['http://0:PORT/page', 'private-address'],
  ['http://0.0.0.0:PORT/page', 'private-address'],
  ['http://[::1]:PORT/page', 'private-address'],
  ['http://[::]:PORT/page', 'private-address'],
  ['http://[0:0:0:0:0:0:0:1]:PORT/page', 'private-address'],
  ['http://[::ffff:127.0.0.1]:PORT/page', 'private-address'],
  ['http://[::ffff:7f00:1]:PORT/page', 'private-address'],
  ['http://[0:0:0:0:0:ffff:127.0.0.1]:PORT/page', 'private-address'],
  ['http://[::127.0.0.1]:PORT/page', 'private-address'],
  ['http://[64:ff9b::7f00:1]:PORT/page', 'private-address'],
  ['http://[2002:7f00:1::]:PORT/page', 'private-address'],
  ['http://[fe80::1]:PORT/page', 'private-address'],
  ['http://[fd00::1]:PORT/page', 'private-address'],
  ['http://169.254.169.254/latest/meta-data/', 'private-address'],
  ['http://2852039166/latest/meta-data/', 'private-address'],
  ['http://0xa9fea9fe/', 'private-address'],
  ['http://[fd00:ec2::254]/latest/meta-data/', 'private-address'],
  ['http://100.100.100.200/', 'private-address'],
  ['http://10.0.0.1/', 'private-address'],
  ['http://172.16.0.1/', 'private-address'],
  ['http://192.168.0.1/', 'private-address'],
  ['http://224.0.0.1/', 'private-address'],
  ['http://255.255.255.255/', 'private-address'],
  ['http://localhost:PORT/page', 'private-name'],
  ['http://LOCALHOST:PORT/page', 'private-name'],
  ['http://localhost.:PORT/page', 'private-name'],
  ['http://localhost..:PORT/page', 'private-name'],
  ['http://paper.localhost:PORT/page', 'private-name'],
  ['http://printer.local/', 'private-name'],
  ['http://metadata.google.internal/', 'private-name'],
  ['http://router/', 'private-name'],
  ['http://router.home.arpa/', 'private-name'],
  ['http://wiki.corp/', 'private-name'],
  ['http://user:secret@127.0.0.1:PORT/page', 'credentials'],
  ['http://paper.example@127.0.0.1:PORT/page', 'credentials'],
  ['file:///etc/passwd', 'scheme'],
  ['file://127.0.0.1/etc/passwd', 'scheme'],
  ['gopher://127.0.0.1:PORT/_GET%20/page', 'scheme'],
  ['ftp://127.0.0.1:PORT/page', 'scheme'],
  ['dict://127.0.0.1:PORT/page', 'scheme'],
  ['ldap://127.0.0.1:PORT/page', 'scheme'],
  ['ws://127.0.0.1:PORT/page', 'scheme'],
  ['data:text/html,<h1>inside</h1>', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['blob:http://127.0.0.1:PORT/page', 'scheme'],
  ['jar:http://127.0.0.1:PORT!/page', 'scheme'],
  ['unix:/var/run/docker.sock', 'scheme'],
  ['http://[fe80::1%25eth0]:PORT/page', 'not-an-address'],
  ['http://[::1', 'not-an-address'],
  ['http://127.0.0.256/', 'not-an-address'],
  ['//127.0.0.1/page', 'not-an-address'],
  ['127.0.0.1/page', 'not-an-address'],
  ['', 'not-an-address'],
  [`http://paper.example/${'a'.repeat(5_000)}`, 'too-long'],
];

describe('an address that leads inwards', () => {
  it('is tried in more than forty spellings', () => {
    expect(inwards.length).toBeGreaterThanOrEqual(60);
  });

  it.each(inwards)('is refused as %s, without a connection', async (spelling, reason) => {
    const before = server.connectionCount();
    const url = spelling.replaceAll('PORT', String(server.port));
    expect(await refusalOf(url)).toBe(`url-refused ${reason}`);
    expect(server.connectionCount()).toBe(before);
  });

  it.each([22, 25, 3306, 6379, 11211, 27017])('is refused for port %i', async (port) => {
    expect(await refusalOf(`http://example.com:${String(port)}/`, publicNetwork)).toBe('url-refused port');
  });

  it('is refused by a message that names the host and no more', async () => {
    const error = await safeFetch('http://10.0.0.1/reset?token=verysecret', { network: anyPort }).catch(
      (caught: unknown) => caught,
    );
    expect(JSON.stringify(error)).not.toContain('verysecret');
    expect((error as UserError).context).toEqual({ host: '10.0.0.1', reason: 'private-address' });
  });
});

describe('a name that leads inwards', () => {
  const resolving = (...answers: string[][]): Network & { readonly count: () => number } => {
    let count = 0;
    return {
      ...anyPort,
      resolve: async () => answers[Math.min(count++, answers.length - 1)] ?? [],
      count: () => count,
    };
  };

  it.each([
    [['127.0.0.1']],
    [['::1']],
    [['::ffff:127.0.0.1']],
    [['10.1.2.3']],
    [['93.184.216.34', '127.0.0.1']],
    [['2606:4700:4700::1111', 'fe80::1']],
    [['not an address']],
  ])('is refused where it resolves to %j', async (addresses) => {
    const before = server.connectionCount();
    const url = `http://news.example.com:${String(server.port)}/page`;
    expect(await refusalOf(url, resolving(addresses))).toBe('url-refused private-address');
    expect(server.connectionCount()).toBe(before);
  });

  it('is resolved once: what it resolves to afterwards is not connected to', async () => {
    // Open to this one address, as if it were on the internet; nothing listens there.
    const changing = resolving(['127.0.0.9'], ['127.0.0.1']);
    const network = { ...changing, isAddressOpen: (address: string) => address === '127.0.0.9' };
    const before = server.connectionCount();
    const url = `http://rebind.example.com:${String(server.port)}/page`;
    expect(await refusalOf(url, network)).toBe('url-unreachable ECONNREFUSED');
    expect(changing.count()).toBe(1);
    expect(server.connectionCount()).toBe(before);
  });

  it('is checked anew at each redirect, when it has changed', async () => {
    redirects['/again'] = `http://paper.example:${String(server.port)}/page`;
    const changing = resolving(['127.0.0.1'], ['192.168.0.1']);
    const network = { ...server.network, resolve: changing.resolve };
    const before = server.connectionCount();
    expect(await refusalOf(server.url('/again'), network)).toBe('url-refused private-address');
    expect(server.connectionCount()).toBe(before + 1);
  });
});

describe('a redirect', () => {
  it.each([
    ['http://127.0.0.1:1/page', 'port'],
    ['http://127.0.0.1/page', 'private-address'],
    ['http://[::1]/page', 'private-address'],
    ['http://2130706433/page', 'private-address'],
    ['//169.254.169.254/latest/meta-data/', 'private-address'],
    ['http://localhost/page', 'private-name'],
    ['http://user:password@paper.example/', 'credentials'],
    ['file:///etc/passwd', 'scheme'],
    ['gopher://127.0.0.1/', 'scheme'],
    ['data:text/plain,inside', 'scheme'],
    ['http://[', 'not-an-address'],
  ])('to %s is refused, with no connection but the first', async (target, reason) => {
    redirects['/away'] = target;
    const before = server.connectionCount();
    expect(await refusalOf(server.url('/away'), server.network)).toBe(`url-refused ${reason}`);
    expect(server.connectionCount()).toBe(before + 1);
  });

  it('is followed five times and no more', async () => {
    for (let at = 0; at < 8; at++) redirects[`/hop${String(at)}`] = `/hop${String(at + 1)}`;
    redirects['/hop8'] = '/page';
    const before = server.connectionCount();
    expect(await refusalOf(server.url('/hop0'), server.network)).toBe('url-refused too-many-redirects');
    expect(server.connectionCount()).toBe(before + 6);
    expect((await safeFetch(server.url('/hop4'), { network: server.network })).status).toBe(200);
  });
});
