/** Counts of the runs of one, two and three code units in some texts. A `Map` by strings took five times as long. */
export class GramCounts {
  /** Code units of all texts. */
  total = 0;
  /** A hash table with open addressing: of every gram its length and first code unit, the other two, and its count. */
  readonly #heads: Int32Array;
  readonly #tails: Int32Array;
  readonly #counts: Int32Array;

  /** Room for texts of `capacity` code units in all. */
  constructor(capacity: number) {
    // Up to three grams end at every code unit, so at least a quarter of the table stays empty.
    const size = 2 ** Math.ceil(Math.log2(4 * capacity + 4));
    this.#heads = new Int32Array(size);
    this.#tails = new Int32Array(size);
    this.#counts = new Int32Array(size);
  }

  /** Counts the grams of a text by itself: none begins in the text before. */
  add(text: string): void {
    let first = 0;
    let second = 0;
    for (let at = 0; at < text.length; at++) {
      const third = text.charCodeAt(at);
      this.#increment(1, 0, third);
      if (at > 0) this.#increment(2, 0, (second << 16) | third);
      if (at > 1) this.#increment(3, first, (second << 16) | third);
      first = second;
      second = third;
    }
    this.total += text.length;
  }

  /** How often a gram of one to three code units was seen. */
  count(gram: string): number {
    const { length } = gram;
    const first = length > 2 ? gram.charCodeAt(length - 3) : 0;
    const second = length > 1 ? gram.charCodeAt(length - 2) : 0;
    return (
      this.#counts[this.#slotOf((length << 16) | first, (second << 16) | gram.charCodeAt(length - 1))] ?? 0
    );
  }

  #increment(length: number, first: number, tail: number): void {
    const head = (length << 16) | first;
    const slot = this.#slotOf(head, tail);
    this.#heads[slot] = head;
    this.#tails[slot] = tail;
    this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
  }

  /** Where a gram stands in the table, or the empty slot for it. The mixing is that of MurmurHash3. */
  #slotOf(head: number, tail: number): number {
    const heads = this.#heads;
    const last = heads.length - 1;
    let hash = Math.imul(head, 0x9e3779b1) ^ Math.imul(tail, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
    let slot = (hash ^ (hash >>> 13)) & last;
    while (heads[slot] !== 0 && (heads[slot] !== head || this.#tails[slot] !== tail))
      slot = (slot + 1) & last;
    return slot;
  }
}
