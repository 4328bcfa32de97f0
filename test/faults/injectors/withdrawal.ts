import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openAnswerer } from '../../../src/pipeline/open-answerer.ts';
import { openNewsStore } from '../../../src/store/sqlite/sqlite-news-store.ts';
import { openDeskStore } from '../../../src/store/sqlite/desk/sqlite-desk-store.ts';
import { createFakeEmbedder } from '../../support/fake-embedder.ts';
import { startChild } from './child.ts';
import { placesIn, writeEdition } from './editions.ts';
import type { Fault, FaultContext } from './fault.ts';
import { indexHere } from './kill.ts';

/** Articles by id, with the title to ask for. */
async function listArticles(indexFolder: string): Promise<Map<string, string>> {
  const store = openNewsStore(indexFolder);
  try {
    const pages = await store.pages();
    const ids = await Promise.all(pages.map(async ({ id }) => [...(await store.articleStates(id)).keys()]));
    const articles = await store.articles(ids.flat());
    return new Map([...articles].map(([id, { title }]): [string, string] => [id, title]));
  } finally {
    await store.close();
  }
}

async function withdrawAndKill({ folder, isLong, random }: FaultContext) {
  const articleCount = isLong ? 1000 : 20;
  const perProcess = isLong ? 50 : 20;
  const places = placesIn(folder);
  writeEdition(places.corpus, 'amber', articleCount);
  await indexHere(places);
  const titles = await listArticles(places.indexFolder);
  const ids = [...titles.keys()].sort().slice(0, articleCount);
  const deskFile = path.join(folder, 'data', 'desk.db');
  const acknowledged = new Set<string>();
  let kills = 0;
  for (let at = 0; at < ids.length; at += perProcess) {
    const child = startChild('withdraw-child.ts', { words: [deskFile, ...ids.slice(at, at + perProcess)] });
    await child.ready;
    await setTimeout(random() * perProcess * 20);
    child.process.kill('SIGKILL');
    const { out } = await child.ended;
    for (const [, id = ''] of out.matchAll(/withdrawn (\S+)\n/g)) acknowledged.add(id);
    kills += 1;
  }
  const desk = openDeskStore(deskFile);
  const withdrawn = await desk.withdrawnIds(null);
  await desk.close();
  const lost = [...acknowledged].filter((id) => !withdrawn.has(id)).length;
  // The index is gone too: what is made again from the corpus must have the ids that were withdrawn.
  rmSync(places.indexFolder, { recursive: true });
  await indexHere(places);
  const answerer = await openAnswerer(places.indexFolder, createFakeEmbedder(), () => undefined);
  let [leaks, questions] = [0, 0];
  // Each answer is looked through for all of them, so not every one has to be asked for.
  for (const id of [...acknowledged].filter((_, at) => at % 10 === 0)) {
    const question = `${titles.get(id) ?? ''} in the amber edition`;
    const filter = { exceptIds: [...withdrawn] };
    const { quotes, nearest } = await answerer.answer(question, { filter, minConfidence: 0 });
    questions += 1;
    leaks += [...quotes, ...nearest].filter(({ articleId }) => acknowledged.has(articleId)).length;
  }
  await answerer.close();
  return {
    injected: acknowledged.size,
    detected: acknowledged.size - lost,
    crashed: 0,
    wrong: lost + leaks,
    note: `${String(kills)} kills; ${String(questions)} questions after a rebuild from the corpus; ${String(leaks)} leaks`,
  };
}

/** Fault 7. */
export const withdrawalFault: Fault = {
  id: '7',
  title: 'Articles withdrawn, the process killed right after, the index made again from the corpus',
  holds: 'a withdrawal that was acknowledged is never lost, and its article never quoted',
  inject: withdrawAndKill,
};
