import { statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { ok, problem, warning } from '../check.ts';
import type { Finding, Patient } from '../check.ts';
import { sizeOf } from '../size-of.ts';
import { nearestFolder } from './folders.ts';

/** Below this, not even the database's journal can grow. */
const leastBytes = 200e6;
/** Room to reindex a small archive and to back it up. */
const roomBytes = 1e9;

/** Whether each disk that is written to has room. */
export async function checkDisk({ settings }: Pick<Patient, 'settings'>): Promise<Finding[]> {
  const { config } = await settings();
  const { dataFolder, indexFolder, corpusFolder } = config;
  const places = [dataFolder, indexFolder, path.dirname(config.embeddingCache), corpusFolder].map(
    nearestFolder,
  );
  const byDisk = new Map(places.map((folder) => [statSync(folder).dev, folder]));
  const wantedBytes = Math.max(roomBytes, 2 * sizeOf(path.join(indexFolder, 'index.db')));
  return [...byDisk.values()].map((folder) => {
    const { bavail, bsize } = statfsSync(folder);
    return judgeRoom(folder, bavail * bsize, wantedBytes);
  });
}

/** What to say of a disk with so many bytes free. */
export function judgeRoom(folder: string, freeBytes: number, wantedBytes: number): Finding {
  const found = `${inGigabytes(freeBytes)} are free on the disk of ${folder}`;
  const next =
    'Free space there, or set NEWSQUOTE_INDEX, NEWSQUOTE_DATA and EMBEDDING_CACHE to another disk.';
  if (freeBytes < leastBytes) return problem(`Only ${found}`, next);
  return freeBytes < wantedBytes
    ? warning(`${found}; ${inGigabytes(wantedBytes)} are wanted for indexing and backups`, next)
    : ok(found);
}

function inGigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
