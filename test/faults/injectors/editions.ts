import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openAnswerer } from '../../../src/pipeline/open-answerer.ts';
import { openNewsStore } from '../../../src/store/sqlite/sqlite-news-store.ts';
import { createFakeEmbedder } from '../../support/fake-embedder.ts';
import { formPage } from '../../support/pages.ts';

/** Two states of one corpus: every page of it has the same articles in other words, and each has a page of its own. */
export type Edition = 'amber' | 'violet';

const topics = ['ferry', 'bridge', 'market', 'museum', 'harbour', 'railway', 'library', 'theatre'];

/** Writes a corpus in one of its editions, over whatever edition was there. */
export function writeEdition(folder: string, edition: Edition, pageCount = topics.length): string {
  rmSync(folder, { recursive: true, force: true });
  const pages = Array.from({ length: pageCount }, (_, at): [string, string] => {
    const topic = `${topics[at % topics.length] ?? ''}${at < topics.length ? '' : ` ${String(at)}`}`;
    return [
      `${topic}.md`,
      formPage(
        {
          title: `The ${topic} reopens`,
          source: 'Osk Gazette',
          date: `2025-03-${String(10 + (at % 20))}`,
          language: 'en',
        },
        `The ${topic} of Osk opens again in the ${edition} edition. It had been closed for ${String(at + 2)} years.`,
        `The ${edition} edition says that ${topic} visitors pay ${String(at + 5)} crowns. 青崖${topic}今天开放。`,
      ),
    ];
  });
  const own = formPage(
    { title: `Only ${edition}`, source: 'Osk Post' },
    `This stands in the ${edition} edition alone.`,
  );
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of [...pages, [`only-${edition}.md`, own] as const])
    writeFileSync(path.join(folder, name), text);
  return folder;
}

/**
 * Everything of an index but the ids that it gives chunks, as one hash: articles with their ids, bodies and places, chunks
 * and sentences with their embeddings.
 */
export async function hashIndex(indexFolder: string): Promise<string> {
  const store = openNewsStore(indexFolder);
  try {
    const chunks = await store.chunks(await store.chunkIds());
    const articles = await store.articles(chunks.map(({ articleId }) => articleId));
    const hash = createHash('sha256').update(JSON.stringify(store.identity));
    for (const [id, { page, version: _version, storyId: _story, ...article }] of [...articles].sort(byKey)) {
      hash.update(JSON.stringify([article, page.file]));
      const own = chunks.filter(({ articleId }) => articleId === id).sort((a, b) => a.start - b.start);
      for (const { start, end, embedding, sentences } of own) {
        hash.update(
          JSON.stringify([start, end, sentences.map((each) => [each.start, each.end, each.scale])]),
        );
        for (const each of [embedding, ...sentences.map((sentence) => sentence.embedding)])
          hash.update(Buffer.from(each.buffer, each.byteOffset, each.byteLength));
      }
    }
    return hash.digest('hex');
  } finally {
    await store.close();
  }
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** What came of asking an index. */
export interface Serving {
  /** Editions that quotes came from. */
  readonly editions: ReadonlySet<Edition>;
  readonly quotes: number;
  /** Quotes that their file does not hold, or answers of two editions. */
  readonly wrong: number;
  /** From opening to the first answer. */
  readonly firstAnswerMs: number;
  /** Problems of the snapshot that were told. */
  readonly notices: readonly string[];
}

/** Opens an index and asks it; its pages must be of the edition that it holds. */
export async function askIndex(
  indexFolder: string,
  questions = ['When does the ferry open again?'],
): Promise<Serving> {
  const startedMs = performance.now();
  const notices: string[] = [];
  const answerer = await openAnswerer(indexFolder, createFakeEmbedder(), ({ problem }) =>
    notices.push(problem),
  );
  const editions = new Set<Edition>();
  let [quotes, wrong, firstAnswerMs] = [0, 0, 0];
  try {
    for (const question of questions) {
      const answer = await answerer.answer(question, { minConfidence: 0 });
      if (firstAnswerMs === 0) firstAnswerMs = performance.now() - startedMs;
      const found = new Set(
        answer.quotes.map(({ text }) => editionOf(text)).filter((each) => each !== undefined),
      );
      quotes += answer.quotes.length;
      wrong += found.size > 1 ? 1 : 0;
      for (const each of found) editions.add(each);
    }
  } finally {
    await answerer.close();
  }
  return { editions, quotes, wrong, firstAnswerMs, notices };
}

/** The edition that a text is of; sentences that both have are of none. */
export function editionOf(text: string): Edition | undefined {
  return text.includes('amber') ? 'amber' : text.includes('violet') ? 'violet' : undefined;
}

/** Where things are in a fault's folder. */
export function placesIn(folder: string) {
  return {
    corpus: path.join(folder, 'corpus'),
    indexFolder: path.join(folder, 'index'),
    cacheFile: path.join(folder, 'cache.db'),
  };
}
