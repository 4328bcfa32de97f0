import type { Config } from '../config.ts';
import type { Embedder } from '../embed/embedder.ts';
import { UserError } from '../errors.ts';
import { indexCorpus } from './index-corpus.ts';
import { loadEmbedder } from './load-embedder.ts';
import { openAnswerer } from './open-answerer.ts';
import type { IndexNotice } from './open-answerer.ts';
import type { Answerer } from '../answer/answerer.ts';
import type { OnProgress } from './progress.ts';

/** What happens while a session opens, for whoever shows it. */
export interface SessionEvents {
  readonly onProgress: OnProgress;
  readonly onNotice: (notice: IndexNotice) => void;
  /** There is no index yet: one is built from the corpus folder now. */
  readonly onBuild: () => void;
}

/** How a session will be used. */
export interface SessionOptions {
  /** It answers for long and beside other work, so the model gets a thread of its own, which takes longer to start. */
  readonly isServing?: boolean;
}

/** An answerer with the model that it was opened with, for those who index beside it. */
export interface Session extends Answerer {
  readonly embedder: Embedder;
}

/**
 * Loads the model and opens the index that the settings name, ready for questions. Where there is no index, or only
 * the empty one that an interrupted first build leaves, it is built from the corpus folder first.
 *
 * @throws UserError as `loadEmbedder`, `openAnswerer` and `indexCorpus`
 */
export async function openSession(
  config: Config,
  holder: string,
  events: SessionEvents,
  { isServing = false }: SessionOptions = {},
): Promise<Session> {
  const embedder = await loadEmbedder(config, { inWorker: isServing });
  try {
    const answerer = await openOrBuild(config, embedder, holder, events);
    return {
      ...answerer,
      embedder,
      get counts() {
        return answerer.counts;
      },
      async close() {
        await answerer.close();
        await embedder.close();
      },
    };
  } catch (error) {
    await embedder.close();
    throw error;
  }
}

async function openOrBuild(
  { indexFolder, corpusFolder, embeddingCache }: Config,
  embedder: Embedder,
  holder: string,
  { onProgress, onNotice, onBuild }: SessionEvents,
): Promise<Answerer> {
  try {
    return await openAnswerer(indexFolder, embedder, onNotice);
  } catch (error) {
    if (!(error instanceof UserError && (error.code === 'index-missing' || error.code === 'index-empty')))
      throw error;
  }
  onBuild();
  await indexCorpus({
    folders: [corpusFolder],
    indexFolder,
    cacheFile: embeddingCache,
    embedder,
    onProgress,
    holder,
  });
  return openAnswerer(indexFolder, embedder, onNotice);
}
