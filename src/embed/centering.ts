import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * Takes out of an embedding what all texts of its language have in common. Embeddings of e5 lie in a narrow cone, and every
 * language in a corner of its own: the cosine of two texts says first of all whether they are of one language. Without the mean
 * of their language the cosine says more of what they are about (Mu and Viswanath, "All-but-the-Top", ICLR 2018; of languages,
 * Libovický et al., "On the Language Neutrality of Pre-trained Multilingual Representations", Findings of EMNLP 2020).
 */
export interface Centering {
  /** Changes with the means: embeddings centred differently must not be compared. */
  readonly version: string;
  /** A passage's or a sentence's embedding, L2-normalised; `language` is an ISO 639-1 code, maybe with a script. */
  passage(embedding: Float32Array, language: string): Float32Array;
  /** A question's, L2-normalised. */
  question(embedding: Float32Array, language: string): Float32Array;
}

const vector = z.array(z.number()).min(1);

/** The file beside a model's weights, written by `npm run language-means`. */
const meansSchema = z.object({
  version: z.string(),
  /** SHA-256 of the weights they were made with. */
  modelFileHash: z.string(),
  /** The question sets that they were measured on. */
  sources: z.array(z.string()),
  passages: z.record(z.string(), vector),
  questions: z.record(z.string(), vector),
});

/** The means of a model's embeddings by language. */
export type LanguageMeans = z.infer<typeof meansSchema>;

/**
 * How much of its language's mean is taken out of a question: the whole of it lowers retrieval within a language. Compared on
 * XQuAD zh and en with means of other texts (docs/decisions/0017-centred-embeddings.md).
 */
const questionShare = 0.5;

/**
 * The centering that a means file describes; null without the file or where it was made for other weights.
 *
 * @throws ZodError, SyntaxError where the file is damaged
 */
export function readCentering(
  file: string,
  model: { readonly fileHash: string; readonly dimension: number },
): Centering | null {
  if (!existsSync(file)) return null;
  const means = meansSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (means.modelFileHash !== model.fileHash) return null;
  return createCentering(means);
}

/** Centering by given means. */
export function createCentering({ version, passages, questions }: LanguageMeans): Centering {
  const ofPassage = meanByLanguage(passages);
  const ofQuestion = meanByLanguage(questions);
  return {
    version,
    passage: (embedding, language) => subtract(embedding, ofPassage(language), 1),
    question: (embedding, language) => subtract(embedding, ofQuestion(language), questionShare),
  };
}

/** A language's mean; for one without, the mean of all languages. */
function meanByLanguage(
  means: Readonly<Record<string, readonly number[]>>,
): (language: string) => Float32Array {
  const known = new Map(Object.entries(means).map(([language, mean]) => [language, Float32Array.from(mean)]));
  const all = averageVectors([...known.values()]);
  return (language) => known.get(language) ?? known.get(language.split('-')[0] ?? '') ?? all;
}

/** The mean of vectors of one length, number by number; empty of none. */
export function averageVectors(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const each of vectors) for (let at = 0; at < sum.length; at++) sum[at]! += each[at]! / vectors.length;
  return sum;
}

function subtract(embedding: Float32Array, mean: Float32Array, share: number): Float32Array {
  const centred = new Float32Array(embedding.length);
  let squares = 0;
  for (let at = 0; at < embedding.length; at++) {
    const value = embedding[at]! - share * mean[at]!;
    centred[at] = value;
    squares += value * value;
  }
  const norm = Math.sqrt(squares);
  // An embedding that is its language's mean says nothing: it is left as it was rather than divided by 0.
  if (norm < 1e-6) return embedding;
  for (let at = 0; at < centred.length; at++) centred[at]! /= norm;
  return centred;
}
