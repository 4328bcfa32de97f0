import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleLinks } from '../../../src/store/article-links.ts';
import type { NewArticle, NewsStore, PageChange } from '../../../src/store/news-store.ts';
import { openWritableNewsStore } from '../../../src/store/sqlite/sqlite-news-store.ts';
import { makeNewArticle } from '../../support/articles.ts';
import type { ArticleSketch } from '../../support/articles.ts';
import { fakeDimension } from '../../support/fake-embedder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const identity = {
  modelId: 'fake',
  modelFileHash: 'h',
  dimension: fakeDimension,
  prefix: '|',
  textVersion: '1',
};

let root: string;
let store: NewsStore;

beforeEach(() => {
  root = temporaryFolder();
  store = openWritableNewsStore(path.join(root, 'index'), identity);
});

afterEach(() => store.close());

function page(file: string, sketches: readonly (ArticleSketch & Partial<NewArticle>)[]): PageChange {
  const changed = sketches.map((sketch) => {
    const { readId, versionKeys = [], olderCount = 0, ...rest } = sketch;
    const added = makeNewArticle(rest);
    return { ...added, readId: readId ?? added.readId, versionKeys, olderCount };
  });
  const at = { folder: path.join(root, 'corpus'), file, contentHash: `hash of ${file}` };
  return { kind: 'replace', page: at, changed, keptIds: [] };
}

/** What a link function sees and does while changes are written. */
const apply = (changes: readonly PageChange[], link?: (links: ArticleLinks) => void) =>
  store.apply(changes, undefined, link);

const ferry = { id: 'ferry', source: 'Courier', publishedOn: '2026-03-04' };
const bridge = {
  id: 'bridge',
  title: '青崖大桥通车',
  source: '青崖日报',
  publishedOn: '2026-03-05',
  kicker: '快讯',
  url: 'https://qingya.example/1',
  paragraphs: [['青崖大桥昨天通车。'], ['天气很好。']],
};
const market = { id: 'market', title: 'سوق نوران', source: 'صدى نوران', publishedOn: null };

describe('what a reindex changed', () => {
  it('is told to the function that links', async () => {
    await apply([page('a.md', [ferry, bridge]), page('b.md', [market])], (links) => {
      expect(links.changedIds).toEqual(['bridge', 'ferry', 'market']);
      expect([...links.newIds].sort()).toEqual(['bridge', 'ferry', 'market']);
      expect(links.leftStoryIds).toEqual([]);
      expect(links.changedDays).toEqual([
        { source: 'Courier', from: '2026-03-04', to: '2026-03-04' },
        { source: '青崖日报', from: '2026-03-05', to: '2026-03-05' },
      ]);
      links.setStory('bridge', 'one story');
    });
    const later = { ...bridge, publishedOn: '2026-03-09', paragraphs: [['大桥关闭。']] };
    await apply([page('a.md', [later])], (links) => {
      expect(links.changedIds).toEqual(['bridge']);
      expect([...links.newIds]).toEqual([]);
      expect(links.leftStoryIds).toEqual(['ferry', 'one story']);
      expect(links.changedDays).toContainEqual({ source: '青崖日报', from: '2026-03-05', to: '2026-03-09' });
      expect(links.article('bridge')).toMatchObject({
        storyId: 'one story',
        kicker: '快讯',
        url: 'https://qingya.example/1',
      });
      expect(links.article('ferry')).toBeUndefined();
    });
  });

  it('is undone when linking fails', async () => {
    await apply([page('a.md', [ferry])]);
    await expect(
      apply([page('a.md', [bridge])], () => {
        throw new Error('planted');
      }),
    ).rejects.toThrow('planted');
    expect([...(await store.articles(['ferry', 'bridge'])).keys()]).toEqual(['ferry']);
  });
});

describe('signatures and copies', () => {
  const signature = Uint32Array.from({ length: 64 }, (_, at) => 0xffffffff - at);

  it('are found by band, and go with their article', async () => {
    await apply([page('a.md', [ferry]), page('b.md', [bridge])], (links) => {
      links.addSignature('ferry', signature, [1, 2 ** 40]);
      links.addSignature('bridge', signature, [2 ** 40, 3]);
      links.addCopies('ferry', 'bridge');
      expect(links.idsInBand(2 ** 40, 9)).toEqual(['bridge', 'ferry']);
      expect(links.idsInBand(2 ** 40, 1)).toEqual(['bridge']);
      expect(links.signature('ferry')).toEqual(signature);
      expect(links.copiesOf('bridge')).toEqual(['ferry']);
    });
    await apply([{ kind: 'remove', pageId: 1 }], (links) => {
      expect(links.idsInBand(2 ** 40, 9)).toEqual(['bridge']);
      expect(links.signature('ferry')).toBeUndefined();
      expect(links.copiesOf('bridge')).toEqual([]);
    });
  });
});

