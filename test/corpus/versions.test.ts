import { describe, expect, it } from 'vitest';
import { areVersions, isNewer, isSameArticle, normalUrl, versionKeys } from '../../src/corpus/versions.ts';
import type { Versionable } from '../../src/corpus/versions.ts';

const long =
  'The old bakery on Fish Quay burned down on Sunday night. Nobody was hurt. The baker, Ida Brandvold, said that the oven had been cold since noon and that she would rebuild. The street stayed closed until 6am.';
const base: Versionable = {
  source: 'Osk Gazette',
  title: 'Bakery burns down',
  url: 'https://gazette.example/bakery',
  publishedOn: '2026-03-01',
  updatedAt: null,
  body: long,
};
const other = (change: Partial<Versionable>): Versionable => ({ ...base, ...change });

describe('normalUrl', () => {
  it.each([
    ['http://www.Paper.example/a/', 'https://paper.example/a', true],
    ['https://paper.example/a?utm_source=x&id=1#top', 'https://paper.example/a?id=1', true],
    ['https://paper.example/新闻', 'https://paper.example/%E6%96%B0%E9%97%BB', true],
    ['https://paper.example/a?id=1', 'https://paper.example/a?id=2', false],
    ['https://paper.example/a', 'https://other.example/a', false],
  ])('of %s and %s: same is %s', (a, b, same) => {
    expect(normalUrl(a) === normalUrl(b)).toBe(same);
  });

  it.each(['https://paper.example/', 'https://paper.example', 'no address', ''])(
    'is none for "%s"',
    (url) => {
      expect(normalUrl(url)).toBeNull();
    },
  );
});

describe('versionKeys', () => {
  it('are the source with the address and with the title', () => {
    expect(versionKeys(base, true)).toHaveLength(2);
    expect(versionKeys(base, true)).toEqual(
      versionKeys(other({ source: 'OSK GAZETTE', title: 'Bakery Burns Down!' }), true),
    );
    expect(versionKeys(base, false)).toHaveLength(1);
    expect(versionKeys(other({ title: '!', url: null }), true)).toEqual([]);
  });
});

describe('areVersions', () => {
  const reworded = long.replace('Nobody was hurt.', 'One person was hurt.');

  it.each([
    ['one address on one day, whatever the text', { title: 'Fire', body: 'All is well.' }, true],
    [
      'one address on two days, and much of the text',
      { title: 'Fire', publishedOn: '2026-03-02', body: reworded },
      true,
    ],
    ['one address on two days, and another text', { publishedOn: '2026-03-02', body: 'All is well.' }, false],
    [
      'one title on two days, and much of the text',
      { url: null, publishedOn: '2026-03-02', body: reworded },
      true,
    ],
    [
      'one title on two days, and another text',
      { url: null, publishedOn: '2026-03-02', body: 'All is well again.'.repeat(10) },
      false,
    ],
    ['one title, years apart', { url: null, publishedOn: '2028-03-02', body: reworded }, false],
    ['another source', { source: 'Post', body: reworded }, false],
    ['another title and address', { title: 'Fire', url: null, body: reworded }, false],
  ])('with %s: %3$s', (_what, change, same) => {
    expect(areVersions(base, other(change))).toBe(same);
    expect(areVersions(other(change), base)).toBe(same);
  });

  it('are not two days of a column that differ in their numbers', () => {
    const day = (numbers: readonly number[]) =>
      other({
        url: null,
        title: 'Prices at the fish market',
        body: `Cod was sold for ${numbers[0]} crowns a kilo, herring for ${numbers[1]}, mackerel for ${numbers[2]}, and sole for ${numbers[3]} crowns, the market office said. Landings were weighed at the quay and sold before noon to the usual buyers from the town.`,
      });
    expect(areVersions(day([41, 12, 18, 77]), { ...day([43, 11, 20, 79]), publishedOn: '2026-03-02' })).toBe(
      false,
    );
    expect(areVersions(day([41, 12, 18, 77]), { ...day([41, 12, 18, 79]), publishedOn: '2026-03-02' })).toBe(
      true,
    );
  });
});

describe('isSameArticle', () => {
  it.each([
    ['the title stayed', { body: '全新的内容。' }, true],
    ['the address stayed', { title: '火灾', body: '全新的内容。' }, true],
    ['the text stayed', { title: '火灾', url: null }, true],
    ['nothing stayed', { title: '火灾', url: null, body: '全新的内容。' }, false],
    [
      'only the address of the whole paper stayed',
      { title: 'x', url: 'https://gazette.example/', body: 'y' },
      false,
    ],
  ])('where %s: %3$s', (_what, change, same) => {
    expect(isSameArticle(base, other(change))).toBe(same);
  });
});

describe('isNewer', () => {
  it.each([
    [{ updatedAt: '2026-03-01T10:00:00.000Z' }, {}, true],
    [{ publishedOn: '2026-03-02' }, {}, true],
    [{ publishedOn: '2026-03-02' }, { updatedAt: '2026-03-03' }, false],
    [{}, {}, false],
    [{ publishedOn: null }, {}, false],
    [{}, { publishedOn: null }, false],
  ])('%j than %j: %s', (a, b, newer) => {
    expect(isNewer(other(a), other(b))).toBe(newer);
  });
});
