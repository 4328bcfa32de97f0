/** What decides when a feed is asked next. */
export interface PollFacts {
  readonly nowMs: number;
  /** Failures in a row, this one included; 0 after a success. */
  readonly failures: number;
  /** How long the answer holds, as the server says. */
  readonly maxAgeMs: number | null;
  /** How long to stay away, as the server says. */
  readonly retryAfterMs: number | null;
  /** Whether the server says that there is no such feed any more. */
  readonly isGone: boolean;
  /** In [0, 1). */
  readonly random: number;
}

const minuteMs = 60_000;
const usualMs = 15 * minuteMs;
const longestAgeMs = 6 * 60 * minuteMs;
/** Longest wait after failures. */
const longestBackOffMs = 24 * 60 * minuteMs;
/** Longest wait that a server may ask for. */
const longestRetryAfterMs = 7 * longestBackOffMs;
/** So that feeds added together are not asked together for ever: up to a tenth earlier or later. */
const jitter = 0.1;

/** When to ask a feed again: twice as late after each failure, never before the server wants to be asked. */
export function nextPollAt({ nowMs, failures, maxAgeMs, retryAfterMs, isGone, random }: PollFacts): number {
  const successMs = Math.min(Math.max(usualMs, maxAgeMs ?? 0), longestAgeMs);
  const failureMs = isGone ? longestBackOffMs : usualMs * 2 ** Math.min(failures, 10);
  const waitMs = (failures === 0 ? successMs : failureMs) * (1 - jitter + 2 * jitter * random);
  const askedMs = Math.min(retryAfterMs ?? 0, longestRetryAfterMs);
  return Math.ceil(nowMs + Math.max(Math.min(waitMs, longestBackOffMs), askedMs));
}
