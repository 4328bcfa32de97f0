import { describe, expect, it } from 'vitest';
import { pullPage, readHandedFile } from '../../src/fetch/pull.ts';
import { chooseUrl, stampText } from '../../src/fetch/stamp-page.ts';
import { writePdf } from '../support/pdf-file.ts';
import { startNewsServer } from './news-server.ts';

const now = new Date('2026-03-05T08:00:00Z');

/** Pulls what a server sends that has this one answer to everything but robots.txt. */
async function pull(body: string | Uint8Array, headers: Record<string, string>, path = '/2026/03/04/story') {
  const server = await startNewsServer((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else response.writeHead(200, headers).end(body);
  });
  try {
    const page = await pullPage(server.url(path), { network: server.network, now });
    return { ...page, text: Buffer.from(page.bytes).toString(), fetchedFrom: server.url(path) };
  } finally {
    await server.close();
  }
}

const sentences = [
  '雾港市渡船公司周二表示，停航三周的渡船将于四月一日恢复航行，首班船早上六点开出。',
  '公司说，修理花了一百三十万元，其中三分之二由保险公司支付，其余由市政府承担。',
  '岛上居民对此表示欢迎，他们三周以来只能乘小船往返，遇到大风便无法出行。',
];
const html = (head = '', lang = 'zh'): string =>
  `<html lang="${lang}"><head><title>渡船复航</title>${head}</head><body><article><h1>渡船复航</h1>${sentences
    .map((text) => `<p>${text}</p>`)
    .join('')}</article></body></html>`;
/** "渡船复航" and the like in GB18030, which Node can read and not write: by looking every character up. */
function encodeGbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, [number, number]>();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if (character.length === 1 && !codes.has(character)) codes.set(character, [high, low]);
    }
  return Buffer.from([...text].flatMap((char) => codes.get(char) ?? [char.charCodeAt(0)]));
}

describe('pullPage', () => {
  it('stores what was received under a line that says where it came from', async () => {
    const { text, url, articles, file, fetchedFrom } = await pull(html(), { 'content-type': 'text/html' });
    expect(url).toBe(fetchedFrom);
    expect(text.split('\n', 1)[0]).toContain(
      `Pulled by Newsquote from ${fetchedFrom} at 2026-03-05T08:00:00.000Z`,
    );
    expect(text).toContain(html());
    expect(articles).toMatchObject([
      {
        title: '渡船复航',
        source: 'paper.example',
        publishedOn: '2026-03-04',
        language: 'zh',
        url: fetchedFrom,
      },
    ]);
    expect(file).toMatch(/^pulled\/2026\/paper\.example-2026-03-04-story-[a-p]{12}\.html$/);
  });

  it.each([
    ['the header alone says', '', 'text/html; charset=gbk'],
    ['the page alone says', '<meta charset="gbk">', 'text/html'],
    ['the page says, and the header wrongly', '<meta charset="gb2312">', 'text/html; charset=iso-8859-1'],
    ['the header says, and the page wrongly', '<meta charset="utf-8">', 'text/html; charset=gbk'],
  ])('decodes a page whose encoding %s', async (_, head, type) => {
    const { articles, text } = await pull(encodeGbk(html(head)), { 'content-type': type });
    expect(articles[0]?.body).toBe(sentences.join('\n\n'));
    expect(text).toContain(sentences[0]);
  });

  it('decodes UTF-16 and XHTML with an encoding of its own', async () => {
    const utf16 = Buffer.from(`\ufeff${html()}`, 'utf16le');
    expect((await pull(utf16, { 'content-type': 'text/html' })).articles[0]?.title).toBe('渡船复航');
    const xhtml = Buffer.concat([Buffer.from('<?xml version="1.0" encoding="gbk"?>\n'), encodeGbk(html())]);
    const { articles } = await pull(xhtml, { 'content-type': 'application/xhtml+xml' });
    expect(articles[0]?.title).toBe('渡船复航');
  });

  it('does not believe a page that it belongs to another site', async () => {
    const { articles, fetchedFrom } = await pull(
      html('<link rel="canonical" href="https://famous.example/a">'),
      {
        'content-type': 'text/html',
      },
    );
    expect(articles).toMatchObject([{ url: fetchedFrom, source: 'paper.example' }]);
  });

  it.each([
    ['<meta name="robots" content="NoIndex, follow">', {}],
    ['<meta name="newsquote" content="noarchive">', {}],
    ['', { 'x-robots-tag': 'noarchive' }],
    ['', { 'x-robots-tag': 'newsquote: none' }],
  ])('keeps no page that does not want it: %s %j', async (head, headers) => {
    const pulling = pull(html(head), { 'content-type': 'text/html', ...headers });
    await expect(pulling).rejects.toMatchObject({ code: 'url-refused', context: { reason: 'no-archive' } });
  });

  it('obeys robots.txt', async () => {
    const server = await startNewsServer((_, response) => response.end('User-agent: *\nDisallow: /2026/'));
    const pulling = pullPage(server.url('/2026/a'), { network: server.network, now });
    await expect(pulling).rejects.toMatchObject({ code: 'url-refused', context: { reason: 'robots' } });
    expect(server.asked).toEqual([]);
    await server.close();
  });

  it('gives plain text front matter that tells its address and source', async () => {
    const body = `# Fähre fährt wieder\n\n${sentences.join('\n\n')}\n`;
    const { articles, text, fetchedFrom, file } = await pull(body, { 'content-type': 'text/markdown' });
    expect(text).toBe(
      `---\nurl: ${fetchedFrom}\nsource: paper.example\npulled: 2026-03-05T08:00:00.000Z\n---\n\n${body}`,
    );
    expect(articles).toMatchObject([
      { title: 'Fähre fährt wieder', source: 'paper.example', url: fetchedFrom },
    ]);
    expect(file).toMatch(/\.md$/);
  });

  it('tells the source and the day of a PDF by its name', async () => {
    const lines = sentences.map(
      (_, at) => `The ferry of Lowmere sails again on day ${at}, said its owner on Tuesday.`,
    );
    const pdf = writePdf([lines.map((text, at) => ({ text, x: 50, y: 700 - 14 * at, size: 10 }))]);
    const headers = { 'content-type': 'application/pdf', 'last-modified': 'Wed, 04 Mar 2026 10:00:00 GMT' };
    const { file, articles, bytes, beside, fetchedFrom } = await pull(pdf, headers, '/files/ferry.pdf');
    expect(file).toMatch(/^pulled\/2026\/files-ferry-[a-p]{12}\/paper\.example-2026-03-04\.pdf$/);
    expect(articles[0]).toMatchObject({ publishedOn: '2026-03-04', source: 'Paper.Example' });
    expect(beside?.file).toBe(file.replace('.pdf', '.url'));
    expect(Buffer.from(beside?.bytes ?? []).toString()).toContain(`URL=${fetchedFrom}`);
    const undated = await pull(pdf, { 'content-type': 'application/pdf' }, '/files/ferry.pdf');
    expect(undated.articles[0]).toMatchObject({ publishedOn: null, source: 'Paper.Example' });
    expect(Buffer.from(bytes).equals(pdf)).toBe(true);
  });

  it.each([
    ['image/png', '\x89PNG', 'image/png'],
    ['text/html', '', 'no-article'],
    ['text/plain', '', 'no-article'],
    ['text/html', '<html><body></body></html>', 'no-article'],
    ['application/xml', '<?xml version="1.0"?><data><a>1</a></data>', 'no feed'],
    ['application/json', '{"a": 1}', 'no-article'],
  ])('says of %s %j that it is no article', async (type, body, detail) => {
    const pulling = pull(body, { 'content-type': type });
    await expect(pulling).rejects.toMatchObject({
      code: 'url-not-an-article',
      context: { host: 'paper.example', detail: expect.stringContaining(detail) as string },
    });
  });
});

