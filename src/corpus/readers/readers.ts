import type { Unreadable } from '../read-corpus.ts';
import type { OpenedPage, Reader } from './reader.ts';

/** Loads a reader when its first file is opened: parsers of formats that a corpus does not hold cost no start-up time. */
type LoadReader = () => Promise<Reader>;

const markdown: LoadReader = async () => (await import('./markdown.ts')).markdownReader;
const html: LoadReader = async () => (await import('./html.ts')).htmlReader;
const feed: LoadReader = async () => (await import('./feed.ts')).feedReader;
const json: LoadReader = async () => (await import('./json.ts')).jsonReader;
const jsonLines: LoadReader = async () => (await import('./json.ts')).jsonLinesReader;
const pdf: LoadReader = async () => (await import('./pdf.ts')).pdfReader;

/** File name endings, lower case with the dot, and who reads them. */
const readers: ReadonlyMap<string, LoadReader> = new Map([
  ['.md', markdown],
  ['.markdown', markdown],
  ['.txt', markdown],
  ['.html', html],
  ['.htm', html],
  ['.xhtml', html],
  ['.xml', feed],
  ['.rss', feed],
  ['.rdf', feed],
  ['.atom', feed],
  ['.json', json],
  ['.jsonl', jsonLines],
  ['.ndjson', jsonLines],
  ['.pdf', pdf],
]);

/** Endings of all formats that are read. */
export const extensions: ReadonlySet<string> = new Set(readers.keys());

/**
 * Opens a file with the reader of its format.
 *
 * @throws TypeError if no reader knows the ending; ask `extensions` first
 */
export async function openPage(file: string, bytes: Uint8Array): Promise<OpenedPage | Unreadable> {
  const load = readers.get(/\.[^./]*$/.exec(file)?.[0].toLowerCase() ?? '');
  if (load === undefined) throw new TypeError(`no reader for ${file}`);
  return (await load()).open(file, bytes);
}
