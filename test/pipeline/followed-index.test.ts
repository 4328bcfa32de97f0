import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answerer } from '../../src/answer/answerer.ts';
import { indexCorpus } from '../../src/pipeline/index-corpus.ts';
import { openAnswerer } from '../../src/pipeline/open-answerer.ts';
import type { IndexNotice } from '../../src/pipeline/open-answerer.ts';
import { createFakeEmbedder, embedFakePassage } from '../support/fake-embedder.ts';
import { formPage, tinyCorpus } from '../support/pages.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const ferryQuestion = 'The old ferry sails again on Monday.';
const lighthouse = 'The lighthouse keeper Vera Lind painted the tower yellow.';
const lighthousePage = formPage(
  { title: 'Lighthouse', source: 'Osk Gazette', date: '2025-06-01', language: 'en' },
  lighthouse,
);

/** A question is as near as can be to the sentence that it repeats, so that it is answered. */
const embedder = { ...createFakeEmbedder(), embedQuestion: async (text: string) => embedFakePassage(text) };

let root: string;
let corpus: string;
let indexFolder: string;
let notices: IndexNotice[];
let answerer: Answerer;

const build = (options: { id?: string; isForced?: boolean } = {}) =>
  indexCorpus({
    folders: [corpus],
    indexFolder,
    cacheFile: path.join(root, 'cache.db'),
    embedder: createFakeEmbedder(options.id === undefined ? {} : { id: options.id }),
    isForced: options.isForced ?? false,
    holder: 'a test',
  });

const titlesFor = async (question: string): Promise<string[]> => {
  const { quotes } = await answerer.answer(question, { minConfidence: 0, limit: 1 });
  return quotes.map(({ title }) => title);
};

/** Asks until it is so, for as long as a change may take to be seen. */
async function withinTwoSeconds(isSo: () => Promise<boolean> | boolean): Promise<void> {
  const deadlineMs = performance.now() + 2000;
  while (!(await isSo())) {
    if (performance.now() > deadlineMs) throw new Error('was not so within 2 s');
    await sleep(20);
  }
}

beforeEach(async () => {
  root = temporaryFolder();
  corpus = writeFiles(path.join(root, 'corpus'), tinyCorpus);
  indexFolder = path.join(root, 'index');
  notices = [];
  await build();
  answerer = await openAnswerer(indexFolder, embedder, (notice) => notices.push(notice));
});

afterEach(async () => {
  await answerer.close();
});

