import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { splitArticles } from '../../src/corpus/split-articles.ts';
import { checkSlice } from '../../src/corpus/provenance.ts';

const name = 'shuozhou-daily-2023-12-03.md';
const file = fileURLToPath(new URL(`../../../shared/corpus/${name}`, import.meta.url));
const hasPage = existsSync(file);

/** Written by hand from the printed page: first and last characters of title, body; the lines kept short on purpose. */
const expected = [
  {
    title: '我市与全省同步举行开发区',
    first: '本报讯(记者 赵娟娟)',
    last: '总投资35.91亿元。',
    authors: ['赵娟娟'],
    kicker: null,
  },
  {
    title: '我市举行“中华魂”',
    first: '本报讯(记者 刘淑花)',
    last: '获奖选手现场颁奖。',
    authors: ['刘淑花'],
    kicker: null,
  },
  {
    title: '朔城区南城街道',
    first: '基层治理是国家治理的',
    last: '满意度和归属感。',
    authors: ['刘晓广', '李妍', '李晶'],
    kicker: '聚力民生实事',
  },
  {
    title: '习近平向2023年',
    first: '新华社北京12月2日电',
    last: '构建命运共同体”。',
    authors: [],
    kicker: null,
  },
  {
    title: '朔州市倾力推进固废',
    first: '山西日报讯(记者',
    last: '装饰板的生产能力。',
    authors: ['任永亮'],
    kicker: '变废为宝',
  },
  {
    title: '办老百姓最满意的医院',
    first: '“朔州市大医院儿科',
    last: '高品质医疗服务。',
    authors: ['武跃林'],
    kicker: '奋发有为',
  },
];

describe.skipIf(!hasPage)(`the seed page (skipped where ${name} is not beside the repository)`, () => {
  const text = hasPage ? readFileSync(file, 'utf8') : '';
  const reading = splitArticles({ file: name, text });

  it('holds six articles and one reference', () => {
    expect(reading.articles).toHaveLength(6);
    expect(reading.references.map(({ jump }) => jump)).toEqual(['见3版']);
  });

  it.each(expected)('has "$title" whole', ({ title, first, last, authors, kicker }) => {
    const article = reading.articles.find((each) => each.title.startsWith(title));
    expect(article?.body.startsWith(first)).toBe(true);
    expect(article?.body.endsWith(last)).toBe(true);
    expect(article?.authors).toEqual(authors);
    expect(article?.publishedOn).toBe('2023-12-03');
    expect(article?.source).toBe('Shuozhou Daily');
    expect(article?.language).toBe('zh');
    if (kicker === null) expect(article?.kicker).toBeNull();
    else expect(article?.kicker?.startsWith(kicker)).toBe(true);
  });

  it('joins every cut paragraph and nothing else', () => {
    const joined = reading.joins.map(({ lines }) => lines.join(' '));
    expect(joined.sort()).toEqual(
      [
        '11 13',
        '13 15',
        '23 25',
        '25 27',
        '37 39',
        '59 61',
        '61 63',
        '63 65',
        '73 75',
        '77 79',
        '119 105',
      ].sort(),
    );
  });

  it('runs the words at the page end on under the second heading of their story', () => {
    const hospital = reading.articles.at(-1);
    expect(hospital?.body).toContain('相互协作,进一步');
    expect(hospital?.subtitle?.endsWith('发展纪实')).toBe(true);
  });

  it('keeps the photo caption with the first article, out of its body', () => {
    const [first] = reading.articles;
    const caption = first?.captions[0];
    expect(text.slice(caption?.pageStart).startsWith('图为开工仪式现场')).toBe(true);
    expect(first?.body).not.toContain('图为');
  });

  it('finds agency, place and the day of the event', () => {
    expect(reading.articles[3]).toMatchObject({
      agency: '新华社',
      place: '北京',
      eventOn: '2023-12-02',
      inferred: ['eventOn'],
    });
    expect(reading.articles[0]?.eventOn).toBe('2023-12-01');
    expect(reading.articles[4]?.agency).toBe('山西日报');
  });

  it('maps every character of every body to the page', () => {
    for (const article of reading.articles) {
      expect(checkSlice(article, { start: 0, end: article.body.length }, text)).toBe(true);
    }
    expect(reading.blocks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
  });
});
