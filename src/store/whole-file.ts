import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

const blockBytes = 1 << 20;

/** SHA-256 of a file in blocks: a Buffer holds no more than 2 GiB. */
export function hashFile(file: string): string {
  const hash = createHash('sha256');
  const block = Buffer.allocUnsafe(blockBytes);
  const descriptor = openSync(file, 'r');
  try {
    for (let length = 1; length > 0;) {
      length = readSync(descriptor, block, 0, block.length, null);
      hash.update(block.subarray(0, length));
    }
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}

/** The same for a program that has other things to do meanwhile. */
export async function hashFileAside(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const block of createReadStream(file, { highWaterMark: blockBytes }))
    hash.update(block as Buffer);
  return hash.digest('hex');
}

/** Writes a small file so that after a crash the old or the new content is there, whole. */
export function replaceFile(file: string, content: string): void {
  const temporary = `${file}.${String(process.pid)}.tmp`;
  try {
    writeFileSync(temporary, content);
    syncAndRename(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Gives a finished file its name, so that after a crash the name means the old file or the new one, whole. */
export function syncAndRename(from: string, to: string): void {
  // Windows syncs only what is open for writing, and no folders.
  sync(from, 'r+');
  renameSync(from, to);
  // The rename itself lives in the folder.
  if (process.platform !== 'win32') sync(path.dirname(to), 'r');
}

function sync(file: string, flags: 'r' | 'r+'): void {
  const descriptor = openSync(file, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
