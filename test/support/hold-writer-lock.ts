import { takeWriterLock } from '../../src/store/sqlite/writer-lock.ts';

/** Takes the writer lock of the folder named by the first argument, says so, and holds it until it is killed. */
takeWriterLock(process.argv[2] ?? '', `process ${String(process.pid)}`);
process.stdout.write('held\n');
process.stdin.resume();
