import { expect, it } from 'vitest';
import { holdsAnswer } from './set-answers.ts';

it.each([
  ['The Panthers gave up just 308 points.', '308', true],
  ['They gave up 1308 points.', '308', false],
  ['They gave up 3,308 points.', '3 308', true],
  ['the  PANTHERS’ defense', 'Panthers', true],
  ['Two interceptions by Luke Kuechly.', 'the Luke Kuechly', true],
  ['It ended 23-16 on Sunday.', '16', true],
  ['In the 10th year', '10', true],
  ['Overrated players', 'rated', false],
  ['Vitamin A is one.', 'A', false],
  ['The A and the B', 'the B', true],
  ['A', 'A', true],
  ['《战国无双3》是由光荣和ω-force开发的。', '光荣和ω-force', true],
  ['2023年３月开通', '3月', true],
  ['2023 年 3 月 开通', '2023年3月', true],
  ['2023年13月', '3月', false],
  ['南朝於589年结束', '５８９', true],
  ['อยู่ที่กรุงเทพมหานครมานาน', 'กรุงเทพ', true],
  ['東京スカイツリーの高さ', 'スカイツリー', true],
  ['الدفاع سمح بـ 308 نقطة', '308', true],
  ['Das kostet 5,60 €.', '5.60', true],
  ['No answer at all', '', false],
  ['…', '!', false],
  ['', 'x', false],
])('looks in "%s" for "%s": %s', (text, answer, wanted) => {
  expect(holdsAnswer(text, [answer])).toBe(wanted);
});

it('takes any of several answers, and none of none', () => {
  expect(holdsAnswer('El ferry costará 5,20 libras.', ['4,20', '5,20 libras'])).toBe(true);
  expect(holdsAnswer('El ferry costará 5,20 libras.', [])).toBe(false);
});
