/** What is being done; `total` is 0 while it is not known. */
export interface Progress {
  readonly stage: 'read' | 'embed' | 'store' | 'vectors';
  readonly done: number;
  readonly total: number;
}

/** Hears how far a build is. The pipeline itself never prints. */
export type OnProgress = (progress: Progress) => void;
