import { once } from 'node:events';
import http from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { publicNetwork } from '../../src/fetch/network.ts';
import type { Network } from '../../src/fetch/network.ts';

/** A real server on this machine, which a test may be let through to. */
export interface NewsServer {
  readonly port: number;
  /** Connections since it was started. */
  readonly connectionCount: () => number;
  /** Paths that were asked for, in order; robots.txt is left out. */
  readonly asked: string[];
  /** Lets the names lead to this machine and the server's port be used; all else is as on the internet. */
  readonly network: Network;
  /** An address of the server under the name `paper.example`. */
  readonly url: (path: string) => string;
  readonly close: () => Promise<void>;
}

/** Starts a server. There is no robots.txt unless the listener has one. */
export async function startNewsServer(listener: RequestListener): Promise<NewsServer> {
  let connections = 0;
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = http.createServer((request, response) => {
    if (request.url !== '/robots.txt') asked.push(request.url ?? '');
    listener(request, response);
  });
  server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    connectionCount: () => connections,
    asked,
    network: {
      resolve: async (name) => {
        if (name.endsWith('.example')) return ['127.0.0.1'];
        throw Object.assign(new Error(name), { code: 'ENOTFOUND' });
      },
      isPortOpen: (asked) => asked === port || publicNetwork.isPortOpen(asked),
      isAddressOpen: (address, asked) =>
        (address === '127.0.0.1' && asked === port) || publicNetwork.isAddressOpen(address, asked),
    },
    url: (path) => `http://paper.example:${String(port)}${path}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A listener that answers by path; anything else is 404. */
export function serve(routes: Readonly<Record<string, RequestListener>>): RequestListener {
  return (request, response) => {
    const route = routes[(request.url ?? '').split('?')[0] ?? ''];
    if (route === undefined) response.writeHead(404).end();
    else route(request, response);
  };
}
