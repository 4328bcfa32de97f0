import { Status } from 'discord.js';
import type { Client } from 'discord.js';

/** How a bot is connected to Discord. */
export interface Connection {
  /** Logged in, and told of what happens now. */
  readonly isReady: boolean;
  /** From a heartbeat to Discord's answer; null before the first, most of a minute after the login. */
  readonly latencyMs: number | null;
}

/** How a client is connected. */
export function describeConnection({ ws }: Pick<Client, 'ws'>): Connection {
  const isReady = ws.shards.size > 0 && ws.shards.every(({ status }) => status === Status.Ready);
  return { isReady, latencyMs: ws.ping >= 0 ? ws.ping : null };
}
