import { cpSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { indexCorpus } from '../../../src/pipeline/index-corpus.ts';
import { createFakeEmbedder } from '../../support/fake-embedder.ts';
import { startChild } from './child.ts';
import type { Child } from './child.ts';
import { askIndex, hashIndex, placesIn, writeEdition } from './editions.ts';
import type { Edition } from './editions.ts';
import { describePercentile } from './fault.ts';
import type { Fault, FaultContext } from './fault.ts';

/** Brings an index to the state of its corpus, here and now. */
export async function indexHere({
  corpus,
  indexFolder,
  cacheFile,
}: ReturnType<typeof placesIn>): Promise<void> {
  await indexCorpus({
    folders: [corpus],
    indexFolder,
    cacheFile,
    holder: 'a fault',
    embedder: createFakeEmbedder(),
  });
}

/** An index of one edition beside what a clean build of each edition is. */
export interface Prepared {
  /** Holds a corpus and an index of the first edition, to be copied. */
  readonly template: string;
  readonly hashes: Readonly<Record<Edition, string>>;
}

/** Builds both editions cleanly, with the corpus at the path that every round uses. */
export async function prepareEditions(folder: string, pageCount?: number): Promise<Prepared> {
  const template = path.join(folder, 'template');
  const build = async (edition: Edition): Promise<string> => {
    const places = placesIn(path.join(folder, edition));
    writeEdition(places.corpus, edition, pageCount);
    await indexHere(places);
    return hashIndex(places.indexFolder);
  };
  const hashes = { amber: await build('amber'), violet: await build('violet') };
  cpSync(path.join(folder, 'amber'), template, { recursive: true });
  return { template, hashes };
}

/** A fresh copy of the prepared index, whose corpus is of the second edition already. */
export function startRound(
  folder: string,
  { template }: Prepared,
  pageCount?: number,
): ReturnType<typeof placesIn> {
  rmSync(folder, { recursive: true, force: true });
  cpSync(template, folder, { recursive: true });
  const places = placesIn(folder);
  writeEdition(places.corpus, 'violet', pageCount);
  return places;
}

/** What an index was found to be after something went wrong. */
export interface Found {
  readonly edition: Edition | 'mixed';
  readonly wrong: number;
  readonly restartMs: number;
}

/** Opens an index as a restarted program does, and asks it. */
export async function reopen(
  { corpus, indexFolder }: ReturnType<typeof placesIn>,
  { hashes }: Prepared,
  pageCount?: number,
): Promise<Found> {
  const hash = await hashIndex(indexFolder);
  const edition = hash === hashes.amber ? 'amber' : hash === hashes.violet ? 'violet' : 'mixed';
  if (edition === 'mixed') return { edition, wrong: 1, restartMs: 0 };
  // Quotes are checked against the pages, so these have to be of the edition that is quoted.
  writeEdition(corpus, edition, pageCount);
  const { editions, quotes, wrong, firstAnswerMs } = await askIndex(indexFolder);
  const isOne = quotes > 0 && [...editions].every((each) => each === edition);
  return { edition, wrong: wrong + (isOne ? 0 : 1), restartMs: firstAnswerMs };
}

/** Goes on where the round stopped, and says whether the result is what a clean build is. */
export async function resume(
  places: ReturnType<typeof placesIn>,
  { hashes }: Prepared,
  pageCount?: number,
): Promise<boolean> {
  writeEdition(places.corpus, 'violet', pageCount);
  await indexHere(places);
  const isClean = !readdirSync(places.indexFolder).some((name) => name.endsWith('.tmp'));
  return isClean && (await hashIndex(places.indexFolder)) === hashes.violet;
}

const wordsOf = (
  { corpus, indexFolder, cacheFile }: ReturnType<typeof placesIn>,
  pauseMs: number,
): string[] => [corpus, indexFolder, cacheFile, String(pauseMs)];

/** The embedder of the killed process takes this long a batch, so that a part of the kills falls into it. */
const pauseMs = 20;

/** How long an undisturbed reindex takes from the word to begin to its end. */
async function measureReindex(folder: string, prepared: Prepared): Promise<number> {
  const child = startChild('index-child.ts', { words: wordsOf(startRound(folder, prepared), pauseMs) });
  await child.ready;
  const startedMs = performance.now();
  child.begin();
  const { exitCode, err } = await child.ended;
  if (exitCode !== 0) throw new Error(`the reindex to be killed does not work: ${err}`);
  return performance.now() - startedMs;
}

async function killAtRandom({ folder, isLong, random }: FaultContext) {
  const prepared = await prepareEditions(folder);
  const wholeMs = await measureReindex(path.join(folder, 'round-0'), prepared);
  const rounds = isLong ? 200 : 10;
  const counts = { amber: 0, violet: 0, mixed: 0, finished: 0, resumed: 0, wrong: 0, crashed: 0 };
  const restarts: number[] = [];
  const start = (round: number): { readonly child: Child; readonly places: ReturnType<typeof placesIn> } => {
    const places = startRound(path.join(folder, `round-${String(round % 2)}`), prepared);
    return { places, child: startChild('index-child.ts', { words: wordsOf(places, pauseMs) }) };
  };
  let next = start(0);
  for (let round = 0; round < rounds; round++) {
    const { child, places } = next;
    await child.ready;
    child.begin();
    await setTimeout(random() * wholeMs);
    child.process.kill('SIGKILL');
    const { signal } = await child.ended;
    // The next process starts up while this one's index is looked at.
    if (round + 1 < rounds) next = start(round + 1);
    if (signal !== 'SIGKILL') counts.finished += 1;
    try {
      const { edition, wrong, restartMs } = await reopen(places, prepared);
      counts[edition] += 1;
      counts.wrong += wrong;
      if (edition !== 'mixed') restarts.push(restartMs);
      counts.resumed += (await resume(places, prepared)) ? 1 : 0;
    } catch {
      counts.crashed += 1;
    }
  }
  return { rounds, counts, restarts };
}

/** Faults 1 and 38 are two readings of the same kills. */
export const killFault: Fault = {
  id: '1, 38',
  title: '`kill -9` of a reindex at a random point; then the reindex is resumed',
  holds: 'the old or the new index serves, never a mix; resumed, it equals a clean build',
  async inject(context) {
    const { rounds, counts, restarts } = await killAtRandom(context);
    return {
      injected: rounds,
      detected: Math.min(counts.amber + counts.violet, counts.resumed),
      crashed: counts.crashed,
      wrong: counts.wrong + (rounds - counts.crashed - counts.resumed),
      note:
        `old index ${String(counts.amber)}, new ${String(counts.violet)} (${String(counts.finished)} had finished), ` +
        `resumed to a clean build ${String(counts.resumed)}; restart to first answer p95 ${describePercentile(restarts, 0.95)}`,
    };
  },
};
