/** Ids remembered; Discord repeats one within seconds if at all. */
const maxRemembered = 2000;

/** Remembers the last ids, so that what Discord sends twice is done once. */
export class Seen {
  readonly #ids = new Set<string>();

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** Whether this is the first time; from now on it is not. */
  isNew(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    const [oldest] = this.#ids;
    if (this.#ids.size > maxRemembered && oldest !== undefined) this.#ids.delete(oldest);
    return true;
  }
}
