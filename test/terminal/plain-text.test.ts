import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/terminal/plain-text.ts';

describe('plainText', () => {
  it.each([
    ['岚浦日报，3月1日', '岚浦日报，3月1日'],
    ['وكالة «نوران»', 'وكالة «نوران»'],
    ['👩‍👩‍👧 done', '👩‍👩‍👧 done'],
    ['red \u001b[31mtext', 'red  [31mtext'],
    ['one\r\n  two', 'one two'],
    ['a\u202egnp.exe', 'a gnp.exe'],
    ['bell\u0007\u0000', 'bell '],
  ])('makes %j one line that a terminal does not obey', (text, wanted) => {
    expect(plainText(text)).toBe(wanted);
  });
});
