import { describe, expect, it } from 'vitest';
import { readCount, readDate, readPath } from '../../src/terminal/arguments.ts';
import { ArgumentError } from '../../src/terminal/run-command.ts';

describe('readDate', () => {
  it.each([undefined, '2025-02-28', '2024-02-29', '1999-12-31'])('takes %s', (value) => {
    expect(readDate('since', value)).toBe(value);
  });

  it.each([
    '',
    ' ',
    '2025-02-30',
    '2025-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-1-1',
    '25-01-01',
    '01/02/2025',
    '2025-02-03T00:00',
    'yesterday',
    '昨天',
    'أمس',
    '２０２５-０２-０３',
    '2025年2月3日',
  ])('refuses "%s", naming the option, the value and the form', (value) => {
    const attempt = () => readDate('since', value);
    expect(attempt).toThrow(ArgumentError);
    expect(attempt).toThrow(`--since ${value} is not a date: write it as YYYY-MM-DD`);
  });
});

describe('readCount', () => {
  const limits = { minimum: 1, maximum: 20 };

  it.each([
    [undefined, undefined],
    ['1', 1],
    ['20', 20],
    ['007', 7],
  ])('reads %s', (value, count) => {
    expect(readCount('limit', value, limits)).toBe(count);
  });

  it.each(['', ' ', '0', '21', '-1', '1.5', '1e1', '0x5', 'NaN', 'three', '三', '٣', '99999999999'])(
    'refuses "%s", naming the option, the value and the range',
    (value) => {
      const attempt = () => readCount('limit', value, limits);
      expect(attempt).toThrow(ArgumentError);
      expect(attempt).toThrow(`--limit ${value} is not a whole number from 1 to 20`);
    },
  );
});

describe('readPath', () => {
  it.each([
    ['语料', '/home/读者/语料'],
    ['/srv/جرائد', '/srv/جرائد'],
    ['..', '/home'],
  ])('takes %s from where the command was called', (value, wanted) => {
    expect(readPath('index', value, '/home/读者')).toBe(wanted);
  });

  it.each(['', ' '])('refuses %j, which would mean the folder one happens to be in', (value) => {
    expect(() => readPath('index', value, '/home')).toThrow('--index is empty');
  });
});
