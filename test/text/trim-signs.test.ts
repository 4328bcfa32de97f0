import { expect, it } from 'vitest';
import { trimSigns } from '../../src/text/trim-signs.ts';

it.each([
  ['** By Anna Smith _', 'By Anna Smith'],
  ['（续见第三版）', '续见第三版）'],
  ['\u3000* بقلم سلمى', 'بقلم سلمى'],
  ['***', ''],
  ['', ''],
])('takes the signs and white space off both ends of %j', (text, trimmed) => {
  expect(trimSigns(text, '*_（', '*_')).toBe(trimmed);
});