describe('stories and corrections', () => {
  it('are read with their articles, by date', async () => {
    await apply([page('a.md', [ferry, bridge, market])], (links) => {
      for (const id of ['ferry', 'bridge', 'market']) links.setStory(id, 's');
      links.setCorrected('bridge', ['ferry', 'market']);
    });
    const stories = await store.storyArticles(['s', 'none']);
    expect([...stories].map(([id, articles]) => [id, articles.map((article) => article.id)])).toEqual([
      ['s', ['ferry', 'bridge', 'market']],
    ]);
    const corrections = await store.correctionsOf(['ferry', 'bridge', 'market']);
    expect([...corrections].map(([id, [notice]]) => [id, notice?.id])).toEqual([
      ['ferry', 'bridge'],
      ['market', 'bridge'],
    ]);
    await apply([], (links) => {
      links.setCorrected('bridge', ['market']);
    });
    expect([...(await store.correctionsOf(['ferry', 'market'])).keys()]).toEqual(['market']);
    await apply([{ kind: 'supersede', articleId: 'market' }]);
    expect(await store.correctionsOf(['market'])).toEqual(new Map());
  });

  it('are looked for among a source’s articles of some days', async () => {
    const dates = ['2026-03-01', '2026-03-02', '2026-03-03', null];
    const articles = dates.map((publishedOn, at) => ({ ...ferry, id: `f${at}`, publishedOn }));
    await apply([page('a.md', [...articles, bridge])], (links) => {
      const of = (from: string, limit = 9) =>
        links.articlesOf('Courier', { from, to: '2026-03-03', limit }).map(({ id }) => id);
      expect(of('2026-03-01')).toEqual(['f2', 'f1', 'f0']);
      expect(of('2026-03-02')).toEqual(['f2', 'f1']);
      expect(of('2026-03-01', 1)).toEqual(['f2']);
      links.addNotice('f1');
      links.addNotice('bridge');
      expect(links.notices('Courier', '2026-03-02')).toEqual(['f1']);
      expect(links.notices('Courier', '2026-03-03')).toEqual([]);
    });
  });
});

describe('versions', () => {
  const versionOf = async (id: string) => (await store.articles([id])).get(id)?.version;

  it('go up when title or words change, and only then', async () => {
    await apply([page('a.md', [ferry])]);
    expect(await versionOf('ferry')).toBe(1);
    await apply([page('a.md', [{ ...ferry, authors: ['Ida'], contentHash: 'x' }])]);
    expect(await versionOf('ferry')).toBe(1);
    await apply([page('a.md', [{ ...ferry, title: '渡轮' }])]);
    expect(await versionOf('ferry')).toBe(2);
    await apply([page('a.md', [{ ...ferry, title: '渡轮', paragraphs: [['It sank.']] }])]);
    expect(await versionOf('ferry')).toBe(3);
  });

  it('go on when an article moves to another page', async () => {
    await apply([page('a.md', [ferry])]);
    await apply([page('b.md', [{ ...ferry, title: '渡轮' }])]);
    expect(await versionOf('ferry')).toBe(2);
    await apply([{ kind: 'remove', pageId: 2 }, page('c.md', [{ ...ferry, title: 'Ferry' }])]);
    expect(await versionOf('ferry')).toBe(3);
  });

  it('count the older ones that the corpus holds', async () => {
    await apply([page('a.md', [{ ...ferry, olderCount: 2 }])]);
    expect(await versionOf('ferry')).toBe(3);
  });

  it('are found by their keys, with the id that their page gives them', async () => {
    await apply([
      page('a.md', [
        { ...ferry, readId: 'read', versionKeys: ['k', '键'] },
        { ...bridge, versionKeys: ['k'] },
      ]),
    ]);
    expect(await store.articlesByKey(['k', '键', 'none'])).toEqual(
      new Map([
        [
          'k',
          [
            { id: 'bridge', pageId: 1 },
            { id: 'ferry', pageId: 1 },
          ],
        ],
        ['键', [{ id: 'ferry', pageId: 1 }]],
      ]),
    );
    expect((await store.articleStates(1)).get('ferry')).toEqual({
      readId: 'read',
      contentHash: 'hash of ferry',
    });
  });

  it('leave nothing of the old words, and have their page read again', async () => {
    await apply([page('a.md', [ferry, bridge])]);
    await apply([{ kind: 'supersede', articleId: 'ferry' }]);
    expect(await store.counts()).toMatchObject({ articles: 1, chunks: 2 });
    expect(await store.searchTerms(['ferry', 'fares'], 10)).toEqual([]);
    expect((await store.pages()).map(({ contentHash }) => contentHash)).toEqual(['']);
    await apply([{ kind: 'supersede', articleId: 'nobody' }]);
  });
});
