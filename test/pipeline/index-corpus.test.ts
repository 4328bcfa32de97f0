import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { maxPageBytes } from '../../src/corpus/read-corpus.ts';
import { indexCorpus } from '../../src/pipeline/index-corpus.ts';
import type { IndexOptions, IndexReport } from '../../src/pipeline/index-corpus.ts';
import type { NewsStore } from '../../src/store/news-store.ts';
import { openNewsStore, openWritableNewsStore } from '../../src/store/sqlite/sqlite-news-store.ts';
import { takeWriterLock } from '../../src/store/sqlite/writer-lock.ts';
import { createFakeEmbedder, FakeInterruption } from '../support/fake-embedder.ts';
import { formPage, tinyCorpus } from '../support/pages.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

let root: string;
let corpus: string;
let indexFolder: string;

beforeEach(() => {
  root = temporaryFolder();
  corpus = writeFiles(path.join(root, 'corpus'), tinyCorpus);
  indexFolder = path.join(root, 'index');
});

function build(options: Partial<IndexOptions> = {}): Promise<IndexReport> {
  return indexCorpus({
    folders: [corpus],
    indexFolder,
    cacheFile: path.join(root, 'cache.db'),
    embedder: createFakeEmbedder(),
    holder: 'a test',
    ...options,
  });
}

