import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { styleText } from 'node:util';
import { callerFolder, loadConfig } from '../src/config.ts';
import { UserError } from '../src/errors.ts';
import { loadEmbedder } from '../src/pipeline/load-embedder.ts';
import { readPageFile } from '../src/pipeline/read-page.ts';
import { repairIndex } from '../src/pipeline/repair-index.ts';
import { verifyIndex } from '../src/pipeline/verify-index.ts';
import type { IndexVerification } from '../src/pipeline/verify-index.ts';
import { readPath } from '../src/terminal/arguments.ts';
import { describeError, describeSetAside } from '../src/terminal/messages.ts';
import { showProgress } from '../src/terminal/progress-bar.ts';
import { describeNextStep, renderRepair, renderVerification } from '../src/terminal/render-check.ts';
import { pageToJson, renderPage } from '../src/terminal/render-page.ts';
import { ArgumentError, runMain } from '../src/terminal/run-command.ts';
import type { Command, CommandStreams } from '../src/terminal/run-command.ts';
import { describeProcess } from '../src/terminal/session.ts';

const help = `Checks the code as CI does: lint, types, format, architecture, unused, index (quickly, where there is one), as many
at once as there are cores; then, where nothing failed, the tests.
With --index it checks an index instead, with --page what is read off one page.

Usage: npm run check [-- --skip-tests]
       npm run check -- --index DIR [--repair] [--json]
       npm run check -- --page FILE [--json]

Options:
  --skip-tests   leave out the tests, for when they have just been run
  --index DIR    check everything about this index: the database, what its rows say of each other, quotes
                 against the raw pages, pages that changed since, the snapshot and how well it finds
  --repair       then make again what is wrong: the snapshot from the stored embeddings, articles from their
                 pages; a damaged database is moved aside. Without --index: of the index in the settings
  --page FILE    show the page's blocks, which paragraphs were joined and how surely, and its articles
  --json         with --index or --page: print all of that as one JSON object
  --help         print this

Exit status: 0 all is well, or was repaired; 1 a check failed, or the page could not be read; 2 wrong arguments.
`;

