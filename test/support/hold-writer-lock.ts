import { setImmediate } from 'node:timers/promises';
import { takeWriterLock } from '../../src/store/sqlite/writer-lock.ts';

/** Takes the writer lock of the folder named by the first argument, says so, and holds it until it is killed. */
takeWriterLock(process.argv[2] ?? '', `process ${String(process.pid)}`);
// Nothing refers to the lock any more; it must outlive a collection all the same. A second turn runs the finalisers.
for (let turn = 0; turn < 3; turn++) {
  globalThis.gc?.();
  await setImmediate();
}
process.stdout.write('held\n');
process.stdin.resume();
