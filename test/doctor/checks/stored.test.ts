import {
  cpSync,
  appendFileSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkDesk } from '../../../src/doctor/checks/desk.ts';
import { checkIndex } from '../../../src/doctor/checks/index.ts';
import { checkModel } from '../../../src/doctor/checks/model.ts';
import { indexCorpus } from '../../../src/pipeline/index-corpus.ts';
import { openDeskStore } from '../../../src/store/sqlite/desk/sqlite-desk-store.ts';
import { createFakeEmbedder } from '../../support/fake-embedder.ts';
import { editDatabase } from '../../support/open-sqlite.ts';
import { formPage } from '../../support/pages.ts';
import { projectFolder } from '../../support/run-script.ts';
import { temporaryFolder, writeFiles } from '../../support/temporary-folder.ts';
import { makePatient } from '../support/patient.ts';

const realModel = path.join(projectFolder, 'embeddings/multilingual-e5-small');

describe('checkModel', () => {
  /** The real model in a folder of its own, its weights as a link. */
  function copyModel(): string {
    const folder = path.join(temporaryFolder(), 'multilingual-e5-small');
    const isSmall = (file: string): boolean => !file.endsWith('.onnx');
    cpSync(realModel, folder, { recursive: true, filter: isSmall });
    const weights = 'onnx/model_quantized.onnx';
    symlinkSync(path.join(realModel, weights), path.join(folder, weights));
    return folder;
  }
  const check = (folder: string) => checkModel(makePatient({ EMBEDDING_MODEL: folder }));

  it("finds the repository's own model whole, by the hashes of all that is loaded", async () => {
    const sums = readFileSync(path.join(realModel, 'SHA256SUMS'), 'utf8');
    expect([...sums.matchAll(/^[\da-f]{64} {2}(.+)$/gm)].map(([, name]) => name)).toEqual([
      'config.json',
      'onnx/model_quantized.onnx',
      'tokenizer.json',
      'tokenizer_config.json',
    ]);
    expect(await check('')).toMatchObject([
      { status: 'ok', found: expect.stringMatching(/is whole, weights [\da-f]{12}$/) },
    ]);
  });

  it('names a file that is missing, and one that is empty', async () => {
    const folder = copyModel();
    rmSync(path.join(folder, 'tokenizer.json'));
    truncateSync(path.join(folder, 'config.json'));
    expect(await check(folder)).toMatchObject([
      {
        status: 'problem',
        found: expect.stringMatching(/lacks config\.json, tokenizer\.json$/),
        next: expect.stringMatching(/Copy the whole folder/),
      },
    ]);
  });

  it('finds weights missing, and a pointer in their place', async () => {
    const folder = copyModel();
    const weights = path.join(folder, 'onnx/model_quantized.onnx');
    rmSync(weights);
    expect(await check(folder)).toMatchObject([
      { status: 'problem', next: expect.stringMatching(/model_quantized\.onnx/) },
    ]);
    writeFileSync(weights, 'version https://git-lfs.github.com/spec/v1\n');
    expect(await check(folder)).toMatchObject([
      { status: 'problem', next: expect.stringMatching(/Git LFS/) },
    ]);
  });

  it('names a file that is not the one whose hash is known', async () => {
    const folder = copyModel();
    appendFileSync(path.join(folder, 'tokenizer.json'), ' ');
    expect(await check(folder)).toMatchObject([
      {
        status: 'problem',
        found: expect.stringMatching(/differs from what SHA256SUMS says: tokenizer\.json$/),
      },
    ]);
  });

  it('takes a model whose hashes nobody wrote down, and one that is to be downloaded', async () => {
    const folder = copyModel();
    rmSync(path.join(folder, 'SHA256SUMS'));
    expect(await check(folder)).toMatchObject([
      { status: 'ok', found: expect.stringMatching(/their hashes are not known/) },
    ]);
    expect(await check('nobody/nothing')).toMatchObject([
      { status: 'warning', next: expect.stringMatching(/downloaded/) },
    ]);
  });

  it('finds a folder that is not there', async () => {
    expect(await check('/模型/不在')).toMatchObject([
      { status: 'problem', next: expect.stringMatching(/Set EMBEDDING_MODEL/) },
    ]);
  });
});

