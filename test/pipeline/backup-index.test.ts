import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../src/pipeline/backup-index.ts';
import type { BackupPlaces } from '../../src/pipeline/backup-index.ts';
import { formSum } from '../../src/pipeline/backup/backup-file.ts';
import { padding, writeAll, writeHeader } from '../../src/pipeline/backup/tar.ts';
import { indexCorpus } from '../../src/pipeline/index-corpus.ts';
import { openAnswerer } from '../../src/pipeline/open-answerer.ts';
import { restoreBackup } from '../../src/pipeline/restore-index.ts';
import { verifyIndex } from '../../src/pipeline/verify-index.ts';
import { openNewsStore } from '../../src/store/sqlite/sqlite-news-store.ts';
import { takeWriterLock } from '../../src/store/sqlite/writer-lock.ts';
import { createFakeEmbedder } from '../support/fake-embedder.ts';
import { editDatabase, readValue } from '../support/open-sqlite.ts';
import { formPage, tinyCorpus } from '../support/pages.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const createdAt = new Date('2025-03-04T10:15:00Z');
const stamp = '20250305T000000Z';
/** Longer than a tar header has room for, and in scripts that it has no letters for. */
const longName = `${'深/'.repeat(40)}${'ش'.repeat(60)}.md`;

let root: string;
let places: BackupPlaces;
let file: string;

beforeEach(async () => {
  root = temporaryFolder();
  places = {
    deskFile: path.join(root, 'data/desk.db'),
    indexFolder: path.join(root, 'embeddings/index'),
    corpusFolder: path.join(root, 'corpus'),
  };
  file = path.join(root, 'backups/newsquote.tar');
  writeFiles(places.corpusFolder, {
    ...tinyCorpus,
    [longName]: formPage({ title: 'Deep', source: 'Osk Gazette', date: '2025-03-09' }, 'A mine was closed.'),
    'picture.png': 'no page',
  });
  await index();
  mkdirSync(path.dirname(places.deskFile));
  editDatabase(
    places.deskFile,
    'PRAGMA journal_mode = WAL',
    'CREATE TABLE withdrawals (id TEXT PRIMARY KEY)',
    "INSERT INTO withdrawals VALUES ('ferry'), ('桥')",
  );
});

async function index(): Promise<void> {
  await indexCorpus({
    folders: [places.corpusFolder],
    indexFolder: places.indexFolder,
    cacheFile: path.join(root, 'cache.db'),
    embedder: createFakeEmbedder(),
    holder: 'a test',
  });
}

const write = () => backUp(file, places, createdAt);
const restore = (to = places, name = stamp) => restoreBackup(file, to, { stamp: name, holder: 'a test' });
const withdrawals = (deskFile = places.deskFile) =>
  readValue(deskFile, "SELECT group_concat(id, ' ') FROM withdrawals");

/** Every file below a folder with its content, but for SQLite's own side files. */
function readAll(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    names
      .filter((name) => !/-(wal|shm)$|writer\./.test(name) && statSync(path.join(folder, name)).isFile())
      .map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]),
  );
}

/** Goes on after the backup: a decision, a page edited, one new, one gone. */
async function goOn(): Promise<void> {
  editDatabase(places.deskFile, "DELETE FROM withdrawals WHERE id = 'ferry'");
  writeFiles(places.corpusFolder, {
    'ferry.md': tinyCorpus['ferry.md'].replace('nine', 'ten'),
    'new.md': formPage({ title: 'New', source: 'Osk Gazette' }, 'A bridge opened.'),
  });
  rmSync(path.join(places.corpusFolder, 'zh/bridge.md'));
  await index();
}

