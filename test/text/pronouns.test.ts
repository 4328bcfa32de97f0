import { describe, expect, it } from 'vitest';
import { isPronounLed } from '../../src/text/pronouns.ts';

describe('isPronounLed', () => {
  it.each([
    ['zh', '他说，大桥将在五月通车。'],
    ['zh-Hant', '該戲院已歇業十年。'],
    ['ja', '同氏は来月退任する。'],
    ['en', 'They moved to Skell in June.'],
    ['en', '“He will be missed,” said the mayor.'],
    ['es', 'Su hija dirige ahora la empresa.'],
    ['fr', 'Elle a rouvert le pont en juin.'],
    ['de', 'Sie leitet die Werft seit Mai.'],
    ['ru', 'Он работает здесь с 1998 года.'],
    ['ar', 'وهي تعمل هنا منذ عام.'],
  ])('is so in %s: %s', (language, sentence) => {
    expect(isPronounLed(sentence, language)).toBe(true);
  });

  it.each([
    ['zh', '其他三座桥照常开放。'],
    ['zh', '此外，渡轮停航两天。'],
    ['en', 'Hester Vane leads the board.'],
    ['en', 'Theirs was the last ferry.'],
    ['es', 'Suárez dirige la empresa.'],
    ['ru', 'Онега вышла из берегов.'],
    ['ka', 'He said so.'],
  ])('is not so in %s: %s', (language, sentence) => {
    expect(isPronounLed(sentence, language)).toBe(false);
  });
});
