import path from 'node:path';
import { readFileSync } from 'node:fs';
import { loadConfig } from '../../../src/config.ts';
import { openPage } from '../../../src/corpus/readers/readers.ts';
import { indexCorpus } from '../../../src/pipeline/index-corpus.ts';
import { loadEmbedder } from '../../../src/pipeline/load-embedder.ts';
import { openAnswerer } from '../../../src/pipeline/open-answerer.ts';
import type { Quote } from '../../../src/answer/answer.ts';
import type { StoredArticle } from '../../../src/store/news-store.ts';
import { openNewsStore } from '../../../src/store/sqlite/sqlite-news-store.ts';
import { readGolden } from '../../support/golden.ts';
import { projectFolder } from '../../support/run-script.ts';
import { placesIn } from './editions.ts';
import type { Fault, FaultContext } from './fault.ts';

/** Golden questions of the sample corpus, its titles, and the sentences of its articles, as questions. */
async function listQuestions(indexFolder: string): Promise<string[]> {
  const store = openNewsStore(indexFolder);
  try {
    const chunks = await store.chunks(await store.chunkIds());
    const articles = await store.articles(chunks.map(({ articleId }) => articleId));
    const sentences = chunks.flatMap(({ articleId, sentences: own }) =>
      own.map(({ start, end }) => articles.get(articleId)?.body.slice(start, end) ?? ''),
    );
    const titles = [...articles.values()].map(({ title }) => title);
    const golden = readGolden('sample-corpus.json').map(({ question }) => question);
    return [...golden, ...titles, ...sentences].filter((text) => /[\p{L}\p{N}]/u.test(text));
  } finally {
    await store.close();
  }
}

/**
 * Whether each piece of `[start, end)` of a body is what its page holds at the place that the segment says, on the lines
 * cited, and nothing but white space stands between the pieces.
 */
function standsThere(
  { body, segments }: Pick<StoredArticle, 'body' | 'segments'>,
  { start, end, lines }: Pick<Quote, 'start' | 'end' | 'lines'>,
  pageText: string,
): boolean {
  const isCovered = [...body.slice(start, end)].map((character) => character.trim() === '');
  let isEqual = true;
  for (const segment of segments) {
    const [from, to] = [Math.max(start, segment.start), Math.min(end, segment.end)];
    if (from >= to) continue;
    const at = segment.pageStart + from - segment.start;
    const line = pageText.slice(0, at).split(/\r\n|[\n\r]/).length;
    isEqual &&= pageText.startsWith(body.slice(from, to), at) && line >= lines[0] && line <= lines[1];
    // Code points and code units differ where a character takes two; the former are never more.
    isCovered.fill(true, [...body.slice(start, from)].length, [...body.slice(start, to)].length);
  }
  return isEqual && isCovered.every(Boolean);
}

async function checkQuotes({ folder }: FaultContext) {
  const config = loadConfig({});
  const embedder = await loadEmbedder(config);
  const { indexFolder, cacheFile } = placesIn(folder);
  const corpus = path.join(projectFolder, 'corpus');
  await indexCorpus({ folders: [corpus], indexFolder, cacheFile, embedder, holder: 'a fault' });
  const questions = await listQuestions(indexFolder);
  const answerer = await openAnswerer(indexFolder, embedder, () => undefined);
  const store = openNewsStore(indexFolder);
  const figures = { injected: 0, detected: 0, crashed: 0, wrong: 0 };
  for (const question of questions) {
    const { quotes } = await answerer.answer(question, { limit: 20, minConfidence: 0 });
    const articles = await store.articles(quotes.map(({ articleId }) => articleId));
    for (const { articleId, text, start, end, file, lines } of quotes) {
      figures.injected += 1;
      const isSlice = articles.get(articleId)?.body.slice(start, end) === text;
      const page = await openPage(path.basename(file), readFileSync(file));
      const article = articles.get(articleId);
      const isThere =
        article !== undefined &&
        !('reason' in page) &&
        standsThere(article, { start, end, lines }, page.text);
      if (isSlice && isThere) figures.detected += 1;
      else figures.wrong += 1;
    }
  }
  await store.close();
  await answerer.close();
  await embedder.close();
  return {
    ...figures,
    note: `${String(questions.length)} questions to the sample corpus with the real model, up to 20 quotes each`,
  };
}

/** Fault 8. */
export const quoteFault: Fault = {
  id: '8',
  title: 'Every quote, compared with the stored article and with the lines it cites',
  isLongOnly: true,
  holds: 'it is the stored slice, and stands in those lines of the raw file',
  inject: checkQuotes,
};
