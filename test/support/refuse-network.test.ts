import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import tls from 'node:tls';
import { describe, expect, it } from 'vitest';

const refused = /may not use the network/;

describe('refuse-network', () => {
  it.each([
    ['net.connect', () => net.connect({ host: 'news.example', port: 80 })],
    ['net.connect with positions', () => net.connect(80, '192.0.2.1')],
    ['tls.connect', () => tls.connect({ host: 'news.example', port: 443 })],
    ['http.get', () => http.get('http://news.example/')],
    ['https.get', () => https.get('https://[2001:db8::1]/')],
  ])('refuses %s to another machine', (_, connect) => {
    expect(connect).toThrow(refused);
  });

  it('refuses fetch from another machine', async () => {
    await expect(fetch('https://localhost.example/')).rejects.toThrow(refused);
  });

  it('lets a test talk to its own server', async () => {
    const server = http.createServer((_, response) => response.end('here')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await (await fetch(`http://localhost:${port}/`)).text()).toBe('here');
    server.close();
  });
});
