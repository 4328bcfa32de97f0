import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { UnderWay } from '../../../src/discord/gateway/under-way.ts';

it('is over at once where nothing is under way', async () => {
  await new UnderWay().finish(60_000);
});

it('is over once all that was under way is', async () => {
  const underWay = new UnderWay();
  const finish: (() => void)[] = [];
  const hold = () =>
    new Promise<void>((resolve) => {
      finish.push(resolve);
    });
  const works = [1, 2].map(() => underWay.add(hold()));
  const seen: string[] = [];
  const over = underWay.finish(60_000).then(() => seen.push('over'));
  finish[0]?.();
  await works[0];
  await setImmediate();
  expect(seen).toEqual([]);
  finish[1]?.();
  await Promise.all([over, ...works]);
  expect(seen).toEqual(['over']);
});

const never = (): Promise<void> => new Promise(() => {});

it('tells those who would have to wait longer that it comes to nothing, and them alone', async () => {
  const underWay = new UnderWay();
  const told: string[] = [];
  const putOff = (name: string) => async () => void told.push(name);
  await underWay.add(Promise.resolve(), putOff('done'));
  void underWay.add(never(), putOff('hangs'));
  void underWay.add(never(), () => Promise.reject(new Error('gone')));
  await underWay.finish(1);
  expect(told).toEqual(['hangs']);
});
