import { describe, expect, it } from 'vitest';
import { openPage } from '../../../src/corpus/readers/readers.ts';
import { describeReader, fixture, openReadable } from './reader-contract.ts';

const rss = (items: string, head = ''): string =>
  `<?xml version="1.0"?>${head}<rss version="2.0"><channel><title>The Lowmere Post</title>${items}</channel></rss>`;
const item = (fields: string): string => `<item>${fields}</item>\n`;

const ferry = {
  title: 'Ferry fares rise in May & June',
  source: 'The Lowmere Post',
  publishedOn: '2025-03-05',
  authors: ['Orla Fenwick'],
  language: 'en',
  url: 'https://lowmere-post.example/ferry',
  body: 'A ticket to Gull Island costs two crowns more from May on, the ferry company said on Wednesday.\n\nChildren & islanders pay what they paid.',
} as const;

describeReader('feeds', {
  extension: '.xml',
  files: [
    {
      file: 'lowmere-post.rss',
      bytes: fixture('lowmere-post.rss'),
      charset: 'utf-8',
      articles: [
        {
          ...ferry,
          lines: [
            [7, 16],
            [7, 16],
          ],
        },
        {
          title: 'Market hall opens',
          source: 'The Lowmere Post',
          publishedOn: '2025-03-04',
          authors: [],
          language: 'en',
          url: 'https://lowmere-post.example/market',
          body: 'The market hall opened its doors to the first traders on Tuesday morning.',
          lines: [
            [17, 22],
            [17, 22],
          ],
        },
      ],
    },
    {
      file: 'qingya.atom',
      bytes: fixture('qingya.atom'),
      charset: 'utf-8',
      articles: [
        {
          title: '渔港开渔 百船出海',
          source: '青崖日报',
          publishedOn: '2025-04-17',
          authors: ['沈若川'],
          language: 'zh',
          url: 'https://qingya.example/88.html',
          body: '清晨五点，一百零二条渔船驶出青崖渔港，为期三个月的休渔结束了。\n\n渔政部门说，今年的网眼标准比去年放宽。',
          lines: [
            [6, 15],
            [6, 15],
          ],
        },
        {
          title: '旧书市集周末开张',
          source: '青崖日报',
          publishedOn: '2025-04-16',
          authors: [],
          language: 'zh',
          url: 'https://qingya.example/89.html',
          body: '旧书市集本周六在老城文庙前开张，四十个书摊，一直摆到傍晚。',
          lines: [
            [16, 22],
            [16, 22],
          ],
        },
      ],
    },
    {
      file: 'vestnik.xml',
      bytes: fixture('vestnik.xml'),
      charset: 'utf-8',
      articles: [
        {
          title: 'Пристань откроют в июне',
          source: 'Озёрный вестник',
          publishedOn: '2025-05-20',
          authors: ['Инна Ветрова'],
          language: 'ru',
          url: 'https://vestnik.example/5',
          body: 'Новую пристань на озере откроют первого июня. Катер будет ходить каждый час.',
          lines: [
            [4, 10],
            [4, 10],
          ],
        },
      ],
    },
  ],
});

describe('feedReader', () => {
  const version = (id: string, day: number, words: string, date = 'pubDate'): string =>
    item(
      `<guid>${id}</guid><title>${words}</title><${date}>2025-03-${String(day).padStart(2, '0')}T08:00:00Z</${date}><description>${words}.</description>`,
    );
  const bodiesOf = async (xml: string): Promise<string[]> =>
    (await openReadable('x.xml', Buffer.from(xml))).read().articles.map(({ body }) => body);

  it.each([
    ['repeated', [version('7', 1, 'Fares rise'), version('7', 1, 'Fares rise')], ['Fares rise.']],
    [
      'changed, newest first',
      [version('7', 2, 'Fares rise by two'), version('7', 1, 'Fares rise')],
      ['Fares rise by two.'],
    ],
    [
      'changed, newest last',
      [version('7', 1, '票价上涨'), version('7', 2, '票价上涨两元')],
      ['票价上涨两元.'],
    ],
    [
      'different',
      [version('7', 1, 'Fares rise'), version('8', 1, 'أجرة العبارة')],
      ['Fares rise.', 'أجرة العبارة.'],
    ],
  ])('makes one article of items that are %s', async (_what, items, expected) => {
    expect(await bodiesOf(rss(items.join('')))).toEqual(expected);
  });

  it('gives a reordered feed the same articles under the same ids', async () => {
    const items = [version('1', 1, 'Fares rise'), version('2', 2, '开渔'), version('3', 3, 'Пристань')];
    const idsOf = async (order: readonly string[]) =>
      (await openReadable('x.xml', Buffer.from(rss(order.join('')))))
        .read()
        .articles.map(({ id }) => id)
        .sort();
    expect(await idsOf(items.toReversed())).toEqual(await idsOf(items));
  });

  it('records which articles are only summaries', async () => {
    const { decisions } = (await openReadable('x.rss', fixture('lowmere-post.rss'))).read();
    expect(decisions).toEqual([
      { kind: 'summary-only', lines: [17, 22], detail: 'Market hall opens', confidence: 1 },
    ]);
  });

  it.each([
    ['plain text with line breaks', 'One.\n\nTwo.', 'One.\n\nTwo.'],
    [
      'HTML written as text',
      '&lt;p&gt;One &amp;amp; a half.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;',
      'One & a half.\n\nTwo.',
    ],
    ['a script', '&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;One.&lt;/p&gt;', 'One.'],
    ['an angle bracket', 'if a &lt; b, so be it', 'if a < b, so be it'],
  ])('reads a description of %s', async (_what, description, expected) => {
    expect(await bodiesOf(rss(item(`<description>${description}</description>`)))).toEqual([expected]);
  });

  it.each([
    [
      'an XML file that is no feed',
      '<?xml version="1.0"?><urlset><url><loc>a</loc></url></urlset>',
      'no-article',
    ],
    ['a feed cut short', rss('<item><title>a').slice(0, -30), 'damaged'],
    ['a feed without items', rss(''), 'no-article'],
    ['items without text', rss(item('<title>Only a title</title>')), 'no-article'],
  ])('sets aside %s', async (_what, xml, reason) => {
    expect(await openPage('x.xml', Buffer.from(xml))).toMatchObject({ reason });
  });

  it('reads the encoding that the XML declares', async () => {
    const head =
      '<?xml version="1.0" encoding="GB2312"?><rss version="2.0"><channel><title>x</title><item><description>';
    const bytes = Buffer.concat([
      Buffer.from(head),
      Buffer.from('c7e0d1c2b4f3c7c5', 'hex'),
      Buffer.from('</description></item></channel></rss>'),
    ]);
    const page = await openReadable('x.xml', bytes);
    expect([page.charset, page.text]).toEqual(['gb18030', '青崖大桥']);
  });
});
