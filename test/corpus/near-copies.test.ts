import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  areNearCopies,
  bandKeys,
  cutShingles,
  foldWords,
  haveSameNumbers,
  isSameTime,
  mayBeCopies,
  measureContainment,
  signatureLength,
  signShingles,
} from '../../src/corpus/near-copies.ts';
import { splitArticles } from '../../src/corpus/split-articles.ts';
import { makeRandom } from '../support/random.ts';

const corpus = new URL('../../corpus/', import.meta.url);

/** The articles of the sample corpus that are long enough to be told from others. */
const samples = readdirSync(corpus)
  .filter((file) => /\.(?:md|txt)$/.test(file) && file !== 'README.md')
  .sort()
  .flatMap((file) => splitArticles({ file, text: readFileSync(new URL(file, corpus), 'utf8') }).articles)
  .filter(({ body }) => cutShingles(body).hashes.size >= 300);
const bodies = samples.map(({ body }) => body);

/** Whether the second text is found among candidates and then taken for a copy of the first. */
function isFound(a: string, b: string): boolean {
  const [one, other] = [cutShingles(a), cutShingles(b)];
  const [signature, otherSignature] = [signShingles(one), signShingles(other)];
  if (signature === null || otherSignature === null) return false;
  const keys = new Set(bandKeys(signature));
  const isCandidate = bandKeys(otherSignature).some((key) => keys.has(key));
  return isCandidate && mayBeCopies(signature, otherSignature) && areNearCopies(one, other);
}

const shareFound = (change: (body: string, at: number) => string): number =>
  bodies.filter((body, at) => isFound(body, change(body, at))).length / bodies.length;

/** One word in `every` becomes another; of two ideographs, where words have no spaces. */
function reword(body: string, every: number, seed: number): string {
  const random = makeRandom(seed);
  const pattern =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,2}|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\p{L})+/gu;
  const words = body.match(pattern) ?? [];
  return body.replace(pattern, (word) => (random.next() < 1 / every ? random.pick(words) : word));
}

describe('copies of the sample articles', () => {
  it('are of every script of the corpus', () => {
    expect(samples.length).toBeGreaterThan(20);
    expect(new Set(samples.map(({ language }) => language)).size).toBeGreaterThanOrEqual(7);
  });

  it.each([
    ['unchanged', 1, (body: string) => body],
    ['cut to half', 1, (body: string) => body.slice(0, body.length / 2)],
    ['cut to a third', 0.9, (body: string) => body.slice(0, body.length / 3)],
    ['with one word in twelve changed', 1, (body: string, at: number) => reword(body, 12, at)],
    ['with one word in eight changed', 0.9, (body: string, at: number) => reword(body, 8, at)],
    [
      'with another opening',
      1,
      (body: string, at: number) => `${bodies[(at + 3) % bodies.length]?.slice(0, 120)} ${body}`,
    ],
    [
      'in capitals and without punctuation',
      1,
      (body: string) => body.toUpperCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '),
    ],
  ])('are found %s', (_what, share, change) => {
    expect(shareFound(change)).toBeGreaterThanOrEqual(share);
  });

  it.each([
    ['the next article', (_body: string, at: number) => bodies[(at + 1) % bodies.length] ?? ''],
    [
      'the same text with other numbers',
      (body: string) =>
        `${body} 11 22 33 44`
          .replace(/\d/g, (digit) => String((Number(digit) * 7 + 3) % 10))
          .replace(/$/, ' 55 66'),
    ],
    ['its first sixth', (body: string) => body.slice(0, body.length / 6)],
  ])('are not seen in %s', (_what, change) => {
    const numerous = (body: string) => (body.match(/\d+/gu)?.length ?? 0) >= 6;
    const wrong = bodies.filter((body, at) => numerous(body) && isFound(body, change(body, at)));
    expect(wrong).toEqual([]);
  });

  it('are none of each other', () => {
    const pairs = bodies.flatMap((a, at) =>
      bodies.slice(at + 1).map((b) => areNearCopies(cutShingles(a), cutShingles(b))),
    );
    expect(pairs.filter(Boolean)).toEqual([]);
  });
});

describe('cutShingles', () => {
  it.each([
    ['Chinese', '大桥昨天正式通车，全长三百米。', '大橋昨天正式通車 全長三百米'],
    ['English', 'The ferry — “at last” — sails.', 'THE FERRY, at last, sails'],
    ['Arabic', 'فُتِحَ السوقُ القديم أمس', 'فتح السوق القديم أمس'],
  ])('cares for letters alone: %s', (_what, a, b) => {
    expect(cutShingles(a).hashes).toEqual(cutShingles(b).hashes);
    expect(cutShingles(a).hashes.size).toBeGreaterThan(3);
  });

  it.each(['', ' ', '短', 'brief', '🎉'])('gives none for %j', (text) => {
    expect(cutShingles(text).hashes.size).toBe(0);
  });

  it('reads the numbers of a text in the digits of any script', () => {
    expect([...cutShingles('٣٤٠ people, 1,200 boats and 2.5 km').numbers]).toEqual(['340', '1,200', '2.5']);
  });
});

