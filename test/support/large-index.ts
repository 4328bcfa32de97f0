import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { loadConfig } from '../../src/config.ts';
import { indexCorpus } from '../../src/pipeline/index-corpus.ts';
import { loadEmbedder } from '../../src/pipeline/load-embedder.ts';
import type { Embedder } from '../../src/embed/embedder.ts';
import { openAnswerer } from '../../src/pipeline/open-answerer.ts';
import { formPage } from './pages.ts';
import { makeRandom } from './random.ts';
import { unit } from './vectors.ts';

/**
 * Run by hand, twice: `node --import tsx test/support/large-index.ts build FOLDER ARTICLES` makes pages of invented words
 * and an index of them, ten chunks an article, with random embeddings; `… serve FOLDER` opens it, adds an article with
 * the real model, and prints times and memory. docs/decisions/0021-following-an-index.md has what came of it.
 */
const [mode = '', folder = '', articles = '10000'] = process.argv.slice(2);
const corpus = path.join(folder, 'corpus');
const indexFolder = path.join(folder, 'index');
const paragraphCount = 10;

const print = (row: object): void => void process.stdout.write(`${JSON.stringify(row)}\n`);

async function timed<T>(what: string, call: () => Promise<T>): Promise<T> {
  const [startedMs, cpu] = [performance.now(), process.cpuUsage()];
  const result = await call();
  const { user, system } = process.cpuUsage(cpu);
  print({ what, ms: Math.round(performance.now() - startedMs), cpuMs: Math.round((user + system) / 1000) });
  return result;
}

/** The real model's identity and tokens, so that its questions fit; embeddings of passages are random. */
function withRandomPassages(embedder: Embedder): Embedder {
  const random = makeRandom(11);
  const { dimension } = embedder.identity;
  return {
    ...embedder,
    countTokens: (text) => Math.ceil(text.length / 4),
    embedPassages: async (texts) =>
      texts.map(() => unit(Array.from({ length: dimension }, () => random.next() - 0.5))),
  };
}

function writePages(count: number): void {
  const random = makeRandom(5);
  const letters = 'abcdefghiklmnoprstuvz';
  const words = Array.from({ length: 20_000 }, () =>
    Array.from({ length: random.between(3, 9) }, () => random.pick([...letters])).join(''),
  );
  // Rare words are rare, as in a language: the rank falls off steeply.
  const word = (): string => words[Math.floor(words.length * random.next() ** 3)] ?? '';
  const sentence = (): string => {
    const text = Array.from({ length: 22 }, word).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  for (let at = 0; at < count; at++) {
    const file = path.join(corpus, String(at % 100), `page-${String(at)}.md`);
    mkdirSync(path.dirname(file), { recursive: true });
    const paragraphs = Array.from({ length: paragraphCount }, () =>
      Array.from({ length: 5 }, sentence).join(' '),
    );
    const date = new Date(Date.UTC(2020, 0, 1 + (at % 2000))).toISOString().slice(0, 10);
    writeFileSync(
      file,
      formPage(
        { title: sentence(), source: `Paper ${String(at % 50)}`, date, language: 'en' },
        ...paragraphs,
      ),
    );
  }
}

const index = (embedder: Embedder) =>
  indexCorpus({
    folders: [corpus],
    indexFolder,
    cacheFile: path.join(folder, 'cache.db'),
    embedder,
    holder: 'large-index',
    onProgress: ({ stage, done, total }) => {
      if (done === 0 || done === total) print({ stage, done, total, atMs: Math.round(performance.now()) });
    },
  });

async function build(): Promise<void> {
  const embedder = await loadEmbedder(loadConfig({}));
  writePages(Number(articles));
  const report = await timed('build', () => index(withRandomPassages(embedder)));
  print(report.counts);
  await timed('nothing changed', () => index(withRandomPassages(embedder)));
  await embedder.close();
}

const mebibytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

async function serve(): Promise<void> {
  const embedder = await timed('load the model', () => loadEmbedder(loadConfig({})));
  print({ what: 'memory with the model', rss: mebibytes(process.memoryUsage().rss) });
  const answerer = await timed('open', () =>
    openAnswerer(indexFolder, embedder, ({ problem }) => print({ problem })),
  );
  print({ what: 'memory opened', rss: mebibytes(process.memoryUsage().rss) });
  for (let round = 0; round < 3; round++)
    await timed('a question', () => answerer.answer('Who opened the lighthouse at Quillmere?'));
  const text = `The lighthouse at Quillmere was opened by Ada Thornbury on day ${String(Date.now())}.`;
  writeFileSync(
    path.join(corpus, 'added.md'),
    formPage({ title: 'Lighthouse opened', source: 'Paper 1', date: '2026-01-01', language: 'en' }, text),
  );
  const isFound = async (): Promise<boolean> => {
    const { quotes } = await answerer.answer('Who opened the lighthouse at Quillmere?', { minConfidence: 0 });
    return quotes.some((quote) => quote.text.includes(text));
  };
  await Promise.all([
    timed('index one article', () => index(embedder)),
    timed('until a question finds it', async () => {
      while (!(await isFound())) await setTimeout(20);
    }),
  ]);
  print({
    what: 'memory at the end',
    rss: mebibytes(process.memoryUsage().rss),
    peak: mebibytes(process.resourceUsage().maxRSS * 1024),
  });
  await answerer.close();
  await embedder.close();
}

await (mode === 'build' ? build() : serve());
