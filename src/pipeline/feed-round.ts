import { deskFileOf } from '../config.ts';
import type { Config } from '../config.ts';
import { openDeskStore } from '../store/sqlite/desk/sqlite-desk-store.ts';
import { loadEmbedder } from './load-embedder.ts';
import { pollFeeds } from './poll-feeds.ts';
import type { PollOptions, PollReport } from './poll-feeds.ts';
import type { OnProgress } from './progress.ts';

/** One round over the feeds of the settings. */
export interface RoundOptions extends Pick<PollOptions, 'fetch' | 'onlyIds' | 'mayFetchPages'> {
  readonly holder: string;
  readonly onProgress?: OnProgress;
}

/**
 * Asks the feeds that are due, once, without Discord. The model is loaded only where there is a feed.
 *
 * @throws UserError as `openDeskStore`, `loadEmbedder`, `pollFeeds`
 */
export async function runFeedRound(
  config: Config,
  { onProgress, ...options }: RoundOptions,
): Promise<PollReport> {
  const desk = openDeskStore(deskFileOf(config));
  try {
    if ((await desk.listFeeds('all')).length === 0) return { isHolder: true, feeds: [], isIndexed: false };
    const embedder = await loadEmbedder(config);
    try {
      return await pollFeeds({
        ...options,
        desk,
        index: {
          corpusFolder: config.corpusFolder,
          indexFolder: config.indexFolder,
          cacheFile: config.embeddingCache,
          embedder,
          holder: options.holder,
          ...(onProgress && { onProgress }),
        },
        now: () => Date.now(),
        random: () => Math.random(),
      });
    } finally {
      await embedder.close();
    }
  } finally {
    await desk.close();
  }
}
