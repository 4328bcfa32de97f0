import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { indexCorpus } from '../../src/pipeline/index-corpus.ts';
import { repairIndex } from '../../src/pipeline/repair-index.ts';
import type { RepairReport } from '../../src/pipeline/repair-index.ts';
import { verifyIndex } from '../../src/pipeline/verify-index.ts';
import type { IndexVerification } from '../../src/pipeline/verify-index.ts';
import { createFakeEmbedder, fakeDimension } from '../support/fake-embedder.ts';
import { editDatabase } from '../support/open-sqlite.ts';
import { formPage, tinyCorpus } from '../support/pages.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

let root: string;
let corpus: string;
let indexFolder: string;
let loaded: number;

beforeEach(async () => {
  root = temporaryFolder();
  corpus = writeFiles(path.join(root, 'corpus'), tinyCorpus);
  indexFolder = path.join(root, 'index');
  loaded = 0;
  await build();
});

async function build(): Promise<void> {
  await indexCorpus({ ...options(), embedder: createFakeEmbedder() });
}

const options = () => ({
  folders: [corpus],
  indexFolder,
  cacheFile: path.join(root, 'cache.db'),
  holder: 'a test',
});

async function repair({ problems }: IndexVerification): Promise<RepairReport | null> {
  return repairIndex(problems, {
    ...options(),
    stamp: '20250304T101500Z',
    loadEmbedder: async () => {
      loaded += 1;
      return createFakeEmbedder();
    },
  });
}

const edit = (...statements: readonly string[]): void =>
  editDatabase(path.join(indexFolder, 'index.db'), ...statements);

const kindsOf = ({ problems }: IndexVerification): string[] => [...new Set(problems.map(({ kind }) => kind))];

const snapshotFile = (): string =>
  path.join(indexFolder, readdirSync(indexFolder).find((name) => name.endsWith('.hnsw')) ?? '');