describe('backUp', () => {
  it('writes one archive with the desk first, the index, every page and what they should be', async () => {
    const { manifest, bytes, setAside } = await write();
    expect(setAside).toEqual([]);
    expect(bytes).toBe(statSync(file).size);
    expect(manifest).toMatchObject({
      createdAt: '2025-03-04T10:15:00.000Z',
      desk: { tables: { withdrawals: 2 } },
      index: { tables: { articles: 4, pages: 4 } },
      corpora: [{ folder: places.corpusFolder, folderFromIndex: path.join('..', '..', 'corpus') }],
    });
    expect(manifest.corpora[0]?.files.map((each) => each.file)).toContain(longName);
    expect(readdirSync(path.dirname(file))).toEqual(['newsquote.tar']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.skipIf(process.platform === 'win32')('can be taken apart by any tar', async () => {
    await write();
    const names = execFileSync('tar', ['--quoting-style=literal', '-tf', file], { encoding: 'utf8' });
    expect(names.trim().split('\n')).toEqual([
      'desk.db',
      'index.db',
      'corpus/1/ar/market.txt',
      'corpus/1/ferry.md',
      'corpus/1/zh/bridge.md',
      `corpus/1/${longName}`,
      'backup.json',
      'backup.json.sha256',
    ]);
  });

  it('takes the state of a desk that somebody has open and writes to', async () => {
    const answerer = await openAnswerer(places.indexFolder, createFakeEmbedder(), () => undefined);
    const lock = takeWriterLock(places.indexFolder, 'an indexer');
    const { manifest } = await write();
    expect(manifest.index?.tables['articles']).toBe(4);
    lock.release();
    await answerer.close();
  });

  it('backs up decisions without an index, and an index without decisions', async () => {
    rmSync(path.dirname(places.deskFile), { recursive: true });
    expect((await write()).manifest).toMatchObject({ desk: null, index: { tables: { articles: 4 } } });
    rmSync(places.indexFolder, { recursive: true });
    await expect(write()).rejects.toMatchObject({ code: 'index-missing' });
    mkdirSync(path.dirname(places.deskFile));
    editDatabase(places.deskFile, 'CREATE TABLE withdrawals (id TEXT PRIMARY KEY)');
    expect((await write()).manifest).toMatchObject({
      desk: { tables: { withdrawals: 0 } },
      index: null,
      corpora: [{ folder: places.corpusFolder }],
    });
  });

  it.each([
    ['desk-damaged', () => places.deskFile],
    ['index-damaged', () => path.join(places.indexFolder, 'index.db')],
  ])('keeps the backup before it where it would be of a damaged database: %s', async (code, damaged) => {
    await write();
    const before = readFileSync(file);
    writeFileSync(damaged(), 'no database at all');
    await expect(write()).rejects.toMatchObject({ code });
    expect(readFileSync(file)).toEqual(before);
    expect(readdirSync(path.dirname(file))).toEqual(['newsquote.tar']);
  });

  it('says that it can not write where a file stands in the way', async () => {
    writeFileSync(path.dirname(file), '');
    await expect(write()).rejects.toMatchObject({ code: 'backup-unwritable' });
  });
});

describe('restoreBackup', () => {
  it('puts everything back and keeps what was there', async () => {
    const before = readAll(places.corpusFolder);
    const { manifest } = await write();
    await goOn();
    const report = await restore();
    expect(report).toEqual({
      manifest,
      pagesWritten: 2,
      pagesUnchanged: 2,
      kept: [
        path.join(places.corpusFolder, `.before-restore-${stamp}`),
        `${places.deskFile}.before-restore-${stamp}`,
        path.join(places.indexFolder, `index.db.before-restore-${stamp}`),
      ],
    });
    expect(withdrawals()).toBe('ferry 桥');
    expect(withdrawals(`${places.deskFile}.before-restore-${stamp}`)).toBe('桥');
    const after = readAll(places.corpusFolder);
    for (const [name, content] of before) expect(after.get(name)).toEqual(content);
    expect(after.get(`.before-restore-${stamp}/ferry.md`)?.toString()).toContain('ten');
    expect(await verifyIndex(places.indexFolder)).toMatchObject({ counts: { articles: 4 }, problems: [] });
  });

  it('reaches a bot that has the databases open', async () => {
    await write();
    await goOn();
    const store = openNewsStore(places.indexFolder);
    expect(await store.counts()).toMatchObject({ articles: 4 });
    const titles = async () =>
      [...(await store.storyArticles(await storyIds())).values()]
        .flat()
        .map(({ title }) => title)
        .sort();
    const storyIds = async () =>
      [
        ...(
          await store.articles((await store.chunks(await store.chunkIds())).map(({ articleId }) => articleId))
        ).values(),
      ].map(({ storyId }) => storyId);
    expect(await titles()).toContain('New');
    await restore();
    expect(await titles()).not.toContain('New');
    expect(await titles()).toContain('青崖大桥通车');
    await store.close();
    expect((await verifyIndex(places.indexFolder)).problems).toEqual([]);
  });

  it('is followed by a bot that is answering, and gives out no id again', async () => {
    await write();
    await goOn();
    const indexFile = path.join(places.indexFolder, 'index.db');
    const lastId = () =>
      Number(readValue(indexFile, "SELECT seq FROM sqlite_sequence WHERE name = 'chunks'"));
    const before = lastId();
    const answerer = await openAnswerer(places.indexFolder, createFakeEmbedder(), () => undefined);
    const titles = async () => {
      const { quotes } = await answerer.answer('A bridge opened.', { minConfidence: 0, limit: 20 });
      return quotes.map(({ title }) => title);
    };
    expect(await titles()).toContain('New');
    await restore();
    await expect.poll(titles, { timeout: 4000 }).not.toContain('New');
    expect(await titles()).toContain('青崖大桥通车');
    expect(lastId()).toBe(before);
    await answerer.close();
  });

  it('makes everything where there is nothing', async () => {
    await write();
    const other = path.join(temporaryFolder(), 'deep');
    const to = {
      deskFile: path.join(other, 'data/desk.db'),
      indexFolder: path.join(other, 'embeddings/index'),
      corpusFolder: path.join(other, 'corpus'),
    };
    rmSync(places.corpusFolder, { recursive: true });
    expect(await restore(to)).toMatchObject({ pagesWritten: 4, pagesUnchanged: 0, kept: [] });
    expect(withdrawals(to.deskFile)).toBe('ferry 桥');
    expect(await verifyIndex(to.indexFolder)).toMatchObject({ counts: { articles: 4 }, problems: [] });
  });

  it('takes the place of databases that are damaged', async () => {
    await write();
    for (const each of [places.deskFile, path.join(places.indexFolder, 'index.db')])
      writeFileSync(each, 'no database at all');
    await restore();
    expect(withdrawals()).toBe('ferry 桥');
    expect((await verifyIndex(places.indexFolder)).problems).toEqual([]);
    expect(readFileSync(`${places.deskFile}.before-restore-${stamp}`, 'utf8')).toBe('no database at all');
  });

  it('is refused while an indexer works, and changes nothing', async () => {
    await write();
    await goOn();
    const before = readAll(root);
    const lock = takeWriterLock(places.indexFolder, 'process 42');
    await expect(restore()).rejects.toMatchObject({ code: 'index-busy', context: { holder: 'process 42' } });
    lock.release();
    expect(readAll(root)).toEqual(before);
  });

  it('leaves all as it was where something can not be put in its place', async () => {
    await write();
    await goOn();
    rmSync(path.join(places.corpusFolder, 'ar'), { recursive: true });
    writeFileSync(path.join(places.corpusFolder, 'ar'), 'a file where the backup has a folder');
    const before = readAll(root);
    await expect(restore()).rejects.toMatchObject({ code: 'restore-unwritable' });
    expect(readAll(root)).toEqual(before);
  });

  it('says that there is no such backup', async () => {
    await expect(restore()).rejects.toMatchObject({
      code: 'backup-unreadable',
      context: { detail: 'ENOENT' },
    });
  });

  it('notices every byte that changed and every length it was cut to', async () => {
    await write();
    const whole = readFileSync(file);
    const desk = readFileSync(places.deskFile);
    // Every 2003rd byte meets headers, padding, databases, pages and the list at the end.
    let meant = 0;
    for (let at = 0; at < whole.length - 1024; at += 2003) {
      const bad = Buffer.from(whole);
      bad[at] = (bad[at] ?? 0) ^ 0x10;
      writeFileSync(file, bad);
      const refusal = await restore(places, `20250305T${at}`).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (refusal === undefined) {
        // What is not content is padding, which means nothing.
        expect(whole[at]).toBe(0);
        continue;
      }
      expect(refusal).toMatchObject({ code: 'backup-damaged' });
      meant += 1;
    }
    expect(meant).toBeGreaterThan(30);
    for (let length = 0; length < whole.length - 1024; length += 40_960) {
      writeFileSync(file, whole);
      truncateSync(file, length);
      await expect(restore()).rejects.toMatchObject({ code: 'backup-damaged' });
    }
    expect(existsSync(`${places.deskFile}.restoring-${stamp}`)).toBe(false);
    expect(readFileSync(places.deskFile).length).toBe(desk.length);
  }, 60_000);

  it.each(['../out.md', '/etc/passwd', 'a/../../out.md', 'a\0b', ''])('never writes to %j', async (name) => {
    await write();
    const whole = readFileSync(file);
    const at = whole.lastIndexOf('{"format":1');
    const manifest = JSON.parse(whole.subarray(at, whole.lastIndexOf('}') + 1).toString());
    manifest.corpora[0].files[0].file = name;
    const text = Buffer.from(JSON.stringify(manifest));
    const altered = openSync(file, 'w');
    writeAll(altered, whole.subarray(0, at - 512));
    for (const [entry, content] of [
      ['backup.json', text],
      ['backup.json.sha256', Buffer.from(formSum(text))],
    ] as const) {
      writeHeader(altered, entry, content.length, 0);
      writeAll(altered, Buffer.concat([content, padding(content.length)]));
    }
    closeSync(altered);
    await expect(restore()).rejects.toMatchObject({ code: 'backup-damaged' });
  });
});
