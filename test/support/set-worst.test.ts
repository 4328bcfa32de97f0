import { describe, expect, it } from 'vitest';
import { answerThreshold } from '../../src/answer/confidence.ts';
import { askedQuestion } from './asked-question.ts';
import { sortByFault } from './set-worst.ts';

const below = answerThreshold / 2;
const asked = [
  askedQuestion({ id: 'right', sureness: 0.99, answers: ['March'], quotes: ['In March.'] }),
  askedQuestion({ id: 'wrong', sureness: 0.8, answers: ['March'], quotes: ['In May.'] }),
  askedQuestion({ id: 'surely wrong', sureness: 0.9, answers: ['March'], quotes: ['In May.'] }),
  askedQuestion({ id: 'not known', sureness: 0.9, quotes: ['In May.'] }),
  askedQuestion({ id: 'refused', sureness: below, answers: ['March'], quotes: ['In March.'] }),
  askedQuestion({ id: 'firmly refused', sureness: 0, answers: ['March'], quotes: ['In May.'] }),
  askedQuestion({ id: 'unfounded', sureness: answerThreshold, answerable: false, quotes: ['In May.'] }),
  askedQuestion({ id: 'surely unfounded', sureness: 0.7, answerable: false, quotes: ['In May.'] }),
  askedQuestion({ id: 'rightly refused', sureness: below, answerable: false }),
];

describe('the worst questions', () => {
  it.each([
    ['wrong', ['surely wrong', 'wrong']],
    ['refused', ['firmly refused', 'refused']],
    ['unfounded', ['surely unfounded', 'unfounded']],
  ] as const)('that are %s come with the worst first', (fault, wanted) => {
    expect(sortByFault(asked, fault).map((each) => each.asked.question.id)).toEqual(wanted);
    expect(sortByFault([...asked].reverse(), fault).map((each) => each.asked.question.id)).toEqual(wanted);
  });
});
