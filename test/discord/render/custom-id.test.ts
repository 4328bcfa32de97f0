import { describe, expect, it } from 'vitest';
import { readControlId, writeControlId } from '../../../src/discord/render/custom-id.ts';
import type { ControlId } from '../../../src/discord/render/custom-id.ts';
import { randomText, seededRandom } from '../../text/random-text.ts';

const longId = 'Ab_-'.repeat(10);
const large = 36 ** 7 - 1;

const ids: readonly ControlId[] = [
  { kind: 'more', answerId: 'abcdefghijk', from: 0 },
  { kind: 'more', answerId: longId, from: large },
  { kind: 'context', articleId: 'k3v9', start: 0, end: 1 },
  { kind: 'context', articleId: longId, start: large - 1, end: large },
  { kind: 'read', articleId: longId, page: large },
  { kind: 'turn', articleId: 'a', page: 35 },
  { kind: 'share', answerId: longId },
  { kind: 'helpful', answerId: '-_' },
  { kind: 'wrong', answerId: '0' },
  { kind: 'open' },
  { kind: 'latest', page: 36, sourceKey: '' },
  { kind: 'latest', page: large, sourceKey: longId },
];

describe('a control id', () => {
  it.each(ids.map((id) => [writeControlId(id), id] as const))('%s is read as it was written', (text, id) => {
    expect(readControlId(text)).toEqual(id);
    expect(text.length).toBeGreaterThan(0);
    expect(text.length).toBeLessThanOrEqual(100);
  });

  it('is another for each control', () => {
    expect(new Set(ids.map(writeControlId)).size).toBe(ids.length);
  });
});

describe('readControlId', () => {
  it.each([
    ['nothing', ''],
    ['a word', 'hello'],
    ['an older version', 'v0|more|abc|3'],
    ['another kind', 'delete:abc'],
    ['a kind in capitals', 'MORE:abc:0'],
    ['a kind of objects', 'constructor'],
    ['a prototype', '__proto__:a:0'],
    ['too few parts', 'more:abc'],
    ['too many parts', 'more:abc:1:2:3'],
    ['a part too many', 'share:abc:def'],
    ['an open list with more', 'open:abc'],
    ['no id', 'share:'],
    ['an id with a path', 'read:../../etc/passwd:0'],
    ['an id with a quotation mark', "read:a'--:0"],
    ['an id in Chinese', 'read:桥:0'],
    ['an id that is too long', `share:${'a'.repeat(41)}`],
    ['a negative number', 'more:abc:-1'],
    ['a number with a point', 'more:abc:1.5'],
    ['a number in capitals', 'more:abc:A'],
    ['a number with zeros before it', 'more:abc:007'],
    ['a number that is too large', 'more:abc:zzzzzzzz'],
    ['Arabic digits', 'more:abc:٣'],
    ['an end before its start', 'context:abc:5:5'],
    ['spaces', ' open'],
    ['a line break', 'open\n'],
    ['a source key with a slash', 'latest:0:a/b'],
    ['half a character', 'share:\ud83d'],
  ])('gives null for %s', (_, text) => {
    expect(readControlId(text)).toBeNull();
  });

  it('never throws, and gives only ids that would be written the same, for 10,000 random ones', () => {
    const random = seededRandom(17);
    const pieces = [
      ...ids.map(writeControlId).flatMap((id) => id.split(':')),
      ':',
      '',
      '0',
      'zz',
      '__proto__',
    ];
    for (let round = 0; round < 10_000; round++) {
      const parts = Array.from({ length: 1 + Math.floor(random() * 5) }, () => {
        const piece = pieces[Math.floor(random() * pieces.length)] ?? '';
        return random() < 0.2 ? randomText(random, 5) : piece;
      });
      const text = parts.join(':').slice(0, 100);
      const id = readControlId(text);
      if (id !== null) expect(writeControlId(id)).toBe(text);
    }
  });
});
