import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkClock } from '../../../src/doctor/checks/clock.ts';
import { judgeRoom } from '../../../src/doctor/checks/disk.ts';
import { checkFolders, nearestFolder } from '../../../src/doctor/checks/folders.ts';
import { checkMemory } from '../../../src/doctor/checks/memory.ts';
import { isAtLeast } from '../../../src/doctor/checks/node.ts';
import { checkPackages } from '../../../src/doctor/checks/packages.ts';
import { temporaryFolder, writeFiles } from '../../support/temporary-folder.ts';
import { makePatient, settingsOf } from '../support/patient.ts';

describe('isAtLeast', () => {
  it.each([
    ['20.18.0', '20.18', true],
    ['20.18.1', '20.18', true],
    ['20.9.0', '20.18', false],
    ['22.0.0', '20.18', true],
    ['18.20.4', '20.18', false],
    ['100.0.0', '20.18', true],
  ])('%s is as new as %s: %s', (version, wanted, isNew) => {
    expect(isAtLeast(version, wanted)).toBe(isNew);
  });
});

describe('checkPackages', () => {
  const project = (installed: Readonly<Record<string, string>>): string =>
    writeFiles(temporaryFolder(), {
      'package.json': '{"dependencies":{"a":"1.0.0","@s/b":"2.0.0"}}',
      ...Object.fromEntries(
        Object.entries(installed).map(([name, text]) => [`node_modules/${name}/package.json`, text]),
      ),
    });

  it('wants each package in its exact version', () => {
    const projectFolder = project({ a: '{"version":"1.0.0"}', '@s/b': '{"version":"2.0.0"}' });
    expect(checkPackages({ projectFolder })).toMatchObject([
      { status: 'ok', found: expect.stringMatching(/^2 packages/) },
    ]);
  });

  it('names what is missing, broken or of another version', () => {
    const projectFolder = project({ a: '{"version":"1.0.1"}', '@s/b': '' });
    expect(checkPackages({ projectFolder })).toEqual([
      {
        status: 'problem',
        found: 'not installed: @s/b; a is 1.0.1 instead of 1.0.0',
        next: 'Install what package-lock.json names: npm ci',
      },
    ]);
  });
});

describe('checkMemory', () => {
  it.each([
    [8e9, 'ok'],
    [1e9, 'warning'],
    [100e6, 'problem'],
  ])('says of %d free bytes: %s', (freeBytes, status) => {
    expect(checkMemory(freeBytes, 8e9)).toMatchObject([{ status }]);
  });

  it('reads what this machine has', () => {
    expect(checkMemory()[0]?.found).toMatch(/^[\d,]+ MB of memory are free of [\d,]+ MB/);
  });
});

describe('judgeRoom', () => {
  it.each([
    [50e9, 'ok'],
    [1.5e9, 'warning'],
    [100e6, 'problem'],
  ])('says of %d free bytes where 2 GB are wanted: %s', (freeBytes, status) => {
    const finding = judgeRoom('/数据', freeBytes, 2e9);
    expect(finding.status).toBe(status);
    expect(finding.found).toContain('/数据');
  });
});

describe('checkFolders', () => {
  const examineIn = (root: string) =>
    checkFolders(
      settingsOf({
        NEWSQUOTE_CORPUS: path.join(root, '语料'),
        NEWSQUOTE_INDEX: path.join(root, 'index'),
        NEWSQUOTE_DATA: path.join(root, 'deep', 'data'),
        EMBEDDING_CACHE: path.join(root, 'cache.db'),
      }),
    );

  it('wants a corpus, and lets the others be made later', async () => {
    const root = temporaryFolder();
    const [corpus, index, data, cache] = await examineIn(root);
    expect(corpus).toMatchObject({ status: 'problem', found: `The corpus folder ${root}/语料 is missing` });
    for (const made of [index, data])
      expect(made).toMatchObject({ status: 'ok', found: expect.stringMatching(/is not there yet/) });
    expect(cache).toMatchObject({ status: 'ok', found: expect.stringMatching(/can be read and written$/) });
    mkdirSync(path.join(root, '语料'));
    expect((await examineIn(root))[0]).toMatchObject({ status: 'ok' });
  });

  it('finds a file where a folder should be, also above it', async () => {
    const root = temporaryFolder();
    for (const name of ['语料', 'index', 'deep']) writeFileSync(path.join(root, name), '');
    const found = await examineIn(root);
    expect(found.map(({ status }) => status)).toEqual(['problem', 'problem', 'problem', 'ok']);
    expect(found[0]?.found).toContain('ENOTDIR');
    expect(found[2]?.found).toContain(`${root}/deep is no folder`);
  });

  // Root may write everywhere.
  it.skipIf(process.getuid?.() === 0)('finds a place where nothing can be made', async () => {
    const root = temporaryFolder();
    chmodSync(root, 0o500);
    expect((await examineIn(root))[2]).toMatchObject({
      status: 'problem',
      found: expect.stringContaining('EACCES'),
      next: expect.stringContaining('set NEWSQUOTE_DATA'),
    });
  });

  it('goes up to what is there', () => {
    const root = temporaryFolder();
    expect(nearestFolder(path.join(root, 'a', 'b'))).toBe(root);
    expect(nearestFolder('/')).toBe('/');
  });
});

describe('checkClock, without Discord', () => {
  it.each([
    ['2027-01-01', 'ok'],
    ['1970-01-02', 'problem'],
    ['2106-02-07', 'problem'],
  ])('says of %s: %s', async (day, status) => {
    const patient = makePatient({}, { isOffline: true, now: () => new Date(day) });
    expect(await checkClock(patient)).toMatchObject([{ status }]);
  });
});
