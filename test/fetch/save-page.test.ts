import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { namePage, slugOf } from '../../src/fetch/page-name.ts';
import { removePage, replacePage, savePage } from '../../src/fetch/save-page.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const page = (text: string, file = 'pulled/2026/a.html') => ({ file, bytes: Buffer.from(text) });

describe('savePage', () => {
  it('stores a page under its name and leaves nothing else behind', () => {
    const folder = temporaryFolder();
    expect(savePage(folder, page('渡船'))).toBe('pulled/2026/a.html');
    expect(readFileSync(path.join(folder, 'pulled/2026/a.html'), 'utf8')).toBe('渡船');
    expect(readdirSync(path.join(folder, 'pulled/2026'))).toEqual(['a.html']);
  });

  it('overwrites no other page, and stores the same one once', () => {
    const folder = temporaryFolder();
    savePage(folder, page('one'));
    expect(savePage(folder, page('two'))).toBe('pulled/2026/a-2.html');
    expect(savePage(folder, page('two'))).toBe('pulled/2026/a-2.html');
    expect(savePage(folder, page('one'))).toBe('pulled/2026/a.html');
    expect(readFileSync(path.join(folder, 'pulled/2026/a.html'), 'utf8')).toBe('one');
    expect(readdirSync(path.join(folder, 'pulled/2026')).sort()).toEqual(['a-2.html', 'a.html']);
  });

  it.each([
    '../a.html',
    'pulled/../../a.html',
    '/tmp/a.html',
    'pulled//a.html',
    'pulled/.hidden',
    'pulled/a\0.html',
    'pulled\\a.html',
    'a.html',
    '',
    'pulled/CON:.html',
    `pulled/${'a'.repeat(300)}.html`,
  ])('writes nothing under the name %j', (file) => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'corpus'));
    for (const store of [savePage, replacePage])
      expect(() => store(path.join(folder, 'corpus'), page('x', file))).toThrow(
        expect.objectContaining({ code: 'corpus-unwritable' }),
      );
    expect(readdirSync(folder)).toEqual(['corpus']);
    expect(readdirSync(path.join(folder, 'corpus'))).toEqual([]);
  });

  it('does not follow a link out of the corpus', () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'outside'));
    mkdirSync(path.join(folder, 'corpus'));
    symlinkSync(path.join(folder, 'outside'), path.join(folder, 'corpus/pulled'));
    expect(() => savePage(path.join(folder, 'corpus'), page('x', 'pulled/a.html'))).toThrow(
      expect.objectContaining({ code: 'corpus-unwritable' }),
    );
    expect(readdirSync(path.join(folder, 'outside'))).toEqual([]);
  });

  it('says which folder can not be written', () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'pulled'), 'a file in its place');
    expect(() => savePage(folder, page('x'))).toThrow(
      expect.objectContaining({
        code: 'corpus-unwritable',
        context: expect.objectContaining({ detail: 'ENOTDIR' }),
      }),
    );
  });
});

describe('replacePage', () => {
  it('takes the place of the page of that name, which can be removed', () => {
    const folder = temporaryFolder();
    replacePage(folder, page('one'));
    replacePage(folder, page('two'));
    expect(readFileSync(path.join(folder, 'pulled/2026/a.html'), 'utf8')).toBe('two');
    removePage(folder, 'pulled/2026/a.html');
    removePage(folder, 'pulled/2026/a.html');
    expect(existsSync(path.join(folder, 'pulled/2026/a.html'))).toBe(false);
  });
});

describe('namePage', () => {
  const facts = { name: '', bytes: Buffer.from('x'), ending: '.html', year: 2026, date: null };

  it.each([
    [
      'https://www.paper.example/2026/03/04/ferry-returns.html?id=1',
      /^pulled\/2026\/paper\.example-2026-03-04-ferry-returns-[a-p]{12}\.html$/,
    ],
    ['https://paper.example/渡船', /^pulled\/2026\/paper\.example-e6-b8-a1-e8-88-b9-[a-p]{12}\.html$/],
    ['https://paper.example/', /^pulled\/2026\/paper\.example-[a-p]{12}\.html$/],
    ['https://paper.example/../../etc/passwd', /^pulled\/2026\/paper\.example-etc-passwd-[a-p]{12}\.html$/],
    ['https://[2606:4700::1]/a', /^pulled\/2026\/2606-4700--1-a-[a-p]{12}\.html$/],
  ])('names a page of %s', (url, expected) => {
    expect(namePage({ ...facts, url })).toMatch(expected);
    expect(savePage(temporaryFolder(), { file: namePage({ ...facts, url }), bytes: facts.bytes })).toMatch(
      expected,
    );
  });

  it.each([
    ['../../Résumé du jour.pdf', 'resume-du-jour'],
    ['渡船.pdf', ''],
    ['CON', 'con'],
  ])('makes a slug of %s', (name, slug) => {
    expect(slugOf(name.replace(/\.[^.]*$/, ''))).toBe(slug);
    expect(namePage({ ...facts, url: null, name })).toMatch(/^pulled\/2026\/[a-z0-9-]+\.html$/);
  });
});
