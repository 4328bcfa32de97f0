import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadSnapshot } from '../../../src/vector-index/snapshot.ts';
import type { IndexIdentity } from '../../../src/store/index-identity.ts';
import { makeRandom } from '../../support/random.ts';

/**
 * Run as a process of its own, since what it feeds to the native loader, should anything get there, can take the process
 * down: damages the snapshot of an index in every way that a fault names, and counts what was refused. The last line
 * printed before each try says where it was.
 */
const [indexFolder = '', identityText = '', kind = '', count = '0'] = process.argv.slice(2);
const identity = JSON.parse(identityText) as IndexIdentity;
const name = readdirSync(indexFolder).find((each) => each.endsWith('.hnsw')) ?? '';
const file = path.join(indexFolder, name);
const manifest = path.join(indexFolder, 'manifest.json');
const whole = readFileSync(file);
const wholeManifest = readFileSync(manifest);
const figures = { injected: 0, detected: 0 };
const headerBytes = 96;
const pageBytes = 4096;

/** Damages, looks whether the snapshot is refused, and puts all back. */
function attempt(damage: () => void): void {
  damage();
  figures.injected += 1;
  figures.detected += 'problem' in loadSnapshot(indexFolder, identity) ? 1 : 0;
  writeFileSync(file, whole);
  writeFileSync(manifest, wholeManifest);
}

function flip(at: number, bit: number): void {
  const bytes = Buffer.from(whole);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  attempt(() => writeFileSync(file, bytes));
}

if (kind === 'flip') {
  const random = makeRandom(7);
  for (let at = 0; at < headerBytes; at++) flip(at, random.between(0, 7));
  for (let done = 0; done < Number(count); done++)
    flip(random.between(headerBytes, whole.length - 1), random.between(0, 7));
} else {
  for (let length = 0; length < whole.length; length += pageBytes) attempt(() => truncateSync(file, length));
  for (let more = 1; more <= Number(count); more++)
    attempt(() => writeFileSync(file, Buffer.concat([whole, Buffer.alloc(more * pageBytes)])));
  attempt(() => rmSync(file));
  attempt(() => rmSync(manifest));
  for (let length = 0; length < wholeManifest.length - 1; length += 16)
    attempt(() => truncateSync(manifest, length));
  const older = process.argv[6] ?? '';
  attempt(() => cpSync(path.join(older, 'manifest.json'), manifest));
}
process.stdout.write(`${JSON.stringify(figures)}\n`);
