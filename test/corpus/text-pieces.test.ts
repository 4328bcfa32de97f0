import { describe, expect, it } from 'vitest';
import { articleId, rankRepeats } from '../../src/corpus/article-id.ts';
import { seamBetween } from '../../src/corpus/stories/body.ts';
import { endingOf, openingOf } from '../../src/corpus/evidence/characters.ts';
import { completeDate, findDate, isDateLine } from '../../src/corpus/evidence/dates.ts';
import { readFrontMatter } from '../../src/corpus/blocks/front-matter.ts';
import { visibleText } from '../../src/corpus/evidence/inline-markup.ts';
import { readLines } from '../../src/corpus/blocks/page-lines.ts';
import { readPageWords } from '../../src/corpus/evidence/page-words.ts';
import { locate, checkSlice } from '../../src/corpus/provenance.ts';
import { hasWordAcross } from '../../src/corpus/evidence/word-seam.ts';

describe('endings and openings', () => {
  it.each([
    ['The road is open.', 'closed'],
    ['“The road is open.”', 'closed'],
    ['大桥今天通车。', 'closed'],
    ['他说：“通车了。”', 'closed'],
    ['فتح الجسر؟', 'closed'],
    ['The road is', 'open'],
    ['副市长主持“开', 'open'],
    ['the words were these:', 'unclear'],
    ['he met Dr.', 'unclear'],
    ['（完）', 'unclear'],
  ])('%s ends %s', (text, ending) => {
    expect(endingOf(text)).toBe(ending);
  });

  it.each([
    ['and the road', 'open'],
    [', and the road', 'open'],
    ['。其中一半', 'open'],
    ['っていたため', 'open'],
    ['“The road', 'fresh'],
    ['The road', 'unclear'],
    ['大桥今天', 'unclear'],
    ['الجسر اليوم', 'unclear'],
  ])('%s starts %s', (text, opening) => {
    expect(openingOf(text)).toBe(opening);
  });
});

describe('findDate and completeDate', () => {
  it.each([
    ['2023-12-03', '2023-12-03'],
    ['12月1日', '2023-12-01'],
    ['2024年1月2日', '2024-01-02'],
    ['March 5, 2025', '2025-03-05'],
    ['5 mars 2025', '2025-03-05'],
    ['3 de marzo de 2024', '2024-03-03'],
    ['3. März 2024', '2024-03-03'],
    ['3 марта', '2023-03-03'],
    ['٣ مارس ٢٠٢٤', '2024-03-03'],
    ['December 28', '2023-12-28'],
  ])('reads %s', (text, expected) => {
    const date = findDate(text);
    expect(date && completeDate(date, '2023-12-03')).toBe(expected);
  });

  it('takes a day far ahead for one of the year before', () => {
    expect(completeDate({ year: null, month: 12, day: 28 }, '2024-01-03')).toBe('2023-12-28');
  });

  it.each([
    ['Wednesday, March 5, 2025', true],
    ['13 декабря.', true],
    ['The fire of March 5 took four houses', false],
    ['３月30日の運行を最後に', false],
  ])('says whether %s is a date alone', (line, expected) => {
    expect(isDateLine(line)).toBe(expected);
  });
});

describe('readFrontMatter', () => {
  it('reads scalars, quotes, lists and comments', () => {
    const text =
      '---\nTitle: "A: b"\nauthor: [Jane, \'John\'\'s\']\ntags:\n  - x\n  - "y z"\n# no\nempty:\nurl: https://a.example/#x # why\n---\nText';
    const { lineCount, values, problems } = readFrontMatter(readLines(text));
    expect(Object.fromEntries(values)).toEqual({
      title: ['A: b'],
      author: ['Jane', "John's"],
      tags: ['x', 'y z'],
      empty: [],
      url: ['https://a.example/#x'],
    });
    expect([lineCount, problems]).toEqual([10, []]);
  });

  it('ends a broken one at the first line of text and says so', () => {
    const { lineCount, values, problems } = readFrontMatter(
      readLines('---\ntitle: A\n\nText goes on: here.\n'),
    );
    expect([lineCount, values.get('title'), problems.length]).toEqual([2, ['A'], 1]);
  });

  it('takes a rule for a rule', () => {
    expect(readFrontMatter(readLines('---\nText of a page.\n---\n')).lineCount).toBe(0);
  });
});

