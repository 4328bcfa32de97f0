import path from 'node:path';
import { callerFolder } from '../src/config.ts';
import { judgeLicence, readInstalled } from '../src/supply-chain/licences.ts';
import type { InstalledPackage, Verdict } from '../src/supply-chain/licences.ts';
import { readPath } from '../src/terminal/arguments.ts';
import { plainText } from '../src/terminal/plain-text.ts';
import { ArgumentError, runMain } from '../src/terminal/run-command.ts';
import type { Command } from '../src/terminal/run-command.ts';

const help = `Lists the licence of every installed package, by licence, and fails where one is missing or not allowed.
src/supply-chain/licences.ts has the list of what is allowed, and each exception with its reason.

Usage: npm run licences [-- options]

Options:
  --folder DIR  the project to look at (default: this one)
  --json        print one JSON object a package: name, version, licence, kind, and reason of an exception
  --help        print this

Exit status: 0 all are allowed; 1 some are not; 2 wrong arguments.
`;

const options = { folder: { type: 'string' }, json: { type: 'boolean' } } as const;

type Judged = InstalledPackage & Verdict;

const command: Command<typeof options> = {
  name: 'npm run licences',
  help,
  options,
  async run({ values, positionals }, { out, err }) {
    if (positionals[0] !== undefined) throw new ArgumentError(`Unexpected argument '${positionals[0]}'`);
    const own = path.resolve(import.meta.dirname, '..');
    const folder = values.folder === undefined ? own : readPath('folder', values.folder, callerFolder());
    const packages = readInstalled(folder).map((each): Judged => ({ ...each, ...judgeLicence(each) }));
    if (packages.length === 0) {
      err.write(`No packages are installed in ${plainText(folder)}.\nInstall them: npm ci\n`);
      return 1;
    }
    const bad = packages.filter(({ kind }) => kind === 'missing' || kind === 'not-allowed');
    out.write(
      values.json === true
        ? packages.map((each) => `${JSON.stringify(each)}\n`).join('')
        : renderLicences(packages),
    );
    if (bad.length > 0)
      err.write(
        `${bad.map(describeBad).join('')}Take another package, or add the licence or an exception with its reason.\n`,
      );
    return bad.length > 0 ? 1 : 0;
  },
};

/** The most frequent licence first; under it its packages, of an exception with its reason. */
function renderLicences(packages: readonly Judged[]): string {
  const groups = new Map<string, Judged[]>();
  for (const each of packages) {
    const licence = each.licence ?? 'none given';
    groups.set(licence, [...(groups.get(licence) ?? []), each]);
  }
  const sorted = [...groups].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  const lines = sorted.flatMap(([licence, group]) => [
    plainText(`${licence}: ${String(group.length)}`),
    ...group.map((each) =>
      plainText(`  ${each.name} ${each.version}${each.kind === 'exception' ? ` (${each.reason})` : ''}`),
    ),
  ]);
  return `${lines.join('\n')}\n${String(packages.length)} packages under ${String(groups.size)} licences.\n`;
}

function describeBad({ name, version, licence }: Judged): string {
  return `${plainText(`${name} ${version}: ${licence === null ? 'no licence is given' : `${licence} is not allowed`}`)}\n`;
}

await runMain(command);
