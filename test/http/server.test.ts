import { once } from 'node:events';
import type { Server } from 'node:http';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import type { GuardRules } from '../../src/http/guard.ts';
import { listen } from '../../src/http/listen.ts';
import { readPageFiles } from '../../src/preview/http/page-files.ts';
import { maxBodyBytes } from '../../src/preview/http/read-json.ts';
import { createGuardedServer } from '../../src/http/server.ts';
import type { PreviewState } from '../../src/preview/preview.ts';
import { createRoutes } from '../../src/preview/routes.ts';
import { CaptureStream } from '../support/capture-stream.ts';
import { postAsPage, sendRequest } from '../support/send-request.ts';
import { openPreview } from '../preview/support/open-preview.ts';

const person = { locale: 'en', timeZone: 'UTC' };
const loopback: GuardRules = { password: '', hostNames: ['127.0.0.1', 'localhost', '[::1]'] };
const servers: Server[] = [];
const log = new CaptureStream();
let state: PreviewState;
let address = '';

beforeAll(async () => {
  state = { status: 'ready', sources: await openPreview() };
  address = await serve(loopback);
});

afterAll(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
});

async function serve(rules: GuardRules, now: () => PreviewState = () => state): Promise<string> {
  const routes = createRoutes({
    state: now,
    evaluationFile: '/nowhere/evaluation.md',
    reportFile: '/nowhere/evaluation.html',
  });
  const server = createGuardedServer({
    routes: new Map([...readPageFiles(), ...routes]),
    rules,
    log: createLog(log),
  });
  servers.push(server);
  return listen(server, { host: '127.0.0.1', port: 0, settings: 'PREVIEW' });
}

describe('the page', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/app.js', 'text/javascript; charset=utf-8'],
    ['/style/page.css', 'text/css; charset=utf-8'],
    ['/icon.svg', 'image/svg+xml'],
  ])('has %s as %s', async (path, type) => {
    const { status, headers } = await sendRequest(address, path);
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type });
  });

  it('holds no script, style or address of elsewhere', async () => {
    const { text } = await sendRequest(address, '/');
    expect(text).not.toMatch(/<script(?![^>]* src=")|<style|\son\w+=|style=|https?:/i);
  });

  it.each(['/', '/app.js', '/api/status', '/nothing'])('sends its policy with %s', async (path) => {
    const { headers } = await sendRequest(address, path);
    const policy = headers['content-security-policy'] ?? '';
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "form-action 'none'",
    ])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });
});

describe('what is not there', () => {
  it.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/style/../../routes.ts',
    '/style/..\\..\\routes.ts',
    '//etc/passwd',
    '/page-types.ts',
    '/tsconfig.json',
    '/index.html',
    '/api',
    '/api/',
    '/API/status',
    '/constructor',
    '/__proto__',
    '/文章',
    '/app.js%00',
  ])('%s is answered with 404', async (path) => {
    const { status, text } = await sendRequest(address, encodeURI(path).replaceAll('%25', '%'));
    expect(status).toBe(404);
    expect(JSON.parse(text)).toEqual({ problem: 'nothing here' });
  });

  it('is told of in a path of another form too', async () => {
    expect((await sendRequest(address, 'http://evil.example/')).status).toBe(404);
  });
});

describe('methods', () => {
  it.each([
    ['POST', '/', 'GET, HEAD'],
    ['DELETE', '/api/status', 'GET, HEAD'],
    ['GET', '/api/command', 'POST'],
    ['PUT', '/api/command', 'POST'],
  ])('%s %s is refused, and says what is allowed', async (method, path, allow) => {
    const headers = { Origin: address, 'Content-Type': 'application/json' };
    const answer = await sendRequest(address, path, { method, headers });
    expect([answer.status, answer.headers.allow]).toEqual([405, allow]);
  });

  it('refuses a POST where there is nothing to send, whoever sends it', async () => {
    expect((await sendRequest(address, '/api/status', { method: 'POST' })).status).toBe(405);
  });

  it('answers HEAD without a body', async () => {
    const { status, headers, text } = await sendRequest(address, '/', { method: 'HEAD' });
    expect([status, text]).toEqual([200, '']);
    expect(Number(headers['content-length'])).toBeGreaterThan(500);
  });
});

describe('host names', () => {
  it.each(['evil.example', '127.0.0.1.evil.example:80', 'a b', '[::2]', 'localhost@evil.example'])(
    'refuses %j: a page of elsewhere may have brought its name here',
    async (host) => {
      expect(
        (await sendRequest(address, '/api/status', { headers: { Host: host } })).status,
      ).toBeGreaterThanOrEqual(400);
      expect((await sendRequest(address, '/', { headers: { Host: host } })).status).toBeGreaterThanOrEqual(
        400,
      );
    },
  );

  it.each(['localhost', 'LOCALHOST:1234', '127.0.0.1:9', '[::1]:8080'])('takes %s', async (host) => {
    expect((await sendRequest(address, '/api/status', { headers: { Host: host } })).status).toBe(200);
  });
});

