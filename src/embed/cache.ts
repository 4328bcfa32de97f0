import { createHash } from 'node:crypto';
import type { Centering } from './centering.ts';
import type { Embedder, ModelIdentity } from './embedder.ts';

/** Keeps embeddings by key, so that an unchanged text is never embedded again. */
export interface EmbeddingCache {
  get(key: string): Float32Array | undefined;
  /** Stores all of them or none; once it returns they outlive a crash. */
  put(entries: Iterable<readonly [key: string, embedding: Float32Array]>): void;
}

/** Finds what was embedded before: by key, and centred as a text of the language. */
export type EmbeddingOf = (key: string, language: string) => Float32Array;

/** Reads embeddings that the cache must have; they are kept as the model gave them and centred here. */
export function readEmbeddings(cache: EmbeddingCache, centering: Centering | null): EmbeddingOf {
  return (key, language) => {
    const embedding = cache.get(key);
    if (embedding === undefined) throw new RangeError(`the embedding cache lost ${key}`);
    return centering === null ? embedding : centering.passage(embedding, language);
  };
}

/** Embeddings stored at once: small enough to lose little when interrupted, large enough to cost no time. */
const batchSize = 64;

/** What decides an embedding: the text, the prefix, the model's weights and how texts are cut. */
export function embeddingKey(text: string, model: ModelIdentity, chunkerVersion: number): string {
  const parts = [model.fileHash, model.prefix.passage, String(chunkerVersion), text];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/**
 * Embeds those of the texts that the cache does not have, shortest first so that the rate shown settles early.
 *
 * @param texts key → text
 * @param onEmbedded called with the number done of all missing ones
 */
export async function embedMissing(
  texts: ReadonlyMap<string, string>,
  embedder: Embedder,
  cache: EmbeddingCache,
  onEmbedded: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  const missing = [...texts].filter(([key]) => cache.get(key) === undefined);
  missing.sort(([, a], [, b]) => a.length - b.length);
  onEmbedded(0, missing.length);
  for (let start = 0; start < missing.length; start += batchSize) {
    const batch = missing.slice(start, start + batchSize);
    const embeddings = await embedder.embedPassages(
      batch.map(([, text]) => text),
      (done) => {
        onEmbedded(start + done, missing.length);
      },
    );
    cache.put(batch.flatMap(([key], position) => pair(key, embeddings[position])));
  }
}

function pair(key: string, embedding: Float32Array | undefined): [string, Float32Array][] {
  return embedding === undefined ? [] : [[key, embedding]];
}
