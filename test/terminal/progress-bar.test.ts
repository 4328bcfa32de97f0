import { describe, expect, it } from 'vitest';
import { drawBar, showProgress } from '../../src/terminal/progress-bar.ts';

/** A display on a stream, with a clock that a test sets. */
function createDisplay(stream: { isTTY?: boolean; columns?: number } = {}) {
  const clock = { ms: 0 };
  const written: string[] = [];
  const display = showProgress({ ...stream, write: (text) => written.push(text) }, () => clock.ms);
  return { clock, written, update: display.update, finish: () => display.finish() };
}

describe('off a terminal', () => {
  it('writes one line a stage, when it is done', () => {
    const { clock, written, update, finish } = createDisplay();
    for (let done = 0; done <= 500; done++) {
      clock.ms += 10;
      update({ stage: 'embed', done, total: 500 });
    }
    update({ stage: 'store', done: 1, total: 1 });
    finish();
    expect(written).toEqual(['Embedding texts: 500 in 5.0 s\n', 'Storing pages: 1 in 0.0 s\n']);
  });

  it('writes nothing of a stage that has nothing to do, or whose end is not known', () => {
    const { written, update, finish } = createDisplay({ isTTY: false });
    update({ stage: 'embed', done: 0, total: 0 });
    update({ stage: 'read', done: 3, total: 0 });
    update({ stage: 'read', done: 1, total: 3 });
    finish();
    expect(written).toEqual([]);
  });

  it('writes no escape codes', () => {
    const { written, update } = createDisplay();
    for (const stage of ['read', 'embed', 'store', 'vectors'] as const) update({ stage, done: 2, total: 2 });
    expect(written).toHaveLength(4);
    expect(written.join('')).not.toMatch(/[\r\u001b]/);
  });
});

describe('on a terminal', () => {
  it('draws a bar over itself and ends its line', () => {
    const { clock, written, update, finish } = createDisplay({ isTTY: true, columns: 120 });
    update({ stage: 'embed', done: 0, total: 80 });
    clock.ms = 4000;
    update({ stage: 'embed', done: 40, total: 80 });
    clock.ms = 8000;
    update({ stage: 'embed', done: 80, total: 80 });
    finish();
    finish();
    expect(written).toEqual([
      '\r\u001b[KEmbedding texts ░░░░░░░░░░░░░░░░░░░░░░░░ 0/80',
      '\r\u001b[KEmbedding texts ████████████░░░░░░░░░░░░ 40/80 10/s 4 s left',
      '\r\u001b[KEmbedding texts ████████████████████████ 80/80 10/s',
      '\n',
    ]);
  });

  it('draws at most ten times a second, but always the end', () => {
    const { clock, written, update } = createDisplay({ isTTY: true });
    for (let done = 1; done <= 1000; done++) {
      clock.ms += 1;
      update({ stage: 'read', done, total: 1000 });
    }
    expect(written.length).toBeLessThanOrEqual(11);
    expect(written.at(-1)).toContain('1000/1000');
  });

  it('gives each stage a line', () => {
    const { written, update, finish } = createDisplay({ isTTY: true });
    update({ stage: 'read', done: 1, total: 1 });
    update({ stage: 'store', done: 1, total: 1 });
    finish();
    expect(written.filter((text) => text === '\n')).toHaveLength(2);
  });

  it.each([20, 40, 80])('stays within %i columns', (columns) => {
    const { clock, written, update } = createDisplay({ isTTY: true, columns });
    clock.ms = 1e7;
    update({ stage: 'vectors', done: 123_456, total: 1_000_000 });
    expect([...(written[0] ?? '').replace('\r\u001b[K', '')].length).toBeLessThan(columns);
  });

  it('writes nothing at the end when nothing was drawn', () => {
    const { written, finish } = createDisplay({ isTTY: true });
    finish();
    expect(written).toEqual([]);
  });
});

describe('drawBar', () => {
  it.each([
    [{ done: 1, total: 4 }, 2000, '1/4 0.5/s 6 s left'],
    [{ done: 100, total: 10_000 }, 1000, '100/10000 100/s 1 min 39 s left'],
    [{ done: 10, total: 10 }, 1000, '10/10 10/s'],
    [{ done: 0, total: 10 }, 0, '0/10'],
    [{ done: 0, total: 0 }, 1000, '0/0'],
  ])('says how far %j is after %i ms', (progress, elapsedMs, wanted) => {
    expect(drawBar({ stage: 'embed', ...progress }, elapsedMs).endsWith(` ${wanted}`)).toBe(true);
  });
});
