import { describe, expect, it } from 'vitest';
import { cutLong } from '../../src/text/cut-long.ts';

const cut = (text: string, maxUnits: number) =>
  cutLong(text, { start: 0, end: text.length }, maxUnits).map(({ start, end }) => text.slice(start, end));

describe('cutLong', () => {
  it.each([
    ['a short Chinese text', '很短，很短。', 1],
    ['a short English text', 'short, short.', 1],
    ['a short Thai text', 'สั้น สั้น', 1],
    ['a long Chinese text', '一二三四，'.repeat(60), 3],
    ['a long English text', 'word '.repeat(60), 3],
    ['a Thai text of two sentences', `${'ก'.repeat(101)} ${'ข'.repeat(50)}`, 2],
  ])('leaves %s whole or parts it', (_what, text, count) => {
    expect(cut(text, 120)).toHaveLength(count);
    expect(cut(text, 120).join('')).toBe(text);
  });

  it.each(['，', ',', '،'])('cuts after the clause mark %s', (mark) => {
    const [first] = cut(`${'x'.repeat(90)}${mark} ${'x'.repeat(90)}`, 120);
    expect(first).toBe(`${'x'.repeat(90)}${mark}`);
  });
});
