import { cpSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IndexIdentity } from '../../../src/store/index-identity.ts';
import type { NewsStore, PageChange } from '../../../src/store/news-store.ts';
import { openNewsStore, openWritableNewsStore } from '../../../src/store/sqlite/sqlite-news-store.ts';
import { makeNewArticle } from '../../support/articles.ts';
import type { ArticleSketch } from '../../support/articles.ts';
import { fakeDimension } from '../../support/fake-embedder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const identity: IndexIdentity = {
  modelId: 'fake',
  modelFileHash: 'abc',
  dimension: fakeDimension,
  prefix: 'query: |passage: ',
  textVersion: '1.1.1',
};

const ferry: ArticleSketch = { id: 'ferry' };
const bridge: ArticleSketch = {
  id: 'bridge',
  title: '青崖大桥通车',
  source: '青崖日报',
  publishedOn: '2025-04-01',
  language: 'zh',
  authors: ['林若水', '周见'],
  inferred: ['publishedOn'],
  url: 'https://qingya.example/1',
  paragraphs: [['青崖大桥昨天正式通车。', '大桥全长三百二十米。'], ['市长说只要五分钟。']],
};
const market: ArticleSketch = {
  id: 'market',
  title: 'سوق نوران',
  source: 'صدى نوران',
  publishedOn: null,
  language: 'ar',
  paragraphs: [['فتح سوق نوران القديم أبوابه أمس.']],
};

let root: string;
let folder: string;
let store: NewsStore;

beforeEach(() => {
  root = temporaryFolder();
  folder = path.join(root, 'index');
  store = openWritableNewsStore(folder, identity);
});

afterEach(() => store.close());

/** A page with these articles; `kept` stay as they are. */
function replace(file: string, sketches: readonly ArticleSketch[], kept: readonly string[] = []): PageChange {
  const page = { folder: path.join(root, 'corpus'), file, contentHash: `hash of ${file}` };
  return { kind: 'replace', page, changed: sketches.map(makeNewArticle), keptIds: kept };
}

const articleIds = async (from: NewsStore = store): Promise<string[]> =>
  [...(await from.articles(['ferry', 'bridge', 'market'])).keys()].sort();

const pageId = async (file: string): Promise<number> =>
  (await store.pages()).find((page) => page.file === file)?.id ?? -1;

describe('an index just made', () => {
  it('is empty and knows what it is built with', async () => {
    expect(await store.counts()).toEqual({ pages: 0, articles: 0, chunks: 0, sentences: 0 });
    expect(await store.pages()).toEqual([]);
    expect(await store.chunkIds()).toEqual([]);
    expect(await store.sources()).toEqual([]);
    expect(await store.searchTerms(['ferry'], 10)).toEqual([]);
    expect(store.identity).toEqual(identity);
  });
});

