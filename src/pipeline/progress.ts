/** What is being done; `total` is 0 while it is not known. */
export interface Progress {
  readonly stage: 'read' | 'embed' | 'store' | 'vectors' | 'ask' | 'check';
  readonly done: number;
  readonly total: number;
}

/** Hears how far a build or a measurement is. The pipeline itself never prints. */
export type OnProgress = (progress: Progress) => void;
