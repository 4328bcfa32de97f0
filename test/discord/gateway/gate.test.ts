import { describe, expect, it } from 'vitest';
import { isIn } from '../../../src/discord/gateway/gate.ts';
import { makeAsker } from '../support/askers.ts';

describe('channels that were chosen', () => {
  it.each([
    ['the channel itself', { channelId: '1' }, true],
    ['a thread of it, or a post of a forum', { channelId: '9', parentChannelId: '1' }, true],
    ['another channel', { channelId: '2' }, false],
    ['a thread of another channel', { channelId: '9', parentChannelId: '2' }, false],
    ['no channel that is known', { channelId: null }, false],
  ])('hold %s: %j', (_what, place, expected) => {
    expect(isIn(['1'], makeAsker(place))).toBe(expected);
  });
});
