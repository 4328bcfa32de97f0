import { statSync } from 'node:fs';
import path from 'node:path';
import { openArchive } from '../../answer/archive.ts';
import { readCentering } from '../../embed/centering.ts';
import { locateModel } from '../../embed/model-files.ts';
import { UserError } from '../../errors.ts';
import { hasSameModel, identityMismatch, textVersionOf } from '../../pipeline/index-corpus.ts';
import { verifyIndex } from '../../pipeline/verify-index.ts';
import type { IndexProblem, IndexProblemKind } from '../../pipeline/verify/index-problem.ts';
import { openNewsStore } from '../../store/sqlite/sqlite-news-store.ts';
import type { IndexIdentity } from '../../store/index-identity.ts';
import { describeError } from '../../terminal/messages.ts';
import { describeNextStep, kindNames } from '../../terminal/render-check.ts';
import { ok, problem, warning } from '../check.ts';
import type { Finding, Patient } from '../check.ts';
import { describeUserError } from '../describe-user-error.ts';

/** What does not keep questions from being answered from all that still stands. */
const bearable: ReadonlySet<IndexProblemKind> = new Set<IndexProblemKind>([
  'page-changed',
  'page-missing',
  'snapshot-unusable',
  'snapshot-behind',
  'recall-low',
]);

const dayMs = 86_400_000;

/** Whether the index opens, is of this model and this version, and passes the quick checks; what is in it and how old it is. */
export async function checkIndex(
  patient: Pick<Patient, 'settings' | 'modelHash' | 'now' | 'onProgress'>,
): Promise<Finding[]> {
  const { indexFolder } = (await patient.settings()).config;
  try {
    const { problems } = await verifyIndex(indexFolder, { isQuick: true, onProgress: patient.onProgress });
    const found = describeProblems(problems, indexFolder);
    if (problems.some(({ kind }) => kind === 'database-damaged' || kind === 'embedding-invalid'))
      return found;
    return [...(await describeIndex(indexFolder, patient)), ...found];
  } catch (error) {
    const described = describeUserError(error);
    const isMissing = error instanceof UserError && error.code === 'index-missing';
    return isMissing
      ? [
          warning(
            described.found,
            'npm start and npm run ask build it by themselves, npm run index builds it now.',
          ),
        ]
      : [described];
  }
}

function describeProblems(problems: readonly IndexProblem[], indexFolder: string): Finding[] {
  return [...new Set(problems.map(({ kind }) => kind))].map((kind) => {
    const same = problems.filter((each) => each.kind === kind);
    const places = same
      .slice(0, 3)
      .map(({ where, detail }) => (detail === '' ? where : `${where} (${detail})`));
    const more = same.length > places.length ? ` and ${same.length - places.length} more` : '';
    const found = `${kindNames[kind]}: ${places.join(', ')}${more}`;
    const next = describeNextStep(same, indexFolder).trim();
    return bearable.has(kind) ? warning(found, next) : problem(found, next);
  });
}

async function describeIndex(
  indexFolder: string,
  { settings, modelHash, now }: Pick<Patient, 'settings' | 'modelHash' | 'now'>,
): Promise<Finding[]> {
  const store = openNewsStore(indexFolder);
  try {
    const { config } = await settings();
    const { articles, chunks, pages } = await store.counts();
    if (chunks === 0) return [warning(`The index in ${indexFolder} is empty`, 'Build it: npm run index')];
    const mismatch = compareModel(store.identity, config, await modelHash().catch(() => null), indexFolder);
    if (mismatch !== null) return [mismatch];
    const sources = await openArchive({ store, readPage: () => undefined }).sources();
    const newestOn = sources
      .flatMap(({ newestOn: day }) => day ?? [])
      .sort()
      .at(-1);
    const writtenMs = statSync(path.join(indexFolder, 'index.db')).mtimeMs;
    const days = Math.max(0, Math.floor((now().getTime() - writtenMs) / dayMs));
    return [
      ok(
        `The index in ${indexFolder} holds ${articles} articles of ${pages} pages in ${chunks} chunks; ` +
          `written ${days === 0 ? 'today' : `${days} days ago`}, newest article of ${newestOn ?? 'an unknown day'}`,
      ),
    ];
  } finally {
    await store.close();
  }
}

/** What differs between an index and the model that will ask it; null where nothing does, or there is no model to compare. */
function compareModel(
  found: IndexIdentity,
  { embeddingModel, hubCache }: { readonly embeddingModel: string; readonly hubCache: string },
  fileHash: string | null,
  folder: string,
): Finding | null {
  if (fileHash === null) return null;
  const { id, root } = locateModel(embeddingModel, hubCache);
  const centering = readCentering(path.join(root, id, 'language-means.json'), {
    fileHash,
    dimension: found.dimension,
  });
  const wanted = { ...found, modelId: id, modelFileHash: fileHash, textVersion: textVersionOf(centering) };
  if (hasSameModel(found, wanted) && found.textVersion === wanted.textVersion) return null;
  const error = hasSameModel(found, wanted)
    ? new UserError('index-outdated', { folder })
    : identityMismatch(folder, found, wanted);
  const lines = describeError(error).split('\n');
  return problem(lines.slice(0, -1).join(' '), lines.at(-1) ?? '');
}
