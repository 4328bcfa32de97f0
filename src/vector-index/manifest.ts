import { readFileSync } from 'node:fs';
import { systemErrorCode } from '../errors.ts';
import { z } from 'zod';
import { identitySchema } from '../store/index-identity.ts';

/** Raised when the snapshot's files change in a way that older programs can not read. */
export const manifestFormat = 1;

const manifestSchema = z.object({
  format: z.literal(manifestFormat),
  /** Name of the snapshot file, which holds the first half of its own hash. */
  file: z.string().regex(/^vectors-[0-9a-f]{16}\.hnsw$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().positive(),
  /** Chunks that can be found in it. */
  count: z.number().int().nonnegative(),
  /** Chunks that are in the graph but were removed. */
  removed: z.array(z.number().int()).default([]),
  /** The largest id in it; 0 where an older version wrote it: then what came after can only be told by loading it. */
  lastChunkId: z.number().int().nonnegative().default(0),
  /** The last change of the index that it contains. */
  change: z.number().int().nonnegative().default(0),
  identity: identitySchema,
  graph: z.object({ m: z.number(), efConstruction: z.number(), seed: z.number() }),
});

/** Describes a snapshot of the vector index, so that it is loaded only when it is what it should be. */
export type Manifest = z.infer<typeof manifestSchema>;

/** The manifest in a file; `missing` where there is none, `unreadable` where it is not one of ours. */
export function readManifest(file: string): Manifest | 'missing' | 'unreadable' {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return systemErrorCode(error) === 'ENOENT' ? 'missing' : 'unreadable';
  }
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    // Whatever is wrong with it, the answer is the same: it can not be trusted, and the index is made anew.
    return 'unreadable';
  }
}
