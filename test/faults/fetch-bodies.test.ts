import { once } from 'node:events';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from '../../src/corpus/readers/readers.ts';
import { UserError } from '../../src/errors.ts';
import { pullPage } from '../../src/fetch/pull.ts';
import { safeFetch } from '../../src/fetch/safe-fetch.ts';
import type { FetchOptions } from '../../src/fetch/safe-fetch.ts';
import { serve, startNewsServer } from '../fetch/news-server.ts';
import type { NewsServer } from '../fetch/news-server.ts';

/** Faults 18 and 19: bodies that are made to fill memory, to take for ever, or to harm who reads them. */
const mebibyte = 1024 * 1024;
/** 64 MiB of zeros: 64 KiB as gzip, 60 bytes as brotli. */
const zeros = Buffer.alloc(64 * mebibyte);
const bombs = { gzip: gzipSync(zeros), br: brotliCompressSync(zeros) };
const twice = gzipSync(bombs.gzip);

const page = '<html><body><p>short</p></body></html>';
const routes = serve({
  '/gzip-bomb': (_, response) => response.setHeader('content-encoding', 'gzip').end(bombs.gzip),
  '/br-bomb': (_, response) => response.setHeader('content-encoding', 'br').end(bombs.br),
  '/twice-bomb': (_, response) => response.setHeader('content-encoding', 'gzip, gzip').end(twice),
  '/five-times': (_, response) =>
    response.setHeader('content-encoding', 'gzip,gzip,gzip,gzip,gzip').end(twice),
  '/unknown-coding': (_, response) => response.setHeader('content-encoding', 'zstd').end(page),
  '/no-gzip': (_, response) => response.setHeader('content-encoding', 'gzip').end(page),
  '/cut-gzip': (_, response) => {
    const packed = gzipSync(page.repeat(100));
    response.setHeader('content-encoding', 'gzip').end(packed.subarray(0, packed.length - 20));
  },
  '/gzip': (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(page)),
  '/br': (_, response) => response.setHeader('content-encoding', 'br').end(brotliCompressSync(page)),
  '/declared-huge': (_, response) => response.writeHead(200, { 'content-length': 10 ** 12 }).write('x'),
  '/endless': (_, response) => {
    const block = Buffer.alloc(65_536, 'news ');
    const more = (): void => {
      while (!response.destroyed && response.write(block));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  },
  '/silent': () => undefined,
  '/silent-body': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).write('<html>'),
  '/drip': (_, response) => {
    const timer = setInterval(() => response.write('x'), 30);
    response.once('close', () => clearInterval(timer));
  },
  '/cut-short': (_, response) => {
    response.writeHead(200, { 'content-length': 1000 }).write('only this');
    setTimeout(() => response.destroy(), 20);
  },
  '/too-long': (_, response) => {
    response.socket?.end(`HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nfirst and much more than it said`);
  },
  '/headers': (_, response) => response.setHeader('x-long', 'x'.repeat(100_000)).end(page),
  '/cookie': (request, response) => {
    response.writeHead(302, { 'set-cookie': 'id=1', location: '/cookie-back' }).end(request.headers.cookie);
  },
  '/cookie-back': (request, response) => response.end(JSON.stringify(request.headers)),
});

let server: NewsServer;
beforeAll(async () => {
  server = await startNewsServer(routes);
});
afterAll(() => server.close());

const get = (path: string, options: FetchOptions = {}) =>
  safeFetch(server.url(path), { network: server.network, maxBytes: mebibyte, ...options });

async function failureOf(path: string, options: FetchOptions = {}): Promise<string> {
  const error: unknown = await get(path, options).catch((caught: unknown) => caught);
  if (!(error instanceof UserError)) return `no UserError: ${String(error)}`;
  const { detail = '' } = error.context;
  return `${error.code} ${String(detail)}`.trim();
}

describe('a body without measure', () => {
  it.each(['/gzip-bomb', '/br-bomb', '/twice-bomb', '/endless', '/declared-huge'])(
    'is given up at the limit: %s',
    async (path) => {
      globalThis.gc?.();
      const [before, startedMs] = [process.memoryUsage.rss(), performance.now()];
      let peak = before;
      const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
      expect(await failureOf(path)).toBe('url-too-large');
      clearInterval(watch);
      expect(performance.now() - startedMs).toBeLessThan(3_000);
      expect(peak - before).toBeLessThan(48 * mebibyte);
    },
  );

  it.each([
    ['/five-times', 'url-unreachable content-encoding'],
    ['/unknown-coding', 'url-unreachable content-encoding'],
    ['/no-gzip', 'url-unreachable Z_DATA_ERROR'],
    ['/cut-gzip', 'url-unreachable Z_BUF_ERROR'],
    ['/cut-short', 'url-unreachable ECONNRESET'],
    ['/headers', 'url-unreachable HPE_HEADER_OVERFLOW'],
  ])('is not kept when it is packed or cut wrongly: %s', async (path, failure) => {
    expect(await failureOf(path)).toBe(failure);
  });

  it('is read no further than its declared length', async () => {
    expect(Buffer.from((await get('/too-long')).bytes).toString()).toBe('first');
  });

  it.each(['/gzip', '/br'])('is unpacked where it is honest: %s', async (path) => {
    expect(Buffer.from((await get(path)).bytes).toString()).toBe(page);
  });
});

