import { describe, expect, it } from 'vitest';
import { hasColour } from '../../src/terminal/colour.ts';

describe('hasColour', () => {
  it.each([
    ['a terminal with colours', { isTTY: true, hasColors: () => true }, true],
    ['a terminal without, or with NO_COLOR', { isTTY: true, hasColors: () => false }, false],
    ['a terminal that does not say', { isTTY: true }, false],
    ['a pipe', { isTTY: false, hasColors: () => true }, false],
    ['a file', {}, false],
  ])('of %s', (_what, stream, wanted) => {
    expect(hasColour(stream)).toBe(wanted);
  });
});
