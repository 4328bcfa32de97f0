import { describe, expect, it } from 'vitest';
import { askedQuestion } from './asked-question.ts';
import type { AskedFacts } from './asked-question.ts';
import { listAnswerableOutcomes, listQuoteOutcomes, recordQuestion } from './set-records.ts';
import type { QuestionRecord } from './set-records.ts';

describe('the record of a question', () => {
  it.each<readonly [string, AskedFacts, boolean | null, QuestionRecord['rank']]>([
    ['the answer quoted first', { positives: ['a'], answers: ['三月'], quotes: ['大桥三月通车。'] }, true, 1],
    [
      'it quoted second',
      { positives: ['b'], answers: ['March'], quotes: ['In May.', 'In March.'] },
      false,
      2,
    ],
    ['nothing quoted', { positives: ['z'], answers: ['مارس'], quotes: [] }, false, 'not found'],
    ['no answer worded', { positives: [], answers: [], quotes: ['In March.'] }, null, 'unknown'],
    ['no answer at all', { answerable: false, quotes: ['In March.'] }, false, 'unknown'],
  ])('with %s', (_name, facts, isRight, rank) => {
    expect(recordQuestion(askedQuestion({ found: ['a', 'b'], sureness: 0.4, ...facts }))).toEqual({
      ...{ id: 'q', isAnswerable: facts.answerable !== false, confidence: 0.4, isRight, rank, tookMs: 2 },
    });
  });
});

describe('outcomes', () => {
  const right = recordQuestion(askedQuestion({ sureness: 0.9, answers: ['March'], quotes: ['In March.'] }));
  const wrong = recordQuestion(askedQuestion({ sureness: 0.7, answers: ['March'], quotes: ['In May.'] }));
  const unworded = recordQuestion(askedQuestion({ sureness: 0.5, quotes: ['In May.'] }));
  const none = recordQuestion(askedQuestion({ sureness: 0.3, answerable: false, quotes: ['In May.'] }));

  it('of quotes take a question without an answer as wrong, and leave out what nobody worded', () => {
    expect(listQuoteOutcomes([right, wrong, unworded, none])).toEqual([
      { confidence: 0.9, isRight: true },
      { confidence: 0.7, isRight: false },
      { confidence: 0.3, isRight: false },
    ]);
  });

  it('of quotes are none where only wrong ones could be told', () => {
    expect(listQuoteOutcomes([unworded, none])).toEqual([]);
  });

  it('of answerability need questions of both kinds', () => {
    expect(listAnswerableOutcomes([wrong, none])).toEqual([
      { confidence: 0.7, isRight: true },
      { confidence: 0.3, isRight: false },
    ]);
    expect(listAnswerableOutcomes([right, wrong])).toEqual([]);
    expect(listAnswerableOutcomes([none])).toEqual([]);
  });
});
