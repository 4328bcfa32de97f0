import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadConfig } from '../../src/config.ts';
import type { Embedder } from '../../src/embed/embedder.ts';
import { indexCorpus } from '../../src/pipeline/index-corpus.ts';
import { loadEmbedder } from '../../src/pipeline/load-embedder.ts';
import { openAnswerer } from '../../src/pipeline/open-answerer.ts';
import type { Answerer } from '../../src/answer/answerer.ts';

/**
 * Answers from a corpus folder through an index of its own that goes on closing.
 *
 * @param given stays open on closing; the model of the repository if not given
 */
export async function openRealAnswerer(corpusFolder: string, given?: Embedder): Promise<Answerer> {
  const embedder = given ?? (await loadEmbedder(loadConfig({})));
  const folder = mkdtempSync(path.join(tmpdir(), 'newsquote-golden-'));
  const indexFolder = path.join(folder, 'index');
  const cacheFile = path.join(folder, 'cache.db');
  await indexCorpus({ folders: [corpusFolder], indexFolder, cacheFile, embedder, holder: 'golden test' });
  const answerer = await openAnswerer(indexFolder, embedder, () => undefined);
  return {
    ...answerer,
    async close() {
      await answerer.close();
      if (given === undefined) await embedder.close();
      rmSync(folder, { recursive: true });
    },
  };
}
