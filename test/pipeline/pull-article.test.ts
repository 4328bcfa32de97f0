import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDeskStore } from '../../src/store/sqlite/desk/sqlite-desk-store.ts';
import type { DeskStore } from '../../src/store/desk-store.ts';
import { openNewsStore } from '../../src/store/sqlite/sqlite-news-store.ts';
import { versionKeys } from '../../src/corpus/versions.ts';
import { indexCorpus } from '../../src/pipeline/index-corpus.ts';
import { openAnswerer } from '../../src/pipeline/open-answerer.ts';
import { confirmPull, previewFile, previewPull } from '../../src/pipeline/pull-article.ts';
import type { PullPlaces } from '../../src/pipeline/pull-article.ts';
import { serve, startNewsServer } from '../fetch/news-server.ts';
import type { NewsServer } from '../fetch/news-server.ts';
import { createFakeEmbedder } from '../support/fake-embedder.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const paragraphs = [
  'The lock gate at Ostrey was lifted back into its frame on Tuesday, eleven weeks after a barge tore it from its hinges.',
  'The canal company said that 214 boats had waited on both sides of the lock, and that the first of them passed at noon.',
  'Repairs cost 1.3 million crowns, of which the owner of the barge will pay two thirds, the company added.',
];

/** What the site serves at `/2026/03/04/lock-gate`; tests change it. */
const site = { paragraphs, title: 'Lock gate back in place', updated: '2026-03-04T12:00:00Z' };