describe('an answerer whose index is written meanwhile', () => {
  it('finds a new article within 2 s, and counts it', async () => {
    const { changedAt: firstChange, isExact } = answerer.describeIndex();
    expect(isExact).toBe(true);
    expect(await titlesFor(lighthouse)).not.toContain('Lighthouse');
    writeFiles(corpus, { 'lighthouse.md': lighthousePage });
    await build();
    await withinTwoSeconds(async () => (await titlesFor(lighthouse)).includes('Lighthouse'));
    expect(answerer.counts.articles).toBe(4);
    expect(answerer.describeIndex().changedAt).toBeGreaterThan(firstChange ?? Infinity);
    expect(Math.abs(Date.now() - (answerer.describeIndex().changedAt ?? 0))).toBeLessThan(60_000);
    expect((await answerer.archive.latest({}, { limit: 1 })).map(({ title }) => title)).toEqual([
      'Lighthouse',
    ]);
    expect(notices).toEqual([]);
  });

  it('no longer quotes a removed article within 2 s, and what was changed is quoted as it is', async () => {
    rmSync(path.join(corpus, 'ferry.md'));
    writeFiles(corpus, {
      'zh/bridge.md': tinyCorpus['zh/bridge.md'].replace('三百二十米', '三百四十米'),
    });
    await build();
    await withinTwoSeconds(async () => !(await titlesFor(ferryQuestion)).includes('Ferry returns to Osk'));
    const { quotes } = await answerer.answer('大桥全长三百四十米。');
    expect(quotes[0]?.text).toContain('大桥全长三百四十米。');
    expect(answerer.counts.articles).toBe(2);
  });

  it('answers a question from one state, whatever is written while it is answered', async () => {
    let goOn: (() => void) | undefined;
    const isAsked = new Promise<void>((resolve) => {
      embedder.embedQuestion = async (text) => {
        resolve();
        await new Promise<void>((later) => {
          goOn = later;
        });
        return embedFakePassage(text);
      };
    });
    const answering = answerer.retrieve(ferryQuestion);
    await isAsked;
    rmSync(path.join(corpus, 'ferry.md'));
    writeFiles(corpus, { 'lighthouse.md': lighthousePage });
    await build();
    await withinTwoSeconds(() => answerer.counts.articles === 3 && isLighthouseListed());
    goOn?.();
    const titles = (await answering).passages.map(({ article }) => article.title);
    expect(titles[0]).toBe('Ferry returns to Osk');
    expect(titles).not.toContain('Lighthouse');
    embedder.embedQuestion = async (text) => embedFakePassage(text);
    expect(await titlesFor(ferryQuestion)).not.toContain('Ferry returns to Osk');
  });

  async function isLighthouseListed(): Promise<boolean> {
    return (await answerer.archive.findTitles('Lighthouse', {}, { limit: 1 })).length === 1;
  }

  it('follows an index that was deleted and built again', async () => {
    writeFiles(corpus, { 'lighthouse.md': lighthousePage });
    for (const ending of ['', '-wal', '-shm'])
      rmSync(path.join(indexFolder, `index.db${ending}`), { force: true });
    expect(await titlesFor(ferryQuestion)).toEqual(['Ferry returns to Osk']);
    await build();
    await withinTwoSeconds(async () => (await titlesFor(lighthouse)).includes('Lighthouse'));
  });

  it('goes on as before when the index is made anew with another model, and says so once', async () => {
    await build({ id: 'other', isForced: true });
    await withinTwoSeconds(() => notices.length > 0);
    await sleep(600);
    expect(notices).toEqual([{ problem: 'other-model', file: path.join(indexFolder, 'index.db') }]);
    expect(await titlesFor(ferryQuestion)).toEqual(['Ferry returns to Osk']);
  });

  it('goes on as before while the index can not be read, says so once, and follows again afterwards', async () => {
    const file = path.join(indexFolder, 'index.db');
    renameSync(file, `${file}.away`);
    writeFileSync(file, '这不是数据库。'.repeat(100));
    const deadlineMs = performance.now() + 5000;
    while (notices.length === 0 && performance.now() < deadlineMs) await sleep(50);
    expect(notices).toEqual([{ problem: 'not-followed', file }]);
    expect(await titlesFor(ferryQuestion)).toEqual(['Ferry returns to Osk']);
    renameSync(`${file}.away`, file);
    writeFiles(corpus, { 'lighthouse.md': lighthousePage });
    await build();
    await withinTwoSeconds(async () => (await titlesFor(lighthouse)).includes('Lighthouse'));
    expect(notices).toHaveLength(1);
  }, 15_000);

  it('can be closed at once, also while a question is answered and a change is coming up', async () => {
    writeFiles(corpus, { 'lighthouse.md': lighthousePage });
    await build();
    const answering = answerer.answer(ferryQuestion);
    await answerer.close();
    await expect(answering).resolves.toMatchObject({ status: 'answered' });
  });
});

describe('an answerer that is asked all the time while another process reindexes', () => {
  it('gives the old answer or the new one, and never an error', async () => {
    const script = path.resolve(import.meta.dirname, '../support/index-folder.ts');
    for (const length of ['五百米', '六百米']) {
      const before = tinyCorpus['zh/bridge.md'];
      writeFiles(corpus, { 'zh/bridge.md': before.replace('三百二十米', length) });
      const child = spawn(process.execPath, ['--import', 'tsx', script, corpus, indexFolder], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const exited = once(child, 'exit');
      const seen = new Set<string>();
      while (child.exitCode === null && child.signalCode === null) {
        seen.add(await lengthOfBridge());
        // The fake embedder never waits for anything: without this no timer would ever run.
        await setImmediate();
      }
      expect(await exited).toEqual([0, null]);
      await withinTwoSeconds(async () => (await lengthOfBridge()) === length);
      // Between the page and the index the quote of the old one is withheld: what stands there now is in neither yet.
      expect([...seen].every((each) => ['', '三百二十米', '五百米', '六百米'].includes(each))).toBe(true);
    }
  }, 60_000);

  async function lengthOfBridge(): Promise<string> {
    const { passages } = await answerer.retrieve('大桥全长几米？');
    const found = passages.find(({ article }) => article.title === '青崖大桥通车');
    expect(passages.map(({ article }) => article.title)).toContain('Ferry returns to Osk');
    return /全长(.*?)。/.exec(found?.article.body ?? '')?.[1] ?? '';
  }
});
