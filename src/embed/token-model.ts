/** Which model to load, and how. */
export interface ModelSettings {
  /** The model's folder name or hub id. */
  readonly id: string;
  readonly isRemote: boolean;
  /** The folder that holds the model's folder; for a model from the hub, where it is kept. */
  readonly root: string;
  readonly dtype: 'q8' | 'fp32';
  /** Threads of one inference. */
  readonly threads: number;
}

/** The tokens of one text as the model takes them, by the names of its inputs; plain data, which threads can exchange. */
export type ModelInput = Readonly<
  Record<string, { readonly data: BigInt64Array; readonly dims: readonly number[] }>
>;

/** The part of an embedder that computes: tokens become an embedding, L2-normalised. */
export interface TokenModel {
  /** @param isUrgent goes before all that is not, but for what is being computed already */
  embed(input: ModelInput, isUrgent: boolean): Promise<Float32Array>;
  close(): Promise<void>;
}

/** What the worker starts with. */
export interface WorkerStart {
  readonly settings: ModelSettings;
  /** One number, 1 while the thread may be inside the runtime and must not be ended, else 0. Seen by both threads. */
  readonly atWork: Int32Array<SharedArrayBuffer>;
}

/** What the worker is told: a text to embed, or to end. */
export type WorkerRequest = { readonly input: ModelInput } | { readonly isEnd: true };

/** What the worker says, once for having loaded the model and once for each text, in their order. */
export type WorkerReply =
  { readonly embedding: Float32Array } | { readonly error: unknown } | { readonly isLoaded: true };
