import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import path from 'node:path';
import { systemErrorCode, UserError } from '../errors.ts';
import type { Page } from './article.ts';

/** Why a file was not read as a page. */
export type SetAsideReason =
  'link' | 'special-file' | 'too-large' | 'unreadable' | 'binary' | 'not-utf8' | 'empty' | 'no-article';

/** A file that looked like a page and could not be read as one. */
export interface SetAside {
  readonly path: string;
  readonly reason: SetAsideReason;
  /** More about it: a system error code, a byte offset. */
  readonly detail: string;
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
    for (const entry of readFolder(path.join(root, below), setAside)) {
      const file = below === '' ? entry.name : `${below}/${entry.name}`;
      const fullPath = path.join(root, file);
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) visit(file);
      else if (!extensions.has(path.extname(entry.name).toLowerCase())) otherCount += 1;
      else if (entry.isSymbolicLink()) setAside.push({ path: fullPath, reason: 'link', detail: '' });
      else if (!entry.isFile()) setAside.push({ path: fullPath, reason: 'special-file', detail: '' });
      else if (!documentation.test(entry.name)) files.push({ folder: root, file });
    }
  };
  visit('');
  return { files, setAside, otherCount };
}

function assertFolder(root: string): void {
  try {
    if (statSync(root).isDirectory()) return;
  } catch (cause) {
    throw new UserError('corpus-missing', { folder: root, detail: systemErrorCode(cause) }, { cause });
  }
  throw new UserError('corpus-missing', { folder: root, detail: 'not a folder' });
}

function readFolder(folder: string, setAside: SetAside[]): Dirent[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    // By code unit, not by locale: the same corpus gives the same order on every machine.
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    setAside.push({ path: folder, reason: 'unreadable', detail: systemErrorCode(error) });
    return [];
  }
}

/** A file's content as a page, or why not. `contentHash` is the SHA-256 of its bytes, hexadecimal. */
export type PageFile = { readonly page: Page; readonly contentHash: string } | { readonly setAside: SetAside };

/** Reads and decodes one page strictly: a byte that is not UTF-8 sets the file aside rather than becoming mojibake. */
export function readPageFile({ folder, file }: CorpusFile): PageFile {
  const fullPath = path.join(folder, file);
  const fail = (reason: SetAsideReason, detail = ''): PageFile => ({
    setAside: { path: fullPath, reason, detail },
  });
  let bytes: Buffer;
  try {
    const { size } = lstatSync(fullPath);
    if (size > maxPageBytes) return fail('too-large', String(size));
    bytes = readFileSync(fullPath);
  } catch (error) {
    return fail('unreadable', systemErrorCode(error));
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) return fail('binary', String(nul));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail('not-utf8');
  }
  if (text.trim() === '') return fail('empty');
  return { page: { file, text }, contentHash: createHash('sha256').update(bytes).digest('hex') };
}
