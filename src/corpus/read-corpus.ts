import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import type { Dirent, Stats } from 'node:fs';
import path from 'node:path';
import { systemErrorCode, UserError } from '../errors.ts';

/** Why a file, or a record in it, was not read. */
export type SetAsideReason =
  | 'format-unknown'
  | 'link'
  | 'special-file'
  | 'outside'
  | 'too-large'
  | 'unreadable'
  | 'binary'
  | 'charset-unknown'
  | 'charset-wrong'
  | 'empty'
  | 'too-complex'
  | 'damaged'
  | 'encrypted'
  | 'no-text'
  | 'no-article'
  | 'record-invalid';

/** Why bytes could not be read as a page. */
export interface Unreadable {
  readonly reason: SetAsideReason;
  /** More about it: a system error code, a byte offset, an encoding, a record's line. */
  readonly detail: string;
}

/** A file that looked like a page and could not be read as one. */
export interface SetAside extends Unreadable {
  readonly path: string;
}

/** A file that may be a page. */
export interface CorpusFile {
  /** The corpus folder, absolute. */
  readonly folder: string;
  /** Path below the folder, with `/` between names. */
  readonly file: string;
}

/** What a corpus folder holds, sorted by path. */
export interface CorpusListing {
  readonly files: readonly CorpusFile[];
  readonly setAside: readonly SetAside[];
  /** Files of no format that is read, such as images. */
  readonly otherCount: number;
}

/** Largest page that is read, in bytes. A newspaper's page has some 30 KB; a book has 1 MB. */
export const maxPageBytes = 32 * 1024 * 1024;

/** Files that describe a folder rather than report news. */
const documentation = /^(readme|license|licence|copying|notice|changelog|contributing)(\.|$)/i;

/**
 * Lists the pages below a folder. Links are not followed: what they point to may lie outside the corpus.
 *
 * @param extensions of the formats that are read, lower case with the dot
 * @throws UserError `corpus-missing`
 */
export function listCorpus(folder: string, extensions: ReadonlySet<string>): CorpusListing {
  const root = path.resolve(folder);
  assertFolder(root);
  const files: CorpusFile[] = [];
  const setAside: SetAside[] = [];
  let otherCount = 0;
  const visit = (below: string): void => {
    for (const { name, isName, entry } of readFolder(path.join(root, below), setAside)) {
      if (name.startsWith('.')) continue;
      const file = below === '' ? name : `${below}/${name}`;
      const fullPath = path.join(root, file);
      const refuse = (reason: SetAsideReason, detail = ''): unknown =>
        setAside.push({ path: fullPath, reason, detail });
      const isFolder = entry.isDirectory() || isLinkToFolder(entry, fullPath);
      if (!isFolder && !extensions.has(path.extname(name).toLowerCase())) otherCount += 1;
      else if (entry.isSymbolicLink()) refuse('link');
      else if (!isName) refuse('unreadable', 'EILSEQ');
      else if (isFolder) visit(file);
      else if (!entry.isFile()) refuse('special-file');
      else if (!documentation.test(name)) files.push({ folder: root, file });
    }
  };
  visit('');
  return { files, setAside, otherCount };
}

/** Pages may stand behind it that someone expects to be read. */
function isLinkToFolder(entry: Dirent<Buffer>, fullPath: string): boolean {
  try {
    return entry.isSymbolicLink() && statSync(fullPath).isDirectory();
  } catch {
    return false;
  }
}

function assertFolder(root: string): void {
  try {
    if (statSync(root).isDirectory()) return;
  } catch (cause) {
    throw new UserError('corpus-missing', { folder: root, detail: systemErrorCode(cause) }, { cause });
  }
  throw new UserError('corpus-missing', { folder: root, detail: 'not a folder' });
}

/** What stands in a folder under a name. */
interface FolderEntry {
  readonly name: string;
  /** False where the name is no UTF-8: by the name as a string nothing is found then, or something else. */
  readonly isName: boolean;
  readonly entry: Dirent<Buffer>;
}

function readFolder(folder: string, setAside: SetAside[]): FolderEntry[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true, encoding: 'buffer' }).map((entry) => {
      const name = entry.name.toString();
      return { name, isName: Buffer.from(name).equals(entry.name), entry };
    });
    // By code unit, not by locale: the same corpus gives the same order on every machine.
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    setAside.push({ path: folder, reason: 'unreadable', detail: systemErrorCode(error) });
    return [];
  }
}

/** A file's bytes and their SHA-256, hexadecimal. */
export interface CorpusBytes {
  readonly bytes: Uint8Array;
  readonly contentHash: string;
}

/**
 * Reads one file of a corpus. It is checked and read through one descriptor, so that what was checked is what is read;
 * a link that has taken the place of the file or of one of its folders is not followed, a pipe not waited for.
 */
export function readCorpusFile({ folder, file }: CorpusFile): CorpusBytes | { readonly setAside: SetAside } {
  const fullPath = path.join(folder, file);
  const fail = (reason: SetAsideReason, detail = '') => ({ setAside: { path: fullPath, reason, detail } });
  if (leavesFolder(file)) return fail('outside');
  let descriptor: number | undefined;
  try {
    if (!isBelow(folder, file)) return fail('link');
    descriptor = openSync(fullPath, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stats = fstatSync(descriptor);
    if (stats.isDirectory()) return fail('unreadable', 'EISDIR');
    if (!stats.isFile()) return fail('special-file');
    if (!isBelow(folder, file)) return fail('link');
    if (!isSameFile(stats, lstatSync(fullPath))) return fail('unreadable', 'ESTALE');
    if (stats.size > maxPageBytes) return fail('too-large', String(stats.size));
    const bytes = readAll(descriptor, stats.size);
    if (bytes.length > maxPageBytes) return fail('too-large', String(bytes.length));
    return { bytes, contentHash: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'ELOOP') return fail('link');
    return code === 'ENXIO' ? fail('special-file') : fail('unreadable', code);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** A path that comes from an index may have been altered. */
function leavesFolder(file: string): boolean {
  return file.includes('\0') || path.isAbsolute(file) || file.split(/[\\/]/).includes('..');
}

/**
 * Whether what was opened is what stands there: with `isBelow` before and after, a folder that was a link for the moment
 * of opening is found out.
 */
function isSameFile(opened: Stats, there: Stats): boolean {
  return opened.dev === there.dev && opened.ino === there.ino;
}

/** Whether no link stands between the corpus folder and the file. */
function isBelow(folder: string, file: string): boolean {
  const below = path.dirname(file);
  return below === '.' || realpathSync(path.join(folder, below)) === path.join(realpathSync(folder), below);
}

/** A file's bytes to its end, though never many more than the limit, should it grow while it is read. */
function readAll(descriptor: number, size: number): Uint8Array {
  let bytes = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const count = readSync(descriptor, bytes, length, bytes.length - length, null);
    length += count;
    if (count === 0 || length > maxPageBytes) return bytes.subarray(0, length);
    if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(length + 65_536)]);
  }
}
