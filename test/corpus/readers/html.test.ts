import { describe, expect, it } from 'vitest';
import { openPage } from '../../../src/corpus/readers/readers.ts';
import { describeReader, fixture, openReadable } from './reader-contract.ts';

const paragraph =
  '<p>The council of Lowmere voted on Tuesday to mend the old harbour wall, and work begins in May.</p>\n';

describeReader('HTML', {
  extension: '.html',
  files: [
    {
      file: 'harbour-wall.html',
      bytes: fixture('harbour-wall.html'),
      charset: 'utf-8',
      articles: [
        {
          title: 'Harbour wall to be mended before the herring',
          source: 'The Lowmere Post',
          publishedOn: '2025-03-04',
          authors: ['Orla Fenwick', 'Tam Oduya'],
          language: 'en',
          url: 'https://lowmere-post.example/2025/harbour-wall',
          body: [
            'The council of Lowmere voted on Tuesday to mend the old harbour wall, which lost forty metres of its crown in the storm of January. Work begins in May & will take three months, said the mayor, Hale Brandreth.',
            '“No berth will be closed before the herring have gone,” he told the fishermen who had filled the public benches. The mending costs 412,000 crowns, of which the island’s fund pays half.',
            'The last mending was eleven years ago. It held until January, when a block of nine tons was found on the other side of the quay.',
          ].join('\n\n'),
          lines: [
            [23, 25],
            [30, 31],
          ],
        },
      ],
    },
    {
      file: 'qingya-bridge.html',
      bytes: fixture('qingya-bridge.html'),
      charset: 'utf-8',
      articles: [
        {
          title: '青崖大桥五月通车 过桥不收费',
          source: '青崖日报',
          publishedOn: '2025-04-16',
          authors: ['沈若川'],
          language: 'zh',
          url: 'https://qingya.example/2025/0416/bridge.html',
          body: [
            '本报讯 青崖大桥将于五月十八日正式通车，市交通局昨日在新闻发布会上公布了这一消息。大桥全长两千一百米，连接老城和江北新区，是青崖市第三座跨江大桥。',
            '据介绍，大桥双向六车道，两侧设有人行道和自行车道，过桥不收费。通车后，从老城到江北新区的车程将由四十分钟缩短到八分钟。',
            '市民普遍关心的公交线路也已确定。二十六路、三十一路公交车将经过大桥，末班车延长到晚上十一点，票价不变。',
          ].join('\n\n'),
          lines: [
            [14, 14],
            [16, 16],
          ],
        },
      ],
    },
    {
      file: 'oasis-market.xhtml',
      bytes: fixture('oasis-market.xhtml'),
      charset: 'utf-8',
      articles: [
        {
          title: 'سوق الواحة يفتح أبوابه من جديد',
          source: 'صدى الواحات',
          publishedOn: '2025-09-12',
          authors: [],
          language: 'ar',
          url: null,
          body: [
            'فتح سوق الواحة القديم أبوابه صباح الجمعة بعد ثلاث سنوات من أعمال الترميم، وحضر الافتتاح رئيس البلدية وعدد كبير من التجار والأهالي الذين قدموا من القرى المجاورة.',
            'وقال رئيس البلدية إن الترميم حافظ على الأقواس الحجرية والسقف الخشبي، وإن مئة وعشرين دكانا عادت إلى أصحابها، بينما خصصت عشرة دكاكين للحرف اليدوية ولن يدفع أصحابها إيجارا في السنة الأولى.',
          ].join('\n\n'),
          lines: [
            [8, 8],
            [9, 9],
          ],
        },
      ],
    },
  ],
});

const page = (body: string, head = ''): string =>
  `<html><head><title>Ferry fares rise</title>${head}</head><body>${body}</body></html>`;