async function withStore<T>(use: (store: NewsStore) => Promise<T>, folder = indexFolder): Promise<T> {
  const store = openNewsStore(folder);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

interface Content {
  readonly title: string;
  readonly file: string;
  readonly chunkIds: readonly number[];
}

/** Every article by id, with its page and chunks. */
const readContent = (folder = indexFolder): Promise<ReadonlyMap<string, Content>> =>
  withStore(async (store) => {
    const chunks = await store.chunks(await store.chunkIds());
    const articles = await store.articles(chunks.map(({ articleId }) => articleId));
    const entries = [...articles.values()].map(({ id, title, page }): [string, Content] => {
      const chunkIds = chunks.filter(({ articleId }) => articleId === id).map((chunk) => chunk.id);
      return [id, { title, file: page.file, chunkIds }];
    });
    return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  }, folder);

const titlesOf = async (): Promise<string[]> =>
  [...(await readContent()).values()].map(({ title }) => title).sort();

const filesOf = async (): Promise<string[]> =>
  [...(await readContent()).values()].map(({ file }) => file).sort();

describe('a first build', () => {
  it('reads every page in every script', async () => {
    const report = await build();
    expect(report).toMatchObject({
      counts: { pages: 3, articles: 3 },
      filesFound: 3,
      filesUnchanged: 0,
      filesRemoved: 0,
      articlesChanged: 3,
      textsFromCache: 0,
      setAside: [],
      duplicates: [],
      repaired: null,
    });
    expect(await titlesOf()).toEqual(['Ferry returns to Osk', 'سوق نوران يفتح أبوابه', '青崖大桥通车']);
  });

  it('embeds each chunk under its title and each sentence by itself', async () => {
    const embedder = createFakeEmbedder();
    const { textsEmbedded } = await build({ embedder });
    expect(embedder.embedded).toHaveLength(textsEmbedded);
    expect(embedder.embedded).toContain('青崖大桥昨天正式通车。');
    expect(embedder.embedded.filter((text) => text.startsWith('青崖大桥通车\n青崖大桥昨天'))).toHaveLength(1);
  });

  it('reports its stages in order, each from its start to its end', async () => {
    const heard = new Map<string, { done: number; total: number }>();
    await build({ onProgress: ({ stage, done, total }) => heard.set(stage, { done, total }) });
    expect([...heard.keys()]).toEqual(['read', 'embed', 'store', 'vectors']);
    for (const { done, total } of heard.values()) expect(done).toBe(total);
  });

  it('reads several folders, and one folder named twice only once', async () => {
    const other = writeFiles(path.join(root, 'other'), {
      'a.md': formPage({ title: 'Other', source: 'Other Post' }, 'Something else happened here.'),
    });
    const report = await build({
      folders: [corpus, other, `${corpus}/.`, path.join(corpus, '..', 'corpus')],
    });
    expect(report).toMatchObject({ filesFound: 4, counts: { articles: 4 }, duplicates: [] });
  });

  it('gives the same chunks, vectors and manifest when it is made twice', async () => {
    await build();
    const again = path.join(root, 'again');
    await build({ indexFolder: again, cacheFile: path.join(root, 'other.db') });
    expect(await readContent(again)).toEqual(await readContent());
    const read = (folder: string) => readFileSync(path.join(folder, 'manifest.json'), 'utf8');
    // The manifest holds the SHA-256 of the vectors.
    expect(read(again)).toBe(read(indexFolder));
    const chunksOf = (folder: string) =>
      withStore(async (store) => store.chunks(await store.chunkIds()), folder);
    expect(await chunksOf(again)).toEqual(await chunksOf(indexFolder));
  });
});

describe('a second build', () => {
  it('costs nothing where nothing changed', async () => {
    await build();
    const before = await readContent();
    const embedder = createFakeEmbedder();
    expect(await build({ embedder })).toMatchObject({
      filesUnchanged: 3,
      articlesChanged: 0,
      textsEmbedded: 0,
    });
    expect(embedder.embedded).toEqual([]);
    expect(await readContent()).toEqual(before);
  });

  it('embeds only what is new in an article that changed, and leaves the others alone', async () => {
    await build();
    const before = await readContent();
    const page = tinyCorpus['zh/bridge.md'].replace('五分钟', '六分钟');
    writeFiles(corpus, { 'zh/bridge.md': page });
    const embedder = createFakeEmbedder();
    const report = await build({ embedder });
    expect(report).toMatchObject({ filesUnchanged: 2, articlesChanged: 1, counts: { articles: 3 } });
    expect(embedder.embedded.every((text) => text.includes('六分钟'))).toBe(true);
    const after = await readContent();
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [id, { title, chunkIds }] of after) {
      const isSame = title !== '青崖大桥通车';
      expect(chunkIds.every((chunk) => before.get(id)?.chunkIds.includes(chunk))).toBe(isSame);
    }
  });

  it('leaves one story of a page alone when the other changes', async () => {
    const twoStories = (ending: string) =>
      `# Bakery burns down\n\nThe old bakery burned down on Sunday night in Osk.\n\n# Choir wins prize\n\nThe choir of Osk won the first prize${ending}.\n`;
    writeFiles(corpus, { 'osk-gazette-2025-03-04.md': twoStories('') });
    await build();
    const before = await readContent();
    writeFiles(corpus, { 'osk-gazette-2025-03-04.md': twoStories(' in Nuran') });
    expect(await build()).toMatchObject({ articlesChanged: 1 });
    const after = await readContent();
    const chunksOf = (content: ReadonlyMap<string, Content>, title: string) =>
      [...content.values()].find((article) => article.title === title)?.chunkIds;
    expect(chunksOf(after, 'Bakery burns down')).toEqual(chunksOf(before, 'Bakery burns down'));
    expect(chunksOf(after, 'Choir wins prize')).not.toEqual(chunksOf(before, 'Choir wins prize'));
  });

  it('removes the articles of a page that went', async () => {
    await build();
    rmSync(path.join(corpus, 'ferry.md'));
    expect(await build()).toMatchObject({ filesRemoved: 1, counts: { pages: 2, articles: 2 } });
    expect(await filesOf()).toEqual(['ar/market.txt', 'zh/bridge.md']);
  });

  it('removes the articles of a folder that is no longer named', async () => {
    const other = writeFiles(path.join(root, 'other'), {
      'a.md': formPage({ title: 'Other', source: 'Other Post' }, 'Something else happened here.'),
    });
    await build({ folders: [corpus, other] });
    expect(await build()).toMatchObject({ filesRemoved: 1, counts: { articles: 3 } });
  });

  it('keeps the folders it was made from where others are only a default', async () => {
    const samples = writeFiles(path.join(root, 'samples'), {
      'a.md': formPage({ title: 'Sample', source: 'Sample Post' }, 'Something was made up here.'),
    });
    await build();
    const report = await build({ folders: [samples], areFoldersDefault: true });
    expect(report).toMatchObject({ folders: [corpus], filesUnchanged: 3, filesRemoved: 0 });
    const fresh = path.join(root, 'fresh');
    expect(await build({ folders: [samples], areFoldersDefault: true, indexFolder: fresh })).toMatchObject({
      folders: [samples],
    });
  });

  it.each([
    ['In brief', 'The pier opens.', 'The market closes.'],
    ['简讯', '码头开放。', '集市关闭。'],
    ['موجز', 'افتتح الرصيف.', 'أغلق السوق.'],
  ])(
    'keeps two articles of one title, source and day that say different things: %s',
    async (title, one, two) => {
      const facts = { title, source: 'Post', date: '2025-03-01' };
      writeFiles(corpus, { 'p3.md': formPage(facts, one), 'p5.md': formPage(facts, two) });
      expect(await build()).toMatchObject({ counts: { articles: 5 }, duplicates: [] });
      const before = [...(await readContent()).keys()];
      writeFiles(corpus, { 'p3.md': formPage(facts, `${one} ${one}`) });
      expect(await build()).toMatchObject({ counts: { articles: 5 }, duplicates: [] });
      expect([...(await readContent()).keys()]).toEqual(before);
    },
  );

  it('knows a page below two folders once', async () => {
    const folders = [corpus, path.join(corpus, 'zh')];
    expect(await build({ folders })).toMatchObject({ counts: { pages: 3 }, duplicates: [] });
    rmSync(path.join(corpus, 'zh', 'bridge.md'));
    writeFiles(corpus, { 'zh/later.md': formPage({ title: 'Later', source: 'Post' }, 'It came later.') });
    expect(await build({ folders })).toMatchObject({ filesRemoved: 1, counts: { pages: 3 } });
  });

  it('knows the articles of a renamed page by the same ids, and embeds nothing', async () => {
    await build();
    const before = [...(await readContent()).keys()];
    renameSync(path.join(corpus, 'ferry.md'), path.join(corpus, '渡轮.md'));
    const embedder = createFakeEmbedder();
    expect(await build({ embedder })).toMatchObject({
      textsEmbedded: 0,
      filesRemoved: 1,
      counts: { articles: 3 },
    });
    expect(embedder.embedded).toEqual([]);
    expect([...(await readContent()).keys()]).toEqual(before);
    expect(await filesOf()).toEqual(['ar/market.txt', 'zh/bridge.md', '渡轮.md']);
  });

  it('knows the stories of a renamed page by the same ids, though source and date stood in its name', async () => {
    const page =
      '# Bakery burns down\n\nThe old bakery burned down on Sunday night in Osk.\n\n# 合唱团得奖\n\n青崖合唱团昨天得了一等奖。\n';
    writeFiles(corpus, { 'osk-gazette-2025-03-04.md': page });
    await build();
    const before = [...(await readContent()).keys()];
    for (const name of ['nuran-post-2025-03-05.md', 'a/第七版.md', 'osk-gazette-2025-03-04.md']) {
      rmSync(path.join(corpus, [...(await filesOf())].find((file) => /osk|nuran|第七版/.test(file)) ?? ''));
      writeFiles(corpus, { [name]: page });
      const embedder = createFakeEmbedder();
      expect(await build({ embedder })).toMatchObject({ counts: { pages: 4, articles: 5 } });
      expect(embedder.embedded).toEqual([]);
      expect([...(await readContent()).keys()]).toEqual(before);
      expect(await filesOf()).toContain(name);
    }
  });

  it('embeds only the story of a page that changed', async () => {
    const twoStories = (ending: string) =>
      `# Bakery burns down\n\nThe old bakery burned down on Sunday night in Osk.\n\n# 合唱团得奖\n\n青崖合唱团昨天得了一等奖。${ending}\n`;
    writeFiles(corpus, { 'osk-gazette-2025-03-04.md': twoStories('') });
    await build();
    writeFiles(corpus, { 'osk-gazette-2025-03-04.md': twoStories('市长到场祝贺。') });
    const embedder = createFakeEmbedder();
    await build({ embedder, cacheFile: path.join(root, 'empty-cache.db') });
    expect(embedder.embedded.filter((text) => /bakery/i.test(text))).toEqual([]);
    expect([...embedder.embedded].sort()).toEqual(
      [
        '青崖合唱团昨天得了一等奖。',
        '市长到场祝贺。',
        '合唱团得奖\n青崖合唱团昨天得了一等奖。市长到场祝贺。',
      ].sort(),
    );
  });

  it.each([
    ['a name that sorts before', 'a-ferry.md'],
    ['a name that sorts after', 'z-ferry.md'],
  ])('stays whole when a page gets %s', async (_what, name) => {
    await build();
    renameSync(path.join(corpus, 'ferry.md'), path.join(corpus, name));
    for (let round = 0; round < 2; round++) {
      expect(await build()).toMatchObject({ counts: { pages: 3, articles: 3 }, duplicates: [] });
      expect(await filesOf()).toContain(name);
    }
  });

  it('finds its pages again when index and corpus moved together', async () => {
    await build();
    const moved = path.join(temporaryFolder(), 'moved');
    renameSync(root, moved);
    const embedder = createFakeEmbedder();
    const report = await indexCorpus({
      folders: [path.join(moved, 'corpus')],
      indexFolder: path.join(moved, 'index'),
      cacheFile: path.join(moved, 'cache.db'),
      embedder,
      holder: 'a test',
    });
    expect(report).toMatchObject({ filesUnchanged: 3, filesRemoved: 0 });
    mkdirSync(root);
  });

  it.each([
    ['a missing manifest', (at: string) => rmSync(path.join(at, 'manifest.json')), null],
    [
      'a damaged manifest',
      (at: string) => truncateSync(path.join(at, 'manifest.json'), 9),
      'manifest-unreadable',
    ],
  ])('repairs %s without embedding anything', async (_what, harm, problem) => {
    await build();
    const before = readFileSync(path.join(indexFolder, 'manifest.json'));
    harm(indexFolder);
    const embedder = createFakeEmbedder();
    const { repaired } = await build({ embedder });
    expect(repaired?.problem ?? null).toBe(problem);
    expect(embedder.embedded).toEqual([]);
    expect(readFileSync(path.join(indexFolder, 'manifest.json'))).toEqual(before);
    expect(await build()).toMatchObject({ repaired: null });
  });
});

