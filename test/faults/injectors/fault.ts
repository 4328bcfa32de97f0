/** What injecting one fault many times came to. */
export interface FaultFigures {
  /** How often it was injected. */
  readonly injected: number;
  /** Of these, how often the program noticed or came through it as it should. */
  readonly detected: number;
  /** How often the program that has to cope with it died of it, or met a bug. */
  readonly crashed: number;
  /** Mixed indexes, answers that are not in the articles, decisions that were lost. */
  readonly wrong: number;
  /** What else was measured. */
  readonly note: string;
}

/** What a fault is injected with. */
export interface FaultContext {
  /** An empty folder, removed afterwards. */
  readonly folder: string;
  /** All points, rather than the few that fit into a test run. */
  readonly isLong: boolean;
  /** Seeded: in `[0, 1)`. */
  readonly random: () => number;
}

/** A fault that can be injected. */
export interface Fault {
  /** As in the list of faults: `3`. */
  readonly id: string;
  readonly title: string;
  /** What must hold. */
  readonly holds: string;
  /** Takes longer than a test run has for it. */
  readonly isLongOnly?: boolean;
  /** Figures, or the reason why it can not be injected on this machine. */
  inject(context: FaultContext): Promise<FaultFigures | string>;
}

/** The p-th percentile of measurements, as text with its unit; the largest where they are few. */
export function describePercentile(valuesMs: readonly number[], share: number): string {
  const sorted = [...valuesMs].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}
