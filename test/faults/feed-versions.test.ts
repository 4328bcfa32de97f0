import { rmSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openPage } from '../../src/corpus/readers/readers.ts';
import { indexCorpus } from '../../src/pipeline/index-corpus.ts';
import { openNewsStore } from '../../src/store/sqlite/sqlite-news-store.ts';
import { createFakeEmbedder } from '../support/fake-embedder.ts';
import { makeRandom } from '../support/random.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

/** An item as a feed gives it. */
interface Item {
  readonly id?: string;
  readonly link?: string;
  readonly title?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly text: string;
}

const source = 'The Osk Gazette';

/** One feed in each format, of the same items. */
const formats: readonly {
  readonly format: string;
  readonly extension: string;
  readonly write: (items: readonly Item[]) => string;
}[] = [
  {
    format: 'RSS',
    extension: '.rss',
    write: (items) =>
      `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${source}</title>${items
        .map((item) =>
          element(
            'item',
            [
              item.id === undefined ? '' : `<guid isPermaLink="false">${item.id}</guid>`,
              element('link', item.link),
              element('title', item.title),
              element('pubDate', item.published && new Date(item.published).toUTCString()),
              element('atom:updated', item.updated),
              element('description', item.text),
            ].join(''),
          ),
        )
        .join('\n')}</channel></rss>`,
  },
  {
    format: 'Atom',
    extension: '.atom',
    write: (items) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>${source}</title>${items
        .map((item) =>
          element(
            'entry',
            [
              element('id', item.id),
              item.link === undefined ? '' : `<link href="${item.link}"/>`,
              element('title', item.title),
              element('published', item.published),
              element('updated', item.updated),
              element('content', item.text),
            ].join(''),
          ),
        )
        .join('\n')}</feed>`,
  },
  {
    format: 'JSON Feed',
    extension: '.json',
    write: (items) =>
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: source,
        items: items.map(({ id, link, title, published, updated, text }) => ({
          id,
          url: link,
          title,
          date_published: published,
          date_modified: updated,
          content_text: text,
        })),
      }),
  },
];

function element(name: string, content: string | undefined): string {
  return content === undefined ? '' : `<${name}>${content}</${name}>`;
}

/** Three stories in three scripts, each with an id, an address, a title and a date. */
const stories: readonly Required<Item>[] = [
  {
    id: 'a-1',
    link: 'https://osk.example/ferry',
    title: 'Ferry fares rise in May',
    published: '2025-03-04T08:00:00Z',
    updated: '2025-03-04T08:00:00Z',
    text: 'A ticket to the island costs two crowns more from May on, the ferry company said on Tuesday.',
  },
  {
    id: 'a-2',
    link: 'https://osk.example/bridge',
    title: '青崖大桥五月通车',
    published: '2025-03-05T08:00:00Z',
    updated: '2025-03-05T08:00:00Z',
    text: '青崖大桥将于五月十八日正式通车，市交通局昨日公布了这一消息，过桥不收费。',
  },
  {
    id: 'a-3',
    link: 'https://osk.example/market',
    title: 'سوق نوران يفتح أبوابه',
    published: '2025-03-06T08:00:00Z',
    updated: '2025-03-06T08:00:00Z',
    text: 'فتح سوق نوران القديم أبوابه صباح الجمعة بعد ثلاث سنوات من أعمال الترميم.',
  },
];
const [ferry, bridge, market] = stories as [Required<Item>, Required<Item>, Required<Item>];

/** A later version of a story. */
const change = (story: Required<Item>, day: number, changes: Partial<Item> = {}): Item => ({
  ...story,
  updated: `2025-03-${String(day).padStart(2, '0')}T18:00:00Z`,
  text: `${story.text} The company corrected its figures on day ${String(day)}.`,
  ...changes,
});
const changed = change(ferry, 7);
const retitled = change(ferry, 8, { title: 'Ferry fares rise in June, not May' });

function without(item: Item, key: keyof Item): Item {
  return { ...item, [key]: undefined };
}

describe.each(formats)('items of a feed in $format', ({ extension, write }) => {
  const bodiesOf = async (items: readonly Item[]): Promise<string[]> => {
    const page = await openPage(`feed${extension}`, Buffer.from(write(items)));
    if ('reason' in page) throw new Error(`${page.reason} ${page.detail}`);
    return page.read().articles.map(({ body }) => body);
  };
  const texts = (items: readonly Item[]): string[] => items.map(({ text }) => text);

  it.each([
    ['repeated', [ferry, ferry, bridge, ferry, bridge], [ferry, bridge]],
    ['changed, newest first', [changed, ferry, bridge], [changed, bridge]],
    ['changed, newest last', [ferry, bridge, changed], [changed, bridge]],
    [
      'changed again and again, in no order',
      [changed, change(ferry, 9), ferry, change(ferry, 8)],
      [change(ferry, 9)],
    ],
    ['changed with their title', [ferry, retitled, bridge], [retitled, bridge]],
    [
      'changed with their address',
      [ferry, change(ferry, 9, { link: 'https://osk.example/ferry-2' })],
      [change(ferry, 9)],
    ],
    [
      'changed under another id, at one address and title',
      [ferry, change(ferry, 9, { id: 'a-9' })],
      [change(ferry, 9)],
    ],
    [
      'published anew instead of updated',
      [ferry, { ...without(changed, 'updated'), published: '2025-03-09T08:00:00Z' }],
      [changed],
    ],
    ['different', [ferry, bridge, market], [ferry, bridge, market]],
    ['different, of one title', [ferry, { ...bridge, title: ferry.title }], [ferry, bridge]],
    [
      'different, at the address of the site',
      [ferry, bridge, market].map((story) => ({ ...story, link: 'https://osk.example/' })),
      [ferry, bridge, market],
    ],
  ])('are one article each, the newest version: %s', async (_what, items, expected) => {
    expect(await bodiesOf(items)).toEqual(texts(expected));
  });

  it.each(['title', 'link', 'published', 'updated'] as const)(
    'are one article each though they have no %s',
    async (key) => {
      const items = [ferry, bridge, changed].map((item) => without(item, key));
      // Without the time of its change, which follows the one of its publication, the first in the feed is the newest.
      expect(await bodiesOf(items)).toEqual(texts(key === 'updated' ? [ferry, bridge] : [changed, bridge]));
    },
  );

  it('are the same articles under the same ids in any order', async () => {
    const items = [ferry, bridge, market, changed, retitled, bridge, change(market, 9)];
    const readIds = async (order: readonly Item[]) => {
      const page = await openPage(`feed${extension}`, Buffer.from(write(order)));
      if ('reason' in page) throw new Error(page.reason);
      return page
        .read()
        .articles.map(({ id, title, body }) => `${id} ${title} ${body}`)
        .sort();
    };
    const expected = await readIds(items);
    expect(expected).toHaveLength(3);
    const random = makeRandom(51);
    for (let time = 0; time < 20; time++) expect(await readIds(random.shuffle(items))).toEqual(expected);
  });
});

describe('items of a feed without ids', () => {
  it.each(formats.filter(({ format }) => format !== 'JSON Feed'))(
    'are told by their address: $format',
    async ({ extension, write }) => {
      const items = [ferry, bridge, changed, retitled].map((item) => without(item, 'id'));
      const page = await openPage(`feed${extension}`, Buffer.from(write(items)));
      expect('reason' in page ? [] : page.read().articles.map(({ body }) => body)).toEqual([
        retitled.text,
        bridge.text,
      ]);
    },
  );
});

describe('an index of feeds', () => {
  let root: string;
  let corpus: string;

  beforeEach(() => {
    root = temporaryFolder();
    corpus = path.join(root, 'corpus');
  });

  const build = () =>
    indexCorpus({
      folders: [corpus],
      indexFolder: path.join(root, 'index'),
      cacheFile: path.join(root, 'cache.db'),
      embedder: createFakeEmbedder(),
      holder: 'a test',
    });

  /** Title and text of what is stored, by id. */
  async function readArticles(): Promise<ReadonlyMap<string, string>> {
    const store = openNewsStore(path.join(root, 'index'));
    const chunks = await store.chunks(await store.chunkIds());
    const articles = await store.articles(chunks.map(({ articleId }) => articleId));
    await store.close();
    return new Map([...articles.values()].map(({ id, title, body }) => [id, `${title}: ${body}`]));
  }

  const listed = (items: readonly Item[]): string[] =>
    items.map(({ title = '', text }) => `${title}: ${text}`).sort();
  const indexed = async (): Promise<string[]> => [...(await readArticles()).values()].sort();

  describe.each(formats)('in $format', ({ extension, write }) => {
    const save = (name: string, items: readonly Item[]): string =>
      writeFiles(corpus, { [`${name}${extension}`]: write(items) });

    it('holds an item once that a feed repeats', async () => {
      save('feed', [ferry, bridge, ferry, market, bridge]);
      await build();
      expect(await indexed()).toEqual(listed([ferry, bridge, market]));
    });

    it('holds the same articles, and embeds nothing, when a feed was reordered', async () => {
      save('feed', stories);
      await build();
      const before = await readArticles();
      save('feed', stories.toReversed());
      expect(await build()).toMatchObject({ textsEmbedded: 0, counts: { articles: 3 } });
      expect(await readArticles()).toEqual(before);
    });

    it.each([
      ['text', changed],
      ['title and text', retitled],
    ])('holds one article, the newest, when a feed gives another %s', async (_what, newest) => {
      save('feed', stories);
      await build();
      save('feed', [newest, bridge, market]);
      await build();
      expect(await indexed()).toEqual(listed([newest, bridge, market]));
    });

    it.each([
      ['the newer file last', 'feed-1', 'feed-2'],
      ['the newer file first', 'feed-2', 'feed-1'],
    ])('holds each story once that two files of a feed give: %s', async (_what, older, newer) => {
      save(older, [ferry, bridge]);
      save(newer, [changed, bridge, market]);
      await build();
      expect(await indexed()).toEqual(listed([changed, bridge, market]));
    });

    it.each([
      ['the newer file last', 'feed-1', 'feed-2'],
      ['the newer file first', 'feed-2', 'feed-1'],
    ])('holds the newest version when the second file comes later: %s', async (_what, older, newer) => {
      save(older, [ferry, bridge]);
      await build();
      save(newer, [retitled, bridge]);
      await build();
      expect(await indexed()).toEqual(listed([retitled, bridge]));
      // And again: an index that stands is not undone by reading it once more.
      await build();
      expect(await indexed()).toEqual(listed([retitled, bridge]));
    });

    it('does not go back to an older version that is saved later', async () => {
      save('feed-1', [retitled, bridge]);
      await build();
      save('feed-2', [ferry, bridge]);
      await build();
      expect(await indexed()).toEqual(listed([retitled, bridge]));
    });

    it('has the older version again when the file with the newer is gone', async () => {
      save('feed-1', [ferry, bridge]);
      save('feed-2', [changed]);
      await build();
      expect(await indexed()).toEqual(listed([changed, bridge]));
      rmSync(path.join(corpus, `feed-2${extension}`));
      await build();
      expect(await indexed()).toEqual(listed([ferry, bridge]));
    });

    it('is the same as one that is built anew', async () => {
      for (const items of [
        [ferry, bridge],
        [changed, bridge, market],
        [retitled, market],
      ]) {
        save('feed', items);
        await build();
      }
      const grown = await indexed();
      rmSync(path.join(root, 'index'), { recursive: true });
      await build();
      expect(await indexed()).toEqual(grown);
    });
  });
});