describe('an article on two pages', () => {
  const copy = tinyCorpus['ferry.md'];

  it('belongs to the first page by path, and the other is named', async () => {
    writeFiles(corpus, { 'z/copy.md': copy });
    const report = await build();
    expect(report.counts).toMatchObject({ pages: 4, articles: 3 });
    expect(report.duplicates).toEqual([
      { title: 'Ferry returns to Osk', path: path.join(corpus, 'z/copy.md') },
    ]);
    expect(await filesOf()).toContain('ferry.md');
  });

  it('goes to the other page when the first goes, under the same id, without embedding', async () => {
    writeFiles(corpus, { 'z/copy.md': copy });
    await build();
    const before = [...(await readContent()).keys()];
    rmSync(path.join(corpus, 'ferry.md'));
    const embedder = createFakeEmbedder();
    expect(await build({ embedder })).toMatchObject({ counts: { pages: 3, articles: 3 }, duplicates: [] });
    expect(embedder.embedded).toEqual([]);
    expect([...(await readContent()).keys()]).toEqual(before);
    expect(await filesOf()).toContain('z/copy.md');
  });

  it('goes to a page that comes to stand before', async () => {
    await build();
    writeFiles(corpus, { 'a-copy.md': copy });
    await build();
    const report = await build();
    expect(report.counts.articles).toBe(3);
    expect(report.duplicates).toHaveLength(1);
    const files = await filesOf();
    expect(files.filter((file) => file.endsWith('ferry.md') || file === 'a-copy.md')).toHaveLength(1);
  });
});

