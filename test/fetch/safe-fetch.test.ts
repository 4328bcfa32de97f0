import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { safeFetch } from '../../src/fetch/safe-fetch.ts';
import type { FetchOptions } from '../../src/fetch/safe-fetch.ts';
import { requirePage } from '../../src/fetch/status.ts';
import { serve, startNewsServer } from './news-server.ts';
import type { NewsServer } from './news-server.ts';

let server: NewsServer;
beforeAll(async () => {
  server = await startNewsServer(
    serve({
      '/页': (_, response) => response.end('never under this name'),
      '/%E9%A1%B5': (_, response) => response.end('渡船复航 — عادت العبّارة'),
      '/known': (request, response) => {
        const isKnown = request.headers['if-none-match'] === '"v1"';
        response.writeHead(isKnown ? 304 : 200, {
          etag: '"v1"',
          'last-modified': 'Wed, 04 Mar 2026 10:00:00 GMT',
        });
        response.end(isKnown ? undefined : 'news');
      },
      '/big5': (_, response) =>
        response
          .writeHead(200, { 'content-type': 'Text/HTML; Charset="Big5"' })
          .end(Buffer.from([0xa4, 0xa4])),
      '/busy': (_, response) => response.writeHead(429, { 'retry-after': '120' }).end('a long complaint'),
      '/gone': (_, response) => response.writeHead(410).end(),
      '/broken': (_, response) => response.writeHead(500).end(),
      '/moved': (_, response) => response.writeHead(301, { location: '/moved-again' }).end(),
      '/moved-again': (_, response) => response.writeHead(308, { location: '/known' }).end(),
      '/for-now': (_, response) => response.writeHead(302, { location: '/moved' }).end(),
      '/nowhere': (_, response) => response.writeHead(302).end('no location'),
    }),
  );
});
afterAll(() => server.close());

const get = (path: string, options: FetchOptions = {}) =>
  safeFetch(server.url(path), { network: server.network, ...options });

describe('safeFetch', () => {
  it('gives the bytes and what the server says of them', async () => {
    const { bytes, ...facts } = await get('/页#fragment');
    expect(Buffer.from(bytes).toString()).toBe('渡船复航 — عادت العبّارة');
    expect(facts).toMatchObject({
      status: 200,
      url: server.url('/%E9%A1%B5'),
      movedTo: null,
      contentType: null,
    });
    expect(await get('/big5')).toMatchObject({ contentType: 'text/html', charset: 'big5' });
  });

  it('asks whether anything has changed, and hears that nothing has', async () => {
    const { etag, lastModified } = await get('/known');
    expect({ etag, lastModified }).toEqual({ etag: '"v1"', lastModified: 'Wed, 04 Mar 2026 10:00:00 GMT' });
    const again = await get('/known', { etag, lastModified });
    expect(again).toMatchObject({ status: 304, etag: '"v1"' });
    expect(again.bytes).toHaveLength(0);
  });

  it('gives the status and the wait of a server that wants none of it', async () => {
    expect(await get('/busy')).toMatchObject({ status: 429, retryAfterMs: 120_000, bytes: new Uint8Array() });
  });

  it.each([
    ['/moved', '/known', true],
    ['/for-now', '/known', false],
  ])('follows %s and says whether it is for good', async (from, to, isForGood) => {
    const { url, movedTo, status } = await get(from);
    expect({ url, movedTo, status }).toEqual({
      url: server.url(to),
      movedTo: isForGood ? server.url(to) : null,
      status: 200,
    });
  });

  it('takes a redirect to nowhere as the answer', async () => {
    expect((await get('/nowhere')).status).toBe(302);
  });

  it('asks whether it may before every request, the redirected ones too', async () => {
    const asked: string[] = [];
    const permit = async (url: URL): Promise<void> => {
      asked.push(url.pathname);
      if (url.pathname === '/known')
        throw new UserError('url-refused', { host: url.hostname, reason: 'robots' });
    };
    server.asked.length = 0;
    await expect(get('/moved', { permit })).rejects.toMatchObject({ code: 'url-refused' });
    expect(asked).toEqual(['/moved', '/moved-again', '/known']);
    expect(server.asked).toEqual(['/moved', '/moved-again']);
  });

  it('tries the next address of a name where the first one is dead', async () => {
    const network = {
      ...server.network,
      resolve: async () => ['127.0.0.77', '127.0.0.1'],
      isAddressOpen: () => true,
    };
    expect((await get('/known', { network })).status).toBe(200);
  });

  it('says which host has no address', async () => {
    await expect(
      safeFetch('https://nothing.invalid.org/secret?token=1', { network: server.network }),
    ).rejects.toMatchObject({
      code: 'url-unreachable',
      context: { host: 'nothing.invalid.org', detail: 'ENOTFOUND' },
    });
  });

  it('says that a server speaks no TLS', async () => {
    const url = server.url('/known').replace('http:', 'https:');
    await expect(safeFetch(url, { network: server.network })).rejects.toMatchObject({
      code: 'url-unreachable',
    });
  });
});

describe('requirePage', () => {
  it.each([
    ['/gone', 'url-not-found', { detail: 'HTTP 410' }],
    ['/not-there', 'url-not-found', { detail: 'HTTP 404' }],
    ['/broken', 'url-unreachable', { detail: 'HTTP 500' }],
    ['/busy', 'url-unreachable', { detail: 'HTTP 429', retryAfterSeconds: 120 }],
  ])('says of %s what is wrong', async (path, code, context) => {
    const fetched = await get(path);
    expect(() => requirePage(fetched)).toThrow(
      expect.objectContaining({ code, context: { host: 'paper.example', ...context } }),
    );
  });
});
