import type { Embedder } from '../../src/embed/embedder.ts';

/** What a fake embedder differs in from the usual one. */
export interface FakeOptions {
  readonly id?: string;
  readonly dimension?: number;
  /** Throws `FakeInterruption` when it is to embed one passage more than this. */
  readonly failAfter?: number;
}

/** A fake embedder that remembers which passages it embedded. */
export interface FakeEmbedder extends Embedder {
  readonly embedded: readonly string[];
}

/** Stands for a process that is stopped in the middle of its work. */
export class FakeInterruption extends Error {
  override readonly name = 'FakeInterruption';
}

export const fakeDimension = 32;

const fakePrefix = { question: 'query: ', passage: 'passage: ' } as const;

/** Words, and single characters and bigrams where a script writes no spaces: texts that share them are near. */
export function createFakeEmbedder({
  id = 'fake',
  dimension = fakeDimension,
  failAfter = Infinity,
}: FakeOptions = {}): FakeEmbedder {
  const embedded: string[] = [];
  return {
    embedded,
    identity: { id, fileHash: `hash of ${id}`, dimension, prefix: fakePrefix },
    centering: null,
    maxModelTokens: 512,
    countTokens: (text) => cutPieces(text).length,
    embedQuestion: async (question) => embedText(fakePrefix.question + question, dimension),
    async embedPassages(texts, onEmbedded) {
      const embeddings: Float32Array[] = [];
      for (const text of texts) {
        if (embedded.length >= failAfter) throw new FakeInterruption(`after ${String(failAfter)} texts`);
        embedded.push(text);
        embeddings.push(embedText(fakePrefix.passage + text, dimension));
        onEmbedded?.(embeddings.length);
      }
      return embeddings;
    },
    close: async () => undefined,
  };
}

/** The embedding the fake gives a passage. */
export function embedFakePassage(text: string): Float32Array {
  return embedText(fakePrefix.passage + text, fakeDimension);
}

/** The embedding the fake gives a question. */
export function embedFakeQuestion(text: string): Float32Array {
  return embedText(fakePrefix.question + text, fakeDimension);
}

/**
 * Each piece adds 1 at a place its hash chooses; then a constant first number lifts every cosine to .7 and above, as
 * e5's are, so that thresholds made for the real model mean the same here.
 */
function embedText(text: string, dimension: number): Float32Array {
  const counts = new Float32Array(dimension);
  for (const piece of cutPieces(text.toWellFormed().toLowerCase())) {
    const place = 1 + (hashPiece(piece) % (dimension - 1));
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const length = Math.hypot(...counts) || 1;
  const embedding = counts.map((count) => (count / length) * Math.sqrt(0.3));
  embedding[0] = Math.sqrt(0.7);
  const norm = Math.hypot(...embedding);
  return embedding.map((value) => value / norm);
}

function cutPieces(text: string): string[] {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.flatMap((word) => (/[\p{Script=Han}\p{Script=Kana}]/u.test(word) ? cutBigrams(word) : [word]));
}

function cutBigrams(word: string): string[] {
  const characters = [...word];
  return characters.map((character, at) => character + (characters[at + 1] ?? ''));
}

/** FNV-1a, 32 bits. */
function hashPiece(piece: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(piece)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