describe('signShingles', () => {
  it('gives nothing for a text too short to be told from others', () => {
    expect(signShingles(cutShingles('The ferry sails again on Monday.'))).toBeNull();
  });

  it('estimates the share of common shingles', () => {
    const [a = '', b = ''] = bodies;
    const mixed = `${a}\n\n${b}`;
    const [one, other] = [cutShingles(a), cutShingles(mixed)];
    const share = one.hashes.size / other.hashes.size;
    const [x, y] = [signShingles(one), signShingles(other)];
    const equal = x?.filter((value, at) => value === y?.[at]).length ?? 0;
    expect(x).toHaveLength(signatureLength);
    expect(Math.abs(equal / signatureLength - share)).toBeLessThan(0.2);
  });

  it('has a key a band, all different, each a safe integer', () => {
    const keys = bandKeys(signShingles(cutShingles(bodies[0] ?? '')) ?? new Uint32Array());
    expect(keys).toHaveLength(signatureLength / 2);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every(Number.isSafeInteger)).toBe(true);
  });
});

describe('measureContainment', () => {
  it('is the share of the shorter text, in [0, 1]', () => {
    const whole = cutShingles('the old ferry sails again on monday morning');
    expect(measureContainment(cutShingles('the old ferry sails'), whole)).toBe(1);
    expect(measureContainment(whole, cutShingles('大桥昨天正式通车'))).toBe(0);
    expect(measureContainment(whole, cutShingles(''))).toBe(0);
  });
});

describe('haveSameNumbers', () => {
  it.each([
    ['1 2 3 4 5', '1 2 3 9 8', true],
    ['1 2 3 4 5', '6 7 8 9 5', false],
    ['1 2 3', '7 8 9', true],
    ['', '1 2 3 4', true],
  ])('of "%s" and "%s" is %s', (a, b, same) => {
    expect(haveSameNumbers(cutShingles(a), cutShingles(b))).toBe(same);
  });
});

describe('isSameTime', () => {
  it.each([
    ['2026-01-01', '2026-02-01', true],
    ['2026-01-01', '2026-02-02', false],
    ['2026-02-02', '2026-01-01', false],
    [null, '2026-01-01', true],
  ])('of %s and %s is %s', (a, b, same) => {
    expect(isSameTime({ publishedOn: a }, { publishedOn: b })).toBe(same);
  });
});

describe('foldWords', () => {
  it.each([
    ['a dateline', 'OSTREY (Northline) — The gate broke.', 'The gate broke.'],
    ['a dateline with a date', 'MADRID, 3 mar (EFE).- El puente cedió.', 'El puente cedió.'],
    ['an agency in brackets', '（新华社北京1月1日电）大桥昨天通车。', '大桥昨天通车。'],
    ['an agency without brackets', '新华社北京1月1日电（记者 林若水）大桥昨天通车。', '大桥昨天通车。'],
    ['a Russian agency', 'ОСТРЕЙ, 3 марта. /ТАСС/. Канал закрыт.', 'Канал закрыт.'],
    ['Traditional characters', '雲屏山纜車停駛', '云屏山缆车停驶'],
    ['quotation marks and spaces', '“The gate  broke,” he said.', '"The gate broke", he said.'],
    ['vowel signs', 'فُتِحَ السوقُ', 'فتح السوق'],
  ])('leaves out %s', (_what, a, b) => {
    expect(foldWords(a, true)).toBe(foldWords(b, true));
  });

  it.each([
    ['a number', 'It cost 2.4 million.', 'It cost 24 million.'],
    ['a digit', '车厢内214名游客', '车厢内241名游客'],
    ['a percent sign', 'Up 5%.', 'Up 5.'],
    ['a currency', 'It cost £5.', 'It cost €5.'],
    ['a sign', 'It was −5 degrees.', 'It was 5 degrees.'],
    ['a word', 'The gate broke.', 'The gate did not break.'],
    ['who said it', 'Haugen (58) said so.', 'Orrell (44) said so.'],
  ])('keeps %s', (_what, a, b) => {
    expect(foldWords(a, true)).not.toBe(foldWords(b, true));
  });

  it('keeps the words before a dash in a sentence that does not open its article', () => {
    const one = 'Директор завода — Иван Петров.';
    const other = 'Мэр города — Иван Петров.';
    expect(foldWords(one, false)).not.toBe(foldWords(other, false));
  });
});
