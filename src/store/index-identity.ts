import { z } from 'zod';

/** The shape of an identity where it was written: in the database and in a snapshot's manifest. */
export const identitySchema = z.object({
  modelId: z.string(),
  /** SHA-256 of the model file. */
  modelFileHash: z.string(),
  dimension: z.number().int().positive(),
  /** Prefixes put before questions and passages, as one string. */
  prefix: z.string(),
  /** Versions of how pages are read, cut into chunks and cut into terms, and how embeddings are centred, as one string. */
  textVersion: z.string(),
});

/** What an index was built with. Two indexes are comparable only where all of this is equal. */
export type IndexIdentity = Readonly<z.infer<typeof identitySchema>>;
