import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { systemErrorCode, UserError } from '../errors.ts';

/** A file of the corpus, as given by a name below its folder. */
export interface NewPage {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Another page of the same name would be overwritten. */
const maxAlternatives = 100;

/**
 * Stores a page whole or not at all: under a temporary name, made durable, then given its name, which no other file has.
 * Where a file of that name holds something else, the page gets a number after its name.
 *
 * @returns the name it is stored under; that of the file which holds the same already, if one does
 * @throws UserError `corpus-unwritable`
 */
export function savePage(corpusFolder: string, page: NewPage): string {
  return guard(corpusFolder, page.file, () => {
    const folder = openFolder(corpusFolder, page.file);
    const temporary = writeTemporary(folder, page.bytes);
    try {
      for (let number = 1; number <= maxAlternatives; number++) {
        const file = numbered(page.file, number);
        const fullPath = path.join(folder, path.basename(file));
        if (takeName(temporary, fullPath)) {
          syncFolder(folder);
          return file;
        }
        if (readFileSync(fullPath).equals(page.bytes)) return file;
      }
      throw new UserError('corpus-unwritable', { folder, detail: 'EEXIST' });
    } finally {
      rmSync(temporary, { force: true });
    }
  });
}

/**
 * Stores a page in place of the one of its name, if there is one: readers find the old one or the new one. Only for files
 * that nobody but this program writes.
 *
 * @throws UserError `corpus-unwritable`
 */
export function replacePage(corpusFolder: string, page: NewPage): void {
  guard(corpusFolder, page.file, () => {
    const folder = openFolder(corpusFolder, page.file);
    const temporary = writeTemporary(folder, page.bytes);
    try {
      renameSync(temporary, path.join(folder, path.basename(page.file)));
      syncFolder(folder);
    } finally {
      rmSync(temporary, { force: true });
    }
  });
}

/** Removes a page that a newer one takes the place of. @throws UserError `corpus-unwritable` */
export function removePage(corpusFolder: string, file: string): void {
  guard(corpusFolder, file, () => {
    const folder = openFolder(corpusFolder, file);
    rmSync(path.join(folder, path.basename(file)), { force: true });
    syncFolder(folder);
  });
}

/** Names are made by this program, of Latin letters, digits, hyphens, underscores and dots; anything else is none. */
const safeName = /^[a-z0-9][a-z0-9._-]{0,199}$/;

/** The folder of a page, made where there is none; absolute, and truly below the corpus, whatever links there are. */
function openFolder(corpusFolder: string, file: string): string {
  const names = file.split('/');
  if (names.length < 2 || !names.every((name) => safeName.test(name)))
    throw new UserError('corpus-unwritable', { folder: corpusFolder, detail: 'name' });
  const root = realpathSync(corpusFolder);
  const folder = path.join(root, ...names.slice(0, -1));
  mkdirSync(folder, { recursive: true });
  if (realpathSync(folder) !== folder) throw new UserError('corpus-unwritable', { folder, detail: 'ELOOP' });
  return folder;
}

/** The reader of the corpus passes over names that begin with a dot. */
function writeTemporary(folder: string, bytes: Uint8Array): string {
  const temporary = path.join(folder, `.${randomBytes(8).toString('hex')}.tmp`);
  const descriptor = openSync(
    temporary,
    constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW,
    0o644,
  );
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  return temporary;
}

/** Says whether the name was free; unlike renaming, linking never takes one that is not. */
function takeName(temporary: string, fullPath: string): boolean {
  try {
    linkSync(temporary, fullPath);
    return true;
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'EEXIST') return false;
    // File systems without hard links, such as exFAT.
    if (!/^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS)$/.test(code)) throw error;
    if (existsSync(fullPath)) return false;
    renameSync(temporary, fullPath);
    return true;
  }
}

function numbered(file: string, number: number): string {
  return number === 1 ? file : file.replace(/(?=\.[a-z]+$)/, `-${String(number)}`);
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function guard<T>(corpusFolder: string, file: string, call: () => T): T {
  try {
    return call();
  } catch (cause) {
    const code = systemErrorCode(cause);
    if (cause instanceof UserError || code === 'unknown') throw cause;
    const folder = path.join(corpusFolder, path.dirname(file));
    throw new UserError('corpus-unwritable', { folder, detail: code }, { cause });
  }
}
