import type { Centering } from './centering.ts';

/** Names the exact model that made an embedding; embeddings of different models are never compared. */
export interface ModelIdentity {
  /** The model's folder name or hub id. */
  readonly id: string;
  /** SHA-256 of the model file, hexadecimal. */
  readonly fileHash: string;
  /** Length of every embedding. */
  readonly dimension: number;
  /** What is put before a question and before a passage when it is embedded. */
  readonly prefix: { readonly question: string; readonly passage: string };
}

/** Turns texts into embeddings: Float32Array of length `dimension`, L2-normalised. */
export interface Embedder {
  readonly identity: ModelIdentity;
  /** Null for a model whose languages' means are not known; the embeddings below are not centred. */
  readonly centering: Centering | null;
  /** Longest input in model tokens, special tokens included; longer texts are cut by the model. */
  readonly maxModelTokens: number;
  /** Model tokens of the text, without prefix and special tokens. */
  countTokens(text: string): number;
  embedQuestion(question: string): Promise<Float32Array>;
  /**
   * Embeddings in the order of `texts`.
   *
   * @param onEmbedded called after each text with the number done so far
   */
  embedPassages(texts: readonly string[], onEmbedded?: (done: number) => void): Promise<Float32Array[]>;
  close(): Promise<void>;
}
