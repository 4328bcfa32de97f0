import { existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDeskDatabase } from '../../../../src/store/sqlite/desk/database.ts';
import { migrate, migrations } from '../../../../src/store/sqlite/desk/migrations.ts';
import { openDeskStore } from '../../../../src/store/sqlite/desk/sqlite-desk-store.ts';
import { editDatabase } from '../../../support/open-sqlite.ts';
import { temporaryFolder, writeFiles } from '../../../support/temporary-folder.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = temporaryFolder();
  file = path.join(folder, '数据', 'desk.db');
});

const withCode = (code: string, context: object = {}) =>
  expect.objectContaining({ code, context: expect.objectContaining({ file, ...context }) });

/** A desk with enough in it that its file has many pages. */
async function makeDesk(): Promise<void> {
  const desk = openDeskStore(file);
  for (let at = 0; at < 5; at++) {
    const reason = '这篇报道有误。'.repeat(40);
    await desk.withdraw({ articleId: `article ${at}`, guildId: null, reason, byUserId: '1', at });
  }
  await desk.close();
}

describe('opening a desk', () => {
  it('makes the file and its folder, durable and with foreign keys', () => {
    const database = openDeskDatabase(file);
    const read = (pragma: string) => database.pragma(pragma, { simple: true });
    expect(read('journal_mode')).toBe('wal');
    expect(read('synchronous')).toBe(2);
    expect(read('foreign_keys')).toBe(1);
    expect(read('user_version')).toBe(migrations.length);
    database.close();
  });

  it('finds what was there', async () => {
    await makeDesk();
    const desk = openDeskStore(file);
    expect((await desk.withdrawnIds(null)).size).toBe(5);
    await desk.close();
  });

  it('fills an empty file, which is what is left of a desk that was never begun', async () => {
    writeFiles(path.dirname(file), { 'desk.db': '' });
    await makeDesk();
  });

  it.each([3, 99, -1])('refuses format %i, and leaves it as it is', async (found) => {
    await makeDesk();
    editDatabase(file, `PRAGMA user_version = ${found}`);
    const bytes = readFileSync(file);
    expect(() => openDeskStore(file)).toThrow(withCode('desk-format-mismatch', { found, expected: 2 }));
    expect(readFileSync(file)).toEqual(bytes);
  });

  it.each([
    ['text', '这不是数据库。'.repeat(100)],
    ['zeros', Buffer.alloc(8192)],
    ['a JPEG', Buffer.concat([Buffer.of(0xff, 0xd8, 0xff), Buffer.alloc(5000, 7)])],
  ])('says that a file of %s is damaged, and leaves it as it is', (_what, content) => {
    writeFiles(path.dirname(file), { 'desk.db': content });
    expect(() => openDeskStore(file)).toThrow(withCode('desk-damaged'));
    expect(readFileSync(file)).toEqual(Buffer.from(content));
  });

  it.each([
    ['without a format', 0],
    ['of our format number', 1],
    ['of another format number', 7],
  ])("takes another program's database %s for no desk, and leaves it alone", (_what, version) => {
    mkdirSync(path.dirname(file));
    editDatabase(file, 'CREATE TABLE notes (text)', `PRAGMA user_version = ${version}`);
    const bytes = readFileSync(file);
    expect(() => openDeskStore(file)).toThrow(withCode('desk-damaged', { detail: 'not a Newsquote desk' }));
    expect(readFileSync(file)).toEqual(bytes);
  });

  it.each([1, 3, 6, 10])('says that a desk of which %i pages are left is damaged', async (pages) => {
    await makeDesk();
    truncateSync(file, pages * 4096);
    expect(() => openDeskStore(file)).toThrow(withCode('desk-damaged'));
  });

  it('says that it can not write where a file stands in the way', () => {
    const blocker = path.join(writeFiles(folder, { blocker: '' }), 'blocker');
    file = path.join(blocker, 'desk.db');
    expect(() => openDeskStore(file)).toThrow(withCode('desk-unwritable'));
    file = path.join(blocker, 'below', 'desk.db');
    expect(() => openDeskStore(file)).toThrow(withCode('desk-unwritable'));
  });

  it('says that it can not write where a folder stands in its place', () => {
    mkdirSync(file, { recursive: true });
    expect(() => openDeskStore(file)).toThrow(withCode('desk-unwritable'));
  });
});

describe('migrating', () => {
  const good = [...migrations, 'CREATE TABLE later (x INTEGER) STRICT', 'INSERT INTO later VALUES (1)'];

  it.each([2, 3])('brings format %i to the newest, once, and keeps what was there', async (from) => {
    await makeDesk();
    openDeskDatabase(file, good.slice(0, from)).close();
    for (let time = 0; time < 2; time++) {
      const database = openDeskDatabase(file, good);
      const count = (table: string) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
      expect(database.pragma('user_version', { simple: true })).toBe(4);
      expect([count('later'), count('withdrawals')]).toEqual([1, 5]);
      database.close();
    }
  });

  it('leaves a desk as it is that another process brought further meanwhile', () => {
    const database = openDeskDatabase(file, good);
    migrate(database, good.slice(0, 3));
    expect(database.pragma('user_version', { simple: true })).toBe(4);
    database.close();
  });

  it('makes all steps or none', async () => {
    await makeDesk();
    const broken = [...good.slice(0, 3), 'INSERT INTO missing VALUES (1)'];
    expect(() => openDeskDatabase(file, broken)).toThrow('missing');
    const database = openDeskDatabase(file);
    expect(database.pragma('user_version', { simple: true })).toBe(2);
    expect(() => database.prepare('SELECT * FROM later')).toThrow('no such table');
    database.close();
  });

  it('leaves no desk half made', () => {
    expect(() => openDeskDatabase(file, ['CREATE TABLE a (x) STRICT'])).toThrow();
    expect(existsSync(file)).toBe(true);
    openDeskDatabase(file).close();
  });
});
