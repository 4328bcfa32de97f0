/** Remembers what is being answered, to its last request: a bot that stops leaves nobody with half an answer. */
export class UnderWay {
  readonly #all = new Set<Promise<void>>();

  /** Resolves with the work, which never rejects. */
  async add(work: Promise<void>): Promise<void> {
    this.#all.add(work);
    await work;
    this.#all.delete(work);
  }

  /** Resolves once all that was under way when this was called is over. */
  async whenOver(): Promise<void> {
    await Promise.allSettled(this.#all);
  }
}
