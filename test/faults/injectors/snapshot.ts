import path from 'node:path';
import { identifyIndex } from '../../../src/pipeline/index-corpus.ts';
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { createFakeEmbedder } from '../../support/fake-embedder.ts';
import { readResult, startChild } from './child.ts';
import { askIndex, placesIn, writeEdition } from './editions.ts';
import type { Fault, FaultContext, FaultFigures } from './fault.ts';
import { indexHere } from './kill.ts';

/** Damages a snapshot in a process of its own, then answers once over a damaged one. */
async function damageSnapshot(
  { folder, isLong }: FaultContext,
  kind: 'flip' | 'cut',
  count: number,
): Promise<FaultFigures> {
  const older = placesIn(path.join(folder, 'older'));
  writeEdition(older.corpus, 'violet', 3);
  await indexHere(older);
  const places = placesIn(folder);
  writeEdition(places.corpus, 'amber', isLong ? 200 : 40);
  await indexHere(places);
  const identity = JSON.stringify(identifyIndex(createFakeEmbedder()));
  const child = startChild('damage-child.ts', {
    words: [places.indexFolder, identity, kind, String(count), older.indexFolder],
  });
  const end = await child.ended;
  const result = readResult(end) as { injected: number; detected: number } | undefined;
  if (result === undefined)
    return {
      injected: count,
      detected: 0,
      crashed: 1,
      wrong: 0,
      note: `ended by ${String(end.signal ?? end.exitCode)}`,
    };
  const name = readdirSync(places.indexFolder).find((each) => each.endsWith('.hnsw')) ?? '';
  const file = path.join(places.indexFolder, name);
  const whole = await askIndex(places.indexFolder);
  if (kind === 'cut') truncateSync(file, 4096);
  else flipLast(file);
  const damaged = await askIndex(places.indexFolder);
  const isSame = damaged.quotes === whole.quotes && damaged.notices.length === 1;
  await indexHere(places);
  const isMended = (await askIndex(places.indexFolder)).notices.length === 0;
  return {
    ...result,
    crashed: 0,
    wrong: damaged.wrong + (isSame ? 0 : 1) + (isMended ? 0 : 1),
    note: `file of ${String(readFileSync(file).length)} bytes; answers over a damaged one are the same, with a note; a reindex writes it again`,
  };
}

function flipLast(file: string): void {
  const bytes = readFileSync(file);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

/** Fault 3. */
export const flippedBitFault: Fault = {
  id: '3',
  title: 'A flipped bit in every byte of the header and in random bytes of the body of the HNSW file',
  holds: 'refused before the native loader sees it, rebuilt from the database',
  inject: (context) => damageSnapshot(context, 'flip', context.isLong ? 1000 : 100),
};

/** Fault 4. */
export const truncatedSnapshotFault: Fault = {
  id: '4',
  title: 'The HNSW file cut at every 4 KiB, extended, gone; the manifest cut, gone or of another index',
  holds: 'refused before the native loader sees it, rebuilt from the database',
  inject: (context) => damageSnapshot(context, 'cut', context.isLong ? 50 : 5),
};
