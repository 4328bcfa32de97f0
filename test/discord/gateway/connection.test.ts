import { Status } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { describeConnection } from '../../../src/discord/gateway/connection.ts';

/** What is read of a client, with shards in these states. */
function clientWith(states: readonly Status[], ping: number): Parameters<typeof describeConnection>[0] {
  const shards = states.map((status) => ({ status }));
  const all = { size: shards.length, every: (test: (shard: object) => boolean) => shards.every(test) };
  return { ws: { shards: all, ping } } as unknown as Parameters<typeof describeConnection>[0];
}

describe('a connection', () => {
  it.each([
    ['with every shard ready', [Status.Ready, Status.Ready], true],
    ['with a shard that connects anew', [Status.Ready, Status.Connecting], false],
    ['with a shard that resumes', [Status.Resuming], false],
    ['with a shard that waits for its servers', [Status.WaitingForGuilds], false],
    ['before there is a shard', [], false],
  ])('%s', (_, states, isReady) => {
    expect(describeConnection(clientWith(states, 40)).isReady).toBe(isReady);
  });

  it.each([
    [-1, null],
    [NaN, null],
    [0, 0],
    [41, 41],
  ])('with a ping of %d has a latency of %j', (ping, latencyMs) => {
    expect(describeConnection(clientWith([Status.Ready], ping)).latencyMs).toBe(latencyMs);
  });
});
