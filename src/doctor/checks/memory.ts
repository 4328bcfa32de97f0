import { freemem, totalmem } from 'node:os';
import { ok, problem, warning } from '../check.ts';
import type { Finding } from '../check.ts';

/** What the bot takes at most, in bytes (docs/reliability.md, 10,000 questions). */
const botBytes = 1.2e9;
/** What the model takes while it loads, in bytes; with less the system ends the process. */
const modelBytes = 300e6;

/** Whether there is memory for a bot beside what runs now, a limit of a container included. */
export function checkMemory(
  freeBytes = Math.min(freemem(), process.availableMemory()),
  totalBytes = totalmem(),
): Finding[] {
  const found = `${inMegabytes(freeBytes)} of memory are free of ${inMegabytes(totalBytes)}`;
  const next = 'Where the bot runs already, this is beside it. Else end other programs, or add memory.';
  if (freeBytes < modelBytes)
    return [problem(`${found}; the model alone needs ${inMegabytes(modelBytes)}`, next)];
  return freeBytes < botBytes
    ? [warning(`${found}; a bot takes up to ${inMegabytes(botBytes)}`, next)]
    : [ok(found)];
}

function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6).toLocaleString('en')} MB`;
}