describe('a file that can not be read as a page', () => {
  const bad: readonly (readonly [
    what: string,
    file: string,
    make: (file: string) => void,
    reason: string,
  ])[] = [
    ['binary data', 'a.md', (file) => write(file, Buffer.from('新闻\0')), 'binary'],
    ['invalid UTF-8', 'b.md', (file) => write(file, Buffer.from('caf\xe9', 'latin1')), 'charset-unknown'],
    [
      'Chinese in GB 18030',
      'c.txt',
      (file) => write(file, Buffer.of(0xd0, 0xc2, 0xce, 0xc5)),
      'charset-unknown',
    ],
    [
      'a lone surrogate in bytes',
      'd.md',
      (file) => write(file, Buffer.of(0xed, 0xa0, 0xbd)),
      'charset-unknown',
    ],
    ['nothing', 'e.md', (file) => write(file, ''), 'empty'],
    ['white space', 'f.txt', (file) => write(file, ' \n\u3000\n'), 'empty'],
    ['a link', 'g.md', (file) => symlinkSync(path.join(corpus, 'ferry.md'), file), 'link'],
    ['a link to nowhere', 'h.md', (file) => symlinkSync('/no/such/file', file), 'link'],
    ['a pipe', 'i.md', (file) => execFileSync('mkfifo', [file]), 'special-file'],
    ['more than is read', 'j.txt', (file) => makeSparse(file, maxPageBytes + 1), 'too-large'],
    ['front matter alone', 'k.md', (file) => write(file, '---\ntitle: Nothing\n---\n'), 'no-article'],
  ];

  function write(file: string, content: string | Uint8Array): void {
    writeFiles(path.dirname(file), { [path.basename(file)]: content });
  }

  function makeSparse(file: string, bytes: number): void {
    write(file, '');
    truncateSync(file, bytes);
  }

  it.each(bad)('is set aside with its reason: %s', async (_what, name, make, reason) => {
    const file = path.join(corpus, name);
    make(file);
    const report = await build();
    expect(report.setAside).toEqual([{ path: file, reason, detail: expect.any(String) }]);
    expect(report.counts.articles).toBe(3);
  });

  it.each(
    bad.filter(([, , , reason]) => ['binary', 'charset-unknown', 'empty', 'no-article'].includes(reason)),
  )('keeps the articles it had while it was good: %s', async (_what, _name, make) => {
    await build();
    const file = path.join(corpus, 'ferry.md');
    make(file);
    expect((await build()).setAside).toHaveLength(1);
    expect(await titlesOf()).toContain('Ferry returns to Osk');
    writeFiles(corpus, { 'ferry.md': tinyCorpus['ferry.md'] });
    expect(await build()).toMatchObject({ setAside: [], counts: { articles: 3 } });
  });

  it('keeps its articles when the build is forced, and is read again once it can be', async () => {
    await build();
    const whole = readFileSync(path.join(corpus, 'ferry.md'));
    writeFiles(corpus, { 'ferry.md': Buffer.of(0xff) });
    expect(await build({ isForced: true })).toMatchObject({ counts: { articles: 3 } });
    writeFiles(corpus, { 'ferry.md': whole });
    expect(await build()).toMatchObject({ filesUnchanged: 2, counts: { articles: 3 } });
  });

  it('loses its articles when the build is forced for another model', async () => {
    await build();
    writeFiles(corpus, { 'ferry.md': Buffer.of(0xff) });
    const embedder = createFakeEmbedder({ id: '别的模型', dimension: 16 });
    const report = await build({ isForced: true, embedder });
    expect(report).toMatchObject({ counts: { articles: 2 } });
  });

  it('does not keep the others from being read, and all are named together', async () => {
    for (const [, name, make] of bad) make(path.join(corpus, name));
    const report = await build();
    expect(report.setAside.map((failure) => path.basename(failure.path)).sort()).toEqual(
      bad.map(([, name]) => name).sort(),
    );
    expect(report.counts.articles).toBe(3);
  });

  it('is not a folder whose name ends in .md: that is looked into', async () => {
    writeFiles(corpus, {
      '2025.md/page.md': formPage({ title: 'Inside', source: 'Osk Gazette' }, 'It stands in a folder.'),
    });
    expect(await build()).toMatchObject({ setAside: [], counts: { articles: 4 } });
  });

  it('is not counted where its format is no page’s', async () => {
    writeFiles(corpus, {
      'photo.jpg': Buffer.of(0xff, 0xd8),
      'README.md': '# About this folder\n\nText.',
      '.hidden.md': 'x',
    });
    expect(await build()).toMatchObject({ otherFiles: 1, setAside: [], counts: { articles: 3 } });
  });
});

