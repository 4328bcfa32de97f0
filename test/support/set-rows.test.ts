import { describe, expect, it } from 'vitest';
import type { QuestionSet, SetPassage, SetQuestion } from './set-data.ts';
import { isInHalf, planRows } from './set-rows.ts';

const passage = (id: string, group: string | null = null): SetPassage => ({
  id,
  lang: id.slice(0, 2),
  title: '',
  text: 'x',
  group,
});

const question = (id: string, facts: Partial<SetQuestion> = {}): SetQuestion => ({
  id,
  lang: id.slice(0, 2),
  question: 'x?',
  positiveIds: [],
  positiveIdsOfAll: [],
  positiveGroup: null,
  candidateIds: null,
  answers: [],
  answerable: true,
  group: null,
  ...facts,
});

/** Rows as [from, to, [id, positives, answers]...]. */
const rowsOf = (set: Omit<QuestionSet, 'name'>, options: Parameters<typeof planRows>[1]) =>
  planRows({ name: 's', ...set }, options).map(({ from, to, questions }) => [
    from,
    to,
    ...questions.map((placed) => [placed.question.id, [...placed.positives], placed.answers]),
  ]);

const grouped = {
  passages: [passage('zh:0', 'g0'), passage('zh:1', 'g1'), passage('en:0', 'g0'), passage('es:1', 'g1')],
  questions: [
    question('zh:q', { positiveIds: ['zh:0'], positiveGroup: 'g0', group: 'q', answers: ['三月'] }),
    question('en:q', { positiveIds: ['en:0'], positiveGroup: 'g0', group: 'q', answers: ['March'] }),
    question('en:none', { answerable: false, positiveIds: ['en:0'] }),
  ],
};

describe('the rows of a set', () => {
  it('are one a language, its questions over its own passages', () => {
    expect(rowsOf(grouped, {})).toEqual([
      ['en', 'en', ['en:q', ['en:0'], ['March']], ['en:none', [], []]],
      ['zh', 'zh', ['zh:q', ['zh:0'], ['三月']]],
    ]);
  });

  it('are of the languages asked for, in that order', () => {
    expect(rowsOf(grouped, { langs: ['zh'] })).toEqual([['zh', 'zh', ['zh:q', ['zh:0'], ['三月']]]]);
    expect(rowsOf(grouped, { langs: ['zh', 'en'] }).map(([from]) => from)).toEqual(['zh', 'en']);
  });

  it('across languages, find passages by their group and answers by the translated question', () => {
    expect(rowsOf(grouped, { langs: ['en', 'zh'], cross: true }).slice(2)).toEqual([
      ['en', 'zh', ['en:q', ['zh:0'], ['三月']], ['en:none', [], []]],
      ['zh', 'en', ['zh:q', ['en:0'], ['March']]],
    ]);
  });

  it('across languages, find passages in a list of all, of which some may be missing', () => {
    const listed = question('zh:q', {
      positiveIds: ['zh:0'],
      positiveIdsOfAll: ['ar:0', 'en:0', 'zh:0'],
      answers: ['三月'],
    });
    const rows = rowsOf(
      { passages: grouped.passages, questions: [listed] },
      { langs: ['zh', 'en', 'es'], cross: true },
    );
    // No passage of es is known to answer, and nothing is known of the answer in en.
    expect(rows).toEqual([
      ['zh', 'zh', ['zh:q', ['zh:0'], ['三月']]],
      ['zh', 'en', ['zh:q', ['en:0'], []]],
    ]);
  });

  it('leave a question with candidates in its own language', () => {
    const chosen = question('zh:q', { positiveGroup: 'g0', candidateIds: ['zh:0'] });
    const rows = rowsOf(
      { passages: grouped.passages, questions: [chosen] },
      { cross: true, langs: ['zh', 'en'] },
    );
    expect(rows).toEqual([['zh', 'zh', ['zh:q', [], []]]]);
  });

  it('leave out a language without passages', () => {
    expect(rowsOf({ passages: [passage('en:0')], questions: [question('fr:q')] }, { cross: true })).toEqual(
      [],
    );
  });
});

describe('the halves of a set', () => {
  const ids = Array.from({ length: 1000 }, (_, at) => ({ id: `问${at}`, group: null }));

  it('share no question, miss none and are of about one size', () => {
    const tuning = ids.filter((each) => isInHalf(each, 'tuning'));
    const kept = ids.filter((each) => isInHalf(each, 'kept'));
    expect(tuning.length + kept.length).toBe(ids.length);
    expect(tuning.filter((each) => kept.includes(each))).toEqual([]);
    expect(tuning.length).toBeGreaterThan(450);
    expect(kept.length).toBeGreaterThan(450);
    expect(ids.every((each) => isInHalf(each, 'all'))).toBe(true);
  });

  it('stay what they were', () => {
    // SHA-256 of "en:q2" begins with 2a, of "en:q1" with f1.
    expect(isInHalf({ id: 'en:q2', group: null }, 'tuning')).toBe(true);
    expect(isInHalf({ id: 'en:q1', group: null }, 'tuning')).toBe(false);
  });

  it('keep the translations of a question together', () => {
    for (let at = 0; at < 100; at++) {
      const group = `g${at}`;
      expect(isInHalf({ id: `zh:${group}`, group }, 'kept')).toBe(
        isInHalf({ id: `en:${group}`, group }, 'kept'),
      );
    }
  });

  it('are what is asked', () => {
    const questions = ids.map(({ id }) => question(`en:${id}`, { positiveIds: ['en:0'] }));
    const [row] = planRows({ name: 's', passages: [passage('en:0')], questions }, { half: 'kept' });
    expect(row?.questions.every((placed) => isInHalf(placed.question, 'kept'))).toBe(true);
    expect(row?.questions.length).toBeGreaterThan(450);
  });
});
