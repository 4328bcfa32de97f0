import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { allowedLicences, exceptions, judgeLicence, readInstalled } from '../../src/supply-chain/licences.ts';
import { projectFolder } from '../support/run-script.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const kindOf = (licence: string | null, name = 'some-package'): string =>
  judgeLicence({ name, version: '1.0.0', licence }).kind;

describe('judgeLicence', () => {
  it.each([
    ['MIT', 'allowed'],
    ['(MIT OR GPL-3.0-only)', 'allowed'],
    ['MIT AND ISC', 'allowed'],
    ['MIT AND GPL-3.0-only', 'not-allowed'],
    ['GPL-3.0-only OR AGPL-3.0-only', 'not-allowed'],
    ['(MIT OR ISC) AND GPL-3.0-only', 'not-allowed'],
    ['MIT OR ISC AND GPL-3.0-only', 'not-allowed'],
    ['mit', 'not-allowed'],
    ['SEE LICENSE IN LICENSE.md', 'not-allowed'],
    ['UNLICENSED', 'not-allowed'],
    ['LGPL-3.0-or-later', 'not-allowed'],
    [null, 'missing'],
  ])('says of %s: %s', (licence, kind) => {
    expect(kindOf(licence)).toBe(kind);
  });

  it('takes an exception for its package and its licence alone', () => {
    expect(kindOf('MPL-2.0', 'axe-core')).toBe('exception');
    expect(kindOf('MPL-2.0', 'axe-core-2')).toBe('not-allowed');
    expect(kindOf('GPL-3.0-only', 'axe-core')).toBe('not-allowed');
  });
});

describe('readInstalled', () => {
  it('finds packages in scopes and inside packages, each once, and nothing that is none', () => {
    const facts = (name: string, version: string, license: unknown): string =>
      JSON.stringify({ name, version, license });
    const folder = writeFiles(temporaryFolder(), {
      'node_modules/b/package.json': facts('b', '1.0.0', 'MIT'),
      'node_modules/@s/a/package.json': facts('@s/a', '2.0.0', [{ type: 'MIT' }]),
      'node_modules/b/node_modules/c/package.json': facts('c', '1.0.0', ' '),
      'node_modules/d/node_modules/c/package.json': facts('c', '1.0.0', 'ISC'),
      'node_modules/d/package.json': facts('d', '1.0.0', 'ISC'),
      'node_modules/.bin/x': '',
      'node_modules/empty/readme': '',
    });
    expect(readInstalled(folder).map(({ name, version }) => `${name} ${version}`)).toEqual([
      '@s/a 2.0.0',
      'b 1.0.0',
      'c 1.0.0',
      'd 1.0.0',
    ]);
    expect(readInstalled(folder)[0]).toMatchObject({ licence: null });
    expect(readInstalled(temporaryFolder())).toEqual([]);
  });

  it('finds nothing here that is not allowed, and a use for every exception', () => {
    const packages = readInstalled(projectFolder);
    expect(packages.length).toBeGreaterThan(100);
    const bad = packages.filter((each) => /missing|not-allowed/.test(judgeLicence(each).kind));
    expect(bad).toEqual([]);
    for (const { name } of exceptions) expect(packages.some((each) => name.test(each.name))).toBe(true);
  });
});

it('stands in docs/supply-chain.md as it is', () => {
  const page = readFileSync(path.join(projectFolder, 'docs/supply-chain.md'), 'utf8');
  const allowed = /Allowed are (.+?):/s.exec(page)?.[1] ?? '';
  expect([...allowed.matchAll(/`([^`]+)`/g)].map(([, id]) => id)).toEqual(allowedLicences);
  const plain = page.replaceAll('`', '');
  for (const { reason } of exceptions) expect(plain).toContain(reason);
});
