import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { loadConfig } from '../../../src/config.ts';
import { projectFolder, runScript } from '../../support/run-script.ts';
import { startChild } from './child.ts';
import { placesIn } from './editions.ts';
import type { Fault, FaultContext } from './fault.ts';
import { prepareEditions, reopen, resume, startRound } from './kill.ts';

/** Each runs out at another point. */
const heapMegabytes = [48, 64, 80, 96, 128];

async function runOutOfMemory({ folder }: FaultContext) {
  const prepared = await prepareEditions(path.join(folder, 'prepared'));
  const figures = { injected: 0, detected: 0, crashed: 0, wrong: 0 };
  const ends = new Set<string>();
  for (const megabytes of heapMegabytes) {
    const places = startRound(path.join(folder, 'round'), prepared);
    const child = startChild('index-child.ts', {
      words: [places.corpus, places.indexFolder, places.cacheFile, '0', 'hoard'],
      nodeOptions: [`--max-old-space-size=${String(megabytes)}`],
    });
    child.begin();
    const end = await child.ended;
    ends.add(end.signal ?? `exit ${String(end.exitCode)}`);
    const { wrong } = await reopen(places, prepared);
    const isResumed = await resume(places, prepared);
    figures.injected += 1;
    figures.wrong += wrong + (isResumed ? 0 : 1);
    figures.detected += /heap out of memory/.test(end.err) && wrong === 0 && isResumed ? 1 : 0;
  }
  const how = [...ends].join(', ');
  return {
    ...figures,
    note: `heaps of ${heapMegabytes.join(', ')} MB, used up while embedding; V8 itself ends the process (${how}), which no program can prevent`,
  };
}

/** Fault 34. */
export const outOfMemoryFault: Fault = {
  id: '34',
  isLongOnly: true,
  title: 'Out of memory while indexing',
  holds: 'the process ends with a message, the index is whole, the reindex can be resumed',
  inject: runOutOfMemory,
};

/** A folder like the repository's model in all but one file, which `change` gets to write; without it that file is missing. */
function copyModel(to: string, change?: (from: string, to: string) => void): string {
  const { embeddingModel: from } = loadConfig({});
  mkdirSync(path.join(to, 'onnx'), { recursive: true });
  for (const name of readdirSync(from))
    if (name !== 'onnx') symlinkSync(path.join(from, name), path.join(to, name));
  const weights = path.join('onnx', 'model_quantized.onnx');
  change?.(path.join(from, weights), path.join(to, weights));
  return to;
}

/** The same weights but for one byte in their middle, which is a number of one of them. */
function changeByte(from: string, to: string): void {
  copyFileSync(from, to);
  const bytes = readFileSync(to);
  const at = bytes.length >> 1;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(to, bytes);
}

async function changeModel({ folder }: FaultContext) {
  const { indexFolder, cacheFile } = placesIn(folder);
  const environment = { NEWSQUOTE_INDEX: indexFolder, EMBEDDING_CACHE: cacheFile };
  const corpus = path.join(projectFolder, 'corpus');
  const built = await runScript('scripts/build-index.ts', ['--corpus', corpus, '--quiet'], { environment });
  if (built.exitCode !== 0) throw new Error(`the index can not be built: ${built.err}`);
  const cases = [
    { model: copyModel(path.join(folder, 'missing')), says: /There is no embedding model .*missing/ },
    {
      model: copyModel(path.join(folder, 'changed'), changeByte),
      says: /was built with .*file [0-9a-f]{12}.*[^]*settings say .*file [0-9a-f]{12}/,
    },
    {
      model: copyModel(path.join(folder, 'cut'), (_from, to) => writeFileSync(to, 'no weights')),
      says: /could not be loaded from/,
    },
  ];
  const figures = { injected: 0, detected: 0, crashed: 0, wrong: 0 };
  for (const { model, says } of cases) {
    const asked = await runScript('scripts/ask.ts', ['Why was the swimming pool spared?'], {
      environment: { ...environment, EMBEDDING_MODEL: model },
    });
    figures.injected += 1;
    figures.detected += asked.exitCode === 1 && says.test(asked.err) ? 1 : 0;
    figures.crashed += asked.exitCode === 1 && !asked.err.includes('This is a bug') ? 0 : 1;
    figures.wrong += asked.out === '' ? 0 : 1;
  }
  return { ...figures, note: 'missing, one byte changed (both hashes are named), cut off' };
}

/** Fault 36. */
export const changedModelFault: Fault = {
  id: '36',
  title: 'The model file missing or changed (`npm run ask`)',
  holds: 'a clear message, no answer',
  isLongOnly: true,
  inject: changeModel,
};

/** Runs a script until it has written this to standard error, sends SIGTERM, and says how and when it ended. */
async function terminate(
  script: string,
  words: readonly string[],
  at: RegExp,
  environment: Record<string, string>,
) {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(projectFolder, script), ...words], {
    cwd: projectFolder,
    env: { ...process.env, ...environment },
  });
  let [text, sentMs] = ['', 0];
  const listen = (part: Buffer): void => {
    text += part.toString();
    if (sentMs > 0 || !at.test(text)) return;
    sentMs = performance.now();
    child.kill('SIGTERM');
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  child.stdin.write('Why was the swimming pool spared?\n');
  const [exitCode, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return {
    tookMs: performance.now() - sentMs,
    end: signal ?? `exit ${String(exitCode)}`,
    isSent: sentMs > 0,
  };
}

async function terminateAtWork({ folder }: FaultContext) {
  const { indexFolder, cacheFile } = placesIn(folder);
  const environment = {
    NEWSQUOTE_INDEX: indexFolder,
    EMBEDDING_CACHE: cacheFile,
    NEWSQUOTE_DATA: path.join(folder, 'data'),
  };
  const corpus = path.join(projectFolder, 'corpus');
  const index = ['scripts/build-index.ts', ['--corpus', corpus]] as const;
  const ends: string[] = [];
  const figures = { injected: 0, detected: 0, crashed: 0, wrong: 0 };
  for (const { script, words, at } of [
    { script: index[0], words: index[1], at: /Reading pages/ },
    { script: 'scripts/ask.ts', words: ['--stdin', '--json'], at: /"status"/ },
  ]) {
    if (script !== index[0]) await runScript(index[0], [...index[1], '--quiet'], { environment });
    const { tookMs, end, isSent } = await terminate(script, words, at, environment);
    const again = await runScript(index[0], [...index[1], '--quiet'], { environment });
    figures.injected += 1;
    figures.detected += isSent && tookMs < 10_000 && again.exitCode === 0 ? 1 : 0;
    figures.wrong += again.exitCode === 0 ? 0 : 1;
    ends.push(`${path.basename(script)} ${end} after ${tookMs.toFixed(0)} ms`);
  }
  rmSync(indexFolder, { recursive: true, force: true });
  return { ...figures, note: `${ends.join(', ')}; the bot’s half is not in this run` };
}

/** Fault 42, as far as it is about commands. */
export const terminatedFault: Fault = {
  id: '42',
  title: 'SIGTERM while indexing and while answering (`npm run index`, `npm run ask`)',
  holds: 'ended within 10 s, the index is whole',
  isLongOnly: true,
  inject: terminateAtWork,
};
