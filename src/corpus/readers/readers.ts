import type { Unreadable } from '../read-corpus.ts';
import { markdownReader } from './markdown.ts';
import type { OpenedPage, Reader } from './reader.ts';

const readers: readonly Reader[] = [markdownReader];

/** Endings of all formats that are read. */
export const extensions: ReadonlySet<string> = new Set(readers.flatMap((reader) => reader.extensions));

/**
 * Opens a file with the reader of its format.
 *
 * @throws TypeError if no reader knows the ending; ask `extensions` first
 */
export async function openPage(file: string, bytes: Uint8Array): Promise<OpenedPage | Unreadable> {
  const reader = readers.find(({ extensions: endings }) => endings.some((ending) => file.toLowerCase().endsWith(ending)));
  if (reader === undefined) throw new TypeError(`no reader for ${file}`);
  return await reader.open(file, bytes);
}
