import { mkdirSync, readdirSync, rmSync, truncateSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { indexCorpus } from '../../src/pipeline/index-corpus.ts';
import { openAnswerer } from '../../src/pipeline/open-answerer.ts';
import type { Answerer } from '../../src/answer/answerer.ts';
import { openWritableNewsStore } from '../../src/store/sqlite/sqlite-news-store.ts';
import { identifyIndex } from '../../src/pipeline/index-corpus.ts';
import { HnswIndex } from '../../src/vector-index/hnsw.ts';
import type { IndexNotice } from '../../src/pipeline/open-answerer.ts';
import { createFakeEmbedder, embedFakePassage } from '../support/fake-embedder.ts';
import { tinyCorpus } from '../support/pages.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

let root: string;
let corpus: string;
let indexFolder: string;
let notices: IndexNotice[];

beforeEach(() => {
  root = temporaryFolder();
  corpus = writeFiles(path.join(root, 'corpus'), tinyCorpus);
  indexFolder = path.join(root, 'index');
  notices = [];
});

const build = () =>
  indexCorpus({
    folders: [corpus],
    indexFolder,
    cacheFile: path.join(root, 'cache.db'),
    embedder: createFakeEmbedder(),
    holder: 'a test',
  });

/** A question is as near as can be to the sentence that it repeats, so that it is answered. */
const nearEmbedder = {
  ...createFakeEmbedder(),
  embedQuestion: async (text: string) => embedFakePassage(text),
};

const open = (embedder = nearEmbedder) =>
  openAnswerer(indexFolder, embedder, (notice) => notices.push(notice));

async function withAnswerer<T>(use: (answerer: Answerer) => Promise<T>): Promise<T> {
  const answerer = await open();
  try {
    return await use(answerer);
  } finally {
    await answerer.close();
  }
}

const sentences = [
  ['青崖大桥昨天正式通车。', 'zh/bridge.md', 8],
  ['The old ferry sails again on Monday.', 'ferry.md', 8],
  ['فتح سوق نوران القديم أبوابه أمس.', 'ar/market.txt', 8],
] as const;

describe('an open index', () => {
  it.each(sentences)('answers "%s" with the line it stands on', async (text, file, line) => {
    await build();
    const { status, quotes } = await withAnswerer((answerer) => answerer.answer(text));
    expect(status).toBe('answered');
    expect(quotes[0]).toMatchObject({ file: path.join(corpus, file), lines: [line, line] });
    expect(quotes[0]?.text).toContain(text);
    expect(notices).toEqual([]);
  });

  it('counts what it holds', async () => {
    await build();
    expect(await withAnswerer(async ({ counts }) => counts)).toMatchObject({ pages: 3, articles: 3 });
  });

  it('searches only what the filter lets pass', async () => {
    await build();
    const answer = await withAnswerer((answerer) =>
      answerer.answer('青崖大桥昨天正式通车。', { filter: { source: 'osk gazette', until: '2025-03-04' } }),
    );
    const sources = [...answer.quotes, ...answer.nearest].map(({ source }) => source);
    expect(new Set(sources)).toEqual(new Set(['Osk Gazette']));
  });
});

describe('what an open index retrieves', () => {
  it.each(sentences)(
    'begins, for "%s", with the passage that is quoted, best first, with its scores',
    async (text) => {
      await build();
      await withAnswerer(async (answerer) => {
        const { question, passages } = await answerer.retrieve(` ${text} `);
        const { quotes } = await answerer.answer(text);
        expect(question.text).toBe(text);
        expect(passages[0]?.article.id).toBe(quotes[0]?.articleId);
        const scores = passages.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(passages.length).toBeGreaterThan(1);
        expect(passages[0]).toMatchObject({ similarity: expect.any(Number), termScore: expect.any(Number) });
      });
    },
  );

  it('comes only from the articles asked for, and is no more than asked for', async () => {
    await build();
    await withAnswerer(async (answerer) => {
      const { passages } = await answerer.retrieve('When does the ferry sail?');
      const last = passages.at(-1)?.article.id ?? '';
      const only = await answerer.retrieve('When does the ferry sail?', { filter: { articleIds: [last] } });
      expect(new Set(only.passages.map(({ article }) => article.id))).toEqual(new Set([last]));
      const one = await answerer.retrieve('When does the ferry sail?', { limit: 1 });
      expect(one.passages).toHaveLength(1);
      const none = await answerer.retrieve('When does the ferry sail?', { filter: { articleIds: [] } });
      expect(none.passages).toEqual([]);
    });
  });

  it.each([
    ['？！', 'question-empty'],
    ['x'.repeat(2001), 'question-too-long'],
  ])('is nothing for a question that can not be asked', async (text, code) => {
    await build();
    await withAnswerer((answerer) => expect(answerer.retrieve(text)).rejects.toMatchObject({ code }));
  });
});

describe('the least confidence', () => {
  it.each([
    [0, 'answered'],
    [1, 'not-found'],
  ])('of %d decides whether quotes are shown, never the confidence itself', async (minConfidence, status) => {
    await build();
    await withAnswerer(async (answerer) => {
      const usual = await answerer.answer('Who won the chess tournament?');
      const answer = await answerer.answer('Who won the chess tournament?', { minConfidence });
      expect(answer).toMatchObject({ status, confidence: usual.confidence });
    });
  });
});

describe('an index that can not be opened', () => {
  it('is missing', async () => {
    await expect(open()).rejects.toMatchObject({ code: 'index-missing', context: { folder: indexFolder } });
    expect(readdirSync(root)).toEqual(['corpus']);
  });

  it('is empty', async () => {
    await openWritableNewsStore(indexFolder, identifyIndex(nearEmbedder)).close();
    await expect(open()).rejects.toMatchObject({ code: 'index-empty', context: { folder: indexFolder } });
  });

  it('is damaged', async () => {
    writeFiles(indexFolder, { 'index.db': '这不是数据库。'.repeat(100) });
    await expect(open()).rejects.toMatchObject({ code: 'index-damaged' });
  });

  it.each([
    ['another model', { id: 'other' }],
    ['another dimension', { dimension: 16 }],
  ])('was built with %s, and both are named', async (_what, options) => {
    await build();
    const { identity } = createFakeEmbedder(options);
    await expect(open({ ...nearEmbedder, identity })).rejects.toMatchObject({
      code: 'index-model-mismatch',
      context: {
        folder: indexFolder,
        indexModel: expect.stringContaining('fake (file hash of fake, dimension 32'),
        currentModel: expect.stringContaining(`${identity.id} (`),
      },
    });
  });
});

describe('a snapshot that can not be used', () => {
  const vectorsFile = () =>
    path.join(indexFolder, readdirSync(indexFolder).find((name) => name.endsWith('.hnsw')) ?? '');

  it.each([
    ['cut short', () => truncateSync(vectorsFile(), 100), 'wrong-size'],
    ['emptied', () => truncateSync(vectorsFile(), 0), 'wrong-size'],
    ['removed', () => rmSync(vectorsFile()), 'file-missing'],
    ['without its manifest', () => rmSync(path.join(indexFolder, 'manifest.json')), 'missing'],
  ])('is named, never loaded, and the answers are the same: %s', async (_what, harm, problem) => {
    await build();
    const question = sentences[0][0];
    const wanted = await withAnswerer((answerer) => answerer.answer(question));
    harm();
    const load = vi.spyOn(HnswIndex, 'load');
    expect(await withAnswerer((answerer) => answerer.answer(question))).toEqual(wanted);
    expect(notices.map((notice) => notice.problem)).toEqual([problem]);
    expect(load).not.toHaveBeenCalled();
    load.mockRestore();
  });
});

describe('a page that changes after it was indexed', () => {
  const [, [question, file]] = sentences;
  const page = tinyCorpus[file];
  const ask = (answerer: Answerer) => answerer.answer(question, { limit: 1 });

  beforeEach(build);

  it.each([
    ['edited', () => writeFiles(corpus, { [file]: page.replace('old ferry', 'new ferry') }), 'page-changed'],
    ['cut short', () => truncateSync(path.join(corpus, file), 90), 'page-changed'],
    ['emptied', () => truncateSync(path.join(corpus, file), 0), 'page-missing'],
    ['deleted', () => rmSync(path.join(corpus, file)), 'page-missing'],
    ['no text any more', () => writeFiles(corpus, { [file]: Buffer.of(0xff, 0) }), 'page-missing'],
    ['replaced by a folder', replaceByFolder, 'page-missing'],
  ])(
    'quotes nothing that it no longer says, with the reason, while it is %s',
    async (_what, change, reason) => {
      await withAnswerer(async (answerer) => {
        expect(await ask(answerer)).toMatchObject({ status: 'answered', withheld: [] });
        change();
        const { quotes, withheld } = await ask(answerer);
        expect(withheld[0]).toMatchObject({ reason, file: path.join(corpus, file) });
        // What still stands there may be quoted; what does not, not.
        const left = readLeft(path.join(corpus, file));
        for (const quote of quotes.filter((each) => each.file === path.join(corpus, file)))
          expect(left).toContain(quote.text);
        rmSync(path.join(corpus, file), { recursive: true, force: true });
        writeFiles(corpus, { [file]: page });
        expect(await ask(answerer)).toMatchObject({ status: 'answered', withheld: [] });
      });
    },
  );

  function readLeft(fullPath: string): string {
    return statSync(fullPath, { throwIfNoEntry: false })?.isFile() === true
      ? readFileSync(fullPath, 'utf8')
      : '';
  }

  function replaceByFolder(): void {
    rmSync(path.join(corpus, file));
    mkdirSync(path.join(corpus, file));
  }

  it('still gives what stands where it stood', async () => {
    writeFiles(corpus, { [file]: `${page}\nAdded later.\n` });
    expect(await withAnswerer(ask)).toMatchObject({ status: 'answered', withheld: [] });
  });

  it('is quoted again after a reindex', async () => {
    writeFiles(corpus, { [file]: page.replace('---\n\n', '---\n\nAn opening paragraph.\n\n') });
    expect(await withAnswerer(ask)).toMatchObject({ withheld: [{ reason: 'page-changed' }] });
    await build();
    const { quotes } = await withAnswerer(ask);
    expect(quotes[0]).toMatchObject({ lines: [10, 10] });
  });
});

describe('an article whose language is no code', () => {
  it.each(['Français', 'constructor', '中文', 'x'])('is answered from: %s', async (language) => {
    writeFiles(corpus, {
      'odd.md': `---\ntitle: Ferry\nsource: Osk Post\nlanguage: ${language}\n---\n\nHarbour Master Ida Vane opened the ferry to Osk. They sail 12 times.\n`,
    });
    await build();
    await withAnswerer(async (answerer) => {
      for (const question of ['Where does the ferry sail?', 'How many times does the ferry sail?'])
        expect((await answerer.answer(question, { minConfidence: 0 })).status).toBe('answered');
    });
  });
});

describe('a question that names a time', () => {
  const day = (date: string) =>
    `---\ntitle: Ferry ${date}\nsource: Osk Post\ndate: ${date}\n---\n\nThe ferry to Osk sails twice on the day ${date}.\n`;
  const askedAt = { now: new Date('2026-03-12T12:00:00Z'), timeZone: 'UTC' };
  const question = 'When did the ferry to Osk sail yesterday?';
  const ask = (answerer: Answerer) => answerer.answer(question, { askedAt, minConfidence: 0 });

  it('is answered from articles of that time', async () => {
    writeFiles(corpus, { 'old.md': day('2026-01-05'), 'new.md': day('2026-03-11') });
    await build();
    const { quotes, period, newestOn } = await withAnswerer(ask);
    expect(period).toEqual({ from: '2026-03-11', phrase: 'yesterday' });
    expect([...new Set(quotes.map(({ publishedOn }) => publishedOn))]).toEqual(['2026-03-11']);
    expect(newestOn).toBe('2026-03-11');
  });

  it('is answered from others where that time has none, and does not say otherwise', async () => {
    writeFiles(corpus, { 'old.md': day('2026-01-05') });
    await build();
    const { quotes, period } = await withAnswerer(ask);
    expect(period).toBeNull();
    expect(quotes.map(({ publishedOn }) => publishedOn)).toContain('2026-01-05');
  });
});

describe('an index that is written while it is open', () => {
  it('is answered from as it was, less what is gone', async () => {
    await build();
    await withAnswerer(async (answerer) => {
      rmSync(path.join(corpus, 'ferry.md'));
      await build();
      const answer = await answerer.answer(sentences[1][0]);
      expect(answer.quotes.every(({ title }) => title !== 'Ferry returns to Osk')).toBe(true);
      expect(await answerer.answer(sentences[0][0])).toMatchObject({ status: 'answered' });
    });
  });
});
