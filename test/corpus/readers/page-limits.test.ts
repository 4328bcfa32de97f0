import { expect, it } from 'vitest';
import { excessOf } from '../../../src/corpus/readers/page-limits.ts';

it.each([
  ['渡轮今天停航。\n', 200_000, null],
  ['The ferry sails.\r\n', 200_001, 'over 200000 lines'],
  ['تبحر\n\n', 50_001, 'over 50000 paragraphs'],
  ['a\r', 199_999, null],
])('says which limit %j passes when it stands there %i times', (text, count, excess) => {
  expect(excessOf(text.repeat(count).trimEnd())).toBe(excess);
});
