import { describe, expect, it } from 'vitest';
import { isSpacelessScript, scriptOf } from '../../src/text/scripts.ts';

describe('scripts', () => {
  it.each([
    ['中', 'han', true],
    ['𠮷', 'han', true],
    ['の', 'kana', true],
    ['ー', 'kana', true],
    ['ก', 'thai', true],
    ['한', 'hangul', false],
    ['é', 'latin', false],
    ['ж', 'cyrillic', false],
    ['ع', 'arabic', false],
    ['7', 'other', false],
    ['。', 'other', false],
    ['😀', 'other', false],
  ])('puts %s into %s', (char, script, isSpaceless) => {
    expect(scriptOf(char.codePointAt(0) ?? 0)).toBe(script);
    expect(isSpacelessScript(char)).toBe(isSpaceless);
  });
});
