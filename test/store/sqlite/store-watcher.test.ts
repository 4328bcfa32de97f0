import { renameSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openNewsView, openWritableNewsStore } from '../../../src/store/sqlite/sqlite-news-store.ts';
import { watchNewsStore } from '../../../src/store/sqlite/store-watcher.ts';
import { makeNewArticle } from '../../support/articles.ts';
import { fakeDimension } from '../../support/fake-embedder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const identity = {
  modelId: 'fake',
  modelFileHash: 'abc',
  dimension: fakeDimension,
  prefix: '|',
  textVersion: '1.1.1',
};

let folder: string;

async function write(id: string, at = folder): Promise<number> {
  const store = openWritableNewsStore(at, identity);
  await store.apply([
    {
      kind: 'replace',
      page: { folder: at, file: `${id}.md`, contentHash: id },
      changed: [makeNewArticle({ id })],
      keptIds: [],
    },
  ]);
  const { changeNumber } = store;
  await store.close();
  return changeNumber;
}

beforeEach(async () => {
  folder = temporaryFolder();
  await write('ferry');
});

describe('a watched index', () => {
  it('has the same stamp until somebody writes', async () => {
    const watcher = watchNewsStore(folder);
    const before = watcher.stamp();
    expect(watcher.stamp()).toBe(before);
    await write('桥');
    const after = watcher.stamp();
    expect(after).not.toBe(before);
    expect(watcher.stamp()).toBe(after);
    watcher.close();
  });

  it('has another stamp when another index is put in its place', async () => {
    const watcher = watchNewsStore(folder);
    const [stamp, fileId] = [watcher.stamp(), watcher.fileId];
    const other = temporaryFolder();
    await write('سوق', other);
    renameSync(path.join(other, 'index.db'), path.join(folder, 'index.db'));
    expect(watcher.stamp()).not.toBe(stamp);
    expect(watcher.fileId).not.toBe(fileId);
    watcher.close();
  });

  it('is missing while it is gone, and is watched again when it is back', async () => {
    const watcher = watchNewsStore(folder);
    const stamp = watcher.stamp();
    renameSync(path.join(folder, 'index.db'), path.join(folder, 'away.db'));
    expect(() => watcher.stamp()).toThrow(expect.objectContaining({ code: 'index-missing' }));
    renameSync(path.join(folder, 'away.db'), path.join(folder, 'index.db'));
    expect(typeof watcher.stamp()).toBe('string');
    expect(watcher.stamp().split(' ').slice(0, 2)).toEqual(stamp.split(' ').slice(0, 2));
    watcher.close();
  });
});

describe('a view of an index', () => {
  it('reads the same while others write, and tells how many changes it has seen', async () => {
    const view = openNewsView(folder);
    expect(await write('桥')).toBe(2);
    expect([view.changeNumber, [...(await view.articles(['ferry', '桥'])).keys()]]).toEqual([1, ['ferry']]);
    const next = openNewsView(folder);
    expect([next.changeNumber, [...(await next.articles(['ferry', '桥'])).keys()].sort()]).toEqual([
      2,
      ['ferry', '桥'],
    ]);
    expect((await view.counts()).articles).toBe(1);
    await view.close();
    await next.close();
  });

  it('keeps the journal from being moved into the database until it is closed', async () => {
    const view = openNewsView(folder);
    await write('桥');
    const store = openWritableNewsStore(folder, identity);
    expect(store.foldJournal()).toBe(false);
    await view.close();
    expect(store.foldJournal()).toBe(true);
    await store.close();
  });
});
