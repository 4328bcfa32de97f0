import { spawn } from 'node:child_process';
import { parseArgs, styleText } from 'node:util';

const usage = `Usage: npm run check [-- --skip-tests]

Checks the code as CI does, in this order, and stops at the first failure:
format, lint, types, architecture, unused, tests.

  --skip-tests   leave out the tests, for when they have just been run
  --help         show this
`;

/** In order: what is quick and local first. Each `script` is one of package.json. */
const stages = [
  { name: 'format', script: 'format:check', fix: 'npm run format' },
  { name: 'lint', script: 'lint', fix: 'npm run lint -- --fix, or by hand' },
  { name: 'types', script: 'types', fix: 'by hand' },
  { name: 'architecture', script: 'architecture', fix: 'by hand; each rule above says how' },
  { name: 'unused', script: 'unused', fix: 'use it, or delete it' },
  { name: 'tests', script: 'test', fix: 'npm test -- FILE runs one file' },
] as const;

async function main(): Promise<number> {
  const given = parseArguments();
  if (typeof given === 'number') return given;
  return checkCode(given.skipTests);
}

function parseArguments(): { skipTests: boolean } | number {
  try {
    const { values } = parseArgs({
      options: { 'skip-tests': { type: 'boolean', default: false }, help: { type: 'boolean' } },
    });
    if (values.help) {
      process.stdout.write(usage);
      return 0;
    }
    return { skipTests: values['skip-tests'] };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
}

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

process.exitCode = await main();
