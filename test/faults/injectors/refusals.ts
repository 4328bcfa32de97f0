import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../../../src/errors.ts';
import { identifyIndex, indexCorpus } from '../../../src/pipeline/index-corpus.ts';
import { openAnswerer } from '../../../src/pipeline/open-answerer.ts';
import { verifyIndex } from '../../../src/pipeline/verify-index.ts';
import type { IndexIdentity } from '../../../src/store/index-identity.ts';
import { createFakeEmbedder } from '../../support/fake-embedder.ts';
import { editDatabase, readValue } from '../../support/open-sqlite.ts';
import { askIndex, hashIndex, placesIn, writeEdition } from './editions.ts';
import type { Fault, FaultContext } from './fault.ts';
import { indexHere } from './kill.ts';

/** What an index of another build differs in. */
const otherBuilds: readonly Partial<IndexIdentity>[] = [
  { modelId: 'another' },
  { modelFileHash: 'another hash' },
  { dimension: 384 },
  { dimension: 31 },
  { prefix: '|' },
  { prefix: 'query: |' },
  { textVersion: '0.0.0.0' },
  { textVersion: '999.1.1.0' },
];

async function makeIndex(folder: string, edition: 'amber' | 'violet' = 'amber') {
  const places = placesIn(folder);
  writeEdition(places.corpus, edition);
  await indexHere(places);
  return places;
}

