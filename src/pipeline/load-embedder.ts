import type { Config } from '../config.ts';
import { loadE5 } from '../embed/e5.ts';
import type { Embedder } from '../embed/embedder.ts';

/** Loads the embedding model that the settings name. @throws UserError `model-missing`, `model-unloadable` */
export async function loadEmbedder(config: Config): Promise<Embedder> {
  const { embeddingModel: model, embeddingThreads: threads, hubCache } = config;
  return loadE5({ model, threads, hubCache });
}
