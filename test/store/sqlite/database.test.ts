import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { systemErrorCode } from '../../../src/errors.ts';
import { guard } from '../../../src/store/sqlite/database.ts';
import type { IndexIdentity } from '../../../src/store/index-identity.ts';
import { openNewsStore, openWritableNewsStore } from '../../../src/store/sqlite/sqlite-news-store.ts';
import { makeNewArticle } from '../../support/articles.ts';
import { fakeDimension } from '../../support/fake-embedder.ts';
import { editDatabase } from '../../support/open-sqlite.ts';
import { temporaryFolder, writeFiles } from '../../support/temporary-folder.ts';

const identity: IndexIdentity = {
  modelId: 'fake',
  modelFileHash: 'abc',
  dimension: fakeDimension,
  prefix: '|',
  textVersion: '1.1.1',
};

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

/** An index with enough in it that its file has many pages. */
async function buildIndex(): Promise<string> {
  const store = openWritableNewsStore(folder, identity);
  const changed = Array.from({ length: 200 }, (_, at) => makeNewArticle({ id: `article ${at}` }));
  const page = { folder, file: 'a.md', contentHash: 'h' };
  await store.apply([{ kind: 'replace', page, changed, keptIds: [] }]);
  await store.close();
  return path.join(folder, 'index.db');
}

const withCode = (code: string, context: object = { folder }) =>
  expect.objectContaining({ code, context: expect.objectContaining(context) });

describe('opening an index to read', () => {
  it.each([
    ['no folder', (at: string) => path.join(at, 'missing')],
    ['an empty folder', (at: string) => at],
    ['an empty file', (at: string) => writeFiles(at, { 'index.db': '' })],
    ['a database without tables', withEmptyDatabase],
  ])('says that there is no index: %s', (_what, prepare) => {
    const at = prepare(folder);
    expect(() => openNewsStore(at)).toThrow(withCode('index-missing', { folder: at }));
  });

  function withEmptyDatabase(at: string): string {
    editDatabase(path.join(at, 'index.db'), 'CREATE TABLE other (x)', 'DROP TABLE other');
    return at;
  }

  it('makes nothing where there is no index', () => {
    expect(() => openNewsStore(folder)).toThrow();
    expect(existsSync(path.join(folder, 'index.db'))).toBe(false);
  });

  it.each([
    ['text', '这不是数据库。'.repeat(100)],
    ['zeros', Buffer.alloc(8192)],
    ['a JPEG', Buffer.concat([Buffer.of(0xff, 0xd8, 0xff), Buffer.alloc(5000, 7)])],
  ])('says that a file of %s is damaged, and leaves it as it is', (_what, content) => {
    const file = path.join(writeFiles(folder, { 'index.db': content }), 'index.db');
    for (const open of [() => openNewsStore(folder), () => openWritableNewsStore(folder, identity)]) {
      expect(open).toThrow(withCode('index-damaged'));
    }
    expect(readFileSync(file)).toEqual(Buffer.from(content));
  });

  it('says that an index cut short is damaged, at the latest when it reads what is gone', async () => {
    truncateSync(await buildIndex(), 20_000);
    const read = async () => {
      const store = openNewsStore(folder);
      try {
        await store.chunks(await store.chunkIds());
        await store.searchTerms(['ferry'], 10);
      } finally {
        await store.close();
      }
    };
    await expect(read()).rejects.toThrow(withCode('index-damaged'));
  });

  it.each([
    [1, 'earlier'],
    [3, 'later'],
    [99, 'much later'],
    [-1, 'impossible'],
  ])('says that format %i is another one (%s)', async (version) => {
    editDatabase(await buildIndex(), `PRAGMA user_version = ${version}`);
    for (const open of [() => openNewsStore(folder), () => openWritableNewsStore(folder, identity)]) {
      expect(open).toThrow(withCode('index-format-mismatch', { folder, found: version, expected: 2 }));
    }
  });

  it.each([
    ['is gone', 'DELETE FROM meta'],
    ['is no JSON', "UPDATE meta SET value = '{'"],
    ['lost its table', 'DROP TABLE meta'],
  ])('says that the index is damaged when what it was built with %s', async (_what, statement) => {
    editDatabase(await buildIndex(), statement);
    expect(() => openNewsStore(folder)).toThrow(withCode('index-damaged'));
  });
});