describe.skipIf(process.getuid?.() === 0)('a folder that may not be looked into (root may)', () => {
  it('is set aside and keeps the articles that it had', async () => {
    await build();
    const closed = path.join(corpus, 'zh');
    chmodSync(closed, 0);
    const report = await build();
    chmodSync(closed, 0o755);
    expect(report.setAside).toEqual([{ path: closed, reason: 'unreadable', detail: 'EACCES' }]);
    expect(report.counts.articles).toBe(3);
  });
});

describe('a build that can not go on', () => {
  beforeEach(() => build());

  const cases: readonly (readonly [what: string, make: () => string, code: string])[] = [
    ['no corpus folder', () => path.join(root, '没有'), 'corpus-missing'],
    ['a file for a corpus folder', () => path.join(corpus, 'ferry.md'), 'corpus-missing'],
    ['an empty corpus folder', () => emptyFolder({}), 'corpus-empty'],
    ['a corpus of other files', () => emptyFolder({ 'photo.jpg': 'x' }), 'corpus-empty'],
    ['a corpus of damaged pages', () => emptyFolder({ 'a.md': '\0' }), 'corpus-empty'],
  ];

  function emptyFolder(files: Record<string, string>): string {
    const folder = path.join(root, 'empty');
    mkdirSync(folder);
    return writeFiles(folder, files);
  }

  it.each(cases)('leaves the index as it was: %s', async (_what, make, code) => {
    const before = await readContent();
    const folder = make();
    const failure = await build({ folders: [folder] }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code });
    expect(JSON.stringify((failure as { context: unknown }).context)).toContain(folder);
    expect(await readContent()).toEqual(before);
  });

  it.each(cases.slice(0, 2))(
    'reads none of the folders when one is not there: %s',
    async (_what, make, code) => {
      await expect(build({ folders: [corpus, make()] })).rejects.toMatchObject({ code });
    },
  );

  it('names the pages that could not be read', async () => {
    const folder = emptyFolder({ 'a.md': '\0', '乙.md': '' });
    await expect(build({ folders: [folder] })).rejects.toMatchObject({
      context: { setAside: [`${folder}/a.md: binary`, `${folder}/乙.md: empty`] },
    });
  });

  it('waits for nobody: another indexer at work is named', async () => {
    const lock = takeWriterLock(indexFolder, 'process 42');
    await expect(build()).rejects.toMatchObject({ code: 'index-busy', context: { holder: 'process 42' } });
    lock.release();
    expect(await build()).toMatchObject({ filesUnchanged: 3 });
  });

  it.each([
    ['a missing corpus', () => build({ folders: ['/no/such/folder'] })],
    ['an interruption', () => build({ isForced: true, embedder: createFakeEmbedder({ failAfter: 0 }) })],
  ])('lets the next one in after %s', async (_what, fail) => {
    await fail().catch(() => undefined);
    expect(await build()).toMatchObject({ filesUnchanged: 3 });
  });
});

