import { describe, expect, it } from 'vitest';
import { parseChineseNumeral, readChineseNumbers, readNumber } from '../../src/text/numbers.ts';

describe('readNumber', () => {
  it.each([
    ['49', ['49']],
    ['29.88', ['29.88']],
    ['1,234.5', ['1234.5']],
    ['1.234,56', ['1234.56']],
    ['1,234', ['1234']],
    ['1.234', ['1.234', '1234']],
    ['3,5', ['3.5']],
    ['1.234.567', ['1234567']],
    ['2023.12.03', ['2023', '12', '03']],
  ])('reads %s', (token, readings) => {
    expect(readNumber(token)).toEqual(readings);
  });
});

describe('parseChineseNumeral', () => {
  it.each([
    ['四十九', '49'],
    ['十', '10'],
    ['十二', '12'],
    ['一百零五', '105'],
    ['三万二千', '32000'],
    ['两千三百', '2300'],
    ['两百五十万', '2500000'],
    ['一亿二千万', '120000000'],
    ['一万亿', '1000000000000'],
    ['二〇二三', '2023'],
    ['三点五', '3.5'],
    ['万一', null],
    ['三四十', null],
    ['百', null],
  ])('reads %s as %s', (numeral, value) => {
    expect(parseChineseNumeral(numeral)).toBe(value);
  });
});

describe('readChineseNumbers', () => {
  it.each([
    ['共四十九名学生', ['49']],
    ['约3.2万名', ['32000']],
    ['百分之十二', ['12', '12%']],
    ['百分之15', ['15%']],
    ['forty-nine', []],
    ['عدد ٤٩', []],
  ])('finds the numbers of "%s"', (text, numbers) => {
    expect(readChineseNumbers(text)).toEqual(numbers);
  });
});
