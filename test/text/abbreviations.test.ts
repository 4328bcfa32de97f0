import { describe, expect, it } from 'vitest';
import { canPeriodEnd } from '../../src/text/abbreviations.ts';

describe('canPeriodEnd', () => {
  it.each([
    ['en', 'He met Dr', 'Smith', false],
    ['en', 'at 5 p.m', 'Monday', false],
    ['en', 'at 5 p.m', 'The talks', true],
    ['en', 'see No', '5', false],
    ['en', 'He said no', 'He left', true],
    ['en', 'by J', 'Smith', false],
    ['en', 'made by Apple Inc', 'The firm', true],
    ['en', '1', 'First item', false],
    ['en', 'in 2010', 'Tokyo', true],
    ['de', 'am 3', 'März', false],
    ['de', 'begann um 9', 'Er sagte', true],
    ['de', 'zum Beispiel z', 'B. im Haus', false],
    ['es', 'en EE', 'UU. desde', false],
    ['fr', 'Hier M', 'Le Pen', false],
    ['ru', 'в 1990 г', 'Москва', false],
    ['ru', 'живёт в городе', 'Москва', true],
    ['zh', '他住在北京', '第二天', true],
    ['ar', 'ذهب إلى القاهرة', 'ثم عاد', true],
  ])('in %s, "%s." before "%s": %s', (language, before, after, expected) => {
    expect(canPeriodEnd(before, after, language)).toBe(expected);
  });
});