const options = {
  'skip-tests': { type: 'boolean' },
  index: { type: 'string' },
  repair: { type: 'boolean' },
  page: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const command: Command<typeof options> = {
  name: 'npm run check',
  help,
  options,
  async run({ values, positionals }, streams) {
    if (positionals[0] !== undefined) throw new ArgumentError(`Unexpected argument '${positionals[0]}'`);
    const { index, page, repair: isRepair = false, json: isJson = false } = values;
    if (page !== undefined && (index !== undefined || isRepair))
      throw new ArgumentError('--page goes with neither --index nor --repair');
    if (page !== undefined) return showPage(readPath('page', page, callerFolder()), isJson, streams);
    if (index !== undefined || isRepair) {
      const folder =
        index === undefined ? loadConfig().indexFolder : readPath('index', index, callerFolder());
      return checkIndex(folder, { isRepair, isJson }, streams);
    }
    if (isJson) throw new ArgumentError('--json goes with --index DIR or --page FILE');
    return checkCode(values['skip-tests'] === true, streams);
  },
};

async function checkIndex(
  indexFolder: string,
  { isRepair, isJson }: { readonly isRepair: boolean; readonly isJson: boolean },
  { out, err }: CommandStreams,
): Promise<number> {
  const progress = showProgress(isJson ? { write: () => true } : err, () => performance.now());
  const look = async (): Promise<IndexVerification> => {
    const verification = await verifyIndex(indexFolder, { onProgress: progress.update });
    progress.finish();
    return verification;
  };
  const print = (verification: IndexVerification): unknown =>
    out.write(isJson ? `${JSON.stringify(verification)}\n` : renderVerification(verification));
  const before = await look();
  if (!isRepair || before.problems.length === 0) {
    print(before);
    err.write(describeNextStep(before.problems, indexFolder));
    return before.problems.length === 0 ? 0 : 1;
  }
  if (!isJson) print(before);
  const config = loadConfig();
  const report = await repairIndex(before.problems, {
    folders: [config.corpusFolder],
    indexFolder,
    cacheFile: config.embeddingCache,
    loadEmbedder: () => loadEmbedder(config),
    onProgress: progress.update,
    holder: describeProcess(),
    stamp: new Date().toISOString().replace(/[-:]|\.\d+/g, ''),
  });
  progress.finish();
  if (report !== null) err.write(renderRepair(report));
  const after = await look();
  print(after);
  err.write(describeNextStep(after.problems, indexFolder));
  return after.problems.length === 0 ? 0 : 1;
}

async function showPage(file: string, isJson: boolean, { out, err }: CommandStreams): Promise<number> {
  const reading = await readPageFile(file);
  if ('reason' in reading) {
    err.write(`${describeSetAside(reading)}\n`);
    return 1;
  }
  out.write(isJson ? `${JSON.stringify(pageToJson(reading))}\n` : renderPage(reading));
  return 0;
}

/** What takes longest is begun first. Each `script` is one of package.json; the index is checked right here. */
const stages = [
  { name: 'lint', script: 'lint', fix: 'npm run lint -- --fix, or by hand' },
  { name: 'types', script: 'types', fix: 'by hand' },
  { name: 'format', script: 'format:check', fix: 'npm run format' },
  { name: 'architecture', script: 'architecture', fix: 'by hand; each rule above says how' },
  { name: 'unused', script: 'unused', fix: 'use it, or delete it' },
  { name: 'index', script: null, fix: 'npm run check -- --repair' },
] as const;

/** Begun once nothing else is at work: they are slower on busy cores, and some of them wait no more than so long. */
const tests = { name: 'tests', script: 'test', fix: 'npm test -- FILE runs one file' } as const;

type Stage = (typeof stages)[number] | typeof tests;

async function checkCode(skipTests: boolean, streams: CommandStreams): Promise<number> {
  const waiting: Stage[] = [...stages];
  const failed: Stage[] = [];
  const work = async (): Promise<void> => {
    for (let stage = waiting.shift(); stage !== undefined; stage = waiting.shift())
      if (!(await checkStage(stage, streams))) failed.push(stage);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  if (failed.length > 0) return 1;
  if (!skipTests) return (await checkStage(tests, streams)) ? 0 : 1;
  streams.out.write('skipped  tests\n');
  return 0;
}

/** Whether a stage passed, or had nothing to do; says so. */
async function checkStage({ name, script, fix }: Stage, { out, err }: CommandStreams): Promise<boolean> {
  const startedAt = performance.now();
  const { exitCode, output } = script === null ? await checkIndexQuickly() : await runScript(script);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (exitCode === null) {
    out.write(`skipped  ${name}  ${output}\n`);
    return true;
  }
  if (exitCode === 0) {
    out.write(`${styleText('green', 'ok')}       ${name}  ${seconds} s\n`);
    return true;
  }
  err.write(output);
  out.write(`${styleText('red', 'failed')}   ${name}  ${seconds} s  to fix: ${fix}\n`);
  return false;
}

/** What a stage came to; the exit code is null where there was nothing to do. */
interface StageResult {
  readonly exitCode: number | null;
  readonly output: string;
}

/** A fresh clone has no index, and needs none to be checked. */
async function checkIndexQuickly(): Promise<StageResult> {
  const { indexFolder } = loadConfig();
  try {
    const verification = await verifyIndex(indexFolder, { isQuick: true });
    return { exitCode: verification.problems.length === 0 ? 0 : 1, output: renderVerification(verification) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (error.code === 'index-missing') return { exitCode: null, output: `there is none in ${indexFolder}` };
    return { exitCode: 1, output: `${describeError(error)}\n` };
  }
}

/** Runs a script of package.json; what it prints is kept, and shown only if it fails. */
async function runScript(script: string): Promise<StageResult> {
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
