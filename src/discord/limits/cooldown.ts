/** How often one person or guild may do something. */
export interface CooldownRules {
  /** So many at once, after a while of silence. */
  readonly capacity: number;
  /** Milliseconds after which one more is allowed. */
  readonly refillMs: number;
}

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/** Keys remembered before those that have long been full again are dropped. */
const maxKeys = 10_000;

/** A token bucket for every key (Turner, "New directions in communications", IEEE Communications 24/10, 1986). */
export class Cooldown {
  readonly #buckets = new Map<string, Bucket>();

  /**
   * Takes one from the key's bucket; returns 0, or in how many milliseconds there will be one again.
   *
   * @param nowMs a step back, as of a clock that is set, counts as no time
   */
  take(key: string, { capacity, refillMs }: CooldownRules, nowMs: number): number {
    const bucket = this.#buckets.get(key) ?? { tokens: capacity, at: nowMs };
    const filled = Math.min(capacity, bucket.tokens + Math.max(0, nowMs - bucket.at) / refillMs);
    // Asking in vain is a use, too: else who floods would be forgotten first.
    this.#buckets.delete(key);
    this.#buckets.set(key, filled < 1 ? { tokens: filled, at: nowMs } : { tokens: filled - 1, at: nowMs });
    if (this.#buckets.size > maxKeys) this.#dropOldest();
    return filled < 1 ? Math.ceil((1 - filled) * refillMs) : 0;
  }

  /** Those that were not used for longest; a full bucket is like none. */
  #dropOldest(): void {
    for (const key of [...this.#buckets.keys()].slice(0, maxKeys / 10)) this.#buckets.delete(key);
  }
}
