import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Article } from '../../src/corpus/article.ts';
import { embedMissing, readEmbeddings } from '../../src/embed/cache.ts';
import type { EmbeddingOf } from '../../src/embed/cache.ts';
import type { Embedder } from '../../src/embed/embedder.ts';
import { identifyIndex } from '../../src/pipeline/index-corpus.ts';
import { openAnswerer } from '../../src/pipeline/open-answerer.ts';
import type { Answerer } from '../../src/answer/answerer.ts';
import { completeArticle, hashArticle, prepareArticle } from '../../src/pipeline/prepare-article.ts';
import type { PreparedArticle } from '../../src/pipeline/prepare-article.ts';
import type { OnProgress } from '../../src/pipeline/progress.ts';
import type { NewsReader, PageChange } from '../../src/store/news-store.ts';
import { openEmbeddingCache } from '../../src/store/sqlite/embedding-cache.ts';
import { openNewsStore, openWritableNewsStore } from '../../src/store/sqlite/sqlite-news-store.ts';
import { takeWriterLock } from '../../src/store/sqlite/writer-lock.ts';
import { ExactIndex } from '../../src/vector-index/exact.ts';
import { buildHnswIndex } from '../../src/vector-index/open-vector-index.ts';
import { writeSnapshot } from '../../src/vector-index/snapshot.ts';
import type { SetPassage } from './set-data.ts';

/** What an index of passages is made with. */
export interface SetIndexOptions {
  /** Where it is kept; what stands there is replaced. */
  readonly folder: string;
  /** File of embeddings by content. */
  readonly cacheFile: string;
  readonly embedder: Embedder;
  /** Told to another process that would write there. */
  readonly holder: string;
  readonly onProgress: OnProgress;
}

/** Passages ready for questions: the answerer, and below it what the baselines search. */
export interface SetIndex {
  readonly answerer: Answerer;
  readonly store: NewsReader;
  /** Compares with every chunk. */
  readonly exact: ExactIndex;
  /** Chunk id → id of its passage. */
  readonly passageOf: ReadonlyMap<number, string>;
  close(): Promise<void>;
}

/** Passages a page. */
const passagesPerPage = 500;

/**
 * Builds the index of some passages and opens it, with the steps and the files of `indexCorpus`. What is left out is
 * taking pages apart: every passage is one article under its own id, with its title as it is, so that what was found
 * can be compared with what should have been. The passages are written to pages first, since an answer is checked
 * against them. The index is made anew each time, as anything in `src/` may have changed; embeddings come from the cache.
 *
 * @throws UserError `index-busy` while another process measures the same set
 */
export async function openSetIndex(
  passages: readonly SetPassage[],
  options: SetIndexOptions,
): Promise<SetIndex> {
  const { folder, embedder, holder } = options;
  const lock = takeWriterLock(folder, holder);
  try {
    const indexFolder = path.join(folder, 'index');
    for (const derived of ['index', 'pages'])
      rmSync(path.join(folder, derived), { recursive: true, force: true });
    await buildIndex(writePages(passages, path.join(folder, 'pages')), indexFolder, options);
    const answerer = await openAnswerer(indexFolder, embedder, ({ problem }) => {
      throw new Error(`the index of the set was not built well: ${problem}`);
    });
    const store = openNewsStore(indexFolder);
    return {
      answerer,
      store,
      ...(await readChunks(store)),
      async close() {
        await store.close();
        await answerer.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** A page of the index with its articles. */
interface SetPage {
  readonly page: { readonly folder: string; readonly file: string; readonly contentHash: string };
  readonly articles: readonly Article[];
}

function writePages(passages: readonly SetPassage[], folder: string): SetPage[] {
  mkdirSync(folder, { recursive: true });
  const pages: SetPage[] = [];
  for (let start = 0; start < passages.length; start += passagesPerPage) {
    const file = `passages-${String(start)}.md`;
    const { text, articles } = layOut(passages.slice(start, start + passagesPerPage));
    writeFileSync(path.join(folder, file), text);
    const contentHash = createHash('sha256').update(text).digest('hex');
    pages.push({ page: { folder, file, contentHash }, articles });
  }
  return pages;
}

function layOut(passages: readonly SetPassage[]) {
  let text = '';
  let line = 1;
  const articles = passages.map((passage): Article => {
    const body = passage.text.trim().replace(/\s*[\r\n]\s*/g, '\n\n');
    const lastLine = line + body.split('\n').length - 1;
    const article = formArticle(passage, body, { pageStart: text.length, lines: [line, lastLine] });
    text += `${body}\n\n`;
    line = lastLine + 2;
    return article;
  });
  return { text, articles };
}

function formArticle(
  { id, lang, title }: SetPassage,
  body: string,
  place: Pick<Article['segments'][number], 'pageStart' | 'lines'>,
): Article {
  return {
    id,
    title,
    kicker: null,
    subtitle: null,
    authors: [],
    agency: null,
    place: null,
    // No two passages count as repeats of one outlet.
    source: id,
    publishedOn: null,
    inferred: [],
    section: null,
    language: lang.split('-')[0] ?? lang,
    url: null,
    body,
    segments: [{ start: 0, end: body.length, ...place }],
  };
}

async function buildIndex(
  pages: readonly SetPage[],
  indexFolder: string,
  { cacheFile, embedder, onProgress }: SetIndexOptions,
): Promise<void> {
  const identity = identifyIndex(embedder);
  const store = openWritableNewsStore(indexFolder, identity);
  const cache = openEmbeddingCache(cacheFile);
  try {
    const texts = new Map<string, string>();
    const prepared = pages.map(({ page, articles }) => ({
      page,
      articles: articles.map((article) => prepareArticle(article, hashArticle(article), embedder, texts)),
    }));
    await embedMissing(texts, embedder, cache, (done, total) => onProgress({ stage: 'embed', done, total }));
    await store.apply(listChanges(prepared, readEmbeddings(cache, embedder.centering), onProgress));
    const ids = await store.chunkIds();
    const vectors = await buildHnswIndex(store, ids, (done) =>
      onProgress({ stage: 'vectors', done, total: ids.length }),
    );
    writeSnapshot(indexFolder, vectors, identity);
  } finally {
    cache.close();
    await store.close();
  }
}

function* listChanges(
  pages: readonly { readonly page: SetPage['page']; readonly articles: readonly PreparedArticle[] }[],
  embeddingOf: EmbeddingOf,
  onProgress: OnProgress,
): Generator<PageChange> {
  for (const [at, { page, articles }] of pages.entries()) {
    const changed = articles.map((article) => completeArticle(article, embeddingOf));
    yield { kind: 'replace', page, changed, keptIds: [] };
    onProgress({ stage: 'store', done: at + 1, total: pages.length });
  }
}

async function readChunks(store: NewsReader): Promise<Pick<SetIndex, 'exact' | 'passageOf'>> {
  const exact = new ExactIndex(store.identity.dimension);
  const passageOf = new Map<number, string>();
  for (const id of await store.chunkIds()) {
    const [chunk] = await store.chunks([id]);
    if (chunk === undefined) throw new RangeError(`no chunk ${String(id)}`);
    exact.add(id, chunk.embedding);
    passageOf.set(id, chunk.articleId);
  }
  return { exact, passageOf };
}
