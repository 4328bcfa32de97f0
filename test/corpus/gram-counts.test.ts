import { expect, it } from 'vitest';
import { GramCounts } from '../../src/corpus/evidence/gram-counts.ts';

it.each(['the thin hat that he hated', '渡轮停航，渡轮复航', 'الميناء القديم في الميناء', 'a', ''])(
  'counts every gram of %j as often as it stands there',
  (text) => {
    const counts = new GramCounts(text.length);
    counts.add(text);
    expect(counts.total).toBe(text.length);
    for (const length of [1, 2, 3]) {
      const grams = Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) =>
        text.slice(at, at + length),
      );
      for (const gram of grams)
        expect(counts.count(gram)).toBe(grams.filter((other) => other === gram).length);
    }
    expect(counts.count('ζη')).toBe(0);
  },
);

it('counts no gram that runs from one text into the next', () => {
  const counts = new GramCounts(4);
  counts.add('ab');
  counts.add('cd');
  expect(['ab', 'bc', 'cd', 'abc'].map((gram) => counts.count(gram))).toEqual([1, 0, 1, 0]);
});
