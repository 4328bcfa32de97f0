import type { Config } from '../config.ts';
import type { Embedder } from '../embed/embedder.ts';

/**
 * Loads the embedding model that the settings name.
 *
 * @param options.inWorker in a thread of its own: for a program that answers while it indexes; what answers once and ends
 *   starts sooner without. False if not given
 * @throws UserError `model-missing`, `model-unloadable`
 */
export async function loadEmbedder(
  { embeddingModel: model, embeddingThreads: threads, hubCache }: Config,
  { inWorker = false }: { readonly inWorker?: boolean } = {},
): Promise<Embedder> {
  // The runtime and its libraries take half a second to load, which a wrong argument or `--help` need not wait for.
  const { loadE5 } = await import('../embed/e5.ts');
  return loadE5({ model, threads, hubCache, inWorker });
}
