import { describe, expect, it } from 'vitest';
import { openPage } from '../../src/corpus/readers/readers.ts';
import { fetchFeed } from '../../src/fetch/feeds.ts';
import { nextPollAt } from '../../src/fetch/feed-schedule.ts';
import { startNewsServer } from './news-server.ts';

async function fetchFrom(body: string | Uint8Array, type = 'application/xml') {
  const server = await startNewsServer((_, response) => response.setHeader('content-type', type).end(body));
  try {
    return await fetchFeed(server.url('/feed'), { network: server.network });
  } finally {
    await server.close();
  }
}

const rss = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Lowmere Post</title>
<item><guid>1</guid><title>One &amp; only</title><link>https://l.example/1</link><description>First story of the day.</description></item>
<item><guid>2</guid><title>Two</title><link>https://l.example/2</link><content:encoded><![CDATA[<p>Second <b>story</b></p>]]></content:encoded></item>
<item><guid>2</guid><title>Two again</title><link>https://l.example/2</link><pubDate>Wed, 04 Mar 2026 10:00:00 GMT</pubDate><description>Second story, corrected.</description></item>
</channel></rss>`;
const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh"><title>雾港晚报</title><updated>2026-03-04T10:00:00Z</updated>
<entry><id>urn:1</id><title>渡船复航</title><link href="https://w.example/1"/><updated>2026-03-04T10:00:00Z</updated><content type="html">&lt;p&gt;停航三周的渡船将恢复航行。&lt;/p&gt;</content></entry>
<entry><id>urn:2</id><title>灯塔</title><link rel="self" href="https://w.example/self"/><link rel="alternate" href="https://w.example/2"/><summary>灯塔重新点亮。</summary></entry></feed>`;
const rdf = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://s.example/"><title>صدى</title><items><rdf:Seq><rdf:li rdf:resource="https://s.example/1"/></rdf:Seq></items></channel>
<item rdf:about="https://s.example/1"><title>عودة العبّارة</title><link>https://s.example/1</link><description>تعود العبّارة يوم الأربعاء.</description><dc:date>2026-03-04</dc:date></item></rdf:RDF>`;
const json = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Фонарь',
  items: [
    {
      id: '1',
      url: 'https://f.example/1',
      title: 'Паром',
      content_text: 'Паром снова ходит с первого апреля.',
    },
    { id: 2, url: 'https://f.example/2', title: 'Маяк', summary: 'Маяк снова горит.' },
  ],
});

describe('fetchFeed', () => {
  it.each([
    [
      'RSS 2.0',
      rss,
      [
        ['https://l.example/1', false],
        ['https://l.example/2', true],
      ],
      ['One & only', 'Two again'],
    ],
    [
      'Atom',
      atom,
      [
        ['https://w.example/1', true],
        ['https://w.example/2', false],
      ],
      ['渡船复航', '灯塔'],
    ],
    ['RDF', rdf, [['https://s.example/1', false]], ['عودة العبّارة']],
    [
      'JSON Feed',
      json,
      [
        ['https://f.example/1', true],
        ['https://f.example/2', false],
      ],
      ['Паром', 'Маяк'],
    ],
  ] as const)('cuts %s into feeds of one item, which the corpus reads', async (_, body, facts, titles) => {
    const { items, ending } = await fetchFrom(body, body === json ? 'application/feed+json' : 'text/xml');
    expect(items?.map(({ url, hasContent }) => [url, hasContent])).toEqual(facts);
    const read = [];
    for (const { text } of items ?? []) {
      const opened = await openPage(`a${ending}`, Buffer.from(text));
      read.push('reason' in opened ? opened.reason : opened.read().articles.map(({ title }) => title));
    }
    expect(read).toEqual(titles.map((title) => [title]));
  });

  it('knows an item by its id, whatever else of it changes', async () => {
    const [first] = (await fetchFrom(rss)).items ?? [];
    const [changed] =
      (
        await fetchFrom(
          rss.replace('One &amp; only', 'Uno').replace('https://l.example/1', 'https://l.example/uno'),
        )
      ).items ?? [];
    const [other] = (await fetchFrom(rss.replace('<guid>1</guid>', '<guid>3</guid>'))).items ?? [];
    expect(changed?.key).toBe(first?.key);
    expect(other?.key).not.toBe(first?.key);
  });

  it('keeps what a feed is in another encoding', async () => {
    const latin = Buffer.from(
      rss.replace('utf-8', 'iso-8859-1').replace('Two</title>', 'Déjà vu</title>'),
      'latin1',
    );
    expect((await fetchFrom(latin)).items?.[1]?.text).toContain('Déjà vu');
    const bare = Buffer.from(
      rss.replace(/<\?xml.*\?>/, '').replace('Two</title>', 'Déjà vu</title>'),
      'latin1',
    );
    expect((await fetchFrom(bare, 'text/xml; charset=iso-8859-1')).items?.[1]?.text).toContain('Déjà vu');
  });

  it('takes a feed without items as one', async () => {
    expect((await fetchFrom('<rss version="2.0"><channel><title>New</title></channel></rss>')).items).toEqual(
      [],
    );
    expect(
      (
        await fetchFrom(
          '{"version":"https://jsonfeed.org/version/1","title":"x","items":[]}',
          'application/json',
        )
      ).items,
    ).toEqual([]);
  });

  it.each([
    ['a web page', '<!doctype html><html><body>x</body></html>', 'text/html'],
    ['XML that is no feed', '<?xml version="1.0"?><svg></svg>', 'text/xml'],
    ['JSON that is no feed', '{"articles": [{"title": "a", "body": "b"}]}', 'application/json'],
    ['a feed cut short', rss.slice(0, 500), 'text/xml'],
    ['nothing', '', 'application/rss+xml'],
    ['a picture', '\x89PNG', 'image/png'],
    ['entities', `<!DOCTYPE a [<!ENTITY b "c">]>${atom}`, 'text/xml'],
    ['bytes of no encoding', Buffer.from([0x3c, 0x72, 0x73, 0x73, 0x3e, 0xff, 0xc3, 0x28]), 'text/xml'],
  ])('says of %s that it is no feed', async (_, body, type) => {
    await expect(fetchFrom(body, type)).rejects.toMatchObject({ code: 'feed-unreadable' });
  });
});

describe('nextPollAt', () => {
  const facts = { nowMs: 0, failures: 0, maxAgeMs: null, retryAfterMs: null, isGone: false, random: 0.5 };
  const minuteMs = 60_000;
  it.each([
    [{}, 15],
    [{ random: 0 }, 13.5],
    [{ maxAgeMs: 60 * minuteMs }, 60],
    [{ maxAgeMs: 1e12 }, 360],
    [{ maxAgeMs: 1_000 }, 15],
    [{ failures: 1 }, 30],
    [{ failures: 3 }, 120],
    [{ failures: 500 }, 1440],
    [{ failures: 500, random: 0.99 }, 1440],
    [{ isGone: true, failures: 1 }, 1440],
    [{ failures: 1, retryAfterMs: 45 * minuteMs }, 45],
    [{ failures: 1, retryAfterMs: 1_000 }, 30],
    [{ failures: 1, retryAfterMs: 1e15 }, 7 * 1440],
  ])('after %j waits %d minutes', (given, minutes) => {
    expect(nextPollAt({ ...facts, ...given }) / minuteMs).toBe(minutes);
  });
});
