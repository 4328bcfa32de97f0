import { describe, expect, it } from 'vitest';
import { Cooldown } from '../../../src/discord/limits/cooldown.ts';
import { Limits } from '../../../src/discord/limits/limits.ts';
import { makeAsker } from '../support/askers.ts';

const rules = { capacity: 3, refillMs: 1000 };

describe('Cooldown', () => {
  it('lets a burst through, then one for every interval', () => {
    const cooldown = new Cooldown();
    const take = (at: number): number => cooldown.take('a', rules, at);
    expect([take(0), take(0), take(0)]).toEqual([0, 0, 0]);
    expect(take(0)).toBe(1000);
    expect(take(400)).toBe(600);
    expect(take(999)).toBeGreaterThan(0);
    expect(take(1000)).toBe(0);
    expect(take(1000)).toBe(1000);
  });

  it('is not kept waiting longer by those who try in vain', () => {
    const cooldown = new Cooldown();
    for (let at = 0; at < 3; at++) cooldown.take('a', rules, 0);
    for (let at = 0; at < 1000; at += 10) expect(cooldown.take('a', rules, at)).toBeGreaterThan(0);
    expect(cooldown.take('a', rules, 1000)).toBe(0);
  });

  it('fills up again, and not beyond', () => {
    const cooldown = new Cooldown();
    for (let at = 0; at < 3; at++) cooldown.take('a', rules, 0);
    const later = 1_000_000;
    expect([1, 2, 3].map(() => cooldown.take('a', rules, later))).toEqual([0, 0, 0]);
    expect(cooldown.take('a', rules, later)).toBe(1000);
  });

  it('keeps nobody else waiting', () => {
    const cooldown = new Cooldown();
    for (let at = 0; at < 50; at++) cooldown.take('a', rules, 0);
    expect(cooldown.take('b', rules, 0)).toBe(0);
  });

  it('remembers who asks often among 20,000 who ask once', () => {
    const cooldown = new Cooldown();
    for (let at = 0; at < 20_000; at++) {
      cooldown.take(`key ${at}`, rules, at);
      if (at % 100 === 0) cooldown.take('often', { capacity: 3, refillMs: 10_000_000 }, at);
    }
    expect(cooldown.take('often', { capacity: 3, refillMs: 10_000_000 }, 20_000)).toBeGreaterThan(0);
    expect(cooldown.take('key 0', rules, 20_000)).toBe(0);
  });
});

describe('Limits', () => {
  const person = (userId: string, settings = {}) => makeAsker({ userId }, settings);

  it('let three questions in a row through, then one for every cooldown of the guild', () => {
    const limits = new Limits();
    const asker = person('a', { cooldownSeconds: 7 });
    const take = (at: number): number => limits.take(asker, 'question', at);
    expect([take(0), take(0), take(0), take(0)]).toEqual([0, 0, 0, 7000]);
    expect(take(7000)).toBe(0);
  });

  it('count presses apart from questions, and let more of them through', () => {
    const limits = new Limits();
    const asker = person('a');
    for (let at = 0; at < 3; at++) limits.take(asker, 'question', 0);
    const presses = Array.from({ length: 12 }, () => limits.take(asker, 'press', 0));
    expect(presses).toEqual(Array<number>(12).fill(0));
    expect(limits.take(asker, 'press', 0)).toBe(700);
  });

  it('let fifty members of a guild ask at once, and slow down a flood of it alone', () => {
    const limits = new Limits();
    const waits = Array.from({ length: 80 }, (_, at) => limits.take(person(`u${at}`), 'question', 0));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(60);
    expect(limits.take(makeAsker({ userId: 'x', guildId: 'other' }), 'question', 0)).toBe(0);
    expect(limits.take(makeAsker({ userId: 'x2', guildId: null }), 'question', 0)).toBe(0);
    expect(limits.take(person('y'), 'question', 500)).toBe(0);
  });

  it('take a guild without a cooldown for what it is', () => {
    const limits = new Limits();
    const asker = person('a', { cooldownSeconds: 0 });
    const waits = Array.from({ length: 9 }, (_, at) => limits.take(asker, 'question', at));
    expect(Math.max(...waits)).toBeLessThanOrEqual(1);
  });

  it('locks nobody out when the clock is set back', () => {
    const cooldown = new Cooldown();
    const rules = { capacity: 2, refillMs: 1000 };
    const hour = 3_600_000;
    cooldown.take('a', rules, hour);
    cooldown.take('a', rules, hour);
    expect(cooldown.take('a', rules, 0)).toBe(1000);
    expect(cooldown.take('a', rules, 1000)).toBe(0);
  });
});
