import path from 'node:path';
import { readCorpusFile } from '../corpus/read-corpus.ts';
import type { SetAside } from '../corpus/read-corpus.ts';
import type { FileReading } from '../corpus/readers/reader.ts';
import { extensions, openPage } from '../corpus/readers/readers.ts';

/**
 * What is read off one file, without an index: its blocks, which of them were joined, and the articles they make.
 * A file that can not be read comes back as set aside.
 */
export async function readPageFile(file: string): Promise<FileReading | SetAside> {
  const fullPath = path.resolve(file);
  const name = path.basename(fullPath);
  if (!extensions.has(path.extname(name).toLowerCase())) {
    return { path: fullPath, reason: 'format-unknown', detail: [...extensions].join(' ') };
  }
  const read = readCorpusFile({ folder: path.dirname(fullPath), file: name });
  if ('setAside' in read) return read.setAside;
  const page = await openPage(name, read.bytes);
  return 'reason' in page ? { path: fullPath, ...page } : page.read();
}
