import { setTimeout } from 'node:timers/promises';
import { indexCorpus } from '../../../src/pipeline/index-corpus.ts';
import { createFakeEmbedder } from '../../support/fake-embedder.ts';

/** Run as a process of its own: changes an index again and again from one corpus to the other, and ends on the second. */
const [first = '', second = '', indexFolder = '', cacheFile = '', changes = '0', pauseMs = '0'] =
  process.argv.slice(2);
process.stdout.write('ready\n');
for (let change = 1; change <= Number(changes); change++) {
  const folders = [(Number(changes) - change) % 2 === 0 ? second : first];
  await indexCorpus({
    folders,
    indexFolder,
    cacheFile,
    embedder: createFakeEmbedder(),
    holder: 'the changer',
  });
  await setTimeout(Number(pauseMs));
}