describe('origins', () => {
  const json = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ ...person, text: 'ferry' });

  it.each<readonly [what: string, headers: Readonly<Record<string, string>>, status: number]>([
    ['no origin', json, 403],
    ['another site', { ...json, Origin: 'http://evil.example' }, 403],
    ['another port', { ...json, Origin: 'http://127.0.0.1:1' }, 403],
    ['a sandboxed frame', { ...json, Origin: 'null' }, 403],
  ])('%s may send nothing', async (_, headers, status) => {
    expect((await sendRequest(address, '/api/message', { method: 'POST', headers, body })).status).toBe(
      status,
    );
  });

  it('refuses what a form of any site could send', async () => {
    const headers = { Origin: address, 'Content-Type': 'text/plain' };
    expect((await sendRequest(address, '/api/message', { method: 'POST', headers, body })).status).toBe(415);
  });

  it('refuses what another site fetches, and lets it link here', async () => {
    const cross = { 'Sec-Fetch-Site': 'cross-site' };
    expect(
      (await sendRequest(address, '/api/archive', { headers: { ...cross, 'Sec-Fetch-Mode': 'no-cors' } }))
        .status,
    ).toBe(403);
    expect(
      (await sendRequest(address, '/', { headers: { ...cross, 'Sec-Fetch-Mode': 'navigate' } })).status,
    ).toBe(200);
  });
});

describe('bodies', () => {
  it.each(['', '{', '[]', 'null', '"text"', '{"text":1,"locale":"en","timeZone":"UTC"}'])(
    'refuses %s and says no more than where',
    async (body) => {
      const { status, text } = await postAsPage(address, '/api/message', body);
      expect(status).toBe(400);
      expect(JSON.parse(text).problem).toMatch(/^not (JSON|understood: [\w, ]+)$/);
    },
  );

  it('refuses one that is too large, said or not', async () => {
    const large = JSON.stringify({ ...person, text: 'x'.repeat(maxBodyBytes) });
    expect((await postAsPage(address, '/api/message', large)).status).toBe(413);
    const { hostname, port } = new URL(address);
    const socket = net.connect(Number(port), hostname);
    const head = [
      'POST /api/message HTTP/1.1',
      `Host: ${hostname}`,
      `Origin: ${address.replace(`:${port}`, '')}`,
    ];
    socket.write(
      [...head, 'Content-Type: application/json', 'Transfer-Encoding: chunked', '', ''].join('\r\n'),
    );
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
    for (let at = 0; at < 6; at++) socket.write(chunk);
    const [data] = (await once(socket, 'data')) as [Buffer];
    socket.on('error', () => undefined).destroy();
    expect(data.toString()).toMatch(/^HTTP\/1\.1 413 /);
  });
});

describe('the password', () => {
  const basic = (text: string) => ({ Authorization: `Basic ${Buffer.from(text).toString('base64')}` });
  let guarded = '';

  beforeAll(async () => {
    guarded = await serve({ password: '密码:x', hostNames: null });
  });

  it.each([{}, basic('anybody:wrong'), basic('密码:x'.slice(0, 3)), { Authorization: 'Bearer x' }])(
    'is asked for: %j',
    async (headers) => {
      const answer = await sendRequest(guarded, '/', { headers });
      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toMatch(/^Basic realm=/);
      expect(answer.text).not.toContain('<');
    },
  );

  it('opens the page, whatever the user and the host are called', async () => {
    const headers = { ...basic('anybody:密码:x'), Host: 'news.example' };
    expect((await sendRequest(guarded, '/', { headers })).status).toBe(200);
  });
});

describe('before the index is open', () => {
  it('says how far it is, and answers nothing else of it', async () => {
    const progress = { stage: 'embed', done: 3, total: 12 };
    const early = await serve(loopback, () => ({ status: 'starting', isBuilding: true, progress }));
    expect(JSON.parse((await sendRequest(early, '/api/status')).text)).toMatchObject({
      status: 'starting',
      progress,
    });
    expect((await sendRequest(early, '/')).status).toBe(200);
    const asked = await postAsPage(early, '/api/message', { ...person, text: 'ferry' });
    expect([asked.status, asked.headers['retry-after']]).toEqual([503, '2']);
  });
});

describe('listen', () => {
  it('names the port that is taken', async () => {
    const port = Number(new URL(address).port);
    const { createServer } = await import('node:http');
    const at = { host: '127.0.0.1', port, settings: 'HEALTH' };
    await expect(listen(createServer(), at)).rejects.toMatchObject({
      code: 'port-taken',
      context: at,
    });
  });

  it('names a host that is none of this machine', async () => {
    const { createServer } = await import('node:http');
    await expect(
      listen(createServer(), { host: '203.0.113.1', port: 0, settings: 'HEALTH' }),
    ).rejects.toMatchObject({
      code: 'host-unusable',
    });
  });
});

it('answers a bug with no word of it, and logs it', async () => {
  const broken = await serve(loopback, () => {
    throw new TypeError('秘密 of the inside');
  });
  const { status, text } = await sendRequest(broken, '/api/status');
  expect([status, text]).toEqual([500, '{"problem":"a bug; the log has more"}']);
  expect(log.text).toContain('秘密 of the inside');
});
