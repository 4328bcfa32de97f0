import type { Config } from '../config.ts';
import type { Operating, OperateOptions } from './operate.ts';

/**
 * Serves health and metrics where the settings say so; else null, and what counts them is not even loaded, which takes a
 * tenth of a second.
 *
 * @throws UserError as `operate`
 */
export async function startOperating(
  { healthHost: host, healthPort: port }: Config,
  options: Omit<OperateOptions, 'host' | 'port'>,
): Promise<Operating | null> {
  if (port === null) return null;
  const { operate } = await import('./operate.ts');
  const operating = await operate({ ...options, host, port });
  options.log.info({ address: operating.address }, 'health and metrics are served');
  return operating;
}
