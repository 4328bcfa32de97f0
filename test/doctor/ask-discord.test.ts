import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { askDiscord, NoAnswer } from '../../src/doctor/ask-discord.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that answers so; gives its REST address. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
}

const ask = (restApi: string) => askDiscord({ restApi, token: 'a-token', version: '1.2.3' }, '/gateway/bot');

describe('askDiscord', () => {
  it('asks as a bot, and gives status, body and the other clock', async () => {
    const seen: IncomingMessage[] = [];
    const restApi = await serve((request, response) => {
      seen.push(request);
      response.writeHead(200, { date: 'Tue, 04 Mar 2025 08:05:00 GMT' }).end('{"a":[1]}');
    });
    const answer = await ask(restApi);
    expect(answer).toMatchObject({ status: 200, body: { a: [1] }, retryAfterSeconds: null });
    expect(answer.date?.toISOString()).toBe('2025-03-04T08:05:00.000Z');
    expect(seen[0]?.url).toBe('/api/v10/gateway/bot');
    expect(seen[0]?.headers).toMatchObject({
      authorization: 'Bot a-token',
      'user-agent': 'DiscordBot (newsquote, 1.2.3)',
    });
  });

  it('gives a refusal like any other answer, also where it is no JSON', async () => {
    const restApi = await serve((_, response) =>
      response.writeHead(429, { 'retry-after': '7', date: 'some day' }).end('<html>1015</html>'),
    );
    expect(await ask(restApi)).toMatchObject({
      status: 429,
      body: undefined,
      retryAfterSeconds: 7,
      date: null,
    });
  });

  it('does not follow a redirect, which would carry the token elsewhere', async () => {
    const asked: (string | undefined)[] = [];
    const restApi = await serve(({ url }, response) => {
      asked.push(url);
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    await expect(ask(restApi)).rejects.toThrow(NoAnswer);
    expect(asked).toEqual(['/api/v10/gateway/bot']);
  });

  it('says what the system calls it where nobody answers', async () => {
    const restApi = await serve(() => undefined);
    closing.splice(0).forEach((close) => close());
    await expect(ask(restApi)).rejects.toThrow(/^ECONNREFUSED$/);
  });

  it('says nothing of a token that no header can hold', async () => {
    const restApi = await serve((_, response) => response.end('{}'));
    const asking = askDiscord({ restApi, token: 'secret\nwords', version: '1' }, '/gateway/bot');
    await expect(asking).rejects.toThrow(/^the connection failed$/);
  });
});
