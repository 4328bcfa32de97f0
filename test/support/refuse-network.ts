/**
 * Loaded before every test file: connecting to anything but this machine throws, so that a test which needs the
 * network fails at once and everywhere, not only where there is none.
 */
import net from 'node:net';

const originalConnect: (this: net.Socket, ...args: never[]) => net.Socket = net.Socket.prototype.connect;
const originalFetch = globalThis.fetch;

// tls, http and https all connect through this method.
net.Socket.prototype.connect = function connect(this: net.Socket, ...args: unknown[]): net.Socket {
  const host = hostOf(args);
  if (!isLoopback(host)) throw refusal(host);
  return originalConnect.apply(this, args as never[]);
};

globalThis.fetch = async (input, init) => {
  const { protocol, hostname } = new URL(input instanceof Request ? input.url : input);
  if (protocol.startsWith('http') && !isLoopback(hostname)) throw refusal(hostname);
  return originalFetch(input, init);
};

/** The host that `socket.connect(...)` was asked for: options, `(port, host)`, a pipe's path, or Node's own array of these. */
function hostOf(args: readonly unknown[]): string {
  const [first, second] = args;
  if (Array.isArray(first)) return hostOf(first);
  if (typeof first === 'object' && first !== null) {
    const { host, path } = first as { host?: string; path?: string | null };
    return path ? 'localhost' : (host ?? 'localhost');
  }
  return typeof second === 'string' ? second : 'localhost';
}

function isLoopback(host: string): boolean {
  return /^(localhost|(.+\.)localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}

function refusal(host: string): Error {
  return new Error(
    `Tests may not use the network, and something connects to ${host}. Use a fake, or a server on 127.0.0.1.`,
  );
}
