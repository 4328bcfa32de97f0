import path from 'node:path';
import { extensions } from '../corpus/readers/readers.ts';

/** Media types and the ending under which the corpus reads them. */
const typeEndings: ReadonlyMap<string, string> = new Map([
  ['text/html', '.html'],
  ['application/xhtml+xml', '.html'],
  ['application/pdf', '.pdf'],
  ['text/markdown', '.md'],
  ['text/x-markdown', '.md'],
  ['text/plain', '.txt'],
  ['application/rss+xml', '.xml'],
  ['application/atom+xml', '.xml'],
  ['application/rdf+xml', '.xml'],
  ['application/xml', '.xml'],
  ['text/xml', '.xml'],
  ['application/json', '.json'],
  ['application/feed+json', '.json'],
]);
/** What servers say of what they do not know. */
const vagueTypes: ReadonlySet<string | null> = new Set([
  null,
  'application/octet-stream',
  'binary/octet-stream',
  'text/plain',
]);
const headBytes = 2048;

/** The ending under which the corpus reads a body, by what it begins with, what it is said to be, and its address; null for none. */
export function chooseEnding(bytes: Uint8Array, contentType: string | null, url: string): string | null {
  const told = contentType === null ? undefined : typeEndings.get(contentType);
  if (told === undefined && !vagueTypes.has(contentType)) return null;
  const seen = sniff(bytes);
  if (seen !== null) return seen;
  if (told !== undefined && !vagueTypes.has(contentType)) return told;
  const named = path.extname(new URL(url).pathname).toLowerCase();
  return extensions.has(named) ? named : (told ?? null);
}

function sniff(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, headBytes))
    .replace(/^(?:ï»¿)?\s+|^ï»¿/, '');
  if (head.startsWith('%PDF-')) return '.pdf';
  if (!head.startsWith('<')) return null;
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(head)) return '.html';
  const root = /<(?:[a-z]+:)?(rss|feed|rdf|html)\b/i.exec(head)?.[1]?.toLowerCase();
  if (root === undefined) return null;
  return root === 'html' ? '.html' : '.xml';
}