describe('a slow server', () => {
  it.each([
    ['/silent', { idleMs: 150 }],
    ['/silent-body', { idleMs: 150 }],
    ['/silent', { timeoutMs: 150 }],
    ['/silent-body', { timeoutMs: 150 }],
    // A byte now and then is no silence; the time for all of it runs out.
    ['/drip', { timeoutMs: 300, idleMs: 200 }],
  ])('is left after its time: %s %j', async (path, limits) => {
    const startedMs = performance.now();
    expect(await failureOf(path, limits)).toBe('url-too-slow');
    expect(performance.now() - startedMs).toBeLessThan(1_500);
  });

  it('is left when it sends its headers byte by byte', async () => {
    const slow = net.createServer((socket) => {
      const timer = setInterval(() => socket.write('x'), 20);
      socket.write('HTTP/1.1 200 OK\r\nx-slow: ');
      socket.on('error', () => undefined).on('close', () => clearInterval(timer));
    });
    slow.listen(0, '127.0.0.1');
    await once(slow, 'listening');
    const { port } = slow.address() as AddressInfo;
    const network = { ...server.network, isPortOpen: () => true, isAddressOpen: () => true };
    const url = `http://slow.example:${String(port)}/`;
    await expect(safeFetch(url, { network, timeoutMs: 300 })).rejects.toMatchObject({ code: 'url-too-slow' });
    slow.close();
  });

  it('is left when its name takes too long to resolve', async () => {
    const network = {
      ...server.network,
      resolve: () => new Promise<string[]>(Function.prototype as () => void),
    };
    expect(await failureOf('/gzip', { network, timeoutMs: 150 })).toBe('url-too-slow');
  });

  it('is left at once when nobody waits any more', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('stopped')), 50);
    await expect(get('/silent', { signal: controller.signal })).rejects.toThrow('stopped');
  });
});

describe('what is sent', () => {
  it('holds no cookie and names the bot', async () => {
    const headers = JSON.parse(Buffer.from((await get('/cookie')).bytes).toString()) as Record<
      string,
      string
    >;
    expect(headers['cookie']).toBeUndefined();
    expect(headers['user-agent']).toContain('Newsquote');
    expect(headers['host']).toBe(`paper.example:${String(server.port)}`);
  });

  it('has no header made of what a server said before', async () => {
    const headers = await get('/cookie-back', { etag: '"a"\r\nx-evil: 1', lastModified: 'now' });
    const sent = JSON.parse(Buffer.from(headers.bytes).toString()) as Record<string, string>;
    expect(sent).not.toHaveProperty('x-evil');
    expect(sent).not.toHaveProperty('if-none-match');
    expect(sent['if-modified-since']).toBe('now');
  });
});

const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at === 0 ? '' : at};`.repeat(10)}">`,
).join('')}]><rss version="2.0"><channel><title>x</title><item><title>&lol9;</title></item></channel></rss>`;
const external = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&x;</title><item><title>&x;</title><description>&x;</description></item></channel></rss>`;

const hostile: readonly (readonly [name: string, type: string, body: string])[] = [
  ['billion laughs', 'application/rss+xml', laughs],
  ['an external entity', 'text/xml', external],
  ['billion laughs as XHTML', 'application/xhtml+xml', laughs.replace('rss', 'html')],
  ['100,000 tags in each other', 'text/html', '<div>'.repeat(100_000)],
  [
    '100,000 elements in each other in a feed',
    'application/xml',
    '<rss><channel>' + '<item>'.repeat(100_000),
  ],
  ['100,000 brackets in each other', 'application/json', '['.repeat(100_000)],
  ['a million attributes', 'text/html', `<p ${'a="b" '.repeat(1_000_000)}>`],
  ['a PDF of nothing', 'application/pdf', `%PDF-1.7\n${'0 0 obj '.repeat(10_000)}`],
  ['a script alone', 'text/html', `<script>${'x();'.repeat(100_000)}</script>`],
  ['an open comment', 'text/html', `<!--${'-'.repeat(1_000_000)}`],
];

describe('a document that is built to harm', () => {
  it.each(hostile)('is no article: %s', async (_, type, body) => {
    const hostileServer = await startNewsServer((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': type }).end(body);
    });
    const [before, startedMs] = [process.memoryUsage.rss(), performance.now()];
    const pulling = pullPage(hostileServer.url('/2026/03/story'), {
      network: hostileServer.network,
      now: new Date('2026-03-04T05:06:07Z'),
    });
    await expect(pulling).rejects.toMatchObject({ code: 'url-not-an-article' });
    expect(performance.now() - startedMs).toBeLessThan(5_000);
    expect(process.memoryUsage.rss() - before).toBeLessThan(300 * mebibyte);
    await hostileServer.close();
  });

  it('is refused by the readers for what it is', async () => {
    const reasonOf = async (name: string, body: string) => {
      const opened = await openPage(name, Buffer.from(body));
      return 'reason' in opened ? opened.reason : 'opened';
    };
    expect(await reasonOf('a.xml', laughs)).toBe('too-complex');
    expect(await reasonOf('a.xml', external)).toBe('too-complex');
    expect(await reasonOf('a.html', '<div>'.repeat(100_000))).toBe('too-complex');
  });
});
