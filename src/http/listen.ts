import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemErrorCode, UserError } from '../errors.ts';

/** Where a server is to listen. */
export interface ListenAt {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** What the settings of both begin with: `PREVIEW` for `PREVIEW_HOST` and `PREVIEW_PORT`. */
  readonly settings: string;
}

/**
 * Lets a server listen, and returns the address to open.
 *
 * @throws UserError `port-taken`, `host-unusable`
 */
export async function listen(server: Server, at: ListenAt): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(describeListenError(error, at));
    });
    server.listen(at.port, at.host, resolve);
  });
  const { address, family, port: actual } = server.address() as AddressInfo;
  // Every address of the machine: this one can be opened on it.
  const shown = address === '0.0.0.0' || address === '::' ? '127.0.0.1' : address;
  return `http://${family === 'IPv6' && shown.includes(':') ? `[${shown}]` : shown}:${String(actual)}`;
}

function describeListenError(error: Error, { host, port, settings }: ListenAt): Error {
  const code = systemErrorCode(error);
  const context = { host, port, settings, detail: code };
  if (code === 'EADDRINUSE') return new UserError('port-taken', context, { cause: error });
  if (/^(EACCES|EADDRNOTAVAIL|ENOTFOUND|EAI_AGAIN)$/.test(code))
    return new UserError('host-unusable', context, { cause: error });
  return error;
}
