import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { indexCorpus } from '../../../src/pipeline/index-corpus.ts';
import { openAnswerer } from '../../../src/pipeline/open-answerer.ts';
import { createFakeEmbedder } from '../../support/fake-embedder.ts';
import { startChild } from './child.ts';
import { editionOf, placesIn, writeEdition } from './editions.ts';
import type { Edition } from './editions.ts';
import { describePercentile } from './fault.ts';
import type { Fault, FaultContext } from './fault.ts';

const questions = ['When does the ferry open again?', 'What do museum visitors pay?', '青崖铁路今天开放吗？'];

/** Two corpora that are both on the disk, and an index of the first. */
async function makeEditions(folder: string) {
  const { indexFolder, cacheFile } = placesIn(folder);
  const corpora = {
    amber: writeEdition(path.join(folder, 'amber'), 'amber'),
    violet: writeEdition(path.join(folder, 'violet'), 'violet'),
  };
  const index = async (edition: Edition): Promise<void> => {
    const embedder = createFakeEmbedder();
    await indexCorpus({ folders: [corpora[edition]], indexFolder, cacheFile, embedder, holder: 'a fault' });
  };
  await index('amber');
  return { corpora, indexFolder, cacheFile, index };
}

async function changeUnderLoad({ folder, isLong }: FaultContext) {
  const changes = isLong ? 20 : 2;
  const { corpora, indexFolder, cacheFile } = await makeEditions(folder);
  const notices: string[] = [];
  const answerer = await openAnswerer(indexFolder, createFakeEmbedder(), ({ problem }) =>
    notices.push(problem),
  );
  const child = startChild('load-child.ts', {
    words: [corpora.amber, corpora.violet, indexFolder, cacheFile, String(changes), '700'],
  });
  const changer = { isOver: false };
  const ended = child.ended.then((end) => {
    changer.isOver = true;
    return end;
  });
  const tookMs: number[] = [];
  const seen: (Edition | undefined)[] = [];
  let [wrong, errors] = [0, 0];
  const ask = async (at: number): Promise<Edition | undefined> => {
    const startedMs = performance.now();
    const { quotes } = await answerer.answer(questions[at % questions.length] ?? '', {
      minConfidence: 0,
      limit: 6,
    });
    tookMs.push(performance.now() - startedMs);
    const editions = new Set(quotes.map(({ text }) => editionOf(text)).filter((each) => each !== undefined));
    wrong += editions.size > 1 ? 1 : 0;
    return [...editions][0];
  };
  for (let at = 0; !changer.isOver; at++) {
    try {
      const edition = await ask(at);
      if (edition !== undefined && edition !== seen.at(-1)) seen.push(edition);
    } catch {
      errors += 1;
    }
    // Timers and the end of the process have their turn between questions.
    await setTimeout(1);
  }
  const end = await ended;
  const endedMs = performance.now();
  let last: Edition | undefined;
  while (last !== 'violet' && performance.now() - endedMs < 5000) {
    last = await ask(0);
    await setTimeout(20);
  }
  const followedMs = performance.now() - endedMs;
  await answerer.close();
  const isFollowed = last === 'violet' && followedMs < 2000;
  return {
    injected: changes,
    detected: isFollowed ? changes : 0,
    crashed: errors + (end.exitCode === 0 ? 0 : 1),
    wrong,
    note:
      `${String(tookMs.length)} questions, p99 ${describePercentile(tookMs, 0.99)}; the edition quoted changed ` +
      `${String(seen.length - 1)} times; the last change was ${isFollowed ? `seen after ${(followedMs / 1000).toFixed(1)} s` : 'not seen within 2 s'}`,
  };
}

/** Fault 21. */
export const changesUnderLoadFault: Fault = {
  id: '21',
  title: 'The index changes under load',
  holds: 'no error, no answer from two states; the last change is seen within 2 s',
  inject: changeUnderLoad,
};

async function askForLong({ folder }: FaultContext) {
  const [questionCount, reindexes] = [10_000, 50];
  const child = startChild('memory-child.ts', {
    words: [folder, String(questionCount), String(reindexes)],
    nodeOptions: ['--expose-gc'],
    timeoutMs: 900_000,
  });
  const { exitCode, signal, out, err } = await child.ended;
  if (exitCode !== 0) throw new Error(`ended by ${String(signal ?? exitCode)}: ${err.slice(-500)}`);
  const { samples, errors } = JSON.parse(out.trim().split('\n').at(-1) ?? '') as {
    samples: number[];
    errors: number;
  };
  const half = samples.slice(samples.length >> 1);
  const slope = ((half.at(-1) ?? 0) - (half[0] ?? 0)) / (questionCount / 2000 || 1);
  const isPlateau = slope < 2;
  return {
    injected: questionCount + reindexes,
    detected: isPlateau ? questionCount + reindexes : 0,
    crashed: errors,
    wrong: 0,
    note:
      `resident memory ${String(Math.round(samples[0] ?? 0))} MB at first, ${String(Math.round(half[0] ?? 0))} half way, ` +
      `${String(Math.round(half.at(-1) ?? 0))} at the end: ${slope.toFixed(2)} MB per 1,000 questions over the second half`,
  };
}

/** Fault 33. */
export const longRunFault: Fault = {
  id: '33',
  title: '10,000 questions and 50 reindexes in one process',
  holds: 'memory reaches a plateau',
  isLongOnly: true,
  inject: askForLong,
};
