import { statSync } from 'node:fs';

/** What tells a file from every other one whatever they are called; undefined where there is none. */
export function readFileIdentity(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false, bigint: true });
  return found && `${found.dev} ${found.ino}`;
}
