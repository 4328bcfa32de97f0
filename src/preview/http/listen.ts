import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemErrorCode, UserError } from '../../errors.ts';

/**
 * Lets a server listen, and returns the address to open.
 *
 * @param port 0 for any that is free
 * @throws UserError `preview-port-taken`, `preview-host-unusable`
 */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(describeListenError(error, host, port));
    });
    server.listen(port, host, resolve);
  });
  const { address, family, port: actual } = server.address() as AddressInfo;
  // Every address of the machine: this one can be opened on it.
  const shown = address === '0.0.0.0' || address === '::' ? '127.0.0.1' : address;
  return `http://${family === 'IPv6' && shown.includes(':') ? `[${shown}]` : shown}:${String(actual)}`;
}

function describeListenError(error: Error, host: string, port: number): Error {
  const code = systemErrorCode(error);
  const context = { host, port, detail: code };
  if (code === 'EADDRINUSE') return new UserError('preview-port-taken', context, { cause: error });
  if (/^(EACCES|EADDRNOTAVAIL|ENOTFOUND|EAI_AGAIN)$/.test(code))
    return new UserError('preview-host-unusable', context, { cause: error });
  return error;
}
