import { describe, expect, it } from 'vitest';
import { areDifferent, readValue } from '../../../src/answer/spans/value.ts';
import type { AnswerSpan } from '../../../src/answer/spans/span.ts';

const published = { publishedOn: '2025-03-05' };

function valueOf(sentence: string, text: string, kind: AnswerSpan['kind'] = 'count') {
  const start = sentence.indexOf(text);
  const span = { start, end: start + text.length, kind, unit: null, grain: null, isSure: true };
  return readValue(sentence, span, published);
}

describe('the value of a number or date', () => {
  it.each([
    ['It forced 312 people to leave.', '312 people', 312, '', false],
    ['About 2.4 million crowns are needed.', '2.4 million', 2.4, 'million', true],
    ['Se perdieron 1.200 casas.', '1.200', 1200, '', false],
    ['两个小区340名居民转移', '340名', 340, '', false],
    ['四十九名乘客获救', '四十九名', 49, '', false],
    ['赔了6万多元', '6万多元', 60_000, '', true],
    ['В клубе ночевали более 137 человек.', '137 человек', 137, '', true],
    ['ルートは２５分かかる', '２５分', 25, '', false],
  ])('is read from “%s”', (sentence, text, amount, scale, isRough) => {
    expect(valueOf(sentence, text)).toMatchObject({ amount, scale, isRough });
  });

  it.each([
    ['Fares rise to $3 to $4.', '$3 to $4'],
    ['Three firefighters were hurt.', 'Three'],
    ['Трое пешеходов обратились к врачам.', 'Трое'],
  ])('is not read where it is not one number in digits: “%s”', (sentence, text) => {
    expect(valueOf(sentence, text)).toBeNull();
  });

  it.each([
    ['It started on 12 February.', '12 February', '2025-02-12'],
    ['将于3月8日开通', '3月8日', '2025-03-08'],
    ['Abre el 28 de diciembre de 2024.', '28 de diciembre de 2024', '2024-12-28'],
  ])('of a date is its day: “%s”', (sentence, text, day) => {
    expect(valueOf(sentence, text, 'date')?.amount).toBe(Date.parse(day));
  });

  it('of a date without its day is not known', () => {
    expect(valueOf('It opens in May 2025.', 'May 2025', 'date')).toBeNull();
  });
});

describe('two values', () => {
  it.each([
    ['74 homes', '74', '91 homes', '91', true],
    ['74 homes', '74', '74 houses', '74', false],
    ['340名居民', '340名', '三百四十名居民', '三百四十名', false],
    ['about 300 homes', '300', '310 homes', '310', false],
    ['about 300 homes', '300', '450 homes', '450', true],
    ['2.4 million', '2.4 million', '2.4 billion', '2.4 billion', false],
  ])('“%s” and “%s” of “%s” and “%s” can not both be right: %s', (a, spanA, b, spanB, differ) => {
    const [one, other] = [valueOf(a, spanA), valueOf(b, spanB)];
    expect(one !== null && other !== null && areDifferent(one, other)).toBe(differ);
  });

  it('knows whether another text tells of the same number, however it writes it', () => {
    const value = valueOf('340名居民', '340名');
    expect(value?.standsIn('三百四十人が避難した。')).toBe(true);
    expect(value?.standsIn('340 people left.')).toBe(true);
    expect(value?.standsIn('3,400 people left.')).toBe(false);
    expect(valueOf('on 12 May', '12 May', 'date')?.standsIn('Work starts on May 12, at last.')).toBe(true);
  });
});
