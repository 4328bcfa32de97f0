import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { UnderWay } from '../../../src/discord/gateway/under-way.ts';

it('is over at once where nothing is under way', async () => {
  await new UnderWay().whenOver();
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
  const over = underWay.whenOver().then(() => seen.push('over'));
  finish[0]?.();
  await works[0];
  await setImmediate();
  expect(seen).toEqual([]);
  finish[1]?.();
  await Promise.all([over, ...works]);
  expect(seen).toEqual(['over']);
});