const articlePage = (): string => `<!doctype html><html lang="en"><head><title>${site.title}</title>
<meta property="og:site_name" content="Tidewater Gazette">
<meta property="article:published_time" content="2026-03-04T10:00:00Z">
<meta property="article:modified_time" content="${site.updated}"></head>
<body><article><h1>${site.title}</h1>${site.paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;

let server: NewsServer;
beforeAll(async () => {
  server = await startNewsServer(
    serve({
      '/2026/03/04/lock-gate': (_, response) =>
        response.setHeader('content-type', 'text/html').end(articlePage()),
    }),
  );
});
afterAll(() => server.close());

const now = new Date('2026-03-05T08:00:00Z');
let places: PullPlaces & { readonly desk: DeskStore };
let options: Parameters<typeof confirmPull>[2];

beforeEach(async () => {
  Object.assign(site, { paragraphs, title: 'Lock gate back in place', updated: '2026-03-04T12:00:00Z' });
  const folder = temporaryFolder();
  const corpusFolder = writeFiles(path.join(folder, 'corpus'), {
    'ferry.md':
      '---\ntitle: Ferry fares rise\nsource: Harbour Courier\ndate: 2026-01-02\n---\n\nFares rise in May.\n',
  });
  const desk = openDeskStore(path.join(folder, 'desk.db'));
  places = { indexFolder: path.join(folder, 'index'), corpusFolder, desk, guildId: null };
  options = { cacheFile: path.join(folder, 'cache.db'), embedder: createFakeEmbedder(), holder: 'a test' };
  await indexCorpus({ ...options, folders: [corpusFolder], indexFolder: places.indexFolder });
});

const preview = () =>
  previewPull(server.url('/2026/03/04/lock-gate?utm_source=x'), places, { network: server.network, now });

async function storedTitles(): Promise<string[]> {
  const store = openNewsStore(places.indexFolder);
  const titles = (await store.listArticles({}, { limit: 50 })).map(({ title }) => title);
  await store.close();
  return titles.sort();
}

describe('previewPull', () => {
  it('says what was found and writes nothing', async () => {
    const { articles, page } = await preview();
    expect(articles).toMatchObject([
      {
        title: 'Lock gate back in place',
        source: 'Tidewater Gazette',
        publishedOn: '2026-03-04',
        language: 'en',
        url: server.url('/2026/03/04/lock-gate?utm_source=x'),
        known: [],
        isWithdrawn: false,
      },
    ]);
    expect(articles[0]?.lead).toMatch(/^The lock gate at Ostrey/);
    expect(page.file).toMatch(/^pulled\/2026\/paper\.example-2026-03-04-lock-gate-[a-p]{12}\.html$/);
    expect(readdirSync(places.corpusFolder)).toEqual(['ferry.md']);
  });

  it('finds the same article, and a copy of it in another paper', async () => {
    await confirmPull(await preview(), places, options);
    const copy = `---\ntitle: Canal opens again\nsource: Harrow Herald\ndate: 2026-03-05\n---\n\n${paragraphs.join('\n\n')}\n`;
    const file = { name: 'copy.md', bytes: Buffer.from(copy) };
    const { articles } = await previewFile(file, places, now);
    expect(articles[0]?.known).toMatchObject([{ relation: 'copy', title: 'Lock gate back in place' }]);
    const changed = { name: 'copy.md', bytes: Buffer.from(copy.replace('at noon', 'at one o’clock')) };
    const again = await previewFile(changed, places, now);
    expect(again.articles[0]?.known).toMatchObject([{ relation: 'copy', source: 'Tidewater Gazette' }]);
    expect((await preview()).articles[0]?.known).toMatchObject([{ relation: 'same' }]);
  });
});

describe('confirmPull', () => {
  it('stores the page first and makes it askable', async () => {
    const result = await confirmPull(await preview(), places, options);
    expect(result.articleIds).toHaveLength(1);
    expect(await storedTitles()).toEqual(['Ferry fares rise', 'Lock gate back in place']);
    const stored = readFileSync(path.join(places.corpusFolder, result.file ?? ''), 'utf8');
    expect(stored).toContain('Pulled by Newsquote');
    expect(stored).toContain(articlePage());
    const answerer = await openAnswerer(places.indexFolder, options.embedder, () => undefined);
    const answer = await answerer.answer('What did the repairs of the lock gate cost?');
    expect(answer.quotes[0]?.text).toContain('1.3 million');
    await answerer.close();
  });

  it('gives the same ids when the index is built again from the corpus alone', async () => {
    const { articleIds } = await confirmPull(await preview(), places, options);
    const indexFolder = path.join(temporaryFolder(), 'index');
    await indexCorpus({ ...options, folders: [places.corpusFolder], indexFolder });
    const store = openNewsStore(indexFolder);
    expect([...(await store.articles(articleIds)).keys()]).toEqual(articleIds);
    await store.close();
  });

  it('writes nothing where the index has every word already', async () => {
    const first = await confirmPull(await preview(), places, options);
    const second = await confirmPull(await preview(), places, options);
    expect(second).toEqual({ file: null, articleIds: first.articleIds, replacedFiles: [] });
    expect(readdirSync(path.join(places.corpusFolder, 'pulled/2026'))).toHaveLength(1);
  });

  it('puts a newer version in the place of the one it pulled before, under the same id', async () => {
    const first = await confirmPull(await preview(), places, options);
    site.paragraphs = [
      ...paragraphs.slice(0, 2),
      'Repairs cost 1.4 million crowns, the company now says, after a recount.',
    ];
    const before = await preview();
    expect(before.articles[0]?.known).toMatchObject([{ relation: 'version' }]);
    const second = await confirmPull(before, places, options);
    expect(second.articleIds).toEqual(first.articleIds);
    expect(second.replacedFiles).toEqual([first.file]);
    expect(existsSync(path.join(places.corpusFolder, first.file ?? ''))).toBe(false);
    expect(await storedTitles()).toEqual(['Ferry fares rise', 'Lock gate back in place']);
  });

  it.each([null, '123456789012345678'])(
    'does not bring back what moderators withdrew (guild %s), under another title neither',
    async (guildId) => {
      const { articleIds } = await confirmPull(await preview(), places, options);
      const articleId = articleIds[0] ?? '';
      const store = openNewsStore(places.indexFolder);
      const article = (await store.articles([articleId])).get(articleId);
      await store.close();
      if (article === undefined) throw new Error('not stored');
      const keys = versionKeys(article, true);
      await places.desk.withdraw({ articleId, guildId, reason: 'wrong', keys, byUserId: '1', at: 1 });
      site.title = 'Gate is back';
      site.paragraphs = [...paragraphs, 'More was said on Wednesday.'];
      const again = await previewPull(
        server.url('/2026/03/04/lock-gate?utm_source=x'),
        { ...places, guildId },
        {
          network: server.network,
          now,
        },
      );
      expect(again.articles[0]?.isWithdrawn).toBe(true);
      const before = readdirSync(path.join(places.corpusFolder, 'pulled/2026'));
      await expect(confirmPull(again, { ...places, guildId }, options)).rejects.toMatchObject({
        code: 'article-withdrawn',
        context: { titles: ['Gate is back'] },
      });
      expect(readdirSync(path.join(places.corpusFolder, 'pulled/2026'))).toEqual(before);
    },
  );

  it('takes an article of the same title that is another one than was withdrawn', async () => {
    const column = (date: string, text: string) => ({
      name: 'weather.md',
      bytes: Buffer.from(`---\ntitle: Weather\nsource: Tidewater Gazette\ndate: ${date}\n---\n\n${text}\n`),
    });
    const first = await previewFile(column('2026-03-03', paragraphs.join('\n\n')), places, now);
    const { articleIds } = await confirmPull(first, places, options);
    const [article] = first.page.articles;
    const keys = article === undefined ? [] : versionKeys(article, true);
    const withdrawal = {
      articleId: articleIds[0] ?? '',
      guildId: null,
      reason: 'wrong',
      keys,
      byUserId: '1',
      at: 1,
    };
    await places.desk.withdraw(withdrawal);
    const next = await previewFile(
      column('2026-03-04', 'Rain in the morning, and wind from the west.'),
      places,
      now,
    );
    expect(next.articles[0]?.isWithdrawn).toBe(false);
  });

  it('keeps the page where indexing is stopped, for the next reindex to find', async () => {
    const embedder = createFakeEmbedder({ failAfter: 1 });
    await expect(confirmPull(await preview(), places, { ...options, embedder })).rejects.toThrow();
    expect(await storedTitles()).toEqual(['Ferry fares rise']);
    await indexCorpus({ ...options, folders: [places.corpusFolder], indexFolder: places.indexFolder });
    expect(await storedTitles()).toEqual(['Ferry fares rise', 'Lock gate back in place']);
  });
});