/** The code and context that asking an index is refused with; undefined where it answers. */
async function refusalOf(indexFolder: string): Promise<UserError | undefined> {
  try {
    await askIndex(indexFolder);
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

async function plantOtherBuilds({ folder }: FaultContext) {
  const { indexFolder } = await makeIndex(folder);
  const identity = identifyIndex(createFakeEmbedder());
  const figures = { injected: 0, detected: 0, crashed: 0, wrong: 0 };
  const manifestFile = path.join(indexFolder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, unknown>;
  const plant = (other: IndexIdentity): void => {
    const text = JSON.stringify(other).replaceAll("'", "''");
    editDatabase(
      path.join(indexFolder, 'index.db'),
      `UPDATE meta SET value = '${text}' WHERE key = 'identity'`,
    );
  };
  for (const difference of otherBuilds) {
    plant({ ...identity, ...difference });
    figures.injected += 1;
    const refusal = await refusalOf(indexFolder);
    figures.wrong += refusal === undefined ? 1 : 0;
    const isNamed =
      refusal?.code === 'index-outdated' ||
      (refusal?.code === 'index-model-mismatch' &&
        refusal.context['indexModel'] !== refusal.context['currentModel']);
    figures.detected += isNamed ? 1 : 0;
  }
  plant(identity);
  const otherManifests = [
    ...otherBuilds.map((difference) => ({ ...manifest, identity: { ...identity, ...difference } })),
    ...[0, 2, 99, '1', null].map((format) => ({ ...manifest, format })),
    { ...manifest, graph: { m: 8, efConstruction: 200, seed: 100 } },
  ];
  for (const other of otherManifests) {
    writeFileSync(manifestFile, JSON.stringify(other));
    figures.injected += 1;
    const { notices, wrong, quotes } = await askIndex(indexFolder);
    figures.detected += notices.length === 1 ? 1 : 0;
    figures.wrong += wrong + (quotes > 0 ? 0 : 1);
  }
  return {
    ...figures,
    note: 'in the database: refused, naming both; in the manifest: the snapshot is not used',
  };
}

/** Fault 5. */
export const otherBuildFault: Fault = {
  id: '5',
  title: 'Model, model file, dimension, prefix, text version, graph or manifest format of another build',
  holds: 'refused, or the snapshot left aside; no answer from it',
  inject: plantOtherBuilds,
};

const otherFormats = [1, 3, 99, -1, 2_147_483_647];

async function plantOtherFormats({ folder }: FaultContext) {
  const places = await makeIndex(folder);
  const file = path.join(places.indexFolder, 'index.db');
  const ours = Number(readValue(file, 'PRAGMA user_version'));
  const figures = { injected: 0, detected: 0, crashed: 0, wrong: 0 };
  for (const format of otherFormats.filter((each) => each !== ours)) {
    editDatabase(file, `PRAGMA user_version = ${String(format)}`);
    figures.injected += 1;
    const refusal = await refusalOf(places.indexFolder);
    const isNamed = refusal?.context['found'] === format && refusal.context['expected'] === ours;
    figures.detected += refusal?.code === 'index-format-mismatch' && isNamed ? 1 : 0;
    figures.wrong += refusal === undefined ? 1 : 0;
  }
  editDatabase(file, `PRAGMA user_version = ${String(ours)}`);
  const clean = await hashIndex(places.indexFolder);
  const embedder = createFakeEmbedder();
  const outdated = JSON.stringify({ ...identifyIndex(embedder), textVersion: '0.0.0.0' });
  editDatabase(file, `UPDATE meta SET value = '${outdated}' WHERE key = 'identity'`);
  const refusal = await refusalOf(places.indexFolder);
  const { corpus, indexFolder, cacheFile } = places;
  await indexCorpus({ folders: [corpus], indexFolder, cacheFile, embedder, holder: 'a fault' });
  figures.injected += 1;
  const isMigrated = (await hashIndex(indexFolder)) === clean && embedder.embedded.length === 0;
  figures.detected += refusal?.code === 'index-outdated' && isMigrated ? 1 : 0;
  figures.wrong += isMigrated ? 0 : 1;
  return {
    ...figures,
    note: 'other tables: refused, naming both; pages read in an older way: read again, nothing embedded',
  };
}

/** Fault 49. */
export const otherVersionFault: Fault = {
  id: '49',
  title: 'An index of an older and of a newer version',
  holds: 'migrated, or refused with both versions named',
  inject: plantOtherFormats,
};

const badVectors: readonly (readonly [string, (good: Float32Array) => Float32Array])[] = [
  ['NaN', (good) => good.map((value, at) => (at === 3 ? NaN : value))],
  ['infinite', (good) => good.map((value, at) => (at === 0 ? Infinity : value))],
  ['zero', (good) => good.map(() => 0)],
  ['short', (good) => good.slice(1)],
  ['long', (good) => Float32Array.of(...good, 0)],
  ['of length 2', (good) => good.map((value) => value * 2)],
  ['empty', () => new Float32Array(0)],
];

async function plantBadVectors({ folder, isLong }: FaultContext) {
  const figures = { injected: 0, detected: 0, crashed: 0, wrong: 0 };
  for (const [name, spoil] of badVectors) {
    for (const which of isLong ? [0, 5, 11] : [5]) {
      const places = await makeIndex(path.join(folder, `${name}-${String(which)}`));
      const before = await hashIndex(places.indexFolder);
      writeEdition(places.corpus, 'violet');
      const embedder = createFakeEmbedder();
      const embedPassages = async (texts: readonly string[]): Promise<Float32Array[]> => {
        const embeddings = await embedder.embedPassages(texts);
        return embeddings.map((each, at) => (at === which ? spoil(each) : each));
      };
      figures.injected += 1;
      const { corpus, indexFolder, cacheFile } = places;
      const options = { folders: [corpus], indexFolder, cacheFile, holder: 'a fault' };
      const isRefused = await indexCorpus({ ...options, embedder: { ...embedder, embedPassages } }).then(
        () => false,
        () => true,
      );
      const isWhole = (await hashIndex(indexFolder)) === before;
      writeEdition(corpus, 'amber');
      const { problems } = await verifyIndex(indexFolder);
      figures.detected += isRefused && isWhole && problems.length === 0 ? 1 : 0;
      figures.wrong += isWhole && problems.length === 0 ? 0 : 1;
    }
  }
  return { ...figures, note: badVectors.map(([name]) => name).join(', ') };
}

/** Fault 54. */
export const badVectorFault: Fault = {
  id: '54',
  title: 'The model gives vectors that are no embeddings',
  holds: 'never stored; the reindex stops and the old index is whole',
  inject: plantBadVectors,
};

async function changePages({ folder }: FaultContext) {
  const { corpus, indexFolder } = await makeIndex(folder);
  const figures = { injected: 0, detected: 0, crashed: 0, wrong: 0 };
  let withheldCount = 0;
  const answerer = await openAnswerer(indexFolder, createFakeEmbedder(), () => undefined);
  for (const name of readdirSync(corpus)) {
    for (const isDeleted of [false, true]) {
      const file = path.join(corpus, name);
      const text = readFileSync(file, 'utf8');
      if (isDeleted) rmSync(file);
      else writeFileSync(file, text.replaceAll('amber', 'azure'));
      figures.injected += 1;
      const { problems } = await verifyIndex(indexFolder, { isQuick: true });
      const isNamed = problems.some(({ kind, where }) => where === file && kind.startsWith('page-'));
      const question = `What does the amber edition say of the ${path.parse(name).name}?`;
      const { quotes, withheld } = await answerer.answer(question, { minConfidence: 0, limit: 20 });
      const leaks = quotes.filter(
        (quote) => quote.file === file && (isDeleted || quote.text.includes('amber')),
      );
      withheldCount += withheld.filter((each) => each.file === file).length;
      figures.detected += isNamed && leaks.length === 0 ? 1 : 0;
      figures.wrong += leaks.length;
      writeFileSync(file, text);
    }
  }
  await answerer.close();
  return { ...figures, note: `${String(withheldCount)} quotes were withheld` };
}

/** Fault 37. */
export const changedPageFault: Fault = {
  id: '37',
  title: 'A page edited or deleted after indexing',
  holds: '`npm run check -- --index` names it; what no longer stands in it is not quoted',
  inject: changePages,
};
