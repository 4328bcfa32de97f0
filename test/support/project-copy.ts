import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './run-script.ts';

/** What a copy of the project lacks or has otherwise. */
export interface CopyOptions {
  /** Packages that are not installed in it. */
  readonly without?: readonly string[];
  /** Packages of which a copy of their own is made, to be changed. */
  readonly ownPackages?: readonly string[];
}

/** A copy of the project that may be broken: its code is copied, its packages, model and corpus are links to the real ones. */
export function copyProject(folder: string, { without = [], ownPackages = [] }: CopyOptions = {}): string {
  for (const name of ['src', 'scripts', 'package.json', 'tsconfig.json'])
    cpSync(path.join(projectFolder, name), path.join(folder, name), { recursive: true });
  const model = 'embeddings/multilingual-e5-small';
  for (const name of ['corpus', model]) linkInto(folder, name);
  for (const name of listPackages()) {
    if (without.includes(name)) continue;
    const place = path.join('node_modules', name);
    if (ownPackages.includes(name))
      cpSync(path.join(projectFolder, place), path.join(folder, place), { recursive: true });
    else linkInto(folder, place);
  }
  return folder;
}

/** Packages in node_modules, those of a scope with it: `@scope/name`. */
function listPackages(): string[] {
  const root = path.join(projectFolder, 'node_modules');
  return readdirSync(root).flatMap((name) =>
    name.startsWith('@') ? readdirSync(path.join(root, name)).map((each) => `${name}/${each}`) : [name],
  );
}

function linkInto(folder: string, name: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  symlinkSync(path.join(projectFolder, name), path.join(folder, name));
}
