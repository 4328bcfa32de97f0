import path from 'node:path';
import { indexCorpus } from '../../../src/pipeline/index-corpus.ts';
import { openAnswerer } from '../../../src/pipeline/open-answerer.ts';
import { createFakeEmbedder } from '../../support/fake-embedder.ts';
import { placesIn, writeEdition } from './editions.ts';

/** Run as a process of its own, whose memory is its own: asks many questions, changes the index between them, prints its memory. */
const [folder = '', questionCount = '0', reindexes = '0'] = process.argv.slice(2);
const { indexFolder, cacheFile } = placesIn(folder);
const corpora = [
  writeEdition(path.join(folder, 'amber'), 'amber'),
  writeEdition(path.join(folder, 'violet'), 'violet'),
];
const index = (turn: number): Promise<unknown> =>
  indexCorpus({
    folders: [corpora[turn % 2] ?? ''],
    indexFolder,
    cacheFile,
    embedder: createFakeEmbedder(),
    holder: 'a fault',
  });
await index(0);
const answerer = await openAnswerer(indexFolder, createFakeEmbedder(), () => undefined);
const samples: number[] = [];
let errors = 0;
const between = Math.floor(Number(questionCount) / Number(reindexes));
for (let at = 0; at < Number(questionCount); at++) {
  if (at % between === 0) await index(at / between + 1);
  if (at % 500 === 0) {
    globalThis.gc?.();
    samples.push(process.memoryUsage().rss / 1e6);
  }
  try {
    await answerer.answer(`What do visitor ${String(at)} of the museum and the ferry pay?`);
  } catch {
    errors += 1;
  }
}
globalThis.gc?.();
samples.push(process.memoryUsage().rss / 1e6);
await answerer.close();
process.stdout.write(`${JSON.stringify({ samples, errors })}\n`);
