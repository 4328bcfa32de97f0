import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeRandom } from '../../support/random.ts';
import { flippedBitFault, truncatedSnapshotFault } from './snapshot.ts';
import { fullDiskFault, readOnlyDiskFault } from './disk.ts';
import type { Fault, FaultFigures } from './fault.ts';
import { failingIoFault } from './io.ts';
import { killFault } from './kill.ts';
import { changesUnderLoadFault, longRunFault } from './load.ts';
import { twoIndexersFault } from './locks.ts';
import { changedModelFault, outOfMemoryFault, terminatedFault } from './processes.ts';
import { quoteFault } from './quotes.ts';
import { badVectorFault, changedPageFault, otherBuildFault, otherVersionFault } from './refusals.ts';
import { withdrawalFault } from './withdrawal.ts';

/** The faults that are injected, in the order of their numbers. */
export const faults: readonly Fault[] = [
  killFault,
  failingIoFault,
  flippedBitFault,
  truncatedSnapshotFault,
  otherBuildFault,
  fullDiskFault,
  withdrawalFault,
  quoteFault,
  twoIndexersFault,
  changesUnderLoadFault,
  longRunFault,
  outOfMemoryFault,
  readOnlyDiskFault,
  changedModelFault,
  changedPageFault,
  terminatedFault,
  otherVersionFault,
  badVectorFault,
];

/** A fault with its figures, or why it was not injected. */
export interface FaultResult {
  readonly fault: Fault;
  readonly outcome: FaultFigures | string;
  readonly tookMs: number;
}

/** Injects one fault in a folder of its own, which goes afterwards. The same seed gives the same random points. */
export async function runFault(fault: Fault, isLong: boolean): Promise<FaultResult> {
  const startedMs = performance.now();
  if (fault.isLongOnly === true && !isLong) return { fault, outcome: 'in the long form only', tookMs: 0 };
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'newsquote-fault-'));
  try {
    const random = makeRandom(42);
    const outcome = await fault.inject({ folder, isLong, random: () => random.next() });
    return { fault, outcome, tookMs: performance.now() - startedMs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether all that was injected was noticed or survived, without a crash and without anything wrong. */
export function hasHeld({ outcome }: FaultResult): boolean {
  if (typeof outcome === 'string') return true;
  return (
    outcome.injected > 0 && outcome.detected === outcome.injected && outcome.crashed + outcome.wrong === 0
  );
}
