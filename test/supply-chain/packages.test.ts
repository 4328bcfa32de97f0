import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../support/run-script.ts';

const read = (file: string): string => readFileSync(path.join(projectFolder, file), 'utf8');

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  /** Only packages that are needed for development need it. */
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const facts = JSON.parse(read('package.json')) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
};
const lock = (JSON.parse(read('package-lock.json')) as { packages: Record<string, LockedPackage> }).packages;
const page = read('docs/supply-chain.md');

describe('packages', () => {
  it('are named in exact versions, those that replace others too', () => {
    const named = { ...facts.dependencies, ...facts.devDependencies, ...facts.overrides };
    const loose = Object.entries(named).filter(
      ([, version]) => !/^(?:npm:[\w@/.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('are locked in just these versions, each by its hash', () => {
    expect(lock['']?.dependencies).toEqual(facts.dependencies);
    expect(lock['']?.devDependencies).toEqual(facts.devDependencies);
    for (const [name, version] of Object.entries({ ...facts.dependencies, ...facts.devDependencies }))
      expect([name, lock[`node_modules/${name}`]?.version]).toEqual([name, version]);
    const unsure = Object.entries(lock).filter(
      ([name, { integrity = '' }]) => name !== '' && !integrity.startsWith('sha512-'),
    );
    expect(unsure.map(([name]) => name)).toEqual([]);
  });

  it('that are replaced stand in docs/supply-chain.md', () => {
    for (const name of Object.keys(facts.overrides)) expect(page).toContain(`\`${name}\` is replaced by`);
  });
});

describe('install scripts', () => {
  const named = Object.entries(lock)
    .filter(([, { hasInstallScript = false }]) => hasInstallScript)
    .map(([name]) => name.replace(/^.*node_modules\//, ''))
    .sort();

  it('are those of allowScripts', () => {
    expect(named.length).toBeGreaterThan(0);
    expect(Object.keys(facts.allowScripts).sort()).toEqual(named);
  });

  it('are those of docs/supply-chain.md, each with whether it runs and why', () => {
    const section = /^## Install scripts$(.*?)^## /ms.exec(page)?.[1] ?? '';
    const rows = [...section.matchAll(/^\| `([^`]+)` +\| (yes|no) +\| (\S.+?) +\|$/gm)];
    expect(Object.fromEntries(rows.map(([, name, runs]) => [name, runs === 'yes']))).toEqual(
      facts.allowScripts,
    );
  });
});

interface Component {
  readonly name: string;
  readonly hashes?: readonly unknown[];
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

describe('npm run sbom', () => {
  it(
    'lists what is installed, without a network, and marks what only tests need',
    { timeout: 60_000 },
    () => {
      const text = execFileSync('npm run --silent sbom', {
        cwd: projectFolder,
        shell: true,
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
        env: { ...process.env, npm_config_offline: 'true' },
      });
      const bill = JSON.parse(text) as { bomFormat: string; components: readonly Component[] };
      expect(bill.bomFormat).toBe('CycloneDX');
      const isMarked = new Map(
        bill.components.map(({ name, properties = [] }) => [
          name,
          properties.some((each) => each.name === 'cdx:npm:package:development' && each.value === 'true'),
        ]),
      );
      for (const name of Object.keys(facts.dependencies))
        expect([name, isMarked.get(name)]).toEqual([name, false]);
      // Some of what the tests name, others that run the bot bring along too.
      for (const name of Object.keys(facts.devDependencies))
        expect([name, isMarked.get(name)]).toEqual([name, lock[`node_modules/${name}`]?.dev === true]);
      expect([isMarked.get('vitest'), isMarked.get('ws')]).toEqual([true, false]);
      expect(isMarked.has('onnxruntime-common')).toBe(true);
      expect(isMarked.has('onnxruntime-web')).toBe(false);
      expect(bill.components.filter(({ hashes = [] }) => hashes.length === 0)).toEqual([]);
    },
  );
});
