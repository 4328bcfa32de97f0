import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { listCorpus, maxPageBytes, readPageFile } from '../../src/corpus/read-corpus.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const extensions = new Set(['.md', '.txt']);

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

const list = () => listCorpus(folder, extensions);
const listed = (): string[] => list().files.map(({ file }) => file);

describe('listCorpus', () => {
  it('lists pages below a folder by path, with its absolute path and “/” between names', () => {
    writeFiles(folder, { 'b.md': '', '页/二.txt': '', 'a/z.md': '', 'a/b/c.md': '', 'صفحة.md': '' });
    expect(list()).toEqual({
      files: ['a/b/c.md', 'a/z.md', 'b.md', 'صفحة.md', '页/二.txt'].map((file) => ({ folder, file })),
      setAside: [],
      otherCount: 0,
    });
  });

  it('orders by code unit, as on every machine', () => {
    writeFiles(folder, { 'a.md': '', 'B.md': '', 'é.md': '', '1.md': '', '_.md': '' });
    expect(listed()).toEqual(['1.md', 'B.md', '_.md', 'a.md', 'é.md']);
  });

  it('takes endings in any case, and only those it is given', () => {
    writeFiles(folder, { 'a.MD': '', 'b.Txt': '', 'c.md.bak': '', 'd.jpg': '', md: '', 'e.html': '' });
    expect(listed()).toEqual(['a.MD', 'b.Txt']);
    expect(list().otherCount).toBe(4);
  });

  it.each(['README.md', 'readme.txt', 'LICENSE.md', 'LICENCE.txt', 'CHANGELOG.md', 'contributing.md', 'NOTICE.txt'])(
    'passes over %s, which describes the folder',
    (name) => {
      writeFiles(folder, { [name]: '', 'news.md': '' });
      expect(listed()).toEqual(['news.md']);
    },
  );

  it.each(['readme-first.md', 'license-plates-stolen.md', 'notices.md'])('takes %s for news', (name) => {
    writeFiles(folder, { [name]: '' });
    expect(listed()).toEqual([name]);
  });

  it('passes over hidden files and folders', () => {
    writeFiles(folder, { '.hidden.md': '', '.git/a.md': '', 'a.md': '' });
    expect(listed()).toEqual(['a.md']);
  });

  it('looks into a folder whose name ends like a page', () => {
    writeFiles(folder, { 'x.md/inner.md': '' });
    expect(list()).toMatchObject({ files: [{ file: 'x.md/inner.md' }], setAside: [] });
  });

  it('sets links aside and follows none, not even in a circle', () => {
    writeFiles(folder, { 'a.md': '' });
    symlinkSync(path.join(folder, 'a.md'), path.join(folder, 'link.md'));
    symlinkSync('/no/such/file', path.join(folder, 'nowhere.txt'));
    symlinkSync(folder, path.join(folder, 'circle'));
    symlinkSync('/etc', path.join(folder, 'etc.md'));
    expect(listed()).toEqual(['a.md']);
    expect(list().setAside).toEqual(
      ['etc.md', 'link.md', 'nowhere.txt'].map((name) => ({ path: path.join(folder, name), reason: 'link', detail: '' })),
    );
  });

  it('sets a pipe aside instead of waiting for it', () => {
    execFileSync('mkfifo', [path.join(folder, 'pipe.md')]);
    expect(list().setAside).toEqual([{ path: path.join(folder, 'pipe.md'), reason: 'special-file', detail: '' }]);
  });

  it('follows the corpus folder itself where it is a link', () => {
    const real = writeFiles(path.join(folder, 'real'), { 'a.md': '' });
    const link = path.join(folder, 'link');
    symlinkSync(real, link);
    expect(listCorpus(link, extensions).files).toEqual([{ folder: link, file: 'a.md' }]);
  });

  it.each([
    ['missing', 'no/such', 'ENOENT'],
    ['a file', 'a.md', 'not a folder'],
    ['below a file', 'a.md/b', 'ENOTDIR'],
  ])('says that the folder is %s', (_what, name, detail) => {
    writeFiles(folder, { 'a.md': '' });
    const root = path.join(folder, name);
    expect(() => listCorpus(root, extensions)).toThrow(
      expect.objectContaining({ code: 'corpus-missing', context: { folder: root, detail } }),
    );
  });

  it('lists nothing in an empty folder', () => {
    expect(list()).toEqual({ files: [], setAside: [], otherCount: 0 });
  });
});

describe('readPageFile', () => {
  const read = (content: string | Uint8Array, file = 'page.md') => {
    writeFiles(folder, { [file]: content });
    return readPageFile({ folder, file });
  };

  it.each([
    ['Chinese', '青崖大桥通车。\n'],
    ['English', 'The ferry sails.\r\nFares rise.'],
    ['Arabic', 'فتح السوق.'],
    ['emoji', '👩‍👩‍👧 🇨🇳'],
  ])('gives %s text as it is, with the hash of its bytes', (_what, text) => {
    expect(read(text, '页/一.md')).toEqual({
      page: { file: '页/一.md', text },
      contentHash: createHash('sha256').update(text).digest('hex'),
    });
  });

  it('leaves out a byte order mark, which is no part of the text', () => {
    expect(read('\ufeff大桥')).toMatchObject({ page: { text: '大桥' } });
  });

  it.each([
    ['a zero byte', Buffer.from('大桥\0'), 'binary', '6'],
    ['UTF-16', Buffer.from('ferry', 'utf16le'), 'binary', '1'],
    ['Latin-1', Buffer.from('café', 'latin1'), 'not-utf8', ''],
    ['GB 18030', Buffer.of(0xd0, 0xc2, 0xce, 0xc5), 'not-utf8', ''],
    ['a character cut in the middle', Buffer.from('大桥').subarray(0, 5), 'not-utf8', ''],
    ['an overlong slash', Buffer.of(0xc0, 0xaf), 'not-utf8', ''],
    ['a surrogate', Buffer.of(0xed, 0xa0, 0xbd), 'not-utf8', ''],
    ['nothing', '', 'empty', ''],
    ['a byte order mark alone', '\ufeff', 'empty', ''],
    ['white space', ' \n\u3000\u00a0\t', 'empty', ''],
  ])('sets aside %s', (_what, content, reason, detail) => {
    expect(read(content)).toEqual({ setAside: { path: path.join(folder, 'page.md'), reason, detail } });
  });

  it.each([
    [maxPageBytes + 1, 'too-large', String(maxPageBytes + 1)],
    [maxPageBytes, 'binary', '0'],
  ])('looks at the size first: %i bytes', (size, reason, detail) => {
    writeFiles(folder, { 'page.md': '' });
    truncateSync(path.join(folder, 'page.md'), size);
    expect(readPageFile({ folder, file: 'page.md' })).toMatchObject({ setAside: { reason, detail } });
  });

  it.each([
    ['gone', () => rmSync(path.join(folder, 'page.md')), 'ENOENT'],
    ['a folder', replaceByFolder, 'EISDIR'],
  ])('says that a file is unreadable when it is %s by now', (_what, change, detail) => {
    writeFiles(folder, { 'page.md': 'text' });
    change();
    expect(readPageFile({ folder, file: 'page.md' })).toMatchObject({ setAside: { reason: 'unreadable', detail } });
  });

  function replaceByFolder(): void {
    rmSync(path.join(folder, 'page.md'));
    mkdirSync(path.join(folder, 'page.md'));
  }
});
