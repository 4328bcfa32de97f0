import { describe, expect, it } from 'vitest';
import { splitArticles } from '../../src/corpus/split-articles.ts';
import { pageToJson, renderPage } from '../../src/terminal/render-page.ts';

const text = [
  '## 河湾桥恢复通车',
  '',
  '图为通车现场。 何苇 摄',
  '',
  '本报讯(记者 何苇)3月4日,河湾桥恢复通车。桥长412米,“桥面换了新',
  '',
  '沥青,夜里也很亮。”工人说。',
  '',
  '## سوق القطن يفتح أبوابه',
  '',
  'افتتح السوق يوم الأحد، وشارك فيه ٤٠ بائعًا من القرى المجاورة.',
  '',
].join('\n');
const reading = splitArticles({ file: 'hewan-daily-2025-03-05.md', text });

describe('renderPage', () => {
  const printed = renderPage(reading);

  it.each([
    ['the kind and line of a block', /^ {2}3 +caption +图为通车现场/m],
    ['the lines of a join and how sure it is', /^ {2}5–7 +\d+ % {2}\S/m],
    ['an article with its id and title', /^ {2}[a-z2-7]{12} {2}河湾桥恢复通车$/m],
    ['another language', /سوق القطن يفتح أبوابه/],
    ['the facts', /authors: 何苇/],
    ['where the body stands', /characters from lines 5–7/],
  ])('shows %s', (_, expected) => {
    expect(printed).toMatch(expected);
  });

  it('leaves no escape code of the page to the terminal', () => {
    const hostile = splitArticles({
      file: 'a.md',
      text: '## A title\n\nText \u001b[31mred\u0007 more of it.\n',
    });
    expect(renderPage(hostile)).not.toMatch(/[\u001b\u0007]/);
  });
});

describe('pageToJson', () => {
  it('has the keys that others rely on', () => {
    const json = JSON.parse(JSON.stringify(pageToJson(reading))) as Record<string, Record<string, unknown>[]>;
    expect(json['blocks']?.[0]).toMatchObject({ kind: 'headline', lines: [1, 1], text: '河湾桥恢复通车' });
    const [from, to] = json['joins']?.[0]?.['lines'] as number[];
    expect([from, to]).toEqual([5, 7]);
    expect(Object.keys(json['joins']?.[0] ?? {})).toEqual(['lines', 'confidence', 'reason']);
    expect(Object.keys(json['articles']?.[0] ?? {})).toEqual(
      expect.arrayContaining(
        'id title kicker subtitle authors agency place source publishedOn inferred section language body segments'.split(
          ' ',
        ),
      ),
    );
    expect(json['articles']?.map((article) => article['publishedOn'])).toEqual(['2025-03-05', '2025-03-05']);
  });
});
