import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { UserError } from '../../../src/errors.ts';
import { indexCorpus } from '../../../src/pipeline/index-corpus.ts';
import { createFakeEmbedder } from '../../support/fake-embedder.ts';

/**
 * Run as a process of its own, which may be killed: says `ready`, waits for a line, indexes a folder with the fake
 * embedder and prints as JSON what came of it.
 */
const [corpus = '', indexFolder = '', cacheFile = '', pauseMs = '0', isHoarding = ''] = process.argv.slice(2);
const embedder = createFakeEmbedder();
/** Grows until there is no memory left, where that is asked for. */
const hoard: string[][] = [];
process.stdout.write('ready\n');
await once(process.stdin, 'data');
process.stdin.pause();
try {
  const { counts } = await indexCorpus({
    folders: [corpus],
    indexFolder,
    cacheFile,
    holder: `process ${String(process.pid)}`,
    embedder: {
      ...embedder,
      async embedPassages(texts, onEmbedded) {
        await setTimeout(Number(pauseMs));
        while (isHoarding !== '')
          hoard.push(
            Array.from({ length: 1000 }, (_, at) => `${texts[0] ?? ''} ${String(hoard.length + at)}`),
          );
        return embedder.embedPassages(texts, onEmbedded);
      },
    },
  });
  process.stdout.write(`${JSON.stringify({ counts })}\n`);
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stdout.write(`${JSON.stringify({ code: error.code, context: error.context })}\n`);
  process.exitCode = 1;
}
