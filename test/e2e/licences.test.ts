import { expect, it } from 'vitest';
import { runScript } from '../support/run-script.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const run = (...words: readonly string[]) => runScript('scripts/licences.ts', words);

it('lists the packages of this project by licence', async () => {
  const { exitCode, out, err } = await run();
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  expect(out).toMatch(/^MIT: \d+\n {2}@/);
  expect(out).toMatch(/\n {2}axe-core \S+ \(used unchanged, and only to test\)\n/);
  expect(out).toMatch(/\n\d+ packages under \d+ licences\.\n$/);
});

it('fails, with names, where a licence is missing or not allowed, and where nothing is installed', async () => {
  const folder = writeFiles(temporaryFolder(), {
    'node_modules/a/package.json': '{"name":"a","version":"1.0.0","license":"MIT"}',
    'node_modules/b/package.json': '{"name":"b","version":"2.0.0","license":"GPL-3.0-only"}',
    'node_modules/c/package.json': '{"name":"c","version":"3.0.0"}',
  });
  const bad = await run('--folder', folder, '--json');
  expect(bad.exitCode).toBe(1);
  expect(
    bad.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).kind),
  ).toEqual(['allowed', 'not-allowed', 'missing']);
  expect(bad.err).toMatch(
    /^b 2\.0\.0: GPL-3\.0-only is not allowed\nc 3\.0\.0: no licence is given\nTake another/,
  );
  expect(await run('--folder', temporaryFolder())).toMatchObject({ exitCode: 1, out: '' });
});
