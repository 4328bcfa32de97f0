import { readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { FileStamps } from '../../src/store/file-stamps.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

let folder: string;
let stampFile: string;
/** An hour from now: what was written just now has settled. */
const later = (): number => Date.now() + 3_600_000;
const page = { folder: '', file: 'page.md' };

beforeEach(() => {
  folder = temporaryFolder();
  stampFile = path.join(folder, 'files.json');
  writeFiles(folder, { 'page.md': 'Fares rise.', 'other.md': '开渔。' });
  page.folder = folder;
});

function rememberAll(now = later): void {
  const stamps = FileStamps.open(stampFile, now);
  stamps.remember(page, stamps.look(page), 'hash');
  stamps.save();
}

function isAsRead(contentHash = 'hash'): boolean {
  const stamps = FileStamps.open(stampFile, later);
  return stamps.isAsRead(page, stamps.look(page), contentHash);
}

describe('a file that was read', () => {
  it('is known again while it looks the same and the index has the same content', () => {
    rememberAll();
    expect(isAsRead()).toBe(true);
    expect(isAsRead('other hash')).toBe(false);
  });

  it.each([
    ['written again with as many bytes', () => writeFileSync(path.join(folder, 'page.md'), 'Fares fall.')],
    [
      'given back its old time after a change',
      () => {
        const file = path.join(folder, 'page.md');
        writeFileSync(file, 'Fares fall.');
        utimesSync(file, new Date('2020-01-01'), new Date('2020-01-01'));
      },
    ],
    ['replaced by another', () => renameSync(path.join(folder, 'other.md'), path.join(folder, 'page.md'))],
    ['deleted', () => rmSync(path.join(folder, 'page.md'))],
    [
      'replaced by a link',
      () => {
        rmSync(path.join(folder, 'page.md'));
        symlinkSync('other.md', path.join(folder, 'page.md'));
      },
    ],
  ])('is read again once it was %s', (_what, change) => {
    rememberAll();
    change();
    expect(isAsRead()).toBe(false);
  });

  it('is read again if it was changed so shortly before that its times might not tell', () => {
    rememberAll(() => Date.now());
    expect(isAsRead()).toBe(false);
  });

  it.each(['', '{"format":1', '{"format":2,"stamps":{}}', '{"format":1,"stamps":{"a":["b"]}}', 'null'])(
    'is read again where the stamps are %j',
    (content) => {
      rememberAll();
      writeFileSync(stampFile, content);
      expect(isAsRead()).toBe(false);
    },
  );

  it('is forgotten when it was not met again', () => {
    rememberAll();
    FileStamps.open(stampFile, later).save();
    expect(isAsRead()).toBe(false);
    expect(readFileSync(stampFile, 'utf8')).toBe('{"format":1,"stamps":{}}');
  });

  it('costs nothing but time where the stamps can not be written', () => {
    const stamps = FileStamps.open(path.join(folder, 'no/such/folder/files.json'), later);
    stamps.remember(page, stamps.look(page), 'hash');
    expect(() => stamps.save()).not.toThrow();
  });
});
