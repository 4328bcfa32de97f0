import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { indexCorpus } from '../../../src/pipeline/index-corpus.ts';
import { UserError } from '../../../src/errors.ts';
import { createFakeEmbedder } from '../../support/fake-embedder.ts';
import { readResult, startChild } from './child.ts';
import { askIndex } from './editions.ts';
import type { Fault, FaultContext } from './fault.ts';
import { prepareEditions, reopen, resume, startRound } from './kill.ts';

/** Uses a small file system in memory; the reason where none can be mounted. */
async function withSmallDisk<T>(
  folder: string,
  kibibytes: number,
  use: () => Promise<T>,
): Promise<T | string> {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(kibibytes)}k`, 'tmpfs', folder], {
      stdio: 'pipe',
    });
  } catch {
    return 'no permission to mount a tmpfs';
  }
  try {
    return await use();
  } finally {
    execFileSync('umount', ['-l', folder], { stdio: 'pipe' });
  }
}

const pageCount = 40;
const diskKibibytes = 4096;

async function fillDisk({ folder, isLong }: FaultContext) {
  const prepared = await prepareEditions(path.join(folder, 'prepared'), pageCount);
  const figures = { injected: 0, detected: 0, crashed: 0, wrong: 0 };
  const ends = new Map<string, number>();
  let leftBytes = 0;
  // From no room at all to enough for the whole of it.
  const steps = isLong ? 24 : 2;
  for (let step = 0; step < steps; step++) {
    const places = startRound(path.join(folder, 'round'), prepared, pageCount);
    const disk = path.join(folder, 'disk');
    const result = await withSmallDisk(disk, diskKibibytes, async () => {
      const indexFolder = path.join(disk, 'index');
      cpSync(places.indexFolder, indexFolder, { recursive: true });
      const { bavail, bsize } = statfsSync(disk);
      const free = Math.round((step / (steps - 1)) ** 2 * 1_200_000);
      writeFileSync(path.join(disk, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - free)));
      const child = startChild('index-child.ts', { words: [places.corpus, indexFolder, places.cacheFile] });
      child.begin();
      const end = await child.ended;
      const code = end.exitCode === 0 ? 'done' : (readResult(end)?.code ?? `exit ${String(end.exitCode)}`);
      ends.set(code, (ends.get(code) ?? 0) + 1);
      const left = readdirSync(indexFolder).filter((name) => name.endsWith('.tmp'));
      leftBytes += left.reduce((sum, name) => sum + statSync(path.join(indexFolder, name)).size, 0);
      writeFileSync(path.join(disk, 'filler'), '');
      const onDisk = { ...places, indexFolder };
      const { wrong } = await reopen(onDisk, prepared, pageCount);
      return { code, wrong, isResumed: await resume(onDisk, prepared, pageCount) };
    });
    if (typeof result === 'string') return result;
    const isSaid = result.code === 'done' || result.code === 'index-unwritable';
    figures.injected += 1;
    figures.crashed += isSaid ? 0 : 1;
    figures.wrong += result.wrong + (result.isResumed ? 0 : 1);
    figures.detected += isSaid && result.wrong === 0 && result.isResumed ? 1 : 0;
  }
  const list = [...ends].map(([name, count]) => `${name} ${String(count)}`).join(', ');
  return {
    ...figures,
    note: `room for more and more of it; ends: ${list}; bytes left behind: ${String(leftBytes)}`,
  };
}

/** Fault 6. */
export const fullDiskFault: Fault = {
  id: '6',
  title: 'The disk is full at any phase of a reindex (a small tmpfs)',
  holds: 'the old index is whole, the exit code is not 0, no temporary file is left',
  inject: fillDisk,
};

async function forbidWriting({ folder }: FaultContext) {
  const prepared = await prepareEditions(path.join(folder, 'prepared'));
  const places = startRound(path.join(folder, 'round'), prepared);
  const disk = path.join(folder, 'disk');
  return withSmallDisk(disk, diskKibibytes, async () => {
    const indexFolder = path.join(disk, 'index');
    cpSync(places.indexFolder, indexFolder, { recursive: true });
    execFileSync('mount', ['-o', 'remount,ro', disk], { stdio: 'pipe' });
    const { wrong, restartMs } = await reopen({ ...places, indexFolder }, prepared);
    const { quotes } = await askIndex(indexFolder);
    const { corpus, cacheFile } = places;
    const refusal = await indexCorpus({
      folders: [corpus],
      indexFolder,
      cacheFile,
      holder: 'a fault',
      embedder: createFakeEmbedder(),
    }).then(
      () => undefined,
      (error: unknown) => error,
    );
    const isRefused = refusal instanceof UserError && refusal.code === 'index-unwritable';
    return {
      injected: 2,
      detected: (quotes > 0 ? 1 : 0) + (isRefused ? 1 : 0),
      crashed: refusal instanceof UserError ? 0 : 1,
      wrong,
      note: `answers after ${restartMs.toFixed(0)} ms; a reindex: index-unwritable`,
    };
  });
}

/** Fault 35. */
export const readOnlyDiskFault: Fault = {
  id: '35',
  title: 'A read-only disk',
  holds: 'it serves, and refuses to write with a clear message',
  inject: forbidWriting,
};