describe('apply', () => {
  it.each([
    ['Chinese', bridge],
    ['English', ferry],
    ['Arabic', market],
    ['emoji and a lone surrogate', { ...ferry, paragraphs: [['👩‍👩‍👧 sail 🇨🇳.'], ['a \ufffd b']] }],
  ])('stores an article as it is: %s', async (_what, sketch) => {
    await store.apply([replace('页/page.md', [sketch])]);
    const { article, chunks } = makeNewArticle(sketch);
    const stored = (await store.articles([article.id])).get(article.id);
    expect(stored).toEqual({
      ...article,
      version: 1,
      storyId: article.id,
      page: {
        id: await pageId('页/page.md'),
        folder: path.join(root, 'corpus'),
        file: '页/page.md',
        contentHash: 'hash of 页/page.md',
      },
    });
    const storedChunks = await store.chunks(await store.chunkIds());
    expect(storedChunks.map(({ start, end, embedding }) => ({ start, end, embedding }))).toEqual(
      chunks.map(({ start, end, embedding }) => ({ start, end, embedding })),
    );
    expect(storedChunks.map(({ sentences }) => sentences.map(({ start, end }) => [start, end]))).toEqual(
      chunks.map(({ sentences }) => sentences.map(({ start, end }) => [start, end])),
    );
  });

  it('counts what it holds', async () => {
    await store.apply([replace('a.md', [ferry, bridge]), replace('b.md', [market])]);
    expect(await store.counts()).toEqual({ pages: 2, articles: 3, chunks: 5, sentences: 7 });
  });

  it('replaces an article whole', async () => {
    await store.apply([replace('a.md', [ferry])]);
    await store.apply([replace('a.md', [{ ...ferry, title: 'Ferry sinks', paragraphs: [['It sank.']] }])]);
    expect(await store.counts()).toEqual({ pages: 1, articles: 1, chunks: 1, sentences: 1 });
    expect((await store.articles(['ferry'])).get('ferry')).toMatchObject({
      title: 'Ferry sinks',
      body: 'It sank.',
    });
    expect(await store.searchTerms(['fares'], 10)).toEqual([]);
    expect(await store.searchTerms(['sank'], 10)).toHaveLength(1);
  });

  it('keeps the chunks of an article that stays, and removes what the page no longer has', async () => {
    await store.apply([replace('a.md', [ferry, bridge])]);
    const before = await store.filterChunkIds({ source: '青崖日报' });
    await store.apply([replace('a.md', [market], ['bridge'])]);
    expect(await articleIds()).toEqual(['bridge', 'market']);
    expect(await store.filterChunkIds({ source: '青崖日报' })).toEqual(before);
  });

  it('removes a page with everything on it', async () => {
    await store.apply([replace('a.md', [ferry, bridge]), replace('b.md', [market])]);
    await store.apply([{ kind: 'remove', pageId: await pageId('a.md') }]);
    expect(await store.counts()).toEqual({ pages: 1, articles: 1, chunks: 1, sentences: 1 });
    expect(await store.searchTerms(['ferry', '大桥'], 10)).toEqual([]);
    expect(await store.chunkFrequencies(['ferry', 'سوق'])).toEqual(
      new Map([
        ['ferry', 0],
        ['سوق', 1],
      ]),
    );
  });

  it('keeps a page’s id when the page changes', async () => {
    await store.apply([replace('a.md', [ferry])]);
    const before = await pageId('a.md');
    await store.apply([replace('a.md', [bridge])]);
    expect(await pageId('a.md')).toBe(before);
  });

  it('never gives a chunk’s or a page’s id out again', async () => {
    const met = new Set<number>();
    for (let round = 0; round < 3; round++) {
      await store.apply([replace('a.md', [ferry])]);
      for (const id of [...(await store.chunkIds()), 1000 + (await pageId('a.md'))]) {
        expect(met.has(id)).toBe(false);
        met.add(id);
      }
      await store.apply([{ kind: 'remove', pageId: await pageId('a.md') }]);
    }
  });

  it('moves an article to another page, and has the page it left read again', async () => {
    await store.apply([replace('a.md', [ferry, bridge])]);
    await store.apply([replace('b.md', [ferry])]);
    expect((await store.articles(['ferry'])).get('ferry')?.page.file).toBe('b.md');
    const pages = await store.pages();
    expect(pages.map(({ file, contentHash }) => [file, contentHash])).toEqual([
      ['a.md', ''],
      ['b.md', 'hash of b.md'],
    ]);
    expect(await store.articleStates(await pageId('a.md'))).toEqual(
      new Map([['bridge', { readId: 'bridge', contentHash: 'hash of bridge' }]]),
    );
  });

  it.each([
    ['the second page can not be made', [replace0]],
    ['an article can not be made', [replaceWithBadArticle]],
    ['an embedding is not finite', [replaceWithNaN]],
  ])('changes nothing when %s', async (_what, [makeBad]) => {
    await store.apply([replace('a.md', [ferry])]);
    const before = await store.chunkIds();
    const changes = function* (): Generator<PageChange> {
      yield { kind: 'remove', pageId: 1 };
      yield replace('c.md', [bridge]);
      yield makeBad?.() ?? replace('d.md', []);
    };
    await expect(store.apply(changes(), { ...identity, modelId: 'other' })).rejects.toThrow(/planted|finite/);
    expect(await articleIds()).toEqual(['ferry']);
    expect(await store.chunkIds()).toEqual(before);
    expect(store.identity).toEqual(identity);
    await store.apply([replace('a.md', [market])]);
    expect(await articleIds()).toEqual(['market']);
  });

  function replace0(): PageChange {
    throw new Error('planted');
  }

  function replaceWithBadArticle(): PageChange {
    const changed = (function* () {
      yield makeNewArticle(market);
      throw new Error('planted');
    })();
    return { ...(replace('d.md', []) as Extract<PageChange, { kind: 'replace' }>), changed };
  }

  function replaceWithNaN(): PageChange {
    const good = makeNewArticle(market);
    const bad = new Float32Array(fakeDimension).fill(NaN);
    const chunks = good.chunks.map((chunk) => ({
      ...chunk,
      sentences: [{ start: 0, end: 1, embedding: bad }],
    }));
    return {
      ...(replace('d.md', []) as Extract<PageChange, { kind: 'replace' }>),
      changed: [{ ...good, chunks }],
    };
  }

  it('shows another connection the old index until all is done, then the new one', async () => {
    await store.apply([replace('a.md', [ferry])]);
    const reader = openNewsStore(folder);
    const during: Promise<string[]>[] = [];
    const changes = function* (): Generator<PageChange> {
      yield { kind: 'remove', pageId: 1 };
      during.push(articleIds(reader));
      yield replace('b.md', [bridge]);
      during.push(articleIds(reader));
    };
    await store.apply(changes());
    expect(await Promise.all(during)).toEqual([['ferry'], ['ferry']]);
    expect(await articleIds(reader)).toEqual(['bridge']);
    await reader.close();
  });

  it('changes what the index is built with, and remembers it', async () => {
    const other = { ...identity, modelId: '别的模型', dimension: 3 };
    await store.apply([], other);
    expect(store.identity).toEqual(other);
    const reader = openNewsStore(folder);
    expect(reader.identity).toEqual(other);
    await reader.close();
  });

  it('stores a page without articles', async () => {
    await store.apply([replace('a.md', [])]);
    expect(await store.counts()).toEqual({ pages: 1, articles: 0, chunks: 0, sentences: 0 });
  });
});

