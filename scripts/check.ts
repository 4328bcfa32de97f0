import { spawn } from 'node:child_process';
import { styleText } from 'node:util';
import { callerFolder } from '../src/config.ts';
import { readPageFile } from '../src/pipeline/read-page.ts';
import { readPath } from '../src/terminal/arguments.ts';
import { describeSetAside } from '../src/terminal/messages.ts';
import { pageToJson, renderPage } from '../src/terminal/render-page.ts';
import { ArgumentError, runMain } from '../src/terminal/run-command.ts';
import type { Command, CommandStreams } from '../src/terminal/run-command.ts';

const help = `Checks the code as CI does, in this order, and stops at the first failure: format, lint, types,
architecture, unused, tests. With --page it shows instead what is read off one page.

Usage: npm run check [-- --skip-tests]
       npm run check -- --page FILE [--json]

Options:
  --skip-tests   leave out the tests, for when they have just been run
  --page FILE    show the page's blocks, which paragraphs were joined and how surely, and its articles
  --json         with --page: print all of that as one JSON object
  --help         print this

Exit status: 0 all is well; 1 a check failed, or the page could not be read; 2 wrong arguments.
`;

const options = {
  'skip-tests': { type: 'boolean' },
  page: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const command: Command<typeof options> = {
  name: 'npm run check',
  help,
  options,
  async run({ values, positionals }, streams) {
    if (positionals[0] !== undefined) throw new ArgumentError(`Unexpected argument '${positionals[0]}'`);
    if (values.page !== undefined)
      return showPage(readPath('page', values.page, callerFolder()), values.json === true, streams);
    if (values.json === true) throw new ArgumentError('--json goes with --page FILE');
    return checkCode(values['skip-tests'] === true);
  },
};

async function showPage(file: string, isJson: boolean, { out, err }: CommandStreams): Promise<number> {
  const reading = await readPageFile(file);
  if ('reason' in reading) {
    err.write(`${describeSetAside(reading)}\n`);
    return 1;
  }
  out.write(isJson ? `${JSON.stringify(pageToJson(reading))}\n` : renderPage(reading));
  return 0;
}

/** In order: what is quick and local first. Each `script` is one of package.json. */
const stages = [
  { name: 'format', script: 'format:check', fix: 'npm run format' },
  { name: 'lint', script: 'lint', fix: 'npm run lint -- --fix, or by hand' },
  { name: 'types', script: 'types', fix: 'by hand' },
  { name: 'architecture', script: 'architecture', fix: 'by hand; each rule above says how' },
  { name: 'unused', script: 'unused', fix: 'use it, or delete it' },
  { name: 'tests', script: 'test', fix: 'npm test -- FILE runs one file' },
] as const;

async function checkCode(skipTests: boolean): Promise<number> {
  for (const { name, script, fix } of stages) {
    if (skipTests && name === 'tests') {
      process.stdout.write(`skipped  ${name}\n`);
      continue;
    }
    const startedAt = performance.now();
    const { exitCode, output } = await runScript(script);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    if (exitCode !== 0) {
      process.stderr.write(output);
      process.stdout.write(`${styleText('red', 'failed')}   ${name}  ${seconds} s  to fix: ${fix}\n`);
      return 1;
    }
    process.stdout.write(`${styleText('green', 'ok')}       ${name}  ${seconds} s\n`);
  }
  return 0;
}

/** Runs a script of package.json; what it prints is kept, and shown only if it fails. */
async function runScript(script: string): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve, reject) => {
    // One string through the shell: on Windows npm is a .cmd file, which cannot be started without one.
    const child = spawn(`npm run --silent ${script}`, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stderr.on('data', (part: Buffer) => parts.push(part));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ exitCode: code ?? 1, output: Buffer.concat(parts).toString('utf8') });
    });
  });
}

await runMain(command);