describe('an index where nothing can be written', () => {
  // Root may write everywhere; for root, fault 35 of `npm run faults` uses a read-only disk.
  it.skipIf(process.getuid?.() === 0)('is read all the same', async () => {
    await buildIndex();
    chmodSync(folder, 0o555);
    const store = openNewsStore(folder);
    expect(await store.counts()).toMatchObject({ articles: 200 });
    expect(await store.searchTerms(['ferry'], 10)).toHaveLength(10);
    await store.close();
    expect(readdirSync(folder)).toEqual(['index.db']);
    chmodSync(folder, 0o755);
  });
});

describe('opening an index to write', () => {
  it('makes the folder, however deep', async () => {
    const deep = path.join(folder, 'a', '索引');
    await openWritableNewsStore(deep, identity).close();
    expect(existsSync(path.join(deep, 'index.db'))).toBe(true);
  });

  it('keeps what an index was built with', async () => {
    await buildIndex();
    const store = openWritableNewsStore(folder, { ...identity, modelId: 'other' });
    expect(store.identity).toEqual(identity);
    await store.close();
  });

  it('says that it can not write where a file stands in the way', () => {
    const file = path.join(writeFiles(folder, { 'a-file': '' }), 'a-file');
    expect(() => openWritableNewsStore(file, identity)).toThrow(
      withCode('index-unwritable', { folder: file }),
    );
    const below = path.join(file, 'index');
    expect(() => openWritableNewsStore(below, identity)).toThrow(
      withCode('index-unwritable', { folder: below }),
    );
  });

  it('says that it can not write where a folder stands in the database’s place', () => {
    mkdirSync(path.join(folder, 'index.db'));
    expect(() => openWritableNewsStore(folder, identity)).toThrow(withCode('index-unwritable'));
  });

  it('can be opened while another reads', async () => {
    await buildIndex();
    const reader = openNewsStore(folder);
    const writer = openWritableNewsStore(folder, identity);
    await writer.apply([{ kind: 'remove', pageId: 1 }]);
    expect(await reader.counts()).toMatchObject({ pages: 0, chunks: 0 });
    await writer.close();
    await reader.close();
  });
});

describe('guard', () => {
  const fail = (code: string) => () => {
    throw Object.assign(new Error('planted'), { code });
  };

  it.each([
    ['SQLITE_CORRUPT', 'index-damaged'],
    ['SQLITE_CORRUPT_VTAB', 'index-damaged'],
    ['SQLITE_NOTADB', 'index-damaged'],
    ['SQLITE_BUSY', 'index-busy'],
    ['SQLITE_BUSY_SNAPSHOT', 'index-busy'],
    ['SQLITE_FULL', 'index-unwritable'],
    ['SQLITE_READONLY_DBMOVED', 'index-unwritable'],
    ['ENOSPC', 'index-unwritable'],
    ['EDQUOT', 'index-unwritable'],
    ['EIO', 'index-unwritable'],
    ['EACCES', 'index-unwritable'],
  ])('names %s %s and keeps the cause', (code, userCode) => {
    const cause = expect.objectContaining({ code });
    expect(() => guard('/索引', fail(code), 'writing')).toThrow(
      expect.objectContaining({
        code: userCode,
        context: expect.objectContaining({ folder: '/索引' }),
        cause,
      }),
    );
  });

  it.each(['SQLITE_CONSTRAINT_FOREIGNKEY', 'SQLITE_ERROR', 'EMFILE'])(
    'leaves %s, a bug, as it is',
    (code) => {
      let caught: unknown;
      try {
        guard(folder, fail(code));
      } catch (error) {
        caught = error;
      }
      expect(systemErrorCode(caught)).toBe(code);
    },
  );

  it.each([
    ['reading', 'SQLITE_CANTOPEN', 'index-unreadable'],
    ['cache', 'SQLITE_NOTADB', 'cache-damaged'],
    ['cache', 'ENOSPC', 'cache-unwritable'],
  ] as const)('names what goes wrong while %s by what can be done: %s %s', (doing, code, userCode) => {
    expect(() => guard('/索引', fail(code), doing)).toThrow(expect.objectContaining({ code: userCode }));
  });

  it("leaves another program's database alone", () => {
    const file = path.join(folder, 'index.db');
    editDatabase(file, 'CREATE TABLE notes (text)');
    expect(() => openWritableNewsStore(folder, identity)).toThrow(
      expect.objectContaining({ code: 'index-damaged' }),
    );
    expect(() => openNewsStore(folder)).toThrow(expect.objectContaining({ code: 'index-damaged' }));
  });

  it('gives back what the call gives', () => {
    expect(guard(folder, () => 7)).toBe(7);
  });
});
