import { describe, expect, it } from 'vitest';
import { stripQuestionWords } from '../../src/text/question-words.ts';

describe('stripQuestionWords', () => {
  it.each([
    ['zh', '谁获得了冠军', '获得 冠军'],
    ['en', 'who won the cup', 'won cup'],
    ['ja', '优胜したのは谁ですか', '优胜'],
    ['ko', '대통령은 언제 왔나', '대통령 왔나'],
    ['th', 'ใครชนะ', 'ชนะ'],
    ['ru', 'кто выиграл', 'выиграл'],
    ['ar', 'من فاز', 'فاز'],
    ['zh', '谁', '谁'],
    ['xx', 'who won', 'who won'],
  ])('of a question in %s: %s', (language, question, rest) => {
    expect(stripQuestionWords(question, language).trim().replace(/\s+/g, ' ')).toBe(rest);
  });
});
