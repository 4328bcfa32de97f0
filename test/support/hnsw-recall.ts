import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import hnswlib from 'hnswlib-node';
import { loadConfig } from '../../src/config.ts';
import { embeddingKey, embedMissing, readEmbeddings } from '../../src/embed/cache.ts';
import type { Embedder } from '../../src/embed/embedder.ts';
import { loadEmbedder } from '../../src/pipeline/load-embedder.ts';
import { openEmbeddingCache } from '../../src/store/sqlite/embedding-cache.ts';
import { detectLanguage } from '../../src/text/language.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { ExactIndex } from '../../src/vector-index/exact.ts';
import { makeRandom } from './random.ts';
import { unit } from './vectors.ts';

/**
 * Run by hand: `nice node --import tsx test/support/hnsw-recall.ts SETS CACHE_FILE 1000,10000,100000`, where SETS is a folder
 * of question sets. Prints how many of the nearest the graph finds, for the parameters that
 * docs/decisions/0003-exact-and-hnsw.md compares. The embeddings are of real sentences; where more are wanted than there
 * are, each is a mixture of two of them and a little noise.
 */
const [folder = '', cacheFile = '', sizes = '1000'] = process.argv.slice(2);

/** Of so many sentences, taken evenly from all sets, the shortest: embedding all of them takes a quarter of an hour. */
const sentenceCount = 20_000;
const shortestCount = 6_700;
const questionCount = 300;
const graphs = [
  { m: 16, efConstruction: 200 },
  { m: 24, efConstruction: 200 },
  { m: 32, efConstruction: 200 },
] as const;
const efs = [64, 128, 192, 256, 400] as const;

interface Row {
  readonly lang: string;
  readonly text?: string;
  readonly question?: string;
}

function readRows(file: string): Row[] {
  return readdirSync(folder).flatMap((set) =>
    readFileSync(path.join(folder, set, file), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line): Row => JSON.parse(line)),
  );
}

function takeEvenly<Item>(items: readonly Item[], count: number): Item[] {
  return items.filter(
    (_, at) => Math.floor((at * count) / items.length) !== Math.floor(((at - 1) * count) / items.length),
  );
}

async function embedSentences(embedder: Embedder): Promise<Float32Array[]> {
  const sentences = readRows('passages.jsonl').flatMap(({ lang, text = '' }) =>
    splitSentences(text, lang).map(({ start, end }) => ({ lang, text: text.slice(start, end).trim() })),
  );
  const distinct = [...new Map(sentences.map((sentence) => [sentence.text, sentence])).values()];
  const chosen = takeEvenly(
    distinct.filter(({ text }) => text.length >= 15),
    sentenceCount,
  )
    .sort((a, b) => a.text.length - b.text.length)
    .slice(0, shortestCount);
  const keyOf = (text: string): string => embeddingKey(text, embedder.identity, 0);
  const cache = openEmbeddingCache(cacheFile);
  await embedMissing(new Map(chosen.map(({ text }) => [keyOf(text), text])), embedder, cache);
  const embeddingOf = readEmbeddings(cache, embedder.centering);
  const embeddings = chosen.map(({ text, lang }) => embeddingOf(keyOf(text), lang));
  cache.close();
  return makeRandom(3).shuffle(embeddings);
}

async function embedQuestions(embedder: Embedder): Promise<Float32Array[]> {
  const texts = takeEvenly(readRows('questions.jsonl'), questionCount).map(({ question = '' }) => question);
  const embeddings: Float32Array[] = [];
  for (const text of texts) {
    const embedding = await embedder.embedQuestion(text);
    embeddings.push(embedder.centering?.question(embedding, detectLanguage(text)) ?? embedding);
  }
  return embeddings;
}

/** Between 60 and 100 % of one real embedding, the rest of another, and noise a fifth as long. */
function multiply(base: readonly Float32Array[], count: number): Float32Array[] {
  const random = makeRandom(7);
  return Array.from({ length: count }, (_, at) => {
    const one = base[at % base.length];
    if (one === undefined || at < base.length) return one ?? new Float32Array();
    const other = random.pick(base);
    const share = 0.6 + 0.4 * random.next();
    // Uniform in [-√3, √3] has a variance of 1.
    const noise = (0.2 * Math.sqrt(3)) / Math.sqrt(one.length);
    return unit(
      Array.from(
        one,
        (value, place) => share * value + (1 - share) * (other[place] ?? 0) + noise * (2 * random.next() - 1),
      ),
    );
  });
}

function build(embeddings: readonly Float32Array[], { m, efConstruction }: (typeof graphs)[number]) {
  const graph = new hnswlib.HierarchicalNSW('ip', embeddings[0]?.length ?? 0);
  graph.initIndex(embeddings.length, m, efConstruction, 100);
  const startedMs = performance.now();
  for (const [id, embedding] of embeddings.entries()) graph.addPoint(Array.from(embedding), id);
  return { graph, buildSeconds: (performance.now() - startedMs) / 1000 };
}

function measure(graph: hnswlib.HierarchicalNSW, questions: readonly Float32Array[], nearest: number[][]) {
  const plain = questions.map((question) => Array.from(question));
  const found = { at10: 0, at60: 0 };
  const startedMs = performance.now();
  const results = plain.map((question) => graph.searchKnn(question, 60).neighbors);
  const ms = (performance.now() - startedMs) / plain.length;
  for (const [at, result] of results.entries()) {
    const wanted = nearest[at] ?? [];
    const top = new Set(wanted.slice(0, 10));
    const all = new Set(wanted);
    found.at10 += result.slice(0, 10).filter((id) => top.has(id)).length / 10;
    found.at60 += result.filter((id) => all.has(id)).length / 60;
  }
  return { at10: found.at10 / questions.length, at60: found.at60 / questions.length, ms };
}

const embedder = await loadEmbedder(loadConfig({}));
const base = await embedSentences(embedder);
const questions = await embedQuestions(embedder);
await embedder.close();
for (const count of sizes.split(',').map(Number)) {
  const embeddings = multiply(base, count);
  const exact = new ExactIndex(embedder.identity.dimension);
  for (const [id, embedding] of embeddings.entries()) exact.add(id, embedding);
  const nearest = questions.map((question) => exact.search(question, 60).map(({ chunkId }) => chunkId));
  for (const parameters of graphs) {
    const { graph, buildSeconds } = build(embeddings, parameters);
    for (const ef of efs) {
      graph.setEf(ef);
      const row = { count, ...parameters, ef, ...measure(graph, questions, nearest), buildSeconds };
      process.stdout.write(`${JSON.stringify(row)}\n`);
    }
  }
}
