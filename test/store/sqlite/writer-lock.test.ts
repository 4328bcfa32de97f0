import { mkdirSync, readdirSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { takeWriterLock } from '../../../src/store/sqlite/writer-lock.ts';
import { temporaryFolder, writeFiles } from '../../support/temporary-folder.ts';

let folder: string;

beforeEach(() => {
  folder = path.join(temporaryFolder(), 'index');
});

const busy = (holder: string) => expect.objectContaining({ code: 'index-busy', context: { folder, holder } });

describe('takeWriterLock', () => {
  it.each(['process 42', '进程 42', 'عملية 42'])('tells the second taker who holds it: %s', (holder) => {
    const lock = takeWriterLock(folder, holder);
    expect(() => takeWriterLock(folder, 'me')).toThrow(busy(holder));
    lock.release();
  });

  it('can be taken again once it is released', () => {
    for (const holder of ['first', 'second']) {
      const lock = takeWriterLock(folder, holder);
      expect(() => takeWriterLock(folder, 'me')).toThrow(busy(holder));
      lock.release();
    }
    expect(readdirSync(folder)).toEqual(['writer.lock']);
  });

  it('is one lock an index', () => {
    const lock = takeWriterLock(folder, 'first');
    takeWriterLock(path.join(folder, 'other'), 'second').release();
    lock.release();
  });

  it('does not take a note for a lock: its writer may have been killed', () => {
    mkdirSync(folder);
    writeFiles(folder, { 'writer.txt': 'a dead process' });
    takeWriterLock(folder, 'me').release();
  });

  it('is free again in the same process where its note could not be written, as on a full disk', () => {
    mkdirSync(path.join(folder, 'writer.txt'), { recursive: true });
    expect(() => takeWriterLock(folder, 'me')).toThrow(expect.objectContaining({ code: 'index-unwritable' }));
    rmdirSync(path.join(folder, 'writer.txt'));
    takeWriterLock(folder, 'me').release();
  });

  it('says that it can not write where a file stands in the way', () => {
    const file = path.join(writeFiles(temporaryFolder(), { 'a-file': '' }), 'a-file');
    expect(() => takeWriterLock(file, 'me')).toThrow(expect.objectContaining({ code: 'index-unwritable' }));
  });
});
