import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const usage = `Usage: npm run architecture -- [--graph FILE] [FOLDER...]

Checks who imports whom against .dependency-cruiser.js, in src, scripts and test unless folders are given.
Fails when it sees no modules: a check of nothing would always pass.

  --graph FILE   instead of checking, draw the imports between the folders of src/ as a Mermaid graph
  --help         show this
`;

async function main(): Promise<number> {
  const given = parseArguments();
  if (typeof given === 'number') return given;

  const folders = given.folders.length > 0 ? given.folders : ['src', 'scripts', 'test'];
  const missing = folders.filter((folder) => !existsSync(folder));
  if (missing.length > 0)
    return fail(`No such folder: ${missing.join(', ')}. Run it in the folder of package.json.`);

  const result = await readImports(folders);
  const { totalCruised, totalDependenciesCruised = 0 } = result.summary;
  const ownModules = result.modules.filter(isOwn);
  if (ownModules.length === 0) {
    return fail(
      `No modules seen in ${folders.join(', ')}: the check would pass on anything. Is TypeScript installed?`,
    );
  }
  if (given.graph !== undefined) {
    await mkdir(path.dirname(given.graph), { recursive: true });
    await writeFile(given.graph, drawFlow(result));
    process.stderr.write(`Wrote ${given.graph}\n`);
    return 0;
  }
  reportViolations(result);
  process.stdout.write(
    `${ownModules.length} modules (${totalCruised} with packages), ${totalDependenciesCruised} dependencies, ` +
      `${result.summary.error} violations\n`,
  );
  return result.summary.error > 0 ? 1 : 0;
}

function parseArguments(): { graph: string | undefined; folders: string[] } | number {
  try {
    const { values, positionals } = parseArgs({
      options: { graph: { type: 'string' }, help: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (values.help) {
      process.stdout.write(usage);
      return 0;
    }
    return { graph: values.graph, folders: positionals };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}

async function readImports(folders: string[]): Promise<ICruiseResult> {
  const { output } = await cruise(
    folders,
    await extractOptions('./.dependency-cruiser.js'),
    {},
    { tsConfig: extractTsConfig('tsconfig.json') },
  );
  if (typeof output === 'string')
    throw new TypeError('dependency-cruiser returned text instead of its result');
  return output;
}

function isOwn({ source }: { source: string }): boolean {
  return !source.includes('node_modules/') && /\.[cm]?[jt]s$/.test(source);
}

function reportViolations(result: ICruiseResult): void {
  const comments = new Map(
    result.summary.ruleSetUsed?.forbidden?.map((rule) => [rule.name, rule.comment ?? '']),
  );
  for (const { from, to, rule, cycle } of result.summary.violations) {
    const route = cycle === undefined ? [to] : cycle.map(({ name }) => name);
    const arrow = from === to ? from : [from, ...route].join(' → ');
    const title = styleText('red', rule.name, { stream: process.stderr });
    process.stderr.write(`${title}: ${arrow}\n  ${comments.get(rule.name) ?? ''}\n`);
  }
}

/** Files that everything may import, or that import everything: arrows to and from them would hide the flow. */
const notDrawn = new Set(['errors', 'log', 'config', 'main']);

function drawFlow(result: ICruiseResult): string {
  const edges = new Set<string>();
  const surfaces = new Set<string>();
  for (const { source, dependencies } of result.modules) {
    const from = folderOf(source);
    if (from === undefined) continue;
    surfaces.add(from);
    for (const { resolved } of dependencies) {
      const to = folderOf(resolved);
      if (to !== undefined && to !== from) edges.add(`  ${to} --> ${from}`);
    }
  }
  return [
    '# Flow',
    '',
    'Drawn by `npm run graph` from the imports; do not edit. `text --> corpus` means that `src/corpus/` imports `src/text/`.',
    `Left out, because everything may import them or they import everything: ${[...notDrawn].sort().join(', ')}.`,
    '',
    '```mermaid',
    'flowchart LR',
    ...[...surfaces].sort().map((name) => `  ${name}`),
    ...[...edges].sort(),
    '```',
    '',
  ].join('\n');
}

/** `text` for `src/text/terms.ts`, `pipeline` for `src/pipeline.ts`, `scripts` for any script. */
function folderOf(file: string): string | undefined {
  const name = /^src\/([^/.]+)/.exec(file)?.[1] ?? /^scripts(?=\/)/.exec(file)?.[0];
  return name === undefined || notDrawn.has(name) ? undefined : name;
}

process.exitCode = await main();
