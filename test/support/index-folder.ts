import path from 'node:path';
import { indexCorpus } from '../../src/pipeline/index-corpus.ts';
import { createFakeEmbedder } from './fake-embedder.ts';

/** Run as a process of its own, whose memory is its own: indexes a folder and prints what came of it and what it took. */
const [folder = '', indexFolder = ''] = process.argv.slice(2);
const startedMs = performance.now();
const { counts, filesFound, setAside } = await indexCorpus({
  folders: [folder],
  indexFolder,
  cacheFile: path.join(indexFolder, 'cache.db'),
  embedder: createFakeEmbedder(),
  holder: 'a test',
});
process.stdout.write(
  JSON.stringify({
    counts,
    filesFound,
    setAside,
    tookMs: performance.now() - startedMs,
    // In KiB, as getrusage gives it.
    peakBytes: process.resourceUsage().maxRSS * 1024,
  }),
);
