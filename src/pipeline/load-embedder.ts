import path from 'node:path';
import type { Config } from '../config.ts';
import { projectRoot } from '../config.ts';
import { loadE5 } from '../embed/e5.ts';
import type { Embedder } from '../embed/embedder.ts';

/** Loads the embedding model that the settings name. @throws UserError `model-missing`, `model-unloadable` */
export async function loadEmbedder({ embeddingModel, embeddingThreads }: Config): Promise<Embedder> {
  return loadE5({
    model: embeddingModel,
    threads: embeddingThreads,
    hubCache: path.join(projectRoot, 'embeddings/hub'),
  });
}
