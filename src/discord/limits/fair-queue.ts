/** Nobody else fits into the queue. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
}

interface Job {
  readonly run: () => Promise<void>;
}

/** How much a queue holds. */
export interface QueueRules {
  /** Jobs at work at once. */
  readonly concurrency: number;
  /** Jobs that wait, of all keys together. */
  readonly maxWaiting: number;
  /** Jobs of one key that wait. */
  readonly maxWaitingPerKey: number;
}

/**
 * Runs jobs, taking the next one from each key in turn: a guild that asks a hundred things at once makes another wait for
 * one of them (round-robin fair queuing; Nagle, RFC 970, 1985).
 */
export class FairQueue {
  readonly #rules: QueueRules;
  readonly #waiting = new Map<string, Job[]>();
  #waitingCount = 0;
  #running = 0;
  #idle: (() => void)[] = [];

  constructor(rules: QueueRules) {
    this.#rules = rules;
  }

  get size(): number {
    return this.#waitingCount + this.#running;
  }

  /** The job's result. @throws QueueFullError at once, where there is no room */
  async run<T>(key: string, job: () => Promise<T>): Promise<T> {
    const own = this.#waiting.get(key) ?? [];
    if (this.#waitingCount >= this.#rules.maxWaiting || own.length >= this.#rules.maxWaitingPerKey)
      throw new QueueFullError();
    return new Promise<T>((resolve, reject) => {
      // What a job throws before it begins is its own failure, not the queue's.
      own.push({ run: () => (async () => job())().then(resolve, reject) });
      this.#waiting.set(key, own);
      this.#waitingCount += 1;
      this.#next();
    });
  }

  /** Resolves once nothing waits or runs. */
  async whenIdle(): Promise<void> {
    if (this.size === 0) return;
    await new Promise<void>((resolve) => {
      this.#idle.push(resolve);
    });
  }

  #next(): void {
    while (this.#running < this.#rules.concurrency) {
      const [entry] = this.#waiting;
      if (entry === undefined) break;
      const [key, jobs] = entry;
      const job = jobs.shift();
      // The key goes to the end of the line.
      this.#waiting.delete(key);
      if (jobs.length > 0) this.#waiting.set(key, jobs);
      if (job !== undefined) this.#start(job);
    }
    if (this.size === 0) for (const resolve of this.#idle.splice(0)) resolve();
  }

  #start(job: Job): void {
    this.#waitingCount -= 1;
    this.#running += 1;
    void job.run().finally(() => {
      this.#running -= 1;
      // A job that finds all it needs in memory never waits, and a row of such jobs would hold up the acknowledgement of
      // whoever asks meanwhile: between two jobs everything else has its turn.
      setImmediate(() => {
        this.#next();
      });
    });
  }
}
