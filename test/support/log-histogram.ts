/** The values in `[from, to)`. */
export interface HistogramBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/**
 * Values in bins of equal width on a logarithmic scale, from the bin of the smallest to that of the largest, empty ones
 * between them included: times spread over decades, and bins of equal width would put nearly all of them into one.
 *
 * @param binsPerDecade every tenfold is this many bins
 * @throws RangeError for a value that is not above 0
 */
export function binByLogarithm(values: readonly number[], binsPerDecade = 10): HistogramBin[] {
  const places = values.map((value) => {
    if (!(value > 0 && value < Infinity)) throw new RangeError(`${String(value)} is on no logarithmic scale`);
    // A rounding error must not move an edge into the bin below: log10(1000) is 2.9999999999999996.
    return Math.floor(Math.log10(value) * binsPerDecade + 1e-9);
  });
  if (places.length === 0) return [];
  const counts = new Map<number, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  const sorted = [...counts.keys()].sort((a, b) => a - b);
  const [first = 0] = sorted;
  const last = sorted.at(-1) ?? first;
  const edge = (place: number): number => 10 ** (place / binsPerDecade);
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    from: edge(first + at),
    to: edge(first + at + 1),
    count: counts.get(first + at) ?? 0,
  }));
}
