import { readFileSync, writeFileSync } from 'node:fs';
import { callerFolder } from '../src/config.ts';
import { readPath } from '../src/terminal/arguments.ts';
import { ArgumentError, runMain } from '../src/terminal/run-command.ts';
import type { Command } from '../src/terminal/run-command.ts';
import { renderFault, renderFaultReport } from '../test/faults/injectors/fault-report.ts';
import { faults, hasHeld, runFault } from '../test/faults/injectors/run-faults.ts';
import type { FaultResult } from '../test/faults/injectors/run-faults.ts';

const help = `Injects faults for real: kills, failing disks, damaged files, other builds, no memory. One line each: how often
it was injected, in how many of these the program noticed it or came through it, crashes, wrong answers.

Usage: npm run faults [-- --long] [--only 3,20] [--report FILE]

Options:
  --long         all points, about twelve minutes; without it a few of each
  --only LIST    only the faults of these numbers
  --report FILE  write the figures into the table of FILE that stands between two comments; lines of other faults stay
  --help         print this

Exit status: 0 everything held; 1 something did not; 2 wrong arguments.
`;

const options = {
  long: { type: 'boolean' },
  only: { type: 'string' },
  report: { type: 'string' },
} as const;

const command: Command<typeof options> = {
  name: 'npm run faults',
  help,
  options,
  async run({ values, positionals }, { out }) {
    if (positionals[0] !== undefined) throw new ArgumentError(`Unexpected argument '${positionals[0]}'`);
    const isLong = values.long === true;
    const wanted = values.only?.split(',').map((id) => id.trim());
    const chosen = faults.filter(
      ({ id }) => wanted === undefined || id.split(', ').some((each) => wanted.includes(each)),
    );
    if (chosen.length === 0) throw new ArgumentError(`No fault has the number ${values.only ?? ''}`);
    const results: FaultResult[] = [];
    for (const fault of chosen) {
      const result = await runFault(fault, isLong);
      results.push(result);
      out.write(renderFault(result));
    }
    if (values.report !== undefined) {
      const file = readPath('report', values.report, callerFolder());
      const date = new Date().toISOString().slice(0, 10);
      writeFileSync(file, renderFaultReport(readFileSync(file, 'utf8'), results, date));
    }
    return results.every(hasHeld) ? 0 : 1;
  },
};

await runMain(command);