describe('an interrupted build', () => {
  /** Far more sentences than are embedded in one batch. */
  const longPage = formPage(
    { title: 'Long report', source: 'Osk Gazette' },
    ...Array.from(
      { length: 150 },
      (_, at) => `Paragraph ${at} says something of its own about number ${at * 7}.`,
    ),
  );

  it('leaves the old index whole and goes on where it was', async () => {
    await build();
    const before = await readContent();
    writeFiles(corpus, { 'long.md': longPage });
    const whole = createFakeEmbedder();
    await build({
      embedder: whole,
      indexFolder: path.join(root, 'whole'),
      cacheFile: path.join(root, 'whole.db'),
    });
    const old = createFakeEmbedder();
    await indexCorpus({
      folders: [writeFiles(path.join(root, 'old'), tinyCorpus)],
      indexFolder: path.join(root, 'old-index'),
      cacheFile: path.join(root, 'old.db'),
      embedder: old,
      holder: 'a test',
    });
    const newTexts = whole.embedded.length - old.embedded.length;

    const stopped = createFakeEmbedder({ failAfter: 100 });
    await expect(build({ embedder: stopped })).rejects.toThrow(FakeInterruption);
    expect(await readContent()).toEqual(before);

    const next = createFakeEmbedder();
    const report = await build({ embedder: next });
    expect(next.embedded).toHaveLength(newTexts - 64);
    expect(report).toMatchObject({
      textsEmbedded: newTexts - 64,
      textsFromCache: 64,
      counts: { articles: 4 },
    });
  });

  it('of a first index leaves one that any model may fill', async () => {
    await expect(build({ embedder: createFakeEmbedder({ failAfter: 2 }) })).rejects.toThrow(FakeInterruption);
    const embedder = createFakeEmbedder({ id: '别的模型', dimension: 16 });
    expect(await build({ embedder })).toMatchObject({ counts: { articles: 3 } });
    await withStore(async ({ identity }) =>
      expect(identity).toMatchObject({ modelId: '别的模型', dimension: 16 }),
    );
    expect(await build({ embedder })).toMatchObject({ filesUnchanged: 3, repaired: null });
  });

  it('of a first index leaves one that says that it is empty', async () => {
    await expect(build({ embedder: createFakeEmbedder({ failAfter: 2 }) })).rejects.toThrow(FakeInterruption);
    await withStore(async (store) => {
      expect(await store.counts()).toEqual({ pages: 0, articles: 0, chunks: 0, sentences: 0 });
    });
    expect(await build()).toMatchObject({ counts: { articles: 3 } });
  });
});

