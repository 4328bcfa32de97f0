import { linkSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskStore } from '../../../../src/store/desk-store.ts';
import { openDeskStore } from '../../../../src/store/sqlite/desk/sqlite-desk-store.ts';
import { editDatabase } from '../../../support/open-sqlite.ts';
import { temporaryFolder, writeFiles } from '../../../support/temporary-folder.ts';

let folder: string;
let file: string;
let desk: DeskStore;

beforeEach(() => {
  folder = temporaryFolder();
  file = path.join(folder, 'desk.db');
  desk = openDeskStore(file);
});

afterEach(() => desk.close());

const withdraw = (articleId: string, from = desk) =>
  from.withdraw({ articleId, guildId: null, reason: '有误', byUserId: '1', at: 1 });

async function idsIn(copy: string): Promise<string[]> {
  const opened = openDeskStore(copy);
  const ids = [...(await opened.withdrawnIds(null))].sort();
  await opened.close();
  return ids;
}

describe('backupTo', () => {
  it('makes one file that holds everything, in a folder that need not be there', async () => {
    await withdraw('新闻');
    const copy = path.join(folder, '备份', 'desk.db');
    await desk.backupTo(copy);
    expect(readdirSync(path.dirname(copy))).toEqual(['desk.db']);
    await withdraw('later');
    expect(await idsIn(copy)).toEqual(['新闻']);
  });

  it('takes the place of an older copy', async () => {
    const copy = path.join(folder, 'copy.db');
    for (const id of ['a', 'b']) {
      await withdraw(id);
      await desk.backupTo(copy);
    }
    expect(await idsIn(copy)).toEqual(['a', 'b']);
  });

  it('copies one moment while others write', async () => {
    const other = openDeskStore(file);
    for (let at = 0; at < 40; at++) await withdraw(`before ${at}`);
    const copying = desk.backupTo(path.join(folder, 'copy.db'));
    for (let at = 0; at < 20; at++) await withdraw(`during ${at}`, at % 2 === 0 ? other : desk);
    await copying;
    const ids = await idsIn(path.join(folder, 'copy.db'));
    expect(ids.filter((id) => id.startsWith('before'))).toHaveLength(40);
    await other.close();
  });

  it('leaves the older copy and nothing else where the new one can not be written', async () => {
    const blocker = path.join(writeFiles(folder, { blocker: 'as it was' }), 'blocker');
    for (const target of [path.join(blocker, 'copy.db'), path.join(blocker, 'below', 'copy.db')]) {
      await expect(desk.backupTo(target)).rejects.toMatchObject({
        code: 'desk-unwritable',
        context: { file: target },
      });
    }
    expect(readFileSync(blocker, 'utf8')).toBe('as it was');
    mkdirSync(path.join(folder, 'a-folder', 'in-use'), { recursive: true });
    await expect(desk.backupTo(path.join(folder, 'a-folder'))).rejects.toMatchObject({
      code: 'desk-unwritable',
    });
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('does not write over the desk itself, under any of its names', async () => {
    await withdraw('a');
    linkSync(file, path.join(folder, 'same.db'));
    for (const target of [file, path.join(folder, '.', 'same.db')]) {
      await expect(desk.backupTo(target)).rejects.toMatchObject({ code: 'desk-unwritable' });
    }
    expect(await idsIn(file)).toEqual(['a']);
  });

  it('keeps no copy of what is damaged, and names what is', async () => {
    editDatabase(
      file,
      'PRAGMA foreign_keys = OFF',
      `INSERT INTO feed_states (feed_id, next_at, failures, seen) VALUES ('lost', 0, 0, '[]')`,
    );
    const copy = path.join(folder, 'copy.db');
    await expect(desk.backupTo(copy)).rejects.toMatchObject({ code: 'desk-damaged', context: { file } });
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual([]);
  });
});
