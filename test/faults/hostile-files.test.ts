import { describe, expect, it } from 'vitest';
import { listCorpus, readCorpusFile } from '../../src/corpus/read-corpus.ts';
import { openPage } from '../../src/corpus/readers/readers.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

/** A file that must be read or refused in bounded time. */
interface HostileFile {
  readonly name: string;
  readonly bytes: string | Uint8Array;
  /** Why it is refused; undefined where it is read. */
  readonly reason?: string;
}

/** Tells a file that ends from one that does not, in ms: the slowest takes 5 s, and twice that where other tests run beside it. */
const limitMs = 15_000;

const paragraph =
  '<p>The council of Lowmere voted on Tuesday to mend the old harbour wall, and work begins in May.</p>\n';
const rss = (items: string, head = ''): string =>
  `<?xml version="1.0"?>${head}<rss version="2.0"><channel><title>The Lowmere Post</title>${items}</channel></rss>`;
const item = (fields: string): string => `<item>${fields}</item>\n`;

const files: Readonly<Record<string, readonly HostileFile[]>> = {
  '.html': [
    { name: '10 MB of paragraphs', bytes: paragraph.repeat(1e7 / paragraph.length), reason: 'too-complex' },
    { name: '10 MB in one paragraph', bytes: `<p>${'text, more text. '.repeat(600_000)}</p>` },
    { name: '10 MB of white space', bytes: `<p>a${' '.repeat(1e7)}b</p>${paragraph.repeat(20)}` },
    { name: 'an attribute of 10 MB', bytes: `<p class="${'x '.repeat(5e6)}">a</p>${paragraph.repeat(20)}` },
    { name: '100,000 nested tags', bytes: '<div>'.repeat(100_000) + paragraph, reason: 'too-complex' },
    { name: '250 nested tags', bytes: '<div>'.repeat(250) + paragraph.repeat(20) },
    {
      name: 'many small elements',
      bytes: '<div class="a"><span>x</span><a href="#">y</a></div>'.repeat(6_000),
    },
    { name: 'a million open angle brackets', bytes: '<'.repeat(1e6), reason: 'too-complex' },
    { name: 'a million entities', bytes: `<p>${'&amp;'.repeat(1e6)}</p>`, reason: 'too-complex' },
    { name: 'comments that never end', bytes: '<!--'.repeat(1e6), reason: 'no-article' },
    { name: 'tags that never end', bytes: '<a '.repeat(1e6), reason: 'no-article' },
    {
      name: 'metadata of a million brackets',
      bytes: `<script type="application/ld+json">${'['.repeat(1e6)}</script>${paragraph.repeat(20)}`,
    },
    {
      name: 'a title of a million words',
      bytes: `<title>${'a | b '.repeat(1e6)}</title>${paragraph.repeat(20)}`,
    },
  ],
  '.xml': [
    {
      name: 'a billion laughs',
      bytes: rss(
        item('<title>&c;</title><description>&c;</description>'),
        '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
      ),
      reason: 'too-complex',
    },
    {
      name: 'an external entity',
      bytes: rss(
        item('<description>&x;</description>'),
        '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
      ),
      reason: 'too-complex',
    },
    { name: '100,000 nested tags', bytes: rss(`<item>${'<a>'.repeat(100_000)}`), reason: 'too-complex' },
    { name: '600,000 elements', bytes: rss('<a/>'.repeat(600_000)), reason: 'too-complex' },
    {
      name: '10 MB in one item',
      bytes: rss(item(`<description><![CDATA[${'<p>Hello there.</p>'.repeat(500_000)}]]></description>`)),
    },
    {
      name: 'a section that never ends',
      bytes: rss(`<item><description><![CDATA[${'x'.repeat(1e7)}`),
      reason: 'damaged',
    },
    {
      name: 'a million open angle brackets',
      bytes: rss(item(`<description>${'<'.repeat(1e6)}</description>`)),
      reason: 'damaged',
    },
    {
      name: '10 MB of white space',
      bytes: rss(' '.repeat(1e7) + item('<description>Fares rise.</description>')),
    },
    {
      name: '100,000 attributes',
      bytes: rss(
        `<item ${Array.from({ length: 1e5 }, (_, at) => `a${at}="x"`).join(' ')}><description>Fares rise.</description></item>`,
      ),
    },
    {
      name: '10,000 items',
      bytes: rss(
        Array.from({ length: 1e4 }, (_, at) =>
          item(`<title>Story ${at}</title><description>Words of story ${at}.</description>`),
        ).join(''),
      ),
    },
  ],
  '.json': [
    { name: 'a million open brackets', bytes: '['.repeat(1e6), reason: 'too-complex' },
    { name: 'a million nested objects', bytes: '{"a":'.repeat(1e6), reason: 'too-complex' },
    { name: 'a million empty records', bytes: `[${'{},'.repeat(2e5)}{}]`, reason: 'no-article' },
    { name: 'a string that never ends', bytes: `["${'x'.repeat(5e6)}`, reason: 'damaged' },
    { name: 'a string of backslashes', bytes: `["${'\\'.repeat(5e6)}`, reason: 'damaged' },
    { name: 'a text of 10 MB', bytes: JSON.stringify({ title: 't', body: 'word '.repeat(2e6) }) },
    { name: 'a key that is a prototype', bytes: '[{"__proto__": {"title": "x"}, "body": "Fares rise."}]' },
  ],
  '.jsonl': [
    { name: 'a line of a million brackets', bytes: '['.repeat(1e6), reason: 'no-article' },
    { name: '300,000 bad lines', bytes: '{\n'.repeat(3e5), reason: 'no-article' },
  ],
  '.md': [
    { name: 'a line of a million characters', bytes: 'a'.repeat(1e6) },
    { name: 'a line of a million Chinese characters', bytes: '中'.repeat(1e6) },
    { name: 'a line of a million brackets', bytes: '（'.repeat(1e6) },
    { name: '30,000 lines without a blank one', bytes: 'The ferry sails today.\n'.repeat(30_000) },
    { name: '30,000 hyphenated lines', bytes: 'The ferry sails to the har-\n'.repeat(30_000) },
    { name: '300,000 lines', bytes: 'The ferry sails today.\n'.repeat(300_000), reason: 'too-complex' },
    { name: '60,000 paragraphs', bytes: 'a\n\n'.repeat(60_000), reason: 'too-complex' },
    { name: '300,000 rules', bytes: '---\n\n'.repeat(300_000), reason: 'too-complex' },
  ],
};

describe.each(Object.entries(files))('hostile files ending in %s', (extension, hostile) => {
  it.each(hostile)('come to an end: $name', async ({ bytes, reason }) => {
    const startedMs = performance.now();
    const page = await openPage(`hostile${extension}`, Buffer.from(bytes));
    if (!('reason' in page)) page.read();
    expect('reason' in page ? page.reason : undefined).toBe(reason);
    expect(performance.now() - startedMs).toBeLessThan(limitMs);
  });
});

describe('many files', () => {
  it('are listed and read within seconds: 10,000 small ones', () => {
    const folder = writeFiles(
      temporaryFolder(),
      Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`${at % 100}/${at}.md`, `第${at}页`])),
    );
    const startedMs = performance.now();
    const { files: listed } = listCorpus(folder, new Set(['.md']));
    expect(listed).toHaveLength(10_000);
    expect(listed.every((file) => 'bytes' in readCorpusFile(file))).toBe(true);
    expect(performance.now() - startedMs).toBeLessThan(limitMs);
  });
});
