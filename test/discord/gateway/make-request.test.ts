import { createServer } from 'node:http';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRequestMaker } from '../../../src/discord/gateway/make-request.ts';

/** A server that notes when it was asked for what, and hangs up on the first so many. */
async function openServer(hangUps = 0): Promise<{ address: string; askedMs: number[] }> {
  const askedMs: number[] = [];
  const server = createServer((_, response) => {
    askedMs.push(performance.now());
    if (askedMs.length <= hangUps) response.destroy();
    else response.writeHead(204).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('no port');
  return { address: `http://127.0.0.1:${place.port}/api/v10`, askedMs };
}

/** A server that answers everything with one status. */
async function openRefusing(status: number) {
  const server = createServer((_, response) => response.writeHead(status).end());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('no port');
  return { address: `http://127.0.0.1:${place.port}/api/v10`, server };
}

describe('what Discord refuses', () => {
  const tell = async (status: number, path: string): Promise<string[]> => {
    const { address, server } = await openRefusing(status);
    const problems: string[] = [];
    const { makeRequest } = createRequestMaker((problem) => problems.push(problem));
    await makeRequest(`${address}${path}`, { method: 'POST' });
    server.close();
    return problems;
  };
  const callback = '/interactions/1/token/callback';

  it.each([
    [204, callback, []],
    [429, callback, ['rate-limit']],
    [403, '/channels/1/messages', ['forbidden']],
    [404, callback, ['unknown-interaction']],
    [401, '/webhooks/1/token/messages/@original', ['unknown-interaction']],
    [400, callback, ['rejected']],
    [404, '/channels/1/messages', ['rejected']],
    [401, '/gateway/bot', ['rejected']],
    [503, '/channels/1/messages', ['server-error']],
  ])('is told of by kind: %i of %s', async (status, path, expected) => {
    expect(await tell(status, path)).toEqual(expected);
  });

  it('is told of where nobody answers, too', async () => {
    const problems: string[] = [];
    const { makeRequest } = createRequestMaker((problem) => problems.push(problem));
    await expect(makeRequest('http://127.0.0.1:1/api/v10/users/@me', {})).rejects.toThrow();
    expect(problems).toEqual(['unreachable']);
  });
});

describe('createRequestMaker', () => {
  it('lets answers to interactions through at once, however many', async () => {
    const { address, askedMs } = await openServer();
    const { makeRequest, globalRequestsPerSecond } = createRequestMaker();
    const startedMs = performance.now();
    const paths = ['/interactions/1/token/callback', '/webhooks/1/token/messages/@original'];
    await Promise.all(
      Array.from({ length: 120 }, (_, at) =>
        makeRequest(`${address}${paths[at % 2] ?? ''}`, { method: 'POST' }),
      ),
    );
    expect(globalRequestsPerSecond).toBe(Infinity);
    expect(askedMs).toHaveLength(120);
    // So many others would have taken 2,750 ms.
    expect(performance.now() - startedMs).toBeLessThan(2500);
  });

  it('lets others through ten at once, and then one every 25 ms', async () => {
    const { address, askedMs } = await openServer();
    const { makeRequest } = createRequestMaker();
    const startedMs = performance.now();
    await Promise.all(
      Array.from({ length: 20 }, () => makeRequest(`${address}/channels/1/messages`, { method: 'POST' })),
    );
    expect(askedMs).toHaveLength(20);
    expect(performance.now() - startedMs).toBeGreaterThan(240);
  });

  it('calls a connection that was closed what discord.js tries again after, and leaves other errors as they are', async () => {
    const { address } = await openServer(1);
    const { makeRequest } = createRequestMaker();
    const url = `${address}/interactions/1/token/callback`;
    await expect(makeRequest(url, { method: 'POST' })).rejects.toThrow(/^ECONNRESET: other side closed/);
    expect(await makeRequest(url, { method: 'POST' })).toMatchObject({ status: 204 });
    await expect(makeRequest('http://127.0.0.1:1/api/v10/users/@me', {})).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
  });
});
