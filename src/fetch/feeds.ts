import { decodeText } from '../corpus/charset/charset.ts';
import type { Unreadable } from '../corpus/read-corpus.ts';
import { isJsonFeed } from '../corpus/readers/feed-items.ts';
import { declaredInXml } from '../corpus/readers/feed.ts';
import { openPage } from '../corpus/readers/readers.ts';
import { UserError } from '../errors.ts';
import { cutJsonFeed, cutXmlFeed } from './feed-cut.ts';
import type { CutItem } from './feed-cut.ts';
import { chooseEnding } from './page-format.ts';
import { safeFetch } from './safe-fetch.ts';
import type { Fetched, FetchOptions } from './safe-fetch.ts';
import { requirePage } from './status.ts';

/** A feed as it was fetched just now. */
export interface FetchedFeed {
  /** Null where the server says that nothing has changed. */
  readonly items: readonly CutItem[] | null;
  /** The ending under which its items are stored. */
  readonly ending: '.xml' | '.json';
  /** Where it came from in the end. */
  readonly url: string;
  /** Where it is for good from now on; null where it always was. */
  readonly movedTo: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly maxAgeMs: number | null;
}

const accept =
  'application/atom+xml,application/rss+xml,application/rdf+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,application/json;q=0.8,*/*;q=0.5';

/**
 * Fetches a feed, unless it is as it was, and cuts it into its items.
 *
 * @throws UserError as `safeFetch`; `url-not-found`, `url-unreachable` with `retryAfterSeconds`, `feed-unreadable`
 */
export async function fetchFeed(address: string, options: FetchOptions): Promise<FetchedFeed> {
  const fetched = await safeFetch(address, { accept, ...options });
  const { url, movedTo, maxAgeMs } = fetched;
  const facts = { url, movedTo, maxAgeMs };
  if (fetched.status === 304) {
    const { etag = null, lastModified = null } = options;
    return { ...facts, items: null, ending: '.xml', etag, lastModified };
  }
  requirePage(fetched);
  const { etag, lastModified } = fetched;
  const cut = await cutFeed(fetched);
  if ('reason' in cut) {
    const detail = cut.detail === '' ? cut.reason : `${cut.reason}: ${cut.detail}`;
    throw new UserError('feed-unreadable', { host: new URL(url).hostname, detail });
  }
  return { ...facts, ...cut, etag, lastModified };
}

type Cut = Pick<FetchedFeed, 'ending'> & { readonly items: readonly CutItem[] };

async function cutFeed({ bytes, contentType, charset, url }: Fetched): Promise<Cut | Unreadable> {
  const ending = chooseEnding(bytes, contentType, url);
  if (ending === '.json') return cutJson(bytes);
  if (ending !== null && !['.xml', '.rss', '.rdf', '.atom', '.txt'].includes(ending))
    return { reason: 'format-unknown', detail: ending };
  const decoded = decodeText(bytes, (head) => declaredInXml(head) ?? charset);
  if ('reason' in decoded) return decoded;
  // In the form in which its items are stored, whatever it was received in.
  const xml = decoded.text.replace(/^\s*<\?xml\b[^>]*>/i, '<?xml version="1.0" encoding="utf-8"?>');
  const opened = await openPage('feed.xml', Buffer.from(xml));
  if ('reason' in opened && !isOnlyEmpty(opened)) return opened;
  return { ending: '.xml', items: cutXmlFeed(xml) };
}

async function cutJson(bytes: Uint8Array): Promise<Cut | Unreadable> {
  const opened = await openPage('feed.json', bytes);
  if ('reason' in opened && !isOnlyEmpty(opened)) return opened;
  const decoded = decodeText(bytes);
  if ('reason' in decoded) return decoded;
  const root: unknown = JSON.parse(decoded.text);
  if (!isJsonFeed(root)) return { reason: 'no-article', detail: 'no feed' };
  return { ending: '.json', items: cutJsonFeed({ ...(root as Readonly<Record<string, unknown>>) }) };
}

/** A feed without items, or none with text yet, is a feed. */
function isOnlyEmpty({ reason, detail }: Unreadable): boolean {
  return reason === 'no-article' && detail === '';
}
