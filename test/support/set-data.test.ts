import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readQuestionSet, SetDataError } from './set-data.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

const passage = { id: 'zh:p0', lang: 'zh', title: '', text: '大桥于三月通车。', group: 'p0', other: 1 };
const question = {
  id: 'zh:q0',
  lang: 'zh',
  question: '大桥何时通车？',
  positive_ids: ['zh:p0'],
  answers: ['三月'],
  answerable: true,
};

function write(passages: readonly unknown[], questions: readonly unknown[], name = 'tiny'): string {
  const lines = (values: readonly unknown[]): string =>
    values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');
  return writeFiles(path.join(temporaryFolder(), name), {
    'passages.jsonl': lines(passages),
    'questions.jsonl': lines(questions),
  });
}

function messageOf(folder: string): string {
  try {
    readQuestionSet(folder);
  } catch (error) {
    if (error instanceof SetDataError) return error.message;
    throw error;
  }
  return 'nothing was wrong';
}

describe('a question set', () => {
  it('is read with what its lines leave out as null or empty', () => {
    expect(readQuestionSet(write([passage, ''], [question]))).toEqual({
      name: 'tiny',
      passages: [{ id: 'zh:p0', lang: 'zh', title: '', text: '大桥于三月通车。', group: 'p0' }],
      questions: [
        {
          id: 'zh:q0',
          lang: 'zh',
          question: '大桥何时通车？',
          positiveIds: ['zh:p0'],
          positiveIdsOfAll: [],
          positiveGroup: null,
          candidateIds: null,
          answers: ['三月'],
          answerable: true,
          group: null,
        },
      ],
    });
  });

  it('may say nothing of which passage answers, only which are searched', () => {
    const open = { ...question, positive_ids: null, candidate_ids: ['zh:p0'], answers: [] };
    expect(readQuestionSet(write([passage], [open])).questions[0]).toMatchObject({
      positiveIds: [],
      candidateIds: ['zh:p0'],
    });
  });
});

describe('a question set that is wrong', () => {
  const { text: _text, ...untold } = passage;
  const { answerable: _answerable, ...unsure } = question;

  it.each([
    ['a line that is cut off', [passage, '{"id": "zh'], [question], 'passages.jsonl, line 2: not JSON'],
    ['a line that is a list', [passage], ['[]'], 'questions.jsonl, line 1: no JSON object'],
    ['a key that is missing', [passage, untold], [question], 'passages.jsonl, line 2: text is missing'],
    ['another key', [passage], [question, '', unsure], 'questions.jsonl, line 3: answerable is missing'],
    ['no text', [{ ...passage, text: ' …' }], [question], 'line 1: text has no letter and no digit'],
    ['no question', [passage], [{ ...question, question: '？' }], 'question has no letter and no digit'],
    ['a kind', [passage], [{ ...question, answers: '三月' }], 'answers is wrong: expected array'],
    ['a language', [{ ...passage, lang: '../x' }], [question], 'lang is no language code such as zh'],
    ['an id twice', [passage, passage], [question], 'line 2: id zh:p0 stands in passages.jsonl, line 1 too'],
    [
      'a question twice',
      [passage],
      [question, question],
      'line 2: id zh:q0 stands in questions.jsonl, line 1',
    ],
    [
      'a positive that is not there',
      [passage],
      [{ ...question, positive_ids: ['zh:p1'] }],
      'questions.jsonl, line 1: positive_ids names zh:p1, which is no passage',
    ],
    [
      'a candidate of another language',
      [passage, { ...passage, id: 'en:p0', lang: 'en' }],
      [{ ...question, candidate_ids: ['zh:p0', 'en:p0'] }],
      'candidate_ids names en:p0, which is in en, not in zh',
    ],
    [
      'a positive that is no candidate',
      [passage, { ...passage, id: 'zh:p1' }],
      [{ ...question, candidate_ids: ['zh:p1'] }],
      'positive_ids names zh:p0, which is not among candidate_ids',
    ],
    ['no candidates', [passage], [{ ...question, candidate_ids: [] }], 'candidate_ids is empty'],
    [
      'a group of nothing',
      [passage],
      [{ ...question, positive_group: 'p9' }],
      'positive_group names p9, which is the group of no passage',
    ],
    ['an empty file', [passage], [], 'questions.jsonl is empty'],
  ])('is refused for %s, naming file and line', (_name, passages, questions, wanted) => {
    expect(messageOf(write(passages, questions))).toContain(wanted);
  });

  it('names all problems, and of many the first ten', () => {
    const message = messageOf(write(Array<string>(12).fill('x'), ['y']));
    expect(message).toContain('passages.jsonl, line 10: not JSON\n  and 3 more\n');
    expect(message).not.toContain('line 11');
  });

  it('is refused without its folder or one of its files', () => {
    const folder = temporaryFolder();
    expect(messageOf(path.join(folder, '无'))).toContain(`There is no folder ${path.join(folder, '无')}`);
    writeFiles(folder, { 'passages.jsonl': JSON.stringify(passage) });
    expect(messageOf(folder)).toContain('questions.jsonl is missing');
  });
});
