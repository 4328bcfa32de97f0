import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectFolder, runScript } from '../support/run-script.ts';
import type { ScriptResult } from '../support/run-script.ts';

const read = (file: string): string => readFileSync(path.join(projectFolder, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };

/** Ours among the scripts of package.json, by the file that they run; of several with one file, the first. */
const filesByName = new Map<string, string>();
for (const [name, line] of Object.entries(scripts)) {
  const file = /^node (?:--import tsx )?((?:src|scripts)\/[\w-]+\.(?:ts|mjs))\b/.exec(line)?.[1];
  if (file !== undefined && ![...filesByName.values()].includes(file)) filesByName.set(name, file);
}
const ours = [...filesByName];

/** The file that reads the arguments: what only starts another names it. */
function parserOf(file: string): string {
  const started = file.endsWith('.mjs') ? /import\('\.\/([\w-]+\.ts)'\)/.exec(read(file))?.[1] : undefined;
  return started === undefined ? file : path.posix.join(path.posix.dirname(file), started);
}

/** The options that a script's parser takes, as its source has them: `name: { type: 'string' }`. */
const optionsOf = (file: string): string[] =>
  [...read(parserOf(file)).matchAll(/'?([\w-]+)'?: \{ type: '(?:string|boolean)'/g)].map(
    ([, name = '']) => name,
  );

const results = new Map<string, ScriptResult>();

// Each is started once, and few at a time: all at once would take the machine from every other test.
beforeAll(async () => {
  const waiting = [...ours];
  const startNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, file] = next;
      results.set(name, await runScript(file, ['--help']));
    }
  };
  await Promise.all([startNext(), startNext()]);
}, 600_000);

it('are found in package.json, whatever it names exists, and their options are read', () => {
  expect(ours.length).toBeGreaterThan(15);
  for (const [, file] of ours) expect(existsSync(path.join(projectFolder, parserOf(file)))).toBe(true);
  expect(optionsOf('scripts/ask.ts')).toEqual([
    'index',
    'json',
    'stdin',
    'limit',
    'since',
    'until',
    'source',
  ]);
  expect(optionsOf('scripts/start-doctor.mjs')).toEqual(['offline', 'json']);
});

describe.each(ours)('%s', (name, file) => {
  const help = (): string => results.get(name)?.out ?? '';

  it('prints its help on --help, does nothing else, and ends well', () => {
    expect(results.get(name)).toMatchObject({ exitCode: 0, err: '' });
    expect(help()).toMatch(/^[A-Z][^\n]+\n/);
    const call = name === 'start' ? 'npm start' : `npm run ${name}`;
    expect(help()).toMatch(new RegExp(`^Usage: ${call}(?![\\w:-])`, 'm'));
  });

  it('describes every option that it takes, and names no other', () => {
    const taken = [...optionsOf(file).filter((option) => option !== 'help'), 'help'];
    // What it says of another command is that one's affair.
    const own = help().replace(/npm run (\S+) --\s+--[\w-]+/g, (call, other) => (other === name ? call : ''));
    const named = new Set([...own.matchAll(/--([a-z][\w-]*)/g)].map(([, option]) => option));
    expect([...named].sort()).toEqual(taken.sort());
  });
});
