import type { Page } from '../article.ts';
import type { PageReading } from '../page-reading.ts';
import type { PageContext } from '../split-articles.ts';
import { markdownReader } from './markdown.ts';

/** Reads pages of one format. */
export interface Reader {
  /** File name endings of the format, lower case with the dot. */
  readonly extensions: readonly string[];
  read(page: Page, context?: PageContext): PageReading;
}

const readers: readonly Reader[] = [markdownReader];

/** Endings of all formats that are read. */
export const extensions: ReadonlySet<string> = new Set(readers.flatMap((reader) => reader.extensions));

/**
 * Reads a page with the reader of its format.
 *
 * @throws TypeError if no reader knows the ending; ask `extensions` first
 */
export function readPage(page: Page, context: PageContext = {}): PageReading {
  const reader = readers.find(({ extensions: endings }) => endings.some((ending) => page.file.toLowerCase().endsWith(ending)));
  if (reader === undefined) throw new TypeError(`no reader for ${page.file}`);
  return reader.read(page, context);
}