describe('htmlReader', () => {
  const bodyOf = async (html: string, file = 'x.html'): Promise<string> =>
    (await openReadable(file, Buffer.from(html))).read().articles[0]?.body ?? '';

  it('leaves out scripts, styles, navigation, advertisements, comments, captions and the foot', async () => {
    const text = (await openReadable('harbour-wall.html', fixture('harbour-wall.html'))).text;
    for (const word of ['ropes', 'Home', 'cookies', 'seadog', 'Read also', 'Copyright', 'Photo', 'color']) {
      expect(text).not.toContain(word);
    }
  });

  it.each([
    ['unclosed tags', `<div><p>One <b>two${paragraph}${paragraph}`],
    ['tags closed in the wrong order', `<b><i><p>One</b></i> two</p>${paragraph}${paragraph}`],
    ['no html, head or body', `${paragraph}${paragraph}`],
    ['text after the end', `</body></html>${paragraph}${paragraph}`],
  ])('reads a page with %s', async (_what, html) => {
    expect(await bodyOf(html)).toContain('to mend the old harbour wall, and work begins in May.');
  });

  it('decodes entities and keeps what only looks like a tag', async () => {
    expect(
      await bodyOf(
        page(`<p>Fish &amp; chips &lt;b&gt; 5&nbsp;&#x20ac; &#26032;闻 &mdash;</p>${paragraph.repeat(5)}`),
      ),
    ).toMatch(/^Fish & chips <b> 5 € 新闻 —\n\n/);
  });

  it('does not keep words of a script that is written as a page', async () => {
    const html = page(`<script>document.write("<p>Planted words</p>")</script>${paragraph.repeat(5)}`);
    expect(await bodyOf(html)).not.toContain('Planted');
  });

  it.each([
    ['2025-03-04T23:40:00-05:00', '2025-03-04'],
    ['Tue, 04 Mar 2025 10:00:00 GMT', '2025-03-04'],
    ['2025年3月4日', '2025-03-04'],
    ['yesterday', null],
  ])('takes the day of %s as it is printed', async (date, expected) => {
    const html = page(paragraph.repeat(5), `<meta property="article:published_time" content="${date}">`);
    const { articles } = (await openReadable('x.html', Buffer.from(html))).read();
    expect(articles[0]?.publishedOn).toBe(expected);
  });

  it('names the host as source where the page names none', async () => {
    const html = page(paragraph.repeat(5), '<link rel="canonical" href="https://www.lowmere.example/a">');
    const { articles } = (await openReadable('x.html', Buffer.from(html))).read();
    expect(articles[0]?.source).toBe('lowmere.example');
  });

  it('does not believe a template’s lang="en" above a long text in Chinese', async () => {
    const text = '<p>青崖大桥将于五月十八日正式通车，市交通局昨日在新闻发布会上公布了这一消息。</p>'.repeat(
      15,
    );
    const { articles } = (
      await openReadable('x.html', Buffer.from(`<html lang="en"><body>${text}</body></html>`))
    ).read();
    expect(articles[0]?.language).toBe('zh');
  });

  describe('encodings', () => {
    const gbk = Buffer.from('c7e0d1c2b4f3c7c5cda8b3b5a1a3', 'hex'); // 青崖大桥通车。
    const declared = (label: string, bytes: Uint8Array): Buffer =>
      Buffer.concat([Buffer.from(`<meta charset="${label}"><p>`), bytes, Buffer.from('</p>')]);

    it.each(['gb2312', 'GBK', 'gb18030'])('reads a short text that declares %s', async (label) => {
      const opened = await openReadable('x.html', declared(label, gbk));
      expect([opened.charset, opened.text]).toEqual(['gb18030', '青崖大桥通车。']);
    });

    it('reads the XML declaration', async () => {
      const bytes = Buffer.concat([Buffer.from('<?xml version="1.0" encoding="GBK"?><html><body><p>'), gbk]);
      expect((await openReadable('x.xhtml', bytes)).text).toBe('青崖大桥通车。');
    });

    it.each([
      ['iso-8859-1', gbk, 'charset-wrong'],
      ['big5', Buffer.from([0xff, 0xff]), 'charset-wrong'],
      ['utf-8', gbk, 'charset-wrong'],
      ['klingon', gbk, 'charset-unknown'],
    ])('sets aside what declares %s and is something else', async (label, bytes, reason) => {
      expect(await openPage('x.html', declared(label, bytes))).toMatchObject({ reason });
    });

    it('reads UTF-8 that declares something else, where it is long enough to be certain', async () => {
      const text = '青崖大桥将于五月十八日正式通车。';
      const opened = await openReadable('x.html', declared('gb2312', Buffer.from(text)));
      expect([opened.charset, opened.text]).toEqual(['utf-8', text]);
    });

    it('reads UTF-16 without a mark by its first characters', async () => {
      const opened = await openReadable(
        'x.html',
        Buffer.from('<html><body><p>青崖大桥通车。</p>', 'utf16le'),
      );
      expect([opened.charset, opened.text]).toEqual(['utf-16le', '青崖大桥通车。']);
    });
  });
});
