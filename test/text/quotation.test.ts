import { describe, expect, it } from 'vitest';
import { continuesAfterQuote, OpenMarks } from '../../src/text/quotation.ts';

describe('continuesAfterQuote', () => {
  it.each([
    ['他说。', true],
    ['记者李明表示，', true],
    ['的喊声', true],
    ['随后离开了会场。', false],
    ['と述べた', true],
    ['라고 말했다', true],
    ['he said.', true],
    ['John Smith said.', true],
    ['Then he left.', false],
    ['ثم غادر.', false],
  ])('before "%s": %s', (after, expected) => {
    expect(continuesAfterQuote(after)).toBe(expected);
  });
});

describe('OpenMarks', () => {
  it.each([
    ['他说“好”', 2, 4, 'quotation'],
    ['《书》', 0, 2, 'title'],
    ['(one)', 0, 4, 'bracket'],
    ['„gut“', 0, 4, 'quotation'],
    ['قال «نعم»', 4, 8, 'quotation'],
  ])('opens and closes the marks of %s', (text, openAt, closeAt, kind) => {
    const open = new OpenMarks(text, text.length);
    open.open(openAt);
    expect(open.isEmpty).toBe(false);
    expect(open.close(closeAt)).toMatchObject({ at: openAt, kind });
    expect(open.isEmpty).toBe(true);
  });

  it.each([
    ['an opener without its closer', '他说“好', 2],
    ['an apostrophe', 'rock‘n’roll', 4],
    ['a letter', 'نعم', 0],
  ])('takes no notice of %s', (_what, text, at) => {
    const open = new OpenMarks(text, text.length);
    open.open(at);
    expect(open.isEmpty).toBe(true);
  });

  it('closes what was left open inside', () => {
    const open = new OpenMarks('“（‘一。”', 6);
    [0, 1, 2].forEach((at) => open.open(at));
    open.close(5);
    expect(open.isEmpty).toBe(true);
  });
});
