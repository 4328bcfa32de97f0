import { createHash } from 'node:crypto';

const maxSlug = 60;

/** Twelve letters of a SHA-256. No digits: a page's date may be read off its file's name. */
export function letterHash(content: Uint8Array | string): string {
  const hex = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return hex.replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
}

/** Lower-case Latin letters, digits and hyphens; empty where nothing of the text is left. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxSlug)
    .replace(/^-|-$/g, '');
}

/** The host as a source is called: without `www.` */
export function siteOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '').replace(/^\[|\]$/g, '');
}

/** What a pulled page is called. */
export interface PageNameFacts {
  /** Null for a file that was handed in. */
  readonly url: string | null;
  /** The name of a file that was handed in; ignored for a URL. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly ending: string;
  /** Year of the pull. */
  readonly year: number;
  /** Told by the name where the page itself has no place for it. */
  readonly date: string | null;
}

/**
 * Where in the corpus a pulled page is stored: `pulled/2026/paper.example-2026-03-04-ferry-returns-abcdefghijkl.html`. A
 * PDF has no place for its source, which is therefore the name of its file:
 * `pulled/2026/ferry-returns-abcdefghijkl/paper.example-2026-03-04.pdf`.
 */
export function namePage({ url, name, bytes, ending, year, date }: PageNameFacts): string {
  const site = url === null ? '' : siteOf(url).replaceAll(':', '-');
  const slug = slugOf(url === null ? name.replace(/\.[^.]*$/, '') : lastSegments(url));
  const hash = letterHash(bytes);
  const join = (...parts: (string | null)[]): string =>
    parts.filter((part) => part !== null && part !== '').join('-');
  const isNameTelling = ending === '.pdf' && site !== '';
  const place = isNameTelling ? `${join(slug, hash)}/${join(site, date)}` : join(site, date, slug, hash);
  return `pulled/${String(year)}/${place}${ending}`;
}

/** The path without its ending; many hold the day of publication. */
function lastSegments(url: string): string {
  const { pathname } = new URL(url);
  const path = pathname.replace(/(?<!\/)\/+$/, '').replace(/\.[a-z0-9]{1,5}$/i, '');
  return path.length <= maxSlug ? path : path.slice(-maxSlug);
}