describe('an index of another model', () => {
  const other = () => createFakeEmbedder({ id: '别的模型', dimension: 16 });

  beforeEach(() => build());

  it('is refused, naming both, and is left as it was', async () => {
    const before = await readContent();
    const failure = await build({ embedder: other() }).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'index-model-mismatch',
      context: {
        folder: indexFolder,
        indexModel: expect.stringContaining('fake (file hash of fake, dimension 32'),
        currentModel: expect.stringContaining('别的模型 (file hash of 别的模型, dimension 16'),
      },
    });
    expect(await readContent()).toEqual(before);
    expect(await build()).toMatchObject({ filesUnchanged: 3 });
  });

  it('reads its pages again by itself when the way of reading text has changed', async () => {
    const before = await readContent();
    const written = openWritableNewsStore(indexFolder, await withStore(async ({ identity }) => identity));
    await written.apply([], { ...written.identity, textVersion: '0.0.0' });
    await written.close();
    const report = await build();
    expect(report).toMatchObject({ filesUnchanged: 0, textsEmbedded: 0 });
    expect([...(await readContent()).keys()]).toEqual([...before.keys()]);
    expect(await withStore(async ({ identity }) => identity.textVersion)).not.toBe('0.0.0');
    expect(await build()).toMatchObject({ filesUnchanged: 3 });
  });

  it('is built anew when that is forced, with the same article ids', async () => {
    const before = [...(await readContent()).keys()];
    await build({ embedder: other(), isForced: true });
    await withStore(async (store) => {
      expect(store.identity).toMatchObject({ modelId: '别的模型', dimension: 16 });
      const embeddings = await store.embeddings(await store.chunkIds());
      expect(new Set(embeddings.map(({ embedding }) => embedding.length))).toEqual(new Set([16]));
    });
    expect([...(await readContent()).keys()]).toEqual(before);
    expect(await build({ embedder: other() })).toMatchObject({ filesUnchanged: 3, repaired: null });
    await expect(build()).rejects.toMatchObject({ code: 'index-model-mismatch' });
  });

  it('keeps nothing of a page that can no longer be read', async () => {
    writeFiles(corpus, { 'ferry.md': Buffer.of(0xff) });
    await build({ embedder: other(), isForced: true });
    expect(await titlesOf()).not.toContain('Ferry returns to Osk');
  });

  it('leaves the old one when a forced build is interrupted', async () => {
    const before = await readContent();
    const stopped = createFakeEmbedder({ id: '别的模型', dimension: 16, failAfter: 3 });
    await expect(build({ embedder: stopped, isForced: true })).rejects.toThrow(FakeInterruption);
    expect(await readContent()).toEqual(before);
    expect(await build()).toMatchObject({ filesUnchanged: 3 });
  });
});

describe('a forced build', () => {
  it('reads everything again and takes the embeddings from the cache', async () => {
    const { textsEmbedded } = await build();
    expect(await build({ isForced: true })).toMatchObject({
      filesUnchanged: 0,
      articlesChanged: 3,
      textsEmbedded: 0,
      textsFromCache: textsEmbedded,
      counts: { articles: 3 },
    });
  });
});