describe('seamBetween', () => {
  const words = readPageWords('the swimming pool, a well-known co-operative, 电梯');
  it.each([
    ['swim-', 'ming pool', '', true],
    ['well-', 'known man', '', false],
    ['Franco-', 'German', '', false],
    ['old', 'ferry', ' ', false],
    ['加装电', '梯', '', false],
    ['住院70', '18人', '', false],
    ['swim', 'ming', '', false],
    ['محطة', 'تحلية', ' ', false],
  ])('joins %s and %s', (before, after, gap, dropsHyphen) => {
    expect(seamBetween(before, after, words)).toEqual({ gap, dropsHyphen });
  });
});

describe('visibleText', () => {
  it.each([
    ['a **bold** and *slanted* [link](https://a.example/b_c) word', 'a bold and slanted link word'],
    ['`code`, ![picture](a.png) and <b>tag</b>', 'code,  and tag'],
    ['5 * 3 and snake_case_name stay, \\*so\\* do these', '5 * 3 and snake_case_name stay, *so* do these'],
    ['**大桥**今天[通车](x)', '大桥今天通车'],
    ['**الجسر** مفتوح', 'الجسر مفتوح'],
  ])('leaves the words of %s', (text, expected) => {
    expect(visibleText(text)).toBe(expected);
  });
});

describe('locate and checkSlice', () => {
  const page = 'XX one two-\nthree YY four';
  const body = 'one twothree\n\nfour';
  const segments = [
    { start: 0, end: 7, pageStart: 3, lines: [1, 1] as const },
    { start: 7, end: 12, pageStart: 12, lines: [2, 2] as const },
    { start: 14, end: 18, pageStart: 21, lines: [2, 2] as const },
  ];
  it('gives a quote across a join one span a side', () => {
    const { spans, lines } = locate(segments, 4, 12);
    expect(spans.map(({ start, end }) => page.slice(start, end))).toEqual(['two', 'three']);
    expect(lines).toEqual([1, 2]);
  });
  it('throws where nothing of the page stands', () => {
    expect(() => locate(segments, 12, 14)).toThrow(RangeError);
  });
  it.each([
    [0, 18, page, true],
    [4, 12, page, true],
    [0, 18, page.replace('three', 'thzee'), false],
    [0, 19, page, false],
    [5, 5, page, false],
  ])('checks [%i, %i)', (start, end, text, expected) => {
    expect(checkSlice({ body, segments }, { start, end }, text)).toBe(expected);
  });
  it('refuses characters that no segment covers', () => {
    expect(
      checkSlice({ body: 'one!two', segments: segments.slice(0, 1) }, { start: 0, end: 7 }, 'XX one two'),
    ).toBe(false);
  });
});

describe('hasWordAcross', () => {
  it.each([
    ['加装电', '梯,其中', true],
    ['今天晴', '明天雨', false],
    ['the', 'road', null],
    ['الجسر', 'اليوم', null],
  ])('%s | %s', (before, after, expected) => {
    expect(hasWordAcross(before, after)).toBe(expected);
  });
});

describe('articleId', () => {
  it('is 12 base32 characters of source, title and ordinal, whatever their case and punctuation', () => {
    const id = articleId({ source: 'Shuozhou Daily', title: '大桥通车！', publishedOn: null, ordinal: 0 });
    expect(id).toMatch(/^[a-z2-7]{12}$/);
    expect(articleId({ source: 'shuozhou-daily', title: '大桥 通车', publishedOn: null, ordinal: 0 })).toBe(
      id,
    );
    expect(
      articleId({ source: 'Shuozhou Daily', title: '大桥通车！', publishedOn: null, ordinal: 1 }),
    ).not.toBe(id);
  });
  it('ranks repeated titles by their text, not by their place', () => {
    const one = { title: 'Weather', body: 'Rain in the north.' };
    const two = { title: 'Weather', body: 'Sun in the south.' };
    const [first, second] = rankRepeats([one, two]);
    expect(rankRepeats([two, one])).toEqual([second, first]);
    expect([first, second].sort()).toEqual([0, 1]);
  });
});
