import { decodeText } from '../corpus/charset/charset.ts';
import type { PageArticle } from '../corpus/page-reading.ts';
import type { SetAsideReason, Unreadable } from '../corpus/read-corpus.ts';
import { openPage } from '../corpus/readers/readers.ts';
import { UserError } from '../errors.ts';
import { refuseUrl } from './check-url.ts';
import { chooseEnding } from './page-format.ts';
import { namePage } from './page-name.ts';
import { obeyRobots } from './robots.ts';
import { safeFetch } from './safe-fetch.ts';
import type { Fetched, FetchOptions } from './safe-fetch.ts';
import type { NewPage } from './save-page.ts';
import { chooseUrl, decodeHtml, readHtmlHead, stampHtml, stampText } from './stamp-page.ts';
import type { Origin } from './stamp-page.ts';
import { requirePage } from './status.ts';

/** A page that was fetched, ready to be stored in the corpus; nothing was written yet. */
export interface PulledPage {
  /** Where it is to be stored, below the corpus folder. */
  readonly file: string;
  /** What is to be stored. */
  readonly bytes: Uint8Array;
  /** Where it came from; null for a file that was handed in. */
  readonly url: string | null;
  /** A point in time in UTC, ISO. */
  readonly fetchedAt: string;
  /** What is stored beside it, to say where it came from where it has no place for that itself. */
  readonly beside: NewPage | null;
  /** As they will be read from the stored file; never empty. */
  readonly articles: readonly PageArticle[];
}

/** How to pull. */
export interface PullOptions extends Omit<FetchOptions, 'etag' | 'lastModified' | 'accept'> {
  readonly now: Date;
}

const accept =
  'text/html,application/xhtml+xml,application/pdf,text/markdown,text/plain,application/rss+xml,application/atom+xml,application/feed+json;q=0.9,*/*;q=0.5';
/** Directives of pages that are not to be kept, or not to be found. */
const closing: ReadonlySet<string> = new Set(['noarchive', 'noindex', 'none', 'noai']);

/**
 * Fetches a page of the web and reads it as the corpus will. robots.txt is obeyed, unless `permit` takes its place.
 *
 * @throws UserError as `safeFetch`; `url-not-found`, `url-not-an-article`
 */
export async function pullPage(url: string, { now, ...options }: PullOptions): Promise<PulledPage> {
  const fetched = await safeFetch(url, { accept, permit: obeyRobots(options), ...options });
  requirePage(fetched);
  const { hostname: host } = new URL(fetched.url);
  if (fetched.robotsDirectives.some((directive) => closing.has(directive)))
    throw refuseUrl(host, 'no-archive');
  const ending = chooseEnding(fetched.bytes, fetched.contentType, fetched.url);
  if (ending === null) throw notAnArticle(host, fetched.contentType ?? 'unknown type');
  const { charset } = fetched;
  const origin: Origin = { url: fetched.url, fetchedAt: now.toISOString(), charset };
  const stamped = stamp(fetched.bytes, ending, origin);
  if ('reason' in stamped) throw notAnArticle(host, describe(stamped));
  const date = ending === '.pdf' ? await dateOfPdf(fetched, origin) : null;
  const year = now.getUTCFullYear();
  const file = namePage({ url: stamped.url, name: '', bytes: fetched.bytes, ending, year, date });
  const articles = await readArticles(file, stamped.bytes, host);
  const isStamped = stamped.bytes !== fetched.bytes;
  const beside = isStamped ? null : noteOrigin(file, origin);
  return { file, bytes: stamped.bytes, url: stamped.url, fetchedAt: origin.fetchedAt, beside, articles };
}

/** A shortcut, as desktops open them; the corpus passes over it. */
function noteOrigin(file: string, { url, fetchedAt }: Origin): NewPage {
  const text = `[InternetShortcut]\r\nURL=${url}\r\nModified=${fetchedAt}\r\n`;
  return { file: file.replace(/\.[a-z]+$/, '.url'), bytes: Buffer.from(text) };
}

/** A page that somebody hands in as a file. */
export interface HandedFile {
  /** As its owner calls it; decides its format. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a file that was handed in as the corpus will; it is stored as it is.
 *
 * @throws UserError `url-not-an-article`
 */
export async function readHandedFile({ name, bytes }: HandedFile, now: Date): Promise<PulledPage> {
  const ending = /\.[a-z]+$/.exec(name.toLowerCase())?.[0] ?? '';
  if (!['.md', '.markdown', '.txt', '.html', '.htm', '.pdf', '.xml', '.json'].includes(ending))
    throw notAnArticle(name, ending === '' ? 'no ending' : ending);
  const year = now.getUTCFullYear();
  const file = namePage({ url: null, name, bytes, ending, year, date: null });
  const articles = await readArticles(file, bytes, name);
  return { file, bytes, url: null, fetchedAt: now.toISOString(), beside: null, articles };
}

/** The page as it is stored, and the address it is cited under. */
interface Stamped {
  readonly bytes: Uint8Array;
  readonly url: string;
}

function stamp(bytes: Uint8Array, ending: string, origin: Origin): Stamped | Unreadable {
  if (ending === '.html') {
    const decoded = decodeHtml(bytes, origin.charset);
    if ('reason' in decoded) return decoded;
    const { canonical, robotsDirectives } = readHtmlHead(decoded.text);
    if (robotsDirectives.some((directive) => closing.has(directive)))
      throw refuseUrl(new URL(origin.url).hostname, 'no-archive');
    const url = chooseUrl(canonical, origin.url);
    return { bytes: Buffer.from(stampHtml(decoded.text, { ...origin, url })), url };
  }
  if (ending === '.md' || ending === '.markdown' || ending === '.txt') {
    const decoded = decodeText(bytes, () => origin.charset);
    if ('reason' in decoded) return decoded;
    return { bytes: Buffer.from(stampText(decoded.text, origin)), url: origin.url };
  }
  return { bytes, url: origin.url };
}

/** What is printed on it, else when the server says it was made: only its name can tell the corpus. */
async function dateOfPdf({ bytes, lastModified }: Fetched, { url }: Origin): Promise<string | null> {
  const opened = await openPage('page.pdf', bytes);
  if ('reason' in opened) return null;
  const printed = opened.read().articles.map(({ publishedOn }) => publishedOn);
  const found = printed.find((date) => date !== null);
  if (found !== undefined) return found;
  // An address with a date in it gives the name one.
  if (/\d{4}[-/_]?\d{2}[-/_]?\d{2}/.test(new URL(url).pathname)) return null;
  const made = Date.parse(lastModified ?? '');
  return Number.isNaN(made) ? null : new Date(made).toISOString().slice(0, 10);
}

async function readArticles(file: string, bytes: Uint8Array, host: string): Promise<readonly PageArticle[]> {
  const opened = await openPage(file, bytes);
  if ('reason' in opened) throw notAnArticle(host, describe(opened));
  const { articles } = opened.read();
  if (articles.length === 0) throw notAnArticle(host, 'no-article' satisfies SetAsideReason);
  return articles;
}

function describe({ reason, detail }: Unreadable): string {
  return detail === '' ? reason : `${reason}: ${detail}`;
}

function notAnArticle(host: string, detail: string): UserError {
  return new UserError('url-not-an-article', { host, detail });
}
