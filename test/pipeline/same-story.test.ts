import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { indexCorpus } from '../../src/pipeline/index-corpus.ts';
import type { IndexReport } from '../../src/pipeline/index-corpus.ts';
import { openAnswerer } from '../../src/pipeline/open-answerer.ts';
import type { NewsStore, StoredArticle } from '../../src/store/news-store.ts';
import { openNewsStore } from '../../src/store/sqlite/sqlite-news-store.ts';
import { createFakeEmbedder, embedFakePassage } from '../support/fake-embedder.ts';
import { formPage } from '../support/pages.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const fixtures = new URL('../fixtures/same-story/', import.meta.url);
const fixture = (file: string): string => readFileSync(new URL(file, fixtures), 'utf8');
const canal = [
  'tidewater-gazette-2026-02-11-lock-gate.md',
  'ostrey-echo-2026-02-12-canal.md',
  'harrow-herald-2026-02-12-canal.md',
];
const cable = ['qingya-ribao-2026-01-20-cable-car.md', 'haixing-wanbao-2026-01-20-cable-car.md'];
const cableCorrection = 'qingya-ribao-2026-01-22-correction.md';
const wire = ['starling-wire-2026-04-01.atom', 'starling-wire-2026-04-02.atom'] as const;

let root: string;
let corpus: string;

beforeEach(() => {
  root = temporaryFolder();
  corpus = path.join(root, 'corpus');
  writeFiles(corpus, {
    'other.md': formPage(
      { title: 'Other', source: 'Other Post', date: '2026-01-01' },
      'Something else happened in Osk.',
    ),
  });
});

const build = (indexFolder = path.join(root, 'index')): Promise<IndexReport> =>
  indexCorpus({
    folders: [corpus],
    indexFolder,
    cacheFile: path.join(root, 'cache.db'),
    embedder: createFakeEmbedder(),
    holder: 'a test',
  });

const add = (...files: readonly string[]): string =>
  writeFiles(corpus, Object.fromEntries(files.map((file) => [file, fixture(file)])));
const remove = (...files: readonly string[]): void =>
  files.forEach((file) => rmSync(path.join(corpus, file)));

