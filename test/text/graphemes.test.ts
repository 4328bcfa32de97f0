import { describe, expect, it } from 'vitest';
import { isGraphemeBoundary, lastGraphemeStart } from '../../src/text/graphemes.ts';

describe('isGraphemeBoundary', () => {
  it.each([
    ['中文', 1, true],
    ['e\u0301', 1, false],
    ['。👍🏽', 1, true],
    ['👍🏽', 2, false],
    ['กำ', 1, false],
    ['!\ufe0f', 1, false],
    ['\r\n', 1, false],
    ['ab', 2, true],
    ['', 0, true],
  ])('of %j at %i is %s', (text, at, expected) => {
    expect(isGraphemeBoundary(text, at)).toBe(expected);
  });
});

describe('lastGraphemeStart', () => {
  it.each([
    ['中文', 1],
    ['ae\u0301', 1],
    ['a👩‍👩‍👧', 1],
    ['กำ', 0],
  ])('of %j is %i', (text, start) => {
    expect(lastGraphemeStart(text)).toBe(start);
  });
});
