import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findWeightFile, hashFile, locateModel } from '../../embed/model-files.ts';
import { ok, problem, warning } from '../check.ts';
import type { Finding, Patient } from '../check.ts';
import { describeUserError } from '../describe-user-error.ts';
import { sizeOf } from '../size-of.ts';

/** What the model is loaded from beside its weights. */
const neededFiles = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];

/** Hashes of a model's files as `sha256sum` writes them; a model without this file has no known hashes. */
const sumsFile = 'SHA256SUMS';

/** Whether the model's files are there, and are those of the repository where their hashes are known. */
export async function checkModel({
  projectFolder,
  settings,
  modelHash,
}: Pick<Patient, 'projectFolder' | 'settings' | 'modelHash'>): Promise<Finding[]> {
  const { embeddingModel, hubCache } = (await settings()).config;
  try {
    const location = locateModel(embeddingModel, hubCache);
    const folder = path.join(location.root, location.id);
    const restore = restoreStep(folder, projectFolder);
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
    if (missing.length > 0) return [problem(`The model in ${folder} lacks ${missing.join(', ')}`, restore)];
    if (sizeOf(weights) < leastWeightBytes)
      return [
        problem(
          `${weights} has only ${sizeOf(weights)} bytes`,
          `It may be a pointer of Git LFS, or a broken copy. ${restore}`,
        ),
      ];
    return [await compareSums(folder, { file: weights, hash: await modelHash() }, restore)];
  } catch (error) {
    return [describeUserError(error)];
  }
}

/** Weights are megabytes; a pointer of Git LFS is some hundred bytes. */
const leastWeightBytes = 100_000;

async function compareSums(
  folder: string,
  weights: { readonly file: string; readonly hash: string },
  restore: string,
): Promise<Finding> {
  const shown = weights.hash.slice(0, 12);
  const sums = path.join(folder, sumsFile);
  if (!existsSync(sums))
    return ok(`The model in ${folder} has all its files, weights ${shown}; their hashes are not known`);
  const differing: string[] = [];
  for (const [, hash, name = ''] of readFileSync(sums, 'utf8').matchAll(/^([\da-f]{64})\s+\*?(.+)$/gm)) {
    const file = path.join(folder, name);
    // The weights are most of the bytes, and have been hashed.
    const isWhole =
      existsSync(file) && (file === weights.file ? weights.hash : await hashFile(file)) === hash;
    if (!isWhole) differing.push(name);
  }
  return differing.length === 0
    ? ok(`The model in ${folder} is whole, weights ${shown}`)
    : problem(`The model in ${folder} differs from what ${sumsFile} says: ${differing.join(', ')}`, restore);
}

function restoreStep(folder: string, projectFolder: string): string {
  const isOurs = path.resolve(folder) === path.join(projectFolder, 'embeddings/multilingual-e5-small');
  return isOurs
    ? 'Restore it: git checkout -- embeddings/'
    : 'Copy the whole folder again from where it came.';
}
