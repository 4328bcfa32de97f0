import { webcrypto } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';

/** The weight files transformers.js can load, the smaller first, with the `dtype` that selects each. */
const weightFiles = [
  { file: 'onnx/model_quantized.onnx', dtype: 'q8' },
  { file: 'onnx/model.onnx', dtype: 'fp32' },
] as const;

/** Where a model is loaded from. */
export interface ModelLocation {
  readonly id: string;
  readonly isRemote: boolean;
  /** The folder that holds the model's folder: `<root>/<id>/config.json`. */
  readonly root: string;
}

/** The weight file of a model folder. */
export interface WeightFile {
  readonly path: string;
  readonly dtype: (typeof weightFiles)[number]['dtype'];
}

/**
 * Decides whether the setting names a folder or a hub id. A folder wins, so that a typo in a path is never
 * answered with a download: only `owner/name`, where `owner` is no folder here, is a hub id.
 *
 * @throws UserError `model-missing`
 */
export function locateModel(setting: string, hubCache: string): ModelLocation {
  const folder = path.resolve(setting);
  if (existsSync(folder) && statSync(folder).isDirectory()) {
    return { id: path.basename(folder), isRemote: false, root: path.dirname(folder) };
  }
  const owner = /^([\w-][\w.-]*)\/[\w.-]+$/.exec(setting)?.[1];
  if (owner !== undefined && !existsSync(path.resolve(owner))) {
    return { id: setting, isRemote: true, root: hubCache };
  }
  throw new UserError('model-missing', { model: setting, folder });
}

/** The weight file in a model folder. @throws UserError `model-missing` */
export function findWeightFile(location: ModelLocation): WeightFile {
  const folder = path.join(location.root, location.id);
  for (const { file, dtype } of weightFiles) {
    const candidate = path.join(folder, file);
    if (existsSync(candidate)) return { path: candidate, dtype };
  }
  throw new UserError('model-missing', {
    model: location.id,
    folder,
    wanted: weightFiles.map(({ file }) => file),
  });
}

/** SHA-256 of a file in hexadecimal. Read and hashed beside the main thread, which loads the model meanwhile. */
export async function hashFile(file: string): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', await readFile(file))).toString('hex');
}
