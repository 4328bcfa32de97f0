import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { findWeightFile, hashFile, locateModel } from '../../embed/model-files.ts';
import { UserError } from '../../errors.ts';
import { describeError } from '../../terminal/messages.ts';
import { ok, problem, warning } from '../check.ts';
import type { Finding, Patient } from '../check.ts';

/** What the model is loaded from beside its weights. */
const neededFiles = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];

const projectFolder = path.resolve(import.meta.dirname, '../../..');

/** Hashes of a model's files as `sha256sum` writes them; a model without this file has no known hashes. */
const sumsFile = 'SHA256SUMS';

/** Whether the model's files are there, and are those of the repository where their hashes are known. */
export async function checkModel({
  settings,
  modelHash,
}: Pick<Patient, 'settings' | 'modelHash'>): Promise<Finding[]> {
  const { embeddingModel, hubCache } = (await settings()).config;
  try {
    const location = locateModel(embeddingModel, hubCache);
    const folder = path.join(location.root, location.id);
    if (location.isRemote && !existsSync(folder))
      return [
        warning(
          `The model ${location.id} is not on this machine yet`,
          'It is downloaded when it is first needed; run npm run index where there is a network.',
        ),
      ];
    const weights = findWeightFile(location).path;
    const missing = location.isRemote
      ? []
      : neededFiles.filter((file) => sizeOf(path.join(folder, file)) === 0);
    if (missing.length > 0)
      return [problem(`The model in ${folder} lacks ${missing.join(', ')}`, restoreStep(folder))];
    if (sizeOf(weights) < leastWeightBytes)
      return [
        problem(
          `${weights} has only ${sizeOf(weights)} bytes`,
          `It may be a pointer of Git LFS, or a broken copy. ${restoreStep(folder)}`,
        ),
      ];
    const hash = await modelHash();
    return await compareSums(folder, hash);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [found = '', ...next] = describeError(error).split('\n');
    return [problem(found, next.join(' '))];
  }
}

/** Weights are megabytes; a pointer of Git LFS is some hundred bytes. */
const leastWeightBytes = 100_000;

async function compareSums(folder: string, weightHash: string): Promise<Finding[]> {
  const found = `The model in ${folder} is whole, weights ${weightHash.slice(0, 12)}`;
  const file = path.join(folder, sumsFile);
  if (!existsSync(file))
    return [
      ok(
        `The model in ${folder} has all its files, weights ${weightHash.slice(0, 12)}; their hashes are not known`,
      ),
    ];
  const differing: string[] = [];
  for (const [, hash, name = ''] of readFileSync(file, 'utf8').matchAll(/^([\da-f]{64})\s+\*?(.+)$/gm)) {
    const full = path.join(folder, name);
    if (!existsSync(full) || (await hashFile(full)) !== hash) differing.push(name);
  }
  return [
    differing.length === 0
      ? ok(found)
      : problem(
          `The model in ${folder} differs from what ${sumsFile} says: ${differing.join(', ')}`,
          restoreStep(folder),
        ),
  ];
}

function restoreStep(folder: string): string {
  const isOurs = path.resolve(folder) === path.join(projectFolder, 'embeddings/multilingual-e5-small');
  return isOurs
    ? 'Restore it: git checkout -- embeddings/'
    : 'Copy the whole folder again from where it came.';
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