async function withStore<T>(
  use: (store: NewsStore) => Promise<T>,
  folder = path.join(root, 'index'),
): Promise<T> {
  const store = openNewsStore(folder);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** The articles that have something to quote, by file. */
const readArticles = (folder?: string): Promise<Map<string, StoredArticle>> =>
  withStore(async (store) => {
    const chunks = await store.chunks(await store.chunkIds());
    const articles = await store.articles([...new Set(chunks.map(({ articleId }) => articleId))]);
    return new Map([...articles.values()].map((article) => [article.page.file, article]));
  }, folder);

const storiesOf = async (files: readonly string[], folder?: string): Promise<(string | undefined)[]> => {
  const articles = await readArticles(folder);
  return files.map((file) => articles.get(file)?.storyId);
};

/** Ask by repeating a sentence: the fake then puts it first. */
async function ask(question: string, limit = 5) {
  const embedder = { ...createFakeEmbedder(), embedQuestion: async (text: string) => embedFakePassage(text) };
  const answerer = await openAnswerer(path.join(root, 'index'), embedder, () => undefined);
  try {
    return await answerer.answer(question, { limit, minConfidence: 0 });
  } finally {
    await answerer.close();
  }
}

describe('near-copies', () => {
  it.each([
    ['English, one of them cut short, one with another number', canal],
    ['Simplified and Traditional Chinese', cable],
  ])('become one story: %s', async (_what, files) => {
    add(...files, 'diario-encinar-2026-03-02-mercado.md');
    await build();
    const [story, ...others] = await storiesOf(files);
    expect(story).toBeDefined();
    expect(new Set(others)).toEqual(new Set([story]));
    expect(await storiesOf(['other.md', 'diario-encinar-2026-03-02-mercado.md'])).not.toContain(story);
  });

  it('are grouped the same however they come, under an id that stays', async () => {
    add(canal[1] ?? '');
    await build();
    const [story] = await storiesOf([canal[1] ?? '']);
    for (const file of [canal[2] ?? '', canal[0] ?? '']) {
      add(file);
      await build();
      expect(await storiesOf([file])).toEqual([story]);
    }
    expect(await build()).toMatchObject({ articlesChanged: 0, filesUnchanged: 4 });
    const again = path.join(root, 'again');
    await build(again);
    expect(new Set(await storiesOf(canal, again)).size).toBe(1);
  });

  it('keep their id when one goes, be it the one that it is named after', async () => {
    add(...canal);
    await build();
    const [story] = await storiesOf(canal);
    const articles = await readArticles();
    const founder = canal.find((file) => articles.get(file)?.id === story) ?? '';
    remove(founder);
    await build();
    const left = canal.filter((file) => file !== founder);
    expect(await storiesOf(left)).toEqual([story, story]);
    add(founder);
    await build();
    expect(await storiesOf(canal)).toEqual([story, story, story]);
  });

  it('part when one is rewritten', async () => {
    add(...canal);
    await build();
    const [story] = await storiesOf(canal);
    const [first = '', second = '', third = ''] = canal;
    const [, head = ''] = fixture(third).split('---');
    writeFiles(corpus, {
      [third]: `---${head}---\n\n${'The mayor of Harrow opened a new hall for the choir and thanked all who gave. '.repeat(9)}\n`,
    });
    await build();
    const [one, two, three] = await storiesOf([first, second, third]);
    expect(one).toBe(two);
    expect(three).not.toBe(one);
    expect([one, three]).toContain(story);
    writeFiles(corpus, { [third]: fixture(third) });
    await build();
    expect(new Set(await storiesOf(canal)).size).toBe(1);
  });

  it('leave no trace when they are gone', async () => {
    add(...canal);
    await build();
    remove(...canal);
    await build();
    expect([...(await readArticles()).keys()]).toEqual(['other.md']);
  });

  it('are quoted once, with the outlets that print the same words', async () => {
    add(...canal);
    await build();
    const sentence =
      'Until then 61 barges are waiting below the lock, most of them loaded with barley for the mills at Ostrey.';
    const { quotes } = await ask(sentence, 8);
    expect(quotes.filter(({ text }) => text.includes('61 barges'))).toHaveLength(1);
    const [first] = quotes;
    const outlets = [first?.source, ...(first?.alsoIn ?? []).map(({ source }) => source)];
    expect(outlets.sort()).toEqual(['Harrow Herald', 'Ostrey Echo', 'Tidewater Gazette']);
    const opening = quotes.filter(({ text }) => text.includes('broke from its hinges'));
    expect(opening.length).toBeLessThanOrEqual(1);
  });

  it('are each quoted by their own words where these differ', async () => {
    add(...canal);
    await build();
    const sentence =
      'Repairs will cost about 2.4 million crowns and take until 14 March, according to the chief engineer, Bertil Haugen.';
    const { quotes } = await ask(sentence, 8);
    const costs = quotes.filter(({ text }) => text.includes('million crowns'));
    expect(costs.map(({ text }) => /\d\.\d/.exec(text)?.[0]).sort()).toEqual(['2.4', '3.1']);
    const [two, three] = ['2.4', '3.1'].map((number) => costs.find(({ text }) => text.includes(number)));
    expect(two?.alsoIn).toHaveLength(1);
    expect(three).toMatchObject({ source: 'Harrow Herald', alsoIn: [] });
  });

  it('are not said to print what their page no longer says', async () => {
    add(...cable);
    await build();
    const sentence = '索道公司总经理贺兰舟说，备用柴油机在停车后十一分钟启动，把最后一节车厢拉回了下站。';
    const [before] = (await ask(sentence)).quotes;
    expect(before?.alsoIn).toHaveLength(1);
    const copy = cable.find((file) => !before?.file.endsWith(file)) ?? '';
    writeFiles(corpus, { [copy]: fixture(copy).replace(/柴油|十一/g, '某') });
    expect((await ask(sentence)).quotes[0]?.alsoIn).toEqual([]);
  });
});

describe('an article that was updated', () => {
  const facts = {
    title: 'Mill burns down in Osk',
    source: 'Osk Gazette',
    date: '2026-03-01',
    url: 'https://gazette.example/mill',
  };
  const rest =
    'The miller, Ida Brandvold, said that the wheel had been standing still since noon and that nobody was inside. She will rebuild it in the spring.';
  const page = (change: Readonly<Record<string, string>>, opening: string): string =>
    formPage({ ...facts, ...change }, `${opening} ${rest}`);
  const quotable = (words: string): Promise<number> =>
    withStore(async (store) => {
      const chunks = await store.chunks(await store.chunkIds());
      const articles = await store.articles(chunks.map(({ articleId }) => articleId));
      const inBodies = [...articles.values()].filter(({ body }) => body.includes(words)).length;
      return inBodies + (await store.searchTerms([words.toLowerCase()], 10)).length;
    });

  it.each([
    ['its words', {}],
    ['its headline too', { title: 'Two hurt as mill burns' }],
    ['its headline and date', { title: 'Two hurt as mill burns', date: '2026-03-02' }],
    ['its address', { url: 'https://gazette.example/2026/mill' }],
  ])('keeps its id in a file that changed in %s, and loses its old words', async (_what, change) => {
    writeFiles(corpus, { 'mill.md': page({}, 'Nobody suffered.') });
    await build();
    const before = (await readArticles()).get('mill.md');
    expect(before?.version).toBe(1);
    expect(await quotable('suffered')).toBeGreaterThan(0);
    for (const round of [2, 2]) {
      writeFiles(corpus, { 'mill.md': page(change, 'Two men choked.') });
      await build();
      expect((await readArticles()).get('mill.md')).toMatchObject({ id: before?.id, version: round });
      expect(await quotable('suffered')).toBe(0);
    }
    writeFiles(corpus, { 'mill.md': page(change, 'Three men choked.') });
    await build();
    expect((await readArticles()).get('mill.md')).toMatchObject({ id: before?.id, version: 3 });
    expect(readdirSync(path.join(root, 'index')).filter((name) => name.endsWith('.hnsw'))).toHaveLength(1);
  });

  it('keeps its id in a file that was renamed and changed', async () => {
    writeFiles(corpus, { 'mill.md': page({}, 'Nobody suffered.') });
    await build();
    const before = (await readArticles()).get('mill.md');
    remove('mill.md');
    writeFiles(corpus, {
      'later.md': page({ title: 'Two hurt as mill burns', date: '2026-03-02' }, 'Two men choked.'),
    });
    await build();
    expect((await readArticles()).get('later.md')).toMatchObject({ id: before?.id, version: 2 });
  });

  it('is another one where a file holds something else altogether', async () => {
    writeFiles(corpus, { 'mill.md': page({}, 'Nobody suffered.') });
    await build();
    const before = (await readArticles()).get('mill.md');
    writeFiles(corpus, {
      'mill.md': formPage({ title: '大桥通车', source: '青崖日报' }, '青崖大桥昨天正式通车。'),
    });
    await build();
    const after = (await readArticles()).get('mill.md');
    expect(after?.id).not.toBe(before?.id);
    expect(after?.version).toBe(1);
  });

  it.each([
    ['the older one first', 'a.md', 'z.md'],
    ['the newer one first', 'z.md', 'a.md'],
  ])('is quoted in its newest version alone, from two pages, %s', async (_what, oldFile, newFile) => {
    writeFiles(corpus, { [oldFile]: page({}, 'Nobody suffered.') });
    await build();
    const { id } = (await readArticles()).get(oldFile) ?? {};
    writeFiles(corpus, {
      [newFile]: page({ title: 'Two hurt as mill burns', date: '2026-03-02' }, 'Two men choked.'),
    });
    for (let round = 0; round < 2; round++) {
      const report = await build();
      const articles = await readArticles();
      expect([...articles.keys()].sort()).toEqual([newFile, 'other.md'].sort());
      expect(articles.get(newFile)).toMatchObject({ id, version: 2 });
      expect(await quotable('suffered')).toBe(0);
      if (round > 0)
        expect(report.olderVersions).toEqual([{ title: facts.title, path: path.join(corpus, oldFile) }]);
    }
    remove(newFile);
    await build();
    expect((await readArticles()).get(oldFile)).toMatchObject({ id, title: facts.title });
    expect(await quotable('choked')).toBe(0);
  });

  it('goes when the other version turns out to be the newer one', async () => {
    writeFiles(corpus, {
      'one.md': page({}, 'Nobody suffered.'),
      'two.md': page({ title: 'Two hurt as mill burns' }, 'Two men choked.'),
    });
    expect(await build()).toMatchObject({ counts: { articles: 3 } });
    writeFiles(corpus, {
      'two.md': page({ title: 'Two hurt as mill burns', updated: '2026-03-01 18:00' }, 'Two men choked.'),
    });
    for (let round = 0; round < 2; round++) {
      expect(await build()).toMatchObject({ counts: { articles: 2 } });
      expect([...(await readArticles()).keys()].sort()).toEqual(['other.md', 'two.md']);
      expect(await quotable('suffered')).toBe(0);
    }
  });

  it('has the same id and version when the index is made from all its versions at once', async () => {
    writeFiles(corpus, { 'a.md': page({}, 'Nobody suffered.') });
    await build();
    writeFiles(corpus, {
      'b.md': page({ date: '2026-03-02' }, 'Two men choked.'),
      'c.md': page({ date: '2026-03-03' }, 'Three men choked.'),
    });
    await build();
    const grown = (await readArticles()).get('c.md');
    const again = path.join(root, 'again');
    expect((await build(again)).olderVersions).toHaveLength(2);
    const fresh = await readArticles(again);
    expect([...fresh.keys()].sort()).toEqual(['c.md', 'other.md']);
    expect(fresh.get('c.md')).toMatchObject({ id: grown?.id, version: 3, title: facts.title });
  });

  it('is known in a feed by its address, and newer by when it was updated', async () => {
    add(...wire);
    expect(await build()).toMatchObject({ counts: { articles: 2 } });
    const article = (await readArticles()).get(wire[1]);
    expect(article).toMatchObject({
      version: 2,
      publishedOn: '2026-04-01',
      updatedAt: '2026-04-02T06:45:00.000Z',
    });
    expect(article?.body).toContain('52 houses');
    const { quotes } = await ask(
      'A blast at the Fennick quarry broke windows in 18 houses early on Wednesday.',
    );
    expect(quotes.some(({ text }) => text.includes('18 houses'))).toBe(false);
    expect(quotes[0]?.text).toContain('52 houses');
  });

  it.each([
    [
      'a column of one title that is new each day',
      { url: 'https://gazette.example/' },
      ['Cod 41, herring 12, sole 77 and hake 30.', 'Cod 52, herring 15, sole 80 and hake 33.'],
    ],
    [
      'two articles of one day and title without an order',
      { url: '' },
      ['Nobody suffered. It was a mill of oak.', 'Two men choked. They are in hospital.'],
    ],
  ])('is not made of %s', async (_what, change, [one = '', two = '']) => {
    const dates = change.url === '' ? ['2026-03-01', '2026-03-01'] : ['2026-03-01', '2026-03-02'];
    writeFiles(corpus, {
      'one.md': page({ ...change, date: dates[0] ?? '' }, one),
      'two.md': page({ ...change, date: dates[1] ?? '' }, two),
    });
    expect(await build()).toMatchObject({ counts: { articles: 3 }, olderVersions: [] });
    expect(await build()).toMatchObject({ counts: { articles: 3 }, olderVersions: [] });
  });
});

describe('a correction', () => {
  const [cablePage = ''] = cable;
  const sentence = '停运期间，登山步道免费开放，每天限流三千人。';
  const corrections = async () =>
    (await ask(sentence)).quotes
      .find(({ text }) => text.includes('登山步道'))
      ?.corrections.map(({ title, publishedOn }) => [title, publishedOn]);

  it.each([
    ['all at once', [[...cable, cableCorrection]]],
    ['the correction first', [[cableCorrection], cable]],
    ['the correction last', [cable, [cableCorrection]]],
  ])('is shown with the article that it corrects, read %s', async (_what, steps) => {
    for (const files of steps) {
      add(...files);
      await build();
    }
    expect(await corrections()).toEqual([['更正', '2026-01-22']]);
  });

  it('stays with the article when that changes, and goes when either goes', async () => {
    add(cablePage, cableCorrection);
    await build();
    writeFiles(corpus, { [cablePage]: fixture(cablePage).replace('没有人员受伤', '无人受伤') });
    await build();
    expect(await corrections()).toEqual([['更正', '2026-01-22']]);
    remove(cableCorrection);
    await build();
    expect(await corrections()).toEqual([]);
  });

  it('is found by date and words where it names no title, and of no other article of that day', async () => {
    add(
      'diario-encinar-2026-03-02-biblioteca.md',
      'diario-encinar-2026-03-02-mercado.md',
      'diario-encinar-2026-03-05-fe-de-errores.md',
    );
    await build();
    const articles = await readArticles();
    const ids = [...articles.values()].map(({ id }) => id);
    const found = await withStore((store) => store.correctionsOf(ids));
    expect([...found.keys()]).toEqual([articles.get('diario-encinar-2026-03-02-biblioteca.md')?.id]);
  });

  it('is none of another source’s article, nor of a later one', async () => {
    const facts = { title: '云屏山索道停运检修 二百余名游客步行下山', date: '2026-01-20' };
    writeFiles(corpus, {
      'elsewhere.md': formPage({ ...facts, source: '海星晚報' }, sentence),
      'later.md': formPage({ ...facts, source: '青崖日报', date: '2026-02-20' }, sentence),
    });
    add(cableCorrection);
    await build();
    const ids = [...(await readArticles()).values()].map(({ id }) => id);
    expect(ids).toHaveLength(4);
    expect(await withStore((store) => store.correctionsOf(ids))).toEqual(new Map());
  });
});