describe('reading', () => {
  beforeEach(() => store.apply([replace('a.md', [ferry, bridge]), replace('b.md', [market])]));

  it.each([
    [{}, ['bridge', 'ferry', 'market']],
    [{ since: '2025-03-05' }, ['bridge']],
    [{ since: '2025-03-04' }, ['bridge', 'ferry']],
    [{ until: '2025-03-04' }, ['ferry']],
    [{ until: '2025-03-03' }, []],
    [{ since: '2025-03-04', until: '2025-04-01' }, ['bridge', 'ferry']],
    [{ source: '青崖日报' }, ['bridge']],
    [{ source: 'صدى نوران' }, ['market']],
    [{ source: 'صدى نوران', since: '1900-01-01' }, []],
    [{ source: "x' OR '1'='1" }, []],
    [{ source: '' }, []],
    [{ articleIds: ['market', 'ferry', 'gone'] }, ['ferry', 'market']],
    [{ articleIds: ['market', 'bridge'], since: '2025-03-05' }, ['bridge']],
    [{ articleIds: ["x') OR ('1'='1"] }, []],
    [{ articleIds: [] }, []],
  ])('filters by %j', async (filter, articles) => {
    const ids = await store.filterChunkIds(filter);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    const found = new Set((await store.chunks(ids)).map(({ articleId }) => articleId));
    expect([...found].sort()).toEqual(articles);
    const terms = await store.searchTerms(['ferry', '大桥', 'سوق'], 10, filter);
    const byTerms = await store.chunks(terms.map(({ chunkId }) => chunkId));
    expect([...new Set(byTerms.map(({ articleId }) => articleId))].sort()).toEqual(articles);
  });

  it('gives chunks and embeddings in the order asked for', async () => {
    const ids = (await store.chunkIds()).reverse();
    expect((await store.chunks(ids)).map(({ id }) => id)).toEqual(ids);
    const chunks = await store.chunks(ids);
    expect(await store.embeddings(ids)).toEqual(
      chunks.map(({ id, embedding }) => ({ chunkId: id, embedding })),
    );
  });

  it('leaves out chunks and articles that are gone', async () => {
    const [first = 0] = await store.chunkIds();
    expect((await store.chunks([999, first, -1])).map(({ id }) => id)).toEqual([first]);
    expect([...(await store.articles(['nobody', 'ferry', "'); DROP TABLE pages; --"])).keys()]).toEqual([
      'ferry',
    ]);
    expect((await store.embeddings([999, first])).map(({ chunkId }) => chunkId)).toEqual([first]);
  });

  it('names every source once, sorted', async () => {
    await store.apply([replace('c.md', [{ ...ferry, id: 'ferry2' }])]);
    expect(await store.sources()).toEqual(['Harbour Courier', 'صدى نوران', '青崖日报']);
  });
});

describe('folders', () => {
  it('are found again when index and corpus move together', async () => {
    await store.apply([replace('a.md', [ferry])]);
    await store.close();
    mkdirSync(path.join(root, 'corpus'), { recursive: true });
    const moved = path.join(temporaryFolder(), 'moved 搬家');
    renameSync(root, moved);
    store = openWritableNewsStore(path.join(moved, 'index'), identity);
    expect((await store.pages()).map((page) => page.folder)).toEqual([path.join(moved, 'corpus')]);
    expect((await store.articles(['ferry'])).get('ferry')?.page.folder).toBe(path.join(moved, 'corpus'));
    mkdirSync(root);
  });

  it('are found again when the index alone is copied, and stay one page each', async () => {
    mkdirSync(path.join(root, 'corpus'), { recursive: true });
    await store.apply([replace('a.md', [ferry])]);
    await store.close();
    const copy = path.join(temporaryFolder(), 'a', 'copy');
    cpSync(path.join(root, 'index'), copy, { recursive: true });
    store = openWritableNewsStore(copy, identity);
    const [page] = await store.pages();
    expect(page?.folder).toBe(path.join(root, 'corpus'));
    await store.apply([
      { kind: 'replace', page: { ...page!, contentHash: 'new' }, changed: [], keptIds: ['ferry'] },
    ]);
    expect(await store.pages()).toMatchObject([{ id: page?.id, contentHash: 'new' }]);
  });

  it('of one name in two places are two folders', async () => {
    for (const parent of ['one', 'two']) {
      const page = { folder: path.join(root, parent, 'corpus'), file: 'a.md', contentHash: parent };
      await store.apply([{ kind: 'replace', page, changed: [], keptIds: [] }]);
    }
    expect((await store.pages()).map((page) => page.contentHash)).toEqual(['one', 'two']);
  });
});
