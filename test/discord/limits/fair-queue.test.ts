import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { FairQueue, QueueFullError } from '../../../src/discord/limits/fair-queue.ts';
import { Limits } from '../../../src/discord/limits/limits.ts';
import { makeAsker, otherGuildId } from '../support/askers.ts';

/** A job that ends when it is told to. */
function makeJob(name: string, started: string[]) {
  let finish: (value: string) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const done = new Promise<string>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  const run = (): Promise<string> => {
    started.push(name);
    return done;
  };
  return { run, finish: () => finish(name), fail: () => fail(new Error(name)) };
}

const turn = (): Promise<void> => setImmediate();

describe('FairQueue', () => {
  it('runs as many as it may at once, and gives each its result', async () => {
    const queue = new FairQueue({ concurrency: 2, maxWaiting: 9, maxWaitingPerKey: 9 });
    const started: string[] = [];
    const jobs = ['1', '2', '3'].map((name) => makeJob(name, started));
    const results = jobs.map((job) => queue.run('a', job.run));
    expect(started).toEqual(['1', '2']);
    expect(queue.size).toBe(3);
    jobs[1]?.finish();
    await results[1];
    await turn();
    expect(started).toEqual(['1', '2', '3']);
    jobs[0]?.finish();
    jobs[2]?.finish();
    expect(await Promise.all(results)).toEqual(['1', '2', '3']);
    expect(queue.size).toBe(0);
  });

  it('lets everything else have its turn between two jobs that never wait', async () => {
    const queue = new FairQueue({ concurrency: 1, maxWaiting: 99, maxWaitingPerKey: 99 });
    const order: string[] = [];
    const jobs = [1, 2, 3, 4].map((at) => queue.run('a', async () => void order.push(`job ${at}`)));
    void turn().then(() => order.push('somebody else'));
    await Promise.all(jobs);
    expect(order.indexOf('somebody else')).toBeLessThan(3);
  });

  it('takes the next one from each key in turn', async () => {
    const queue = new FairQueue({ concurrency: 1, maxWaiting: 99, maxWaitingPerKey: 99 });
    const order: string[] = [];
    const ask = (key: string, name: string): Promise<void> =>
      queue.run(key, async () => {
        order.push(name);
        await turn();
      });
    await Promise.all([
      ...[1, 2, 3, 4, 5].map((at) => ask('flood', `flood ${at}`)),
      ask('b', 'b 1'),
      ask('c', 'c 1'),
      ask('b', 'b 2'),
    ]);
    expect(order).toEqual(['flood 1', 'flood 2', 'b 1', 'c 1', 'flood 3', 'b 2', 'flood 4', 'flood 5']);
  });

  it.each([
    ['in all', { concurrency: 1, maxWaiting: 2, maxWaitingPerKey: 9 }, ['a', 'b', 'c', 'd']],
    ['of one key', { concurrency: 1, maxWaiting: 9, maxWaitingPerKey: 2 }, ['a', 'a', 'a', 'a']],
  ])('refuses at once what is too much %s, and goes on', async (_, rules, keys) => {
    const queue = new FairQueue(rules);
    const started: string[] = [];
    const jobs = keys.map((key, at) => ({ key, ...makeJob(`${key}${at}`, started) }));
    const results = jobs.map(({ key, run }) => queue.run(key, run).catch((error: unknown) => error));
    expect(await results[3]).toBeInstanceOf(QueueFullError);
    for (const job of jobs) job.finish();
    expect((await Promise.all(results)).slice(0, 3)).toEqual(
      jobs.slice(0, 3).map(({ key }, at) => `${key}${at}`),
    );
    expect(await queue.run('a', async () => 'again')).toBe('again');
  });

  it.each([
    ['rejects', async (): Promise<string> => Promise.reject(new Error('rejected'))],
    [
      'throws before it begins',
      (): Promise<string> => {
        throw new Error('thrown');
      },
    ],
  ])('hands on the error of a job that %s, and frees its place', async (_, job) => {
    const queue = new FairQueue({ concurrency: 1, maxWaiting: 9, maxWaitingPerKey: 9 });
    const results = [1, 2, 3].map(() => queue.run('a', job).catch((error: unknown) => String(error)));
    expect(await Promise.all(results)).toEqual(
      Array<unknown>(3).fill(expect.stringMatching(/Error: (rejected|thrown)/)),
    );
    expect(await queue.run('a', async () => 'well')).toBe('well');
    expect(queue.size).toBeLessThanOrEqual(1);
  });

  it('runs no more of one key at once than it may, and those of others meanwhile', async () => {
    const queue = new FairQueue({ concurrency: 3, runningPerKey: 1, maxWaiting: 9, maxWaitingPerKey: 9 });
    const started: string[] = [];
    const jobs = ['a1', 'a2', 'b1', 'a3', 'b2'].map((name) => makeJob(name, started));
    const results = jobs.map((job, at) => queue.run(['a', 'a', 'b', 'a', 'b'][at] ?? '', job.run));
    expect(started).toEqual(['a1', 'b1']);
    jobs[2]?.finish();
    await results[2];
    await turn();
    expect(started).toEqual(['a1', 'b1', 'b2']);
    jobs[0]?.finish();
    await results[0];
    await turn();
    expect(started).toEqual(['a1', 'b1', 'b2', 'a2']);
    for (const job of jobs) job.finish();
    await Promise.all(results);
    expect(started).toHaveLength(5);
    expect(queue.size).toBe(0);
  });
});

describe('Limits', () => {
  it('make a guild that floods wait for one of another', async () => {
    const limits = new Limits();
    const order: string[] = [];
    const ask = (guildId: string | null, userId: string): Promise<void> =>
      limits.run(makeAsker({ guildId, userId }), 'question', async () => {
        order.push(guildId ?? userId);
        await turn();
      });
    await Promise.all([
      ...Array.from({ length: 20 }, (_, at) => ask('flood', `u${at}`)),
      ask('calm', 'x'),
      ask(null, 'dm'),
    ]);
    expect(order.indexOf('calm')).toBeLessThan(6);
    expect(order.indexOf('dm')).toBeLessThan(7);
  });

  it('keep what never ends for one guild from the questions, acts and fetches of all others', async () => {
    const limits = new Limits();
    const never = makeJob('never', []);
    const slow = Array.from({ length: 6 }, (_, at) =>
      limits.run(makeAsker({ userId: `u${at}` }), 'fetch', never.run).catch((error: unknown) => error),
    );
    const [moderator, other] = [makeAsker({ userId: 'm' }), makeAsker({ guildId: otherGuildId })];
    expect(await limits.run(moderator, 'question', async () => 'answered')).toBe('answered');
    expect(await limits.run(moderator, 'act', async () => 'withdrawn')).toBe('withdrawn');
    expect(await limits.run(other, 'fetch', async () => 'fetched')).toBe('fetched');
    await expect(limits.run(moderator, 'fetch', never.run)).rejects.toThrow(QueueFullError);
    never.finish();
    await Promise.all(slow);
  });

  it.each([
    ['question', 3],
    ['press', 12],
    ['act', 12],
    ['fetch', 5],
  ] as const)(
    'let one person make %ss in a row, but not for ever, and nobody else wait for it',
    (effort, most) => {
      const limits = new Limits();
      const take = (userId: string) => limits.take(makeAsker({ userId }), effort, 0);
      expect(Array.from({ length: most }, () => take('flood')).every((waitMs) => waitMs === 0)).toBe(true);
      expect(take('flood')).toBeGreaterThan(0);
      expect(take('calm')).toBe(0);
    },
  );
});