describe('checkIndex', () => {
  let built: string;

  beforeAll(async () => {
    built = temporaryFolder();
    const page = formPage({ title: '渡轮', source: 'Osk', date: '2026-03-04' }, '渡轮周一恢复运营。');
    const corpus = writeFiles(path.join(built, 'corpus'), { 'a.md': page });
    await indexCorpus({
      folders: [corpus],
      indexFolder: path.join(built, 'index'),
      cacheFile: path.join(built, 'cache.db'),
      embedder: createFakeEmbedder(),
      holder: 'a test',
    });
  });

  /** A copy that may be damaged; it finds the same corpus. */
  function copy(): string {
    const folder = path.join(built, `copy-${readdirSync(built).length}`);
    cpSync(path.join(built, 'index'), folder, { recursive: true });
    return folder;
  }

  async function check(folder: string, hash = 'hash of fake', model = 'fake') {
    const modelFolder = writeFiles(path.join(temporaryFolder(), model), { x: '' });
    const settings = { NEWSQUOTE_INDEX: folder, EMBEDDING_MODEL: modelFolder };
    const patient = makePatient(settings, { now: () => new Date(Date.now() + 3 * 86_400_000) });
    return checkIndex({ ...patient, modelHash: async () => hash });
  }

  it('says what a good one holds and how old it is', async () => {
    expect(await check(copy())).toMatchObject([
      {
        status: 'ok',
        found: expect.stringMatching(
          /1 articles of 1 pages in \d+ chunks; written 3 days ago, newest article of 2026-03-04$/,
        ),
      },
    ]);
  });

  it('warns of none, and of an empty one', async () => {
    expect(await check(path.join(built, 'none'))).toMatchObject([
      { status: 'warning', next: expect.stringMatching(/npm run index/) },
    ]);
    const folder = copy();
    editDatabase(
      path.join(folder, 'index.db'),
      'DELETE FROM pages',
      'DELETE FROM articles',
      'DELETE FROM chunks',
    );
    expect((await check(folder))[0]).toMatchObject({
      status: 'warning',
      found: expect.stringMatching(/is empty/),
    });
  });

  it('finds one that is no database, one of another format, and one that lacks rows', async () => {
    const [garbage, other, broken] = [copy(), copy(), copy()];
    writeFileSync(path.join(garbage, 'index.db'), 'x'.repeat(5000));
    expect(await check(garbage)).toMatchObject([
      { status: 'problem', next: expect.stringMatching(/--repair/) },
    ]);
    editDatabase(path.join(other, 'index.db'), 'PRAGMA user_version = 99');
    expect(await check(other)).toMatchObject([
      { status: 'problem', found: expect.stringMatching(/format 99/) },
    ]);
    editDatabase(path.join(broken, 'index.db'), 'PRAGMA foreign_keys = OFF', 'DELETE FROM articles');
    expect(await check(broken)).toContainEqual(expect.objectContaining({ status: 'problem' }));
  });

  it('only warns of a snapshot that is not used', async () => {
    const folder = copy();
    const snapshot = readdirSync(folder).find((name) => name.endsWith('.hnsw')) ?? '';
    truncateSync(path.join(folder, snapshot), 10);
    expect(await check(folder)).toMatchObject([
      { status: 'ok' },
      { status: 'warning', next: expect.stringMatching(/--repair/) },
    ]);
  });

  it('finds that it was built with another model or another file of it', async () => {
    const next = /^Set EMBEDDING_MODEL back, or build the index again/;
    expect(await check(copy(), 'another hash')).toMatchObject([{ status: 'problem', next }]);
    expect(await check(copy(), 'hash of fake', 'other')).toMatchObject([{ status: 'problem', next }]);
  });

  it('finds that an older version read its pages', async () => {
    const folder = copy();
    editDatabase(
      path.join(folder, 'index.db'),
      `UPDATE meta SET value = json_set(value, '$.textVersion', '0.0.0.0') WHERE key = 'identity'`,
    );
    expect((await check(folder))[0]).toMatchObject({
      status: 'problem',
      next: expect.stringMatching(/Bring it up to date: npm run index/),
    });
  });
});

describe('checkDesk', () => {
  const check = (folder: string) => checkDesk(makePatient({ NEWSQUOTE_DATA: folder }));

  it('lets one be made later, and makes none itself', async () => {
    const folder = temporaryFolder();
    expect(await check(folder)).toMatchObject([
      { status: 'ok', found: expect.stringMatching(/made at the first start/) },
    ]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says the format of a good one, also while it is open elsewhere', async () => {
    const folder = temporaryFolder();
    const desk = openDeskStore(path.join(folder, 'desk.db'));
    expect(await check(folder)).toMatchObject([
      { status: 'ok', found: expect.stringMatching(/is whole, of format \d+$/) },
    ]);
    await desk.close();
  });

  it('finds a damaged one, and one of a later version', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'desk.db');
    await openDeskStore(file).close();
    editDatabase(file, 'PRAGMA user_version = 99');
    expect(await check(folder)).toMatchObject([
      { status: 'problem', found: expect.stringMatching(/format 99/) },
    ]);
    writeFileSync(file, 'no database'.repeat(100));
    expect(await check(folder)).toMatchObject([
      { status: 'problem', next: expect.stringMatching(/newest backup/) },
    ]);
  });
});