describe('readHandedFile', () => {
  it('reads a file that somebody hands in, and stores it as it is', async () => {
    const bytes = Buffer.from(`---\ntitle: عودة العبّارة\nsource: صدى\n---\n\n${sentences.join('\n\n')}\n`);
    const page = await readHandedFile({ name: '../عبّارة.MD', bytes }, now);
    expect(page).toMatchObject({ url: null, articles: [{ title: 'عودة العبّارة', source: 'صدى' }] });
    expect(page.file).toMatch(/^pulled\/2026\/[a-p]{12}\.md$/);
    expect(page.bytes).toBe(bytes);
  });

  it.each(['virus.exe', 'noending', 'a.html/../../b', ''])('refuses a file called %j', async (name) => {
    await expect(readHandedFile({ name, bytes: Buffer.from('text') }, now)).rejects.toMatchObject({
      code: 'url-not-an-article',
    });
  });
});

describe('chooseUrl', () => {
  const fetched = 'https://www.paper.example/a?id=1';
  it.each([
    [null, fetched],
    ['https://paper.example/story', 'https://paper.example/story'],
    ['https://m.paper.example/story#top', 'https://m.paper.example/story'],
    ['/story', 'https://www.paper.example/story'],
    ['https://paper.example/', fetched],
    ['https://other.example/story', fetched],
    ['https://paper.example.evil.example/story', fetched],
    ['https://user:pw@paper.example/story', fetched],
    ['javascript:alert(1)', fetched],
    ['http://[', fetched],
  ])('takes a page that claims %s as %s', (claimed, expected) => {
    expect(chooseUrl(claimed, fetched)).toBe(expected);
  });
});

describe('stampText', () => {
  const origin = { url: 'https://paper.example/a', fetchedAt: '2026-03-05T08:00:00Z', charset: null };

  it('adds to the front matter that a text has, and keeps the source it names', () => {
    expect(
      stampText('---\ntitle: 渡船\nsource: 雾港晚报\nurl: https://evil.example\n---\n\nText\n', origin),
    ).toBe(
      '---\ntitle: 渡船\nsource: 雾港晚报\nurl: https://evil.example\nurl: https://paper.example/a\npulled: 2026-03-05T08:00:00Z\n---\n\nText\n',
    );
  });

  it('takes a line of dashes for what it is', () => {
    expect(stampText('---\nText\n---\n', origin)).toMatch(/^---\nurl: .*\n---\n\n---\nText\n---\n$/s);
  });
});
