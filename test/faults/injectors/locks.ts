import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readResult, startChild } from './child.ts';
import { hashIndex, placesIn, writeEdition } from './editions.ts';
import type { Fault, FaultContext } from './fault.ts';
import { indexHere, prepareEditions, startRound } from './kill.ts';

async function race({ folder, isLong }: FaultContext) {
  const prepared = await prepareEditions(path.join(folder, 'prepared'));
  const figures = { injected: 0, detected: 0, crashed: 0, wrong: 0 };
  const pauseMs = '150';
  for (let round = 0; round < (isLong ? 10 : 1); round++) {
    const places = startRound(path.join(folder, 'round'), prepared);
    const words = [places.corpus, places.indexFolder, places.cacheFile, pauseMs];
    const children = [startChild('index-child.ts', { words }), startChild('index-child.ts', { words })];
    await Promise.all(children.map(({ ready }) => ready));
    for (const child of children) child.begin();
    const ends = await Promise.all(children.map(({ ended }) => ended));
    const winner = ends.findIndex(({ exitCode }) => exitCode === 0);
    const loser = ends.map(readResult).find((result) => result?.code === 'index-busy');
    // Started together, one may also come only after the other has finished.
    const areBothDone = ends.every(({ exitCode }) => exitCode === 0);
    const isNamed = loser?.context?.['holder'] === `process ${String(children[winner]?.process.pid)}`;
    figures.injected += 1;
    figures.detected += areBothDone || isNamed ? 1 : 0;
    figures.crashed += ends.some((end) => end.signal !== null || readResult(end) === undefined) ? 1 : 0;
    figures.wrong += (await hashIndex(places.indexFolder)) === prepared.hashes.violet ? 0 : 1;
  }
  return figures;
}

/** A lock whose holder was killed, and a note that names a process that lives and is not the holder. */
async function leaveLocks({ folder }: FaultContext) {
  const places = placesIn(path.join(folder, 'left'));
  writeEdition(places.corpus, 'amber');
  const note = path.join(places.indexFolder, 'writer.txt');
  const figures = { injected: 0, detected: 0, crashed: 0, wrong: 0 };
  const child = startChild('index-child.ts', {
    words: [places.corpus, places.indexFolder, places.cacheFile, '20000'],
  });
  await child.ready;
  child.begin();
  for (let waited = 0; waited < 100 && !isWritten(note); waited++) await setTimeout(50);
  child.process.kill('SIGKILL');
  await child.ended;
  for (const left of [readFileSync(note, 'utf8'), `process ${String(process.pid)}`, 'process 1', '']) {
    writeFileSync(note, left);
    figures.injected += 1;
    await indexHere(places).then(
      () => (figures.detected += 1),
      () => (figures.wrong += 1),
    );
  }
  return figures;
}

function isWritten(file: string): boolean {
  try {
    return readFileSync(file, 'utf8') !== '';
  } catch {
    return false;
  }
}

/** Fault 20. */
export const twoIndexersFault: Fault = {
  id: '20',
  title: 'Two indexers at once; a lock left by a killed one; a note with the id of another process',
  holds: 'one wins, the other names it; a lock that nobody holds is taken over',
  async inject(context) {
    const [raced, left] = [await race(context), await leaveLocks(context)];
    return {
      injected: raced.injected + left.injected,
      detected: raced.detected + left.detected,
      crashed: raced.crashed + left.crashed,
      wrong: raced.wrong + left.wrong,
      note: `${String(raced.injected)} races, ${String(left.injected)} locks left behind`,
    };
  },
};
