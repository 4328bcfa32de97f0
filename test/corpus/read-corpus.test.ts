import { once } from 'node:events';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { listCorpus, maxPageBytes, readCorpusFile } from '../../src/corpus/read-corpus.ts';
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

  it.each([
    'README.md',
    'readme.txt',
    'LICENSE.md',
    'LICENCE.txt',
    'CHANGELOG.md',
    'contributing.md',
    'NOTICE.txt',
  ])('passes over %s, which describes the folder', (name) => {
    writeFiles(folder, { [name]: '', 'news.md': '' });
    expect(listed()).toEqual(['news.md']);
  });

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
      ['circle', 'etc.md', 'link.md', 'nowhere.txt'].map((name) => ({
        path: path.join(folder, name),
        reason: 'link',
        detail: '',
      })),
    );
  });

  it('sets a pipe aside instead of waiting for it', () => {
    execFileSync('mkfifo', [path.join(folder, 'pipe.md')]);
    expect(list().setAside).toEqual([
      { path: path.join(folder, 'pipe.md'), reason: 'special-file', detail: '' },
    ]);
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

describe('readCorpusFile', () => {
  const read = (content: string | Uint8Array, file = 'page.md') => {
    writeFiles(folder, { [file]: content });
    return readCorpusFile({ folder, file });
  };
  const setAside = (reason: string, detail = '') => ({
    setAside: { path: path.join(folder, 'page.md'), reason, detail },
  });

  it.each([
    ['Chinese', '青崖大桥通车。\n'],
    ['English', 'The ferry sails.\r\nFares rise.'],
    ['Arabic', 'فتح السوق.'],
    ['emoji', '👩‍👩‍👧 🇨🇳'],
    ['no text', ''],
  ])('gives the bytes of %s and their hash', (_what, text) => {
    const result = read(text, '页/一.md');
    expect('bytes' in result && Buffer.from(result.bytes).toString()).toBe(text);
    expect(result).toMatchObject({ contentHash: createHash('sha256').update(text).digest('hex') });
  });

  it('reads a file of exactly the limit, and none larger', () => {
    writeFiles(folder, { 'page.md': '' });
    truncateSync(path.join(folder, 'page.md'), maxPageBytes);
    expect(readCorpusFile({ folder, file: 'page.md' })).toMatchObject({
      bytes: expect.objectContaining({ length: maxPageBytes }),
    });
    truncateSync(path.join(folder, 'page.md'), maxPageBytes + 1);
    expect(readCorpusFile({ folder, file: 'page.md' })).toEqual(
      setAside('too-large', String(maxPageBytes + 1)),
    );
  });

  it('spends nothing on a file of 500 MB', () => {
    writeFiles(folder, { 'page.md': '' });
    truncateSync(path.join(folder, 'page.md'), 500_000_000);
    const before = process.memoryUsage().arrayBuffers;
    const startedMs = performance.now();
    expect(readCorpusFile({ folder, file: 'page.md' })).toEqual(setAside('too-large', '500000000'));
    expect(performance.now() - startedMs).toBeLessThan(100);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1_000_000);
  });

  it.each([
    ['gone', () => undefined, 'unreadable', 'ENOENT'],
    ['a folder', () => mkdirSync(path.join(folder, 'page.md')), 'unreadable', 'EISDIR'],
    ['a link', () => symlinkSync('/etc/passwd', path.join(folder, 'page.md')), 'link', ''],
    ['a link to a device', () => symlinkSync('/dev/zero', path.join(folder, 'page.md')), 'link', ''],
    ['a pipe', () => execFileSync('mkfifo', [path.join(folder, 'page.md')]), 'special-file', ''],
  ])('refuses what has become %s since it was listed', (_what, change, reason, detail) => {
    writeFiles(folder, { 'page.md': 'text' });
    rmSync(path.join(folder, 'page.md'));
    change();
    expect(readCorpusFile({ folder, file: 'page.md' })).toEqual(setAside(reason, detail));
  });

  it('refuses a socket', async () => {
    const server = createServer();
    // The path of a socket has at most some 100 characters.
    const short = mkdtempSync(path.join(tmpdir(), 'nq-'));
    server.listen(path.join(short, 's.md'));
    await once(server, 'listening');
    expect(listCorpus(short, extensions).setAside).toMatchObject([{ reason: 'special-file' }]);
    expect(readCorpusFile({ folder: short, file: 's.md' })).toMatchObject({
      setAside: { reason: 'special-file' },
    });
    server.close();
    await once(server, 'close');
    rmSync(short, { recursive: true });
  });

  it.each(['../secret.md', 'a/../../secret.md', '/etc/passwd', 'a\\..\\..\\secret.md', 'page\0.md', '..'])(
    'reads nothing outside the corpus: %j',
    (file) => {
      writeFiles(folder, { 'secret.md': 'secret', 'corpus/a/page.md': '' });
      expect(readCorpusFile({ folder: path.join(folder, 'corpus'), file })).toMatchObject({
        setAside: { reason: 'outside' },
      });
    },
  );

  it('does not go through a folder that has become a link', () => {
    writeFiles(folder, { 'elsewhere/page.md': 'secret', 'corpus/x.md': '' });
    symlinkSync(path.join(folder, 'elsewhere'), path.join(folder, 'corpus', 'a'));
    expect(readCorpusFile({ folder: path.join(folder, 'corpus'), file: 'a/page.md' })).toMatchObject({
      setAside: { reason: 'link' },
    });
  });

  it('reads below a corpus folder that is itself a link', () => {
    writeFiles(folder, { 'real/a/page.md': 'text' });
    symlinkSync(path.join(folder, 'real'), path.join(folder, 'corpus'));
    expect(readCorpusFile({ folder: path.join(folder, 'corpus'), file: 'a/page.md' })).toHaveProperty(
      'bytes',
    );
  });
});
