import { setTimeout } from 'node:timers/promises';

/** What is waited for, and how long. */
export interface WaitRules {
  readonly what: string | (() => string);
  /** Real milliseconds, 8,000 unless told. */
  readonly timeoutMs?: number;
}

/**
 * What `look` finds, as soon as it finds anything but undefined or false. For what happens in another process, which can
 * not tell when.
 *
 * @throws Error that says what was waited for
 */
export async function waitUntil<Value>(
  look: () => Value | undefined | false,
  { what, timeoutMs = 8_000 }: WaitRules,
): Promise<Value> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > deadline)
      throw new Error(`Waited ${String(timeoutMs)} ms for ${typeof what === 'string' ? what : what()}.`);
    await setTimeout(10);
  }
}
