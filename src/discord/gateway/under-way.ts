import { withinTime } from './within-time.ts';

/** How long telling those who are put off may take. */
const maxPutOffMs = 1000;

/** Remembers what is being answered, to its last request: a bot that stops leaves nobody with half an answer. */
export class UnderWay {
  readonly #all = new Map<Promise<void>, () => Promise<void>>();

  /**
   * Resolves with the work, which never rejects.
   *
   * @param putOff tells who waits for it that it comes to nothing
   */
  async add(work: Promise<void>, putOff: () => Promise<void> = async () => undefined): Promise<void> {
    this.#all.set(work, putOff);
    await work;
    this.#all.delete(work);
  }

  /** Resolves once all that is under way is over or, soon after so many milliseconds, put off. */
  async finish(maxMs: number): Promise<void> {
    await withinTime(Promise.allSettled(this.#all.keys()), maxMs);
    const told = [...this.#all.values()].map((putOff) => putOff());
    await withinTime(Promise.allSettled(told), maxPutOffMs);
  }
}
