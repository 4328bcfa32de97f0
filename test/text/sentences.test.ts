import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';
import { randomText, seededRandom } from './random-text.ts';

/** The sentences, written into the rows with `‖` between them, must be found again in the text without the marks. */
function expectSentences(marked: string, language?: string): void {
  const sentences = marked.split(/ ?‖ ?/);
  const text = marked.replace(/‖ ?/g, '');
  expect(splitSentences(text, language).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
}

describe('splitSentences', () => {
  it.each([
    ['zh', '你去哪？‖我不知道!‖真的吗?‖真的。'],
    ['zh', '他说：“今天很好。明天更好。”‖随后离开了会场。‖第二天，他走了。'],
    ['zh', '“太好了！”他说。‖“我们赢了。”‖观众鼓掌。'],
    ['zh', '我……我不知道。‖这件事情已经过去很多年了……‖没有人再提起它。'],
    ['zh', '《谁动了我的奶酪？》是一本书。‖他又说了一遍（见图。）才停。'],
    ['zh', '一等奖：张三；二等奖：李四。‖共3.5万人。'],
    ['zh', '前面的引号在另一栏。”‖该社区工作人员说。'],
    ['zh', '没有标点\n第二行继续。‖😀👍！‖真好。—'],
    ['ja', '「行きます。」と言った。‖彼は「はい。」の一言で帰った。‖明日は晴れ？‖たぶん。'],
    ['ko', '그는 갔다. ‖"안녕하세요." 라고 말했다. ‖3.5%였다. ‖끝.'],
    [
      'en',
      'Dr. Smith met Mr. Jones at 5 p.m. Monday in the U.S. Senate. ‖He left the U.S. ‖The talks cost $3.5 million.',
    ],
    ['en', 'J. K. Rowling came. ‖It was No. 5 of Vol. 3. ‖The win was his 1st. ‖It rose 5%. ‖(AP)'],
    [
      'en',
      '"Go home!" he said. ‖"We won." ‖Then he left. ‖"Really?" John Smith said. ‖Did he? ‖No. ‖He left.',
    ],
    ['en', '‘It’s fine. Go,’ he said. ‖‘No.’ ‖She left.'],
    [
      'en',
      'See https://example.com/a.html?x=1 for more. ‖Visit example.com. ‖Wait... what? ‖Yes... ‖And then.',
    ],
    ['en', '1. First item here. ‖2. Second item. ‖Version 2.0 is out.'],
    [
      'de',
      'Am 3. März 2023 kam Dr. Müller. ‖Die Sitzung, z. B. im Haus, begann um 9. ‖Er sagte: „Gut. Sehr gut.“ ‖Danach ging er.',
    ],
    [
      'es',
      'El Sr. López vive en EE. UU. desde 1990. ‖¿Quién es? ‖¡Bravo! ‖Llegó a las 5 p. m. ‖El acto terminó.',
    ],
    ['fr', 'M. Dupont est arrivé. ‖Mme Curie aussi. ‖« Bonjour. Ça va ? » dit-il. ‖« Oui. » ‖Elle partit.'],
    ['ru', 'Он родился в 1990 г. в Москве. ‖А. С. Пушкин и т. д. ‖Это т. е. конец. ‖Потом ушёл.'],
    ['ar', 'ذهب الرئيس إلى القاهرة. ‖هل عاد؟ ‖نعم؛ عاد أمس. ‖قال: «لن نعود. أبدا.» ‖ثم غادر.'],
    ['ur', 'نص قصير۔ ‖دوسرا جملہ۔'],
    ['hi', 'प्रधानमंत्री आए। ‖क्या वे गए? ‖3.5 करोड़।'],
    ['el', 'Τι είναι; ‖Δεν ξέρω.'],
  ])('finds the sentences (%s): %s', (language, marked) => {
    expectSentences(marked, language);
  });

  it.each([
    ['第一段没有句号\n\n第二段。', 2],
    ['A headline\n \nThe text.', 2],
    ['عنوان\r\n\r\nنص.', 2],
    ['', 0],
    [' \n\n　\n', 0],
  ])('never crosses a blank line: %j', (text, count) => {
    expect(splitSentences(text)).toHaveLength(count);
  });

  it.each([
    ['zh', `他说：“${'今天的天气非常好，大家都来了。'.repeat(20)}”`],
    ['en', `She said: "${'The weather is very fine and all came. '.repeat(10)}"`],
    ['ar', `قال: «${'كان الطقس جميلا وجاء الجميع. '.repeat(12)}»`],
  ])('breaks inside a long quotation (%s)', (language, text) => {
    expect(splitSentences(text, language).length).toBeGreaterThanOrEqual(10);
  });

  it.each([
    ['zh', `${'签约投资额二十九亿元'.repeat(6)};“开工一批”项目${'计划总投资二十四亿元'.repeat(6)}。`, 2],
    ['zh', `${'签约投资额二十九亿元'.repeat(6)}；${'计划总投资二十四亿元'.repeat(6)}。`, 2],
    ['en', `${'a clause that runs on and on '.repeat(4)}; ${'another that does '.repeat(4)}.`, 1],
    ['ar', `${'كان الطقس جميلا وجاء الجميع '.repeat(3)}؛ ${'ثم عادوا جميعا '.repeat(4)}.`, 2],
  ])('parts a long sentence at the semicolons of its script (%s)', (language, text, count) => {
    expect(splitSentences(text, language)).toHaveLength(count);
  });

  it.each([
    ['words', 'word '.repeat(400)],
    ['clauses', '很长的一句话，'.repeat(100)],
    ['characters', '字'.repeat(1000)],
    ['Thai', 'นี่คือประโยคที่ยาวมากในภาษาไทย '.repeat(40)],
    ['emoji', '👩‍👩‍👧'.repeat(200)],
  ])('cuts what has no end (%s), never inside a grapheme', (_what, text) => {
    const pieces = splitSentences(text).map(({ start, end }) => text.slice(start, end));
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(400);
    const clusters = (part: string) => [...new Intl.Segmenter('und').segment(part)].length;
    expect(pieces.reduce((sum, piece) => sum + clusters(piece.replace(/\s/g, '')), 0)).toBe(
      clusters(text.replace(/\s/g, '')),
    );
  });

  it('covers every character but white space, in order, without overlap', () => {
    const random = seededRandom(3);
    for (let round = 0; round < 3000; round++) {
      const text = randomText(random, 300);
      let covered = 0;
      for (const { start, end } of splitSentences(text)) {
        expect(text.slice(covered, start).trim()).toBe('');
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        expect(text.slice(start, end)).not.toMatch(/\n[^\S\n]*\n/);
        covered = end;
      }
      expect(text.slice(covered).trim()).toBe('');
    }
  });

  it('starts and ends at graphemes, a mark that hangs on a space aside', () => {
    const random = seededRandom(4);
    for (let round = 0; round < 500; round++) {
      const text = randomText(random, 120);
      const bounds = new Set(
        [...new Intl.Segmenter('und').segment(text)].map(({ index }) => index).concat(text.length),
      );
      for (const { start, end } of splitSentences(text)) {
        expect(bounds.has(start) || /\s/.test(text.charAt(start - 1))).toBe(true);
        expect(bounds.has(end)).toBe(true);
      }
    }
  });

  it.each(['(', '“', '。', 'a. ', '字', '"a? ', '; ', '《', '?('])('takes linear time on %j', (unit) => {
    const timeOf = (count: number) => {
      const started = performance.now();
      splitSentences(unit.repeat(count));
      return performance.now() - started;
    };
    timeOf(2_000);
    expect(timeOf(20_000)).toBeLessThan(1_000);
  });
});