describe('verifyIndex', () => {
  it('finds nothing wrong with an index just made, and says what it looked at', async () => {
    const verification = await verifyIndex(indexFolder);
    expect(verification).toMatchObject({
      counts: { pages: 3, articles: 3 },
      pagesCompared: 3,
      recall: { at10: 1 },
      problems: [],
    });
    expect(verification.recall?.chunks).toBe(verification.counts?.chunks);
    expect(verification.quotesCompared).toBeGreaterThan(verification.counts?.sentences ?? Infinity);
  });

  it('measures no recall when it is to be quick', async () => {
    expect(await verifyIndex(indexFolder, { isQuick: true })).toMatchObject({ recall: null, problems: [] });
  });

  it('says that there is no index', async () => {
    await expect(verifyIndex(path.join(root, 'none'))).rejects.toThrow(
      expect.objectContaining({ code: 'index-missing' }),
    );
  });

  const zeros = (length: number): string => `zeroblob(${length})`;
  const floats = (...values: readonly number[]): string =>
    `x'${Buffer.from(Float32Array.from({ length: fakeDimension }, (_, at) => values[at] ?? 0).buffer).toString('hex')}'`;
  const firstChunk = '(SELECT min(id) FROM chunks)';

  it.each([
    ['an embedding that is too short', 'embedding-invalid', `UPDATE chunks SET embedding = ${zeros(12)}`],
    [
      'an embedding of odd bytes',
      'embedding-invalid',
      `UPDATE chunks SET embedding = ${zeros(13)} WHERE id = ${firstChunk}`,
    ],
    [
      'an embedding of zeros',
      'embedding-invalid',
      `UPDATE chunks SET embedding = ${zeros(4 * fakeDimension)}`,
    ],
    [
      'an embedding that is not a number',
      'embedding-invalid',
      `UPDATE chunks SET embedding = ${floats(NaN, 1)}`,
    ],
    [
      'an infinite embedding',
      'embedding-invalid',
      `UPDATE chunks SET embedding = ${floats(Infinity)} WHERE id = ${firstChunk}`,
    ],
    ['an embedding of length 2', 'embedding-invalid', `UPDATE chunks SET embedding = ${floats(2)}`],
    [
      'a sentence’s embedding of zeros',
      'embedding-invalid',
      `UPDATE sentences SET embedding = ${zeros(fakeDimension)}`,
    ],
    ['a scale below zero', 'embedding-invalid', 'UPDATE sentences SET scale = -scale WHERE ordinal = 0'],
    ['a chunk that leaves out words', 'chunks-wrong', 'UPDATE chunks SET "start" = "start" + 5'],
    ['a chunk that goes on after the article', 'chunks-wrong', 'UPDATE chunks SET "end" = "end" + 5'],
    ['a chunk that went', 'chunks-wrong', `DELETE FROM chunks WHERE id = ${firstChunk}`],
    [
      'a sentence out of its chunk',
      'sentences-wrong',
      'UPDATE sentences SET "end" = "end" + 500 WHERE ordinal = 1',
    ],
    ['a sentence that went', 'sentences-wrong', 'DELETE FROM sentences WHERE ordinal = 1'],
    ['terms that went', 'terms-differ', `DELETE FROM terms WHERE rowid = ${firstChunk}`],
    ['terms of no chunk', 'terms-differ', "INSERT INTO terms (rowid, words) VALUES (999, 'ferry')"],
    ['a body that is not the page’s', 'quote-differs', "UPDATE articles SET body = replace(body, 'a', 'b')"],
    ['a segment that points elsewhere', 'quote-differs', moveSegments('[2]')],
    ['a segment out of the body', 'segments-wrong', moveSegments('[1]')],
    ['an article without its page', 'reference-broken', "DELETE FROM pages WHERE file LIKE 'zh%'"],
    ['segments that are no JSON', 'database-damaged', "UPDATE articles SET segments = '['"],
    ['full-text search with a hole', 'database-damaged', 'DELETE FROM terms_data WHERE id > 10'],
    ['an index that lacks a row', 'database-damaged', withoutIndexEntry()],
  ])('notices %s', async (_what, kind, statement) => {
    edit('PRAGMA foreign_keys = OFF', statement);
    const verification = await verifyIndex(indexFolder);
    expect(kindsOf(verification)).toContain(kind);
    await repair(verification);
    expect(await verifyIndex(indexFolder)).toMatchObject({ counts: { articles: 3 }, problems: [] });
  });

  function moveSegments(field: string): string {
    return `UPDATE articles SET segments =
      json_set(segments, '$[0]${field}', json_extract(segments, '$[0]${field}') + 5000)`;
  }

  function withoutIndexEntry(): string {
    return `PRAGMA writable_schema = ON;
      UPDATE sqlite_master SET sql = replace(sql, 'published_on', 'title') WHERE name = 'articles_by_date';
      PRAGMA writable_schema = RESET`;
  }

  it('notices a database that was cut short', async () => {
    truncateSync(path.join(indexFolder, 'index.db'), 20_000);
    expect(kindsOf(await verifyIndex(indexFolder))).toEqual(['database-damaged']);
  });

  it.each([
    ['cut short', () => truncateSync(snapshotFile(), 500), 'snapshot-unusable'],
    ['missing', () => rmSync(snapshotFile()), 'snapshot-unusable'],
    ['altered', () => flipByte(snapshotFile(), 300), 'snapshot-unusable'],
    ['without its manifest', () => rmSync(path.join(indexFolder, 'manifest.json')), 'snapshot-unusable'],
  ])('notices a snapshot that is %s, and writes it again without the model', async (_what, damage, kind) => {
    damage();
    const verification = await verifyIndex(indexFolder);
    expect(kindsOf(verification)).toEqual([kind]);
    expect(await repair(verification)).toMatchObject({ remedy: 'snapshot', reindex: null, movedTo: null });
    expect(loaded).toBe(0);
    expect((await verifyIndex(indexFolder)).problems).toEqual([]);
  });

  it('notices a snapshot that the database has left behind', async () => {
    const kept = readdirSync(indexFolder)
      .filter((name) => /hnsw$|manifest/.test(name))
      .map((name): [string, Uint8Array] => [name, readFileSync(path.join(indexFolder, name))]);
    writeFiles(corpus, { 'new.md': formPage({ title: 'New', source: 'Osk Gazette' }, 'A bridge opened.') });
    await build();
    rmSync(snapshotFile());
    writeFiles(indexFolder, Object.fromEntries(kept));
    const verification = await verifyIndex(indexFolder);
    expect(verification.problems).toEqual([
      expect.objectContaining({ kind: 'snapshot-behind', detail: expect.stringMatching(/^1 chunks/) }),
    ]);
  });

  it('notices a snapshot that holds other embeddings under the same ids', async () => {
    edit('UPDATE chunks SET embedding = (SELECT embedding FROM chunks AS other ORDER BY id DESC LIMIT 1)');
    const verification = await verifyIndex(indexFolder);
    expect(verification.problems).toContainEqual(
      expect.objectContaining({ kind: 'snapshot-unusable', detail: expect.stringContaining('embeddings') }),
    );
    await repair(verification);
    expect((await verifyIndex(indexFolder)).problems).toEqual([]);
  });

  it('finds nothing wrong with an index that was deleted but for its snapshot and made again', async () => {
    const pages = Array.from({ length: 20 }, (_, at): [string, string] => [
      `page-${at + 10}.md`,
      formPage({ title: `Story ${at}`, source: 'Osk Gazette' }, `The number of the day is ${at} hundred.`),
    ]);
    writeFiles(corpus, Object.fromEntries(pages));
    await build();
    writeFiles(corpus, { 'ar/market.txt': tinyCorpus['ar/market.txt'].replace('أمس', 'اليوم') });
    await build();
    // The same ids are given out again, now to other chunks.
    for (const ending of ['', '-wal', '-shm'])
      rmSync(path.join(indexFolder, `index.db${ending}`), { force: true });
    await build();
    expect((await verifyIndex(indexFolder)).problems).toEqual([]);
  });

  it('names pages that were edited or deleted after indexing, until they are read again', async () => {
    writeFiles(corpus, { 'ferry.md': tinyCorpus['ferry.md'].replace('nine', 'ten') });
    rmSync(path.join(corpus, 'zh/bridge.md'));
    const verification = await verifyIndex(indexFolder);
    expect(verification.problems).toEqual(
      [
        { kind: 'page-missing', where: path.join(corpus, 'zh/bridge.md'), detail: 'ENOENT' },
        { kind: 'page-changed', where: path.join(corpus, 'ferry.md'), detail: '' },
      ].sort((a, b) => pageOrder(verification, a.where) - pageOrder(verification, b.where)),
    );
    expect(await repair(verification)).toMatchObject({ remedy: 'reindex', movedTo: null });
    expect(await verifyIndex(indexFolder)).toMatchObject({ counts: { articles: 2 }, problems: [] });
  });

  const pageOrder = ({ problems }: IndexVerification, where: string): number =>
    problems.findIndex((problem) => problem.where === where);
});

describe('repairIndex', () => {
  it('does nothing where nothing is wrong', async () => {
    expect(await repair(await verifyIndex(indexFolder))).toBeNull();
  });

  it('keeps a database that it replaces, and takes the embeddings from the cache', async () => {
    const file = path.join(indexFolder, 'index.db');
    writeFileSync(file, 'no database at all');
    for (const ending of ['-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
    const report = await repair(await verifyIndex(indexFolder));
    expect(report).toMatchObject({
      remedy: 'rebuild',
      movedTo: `${file}.damaged-20250304T101500Z`,
      reindex: { textsEmbedded: 0, articlesChanged: 3 },
    });
    expect(readFileSync(`${file}.damaged-20250304T101500Z`, 'utf8')).toBe('no database at all');
    expect((await verifyIndex(indexFolder)).problems).toEqual([]);
  });
});

function flipByte(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
