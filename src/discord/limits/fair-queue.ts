/** Nobody else fits into the queue. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
}

/** How much a queue holds. */
export interface QueueRules {
  /** Jobs at work at once. */
  readonly concurrency: number;
  /** Jobs of one key at work at once; as many as of all together if not given. */
  readonly runningPerKey?: number;
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
  /** By key, in the order of turns. */
  readonly #waiting = new Map<string, (() => Promise<void>)[]>();
  readonly #running = new Map<string, number>();
  #waitingCount = 0;
  #runningCount = 0;

  constructor(rules: QueueRules) {
    this.#rules = rules;
  }

  get size(): number {
    return this.#waitingCount + this.#runningCount;
  }

  /** The job's result. @throws QueueFullError at once, where there is no room */
  async run<T>(key: string, job: () => Promise<T>): Promise<T> {
    const own = this.#waiting.get(key) ?? [];
    if (this.#waitingCount >= this.#rules.maxWaiting || own.length >= this.#rules.maxWaitingPerKey)
      throw new QueueFullError();
    return new Promise<T>((resolve, reject) => {
      // What a job throws before it begins is its own failure, not the queue's.
      own.push(() => (async () => job())().then(resolve, reject));
      this.#waiting.set(key, own);
      this.#waitingCount += 1;
      this.#next();
    });
  }

  #next(): void {
    while (this.#runningCount < this.#rules.concurrency) {
      const entry = this.#findNext();
      if (entry === undefined) break;
      const [key, jobs] = entry;
      const job = jobs.shift();
      // The key goes to the end of the line.
      this.#waiting.delete(key);
      if (jobs.length > 0) this.#waiting.set(key, jobs);
      if (job !== undefined) this.#start(key, job);
    }
  }

  /** The first in line that may have one more at work. */
  #findNext(): [string, (() => Promise<void>)[]] | undefined {
    const { concurrency, runningPerKey = concurrency } = this.#rules;
    for (const entry of this.#waiting) if (this.#runningOf(entry[0]) < runningPerKey) return entry;
    return undefined;
  }

  #runningOf(key: string): number {
    return this.#running.get(key) ?? 0;
  }

  #start(key: string, job: () => Promise<void>): void {
    this.#waitingCount -= 1;
    this.#runningCount += 1;
    this.#running.set(key, this.#runningOf(key) + 1);
    void job().finally(() => {
      this.#runningCount -= 1;
      const left = this.#runningOf(key) - 1;
      if (left > 0) this.#running.set(key, left);
      else this.#running.delete(key);
      // A job that finds all it needs in memory never waits, and a row of such jobs would hold up the acknowledgement of
      // whoever asks meanwhile: between two jobs everything else has its turn.
      setImmediate(() => {
        this.#next();
      });
    });
  }
}
