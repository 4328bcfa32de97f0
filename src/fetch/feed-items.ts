import { existsSync } from 'node:fs';
import path from 'node:path';
import type { PageArticle } from '../corpus/page-reading.ts';
import { openPage } from '../corpus/readers/readers.ts';
import { UserError } from '../errors.ts';
import type { CutItem } from './feed-cut.ts';
import type { FetchedFeed } from './feeds.ts';
import { letterHash } from './page-name.ts';
import { pullPage } from './pull.ts';
import type { PullOptions } from './pull.ts';
import { removePage, replacePage } from './save-page.ts';

/** How a feed's items are stored. */
export interface ItemOptions {
  readonly corpusFolder: string;
  readonly feedId: string;
  /** What items met before are known by, see `StoredItems.seen`. */
  readonly seen: readonly string[];
  /** Whether moderators withdrew an article. */
  readonly isWithdrawn: (article: PageArticle) => Promise<boolean>;
  /** How to fetch the page of an item that has only a summary; null where the feed does not allow that. */
  readonly pull: PullOptions | null;
}

/** A file of the corpus that came or changed. */
export interface StoredItem {
  readonly file: string;
  readonly isNew: boolean;
  readonly articles: readonly PageArticle[];
}

/** How many items brought nothing. */
export interface ItemCounts {
  readonly unchanged: number;
  /** Not brought back, since moderators withdrew their articles. */
  readonly withdrawn: number;
  /** Without a text. */
  readonly empty: number;
  /** Their pages are fetched another time, since this round has fetched enough. */
  readonly deferred: number;
}

/** What became of a feed's items. */
export interface StoredItems {
  readonly stored: readonly StoredItem[];
  readonly counts: ItemCounts;
  /** What the items met so far are known by; those the feed lists now come first. */
  readonly seen: readonly string[];
}

const maxSeen = 2_000;
/** Pages of one feed's items that are fetched in one round. */
const maxPages = 10;

/** The folder of a feed's items, below the corpus folder. */
function feedFolder(feedId: string): string {
  return `feeds/${/^[a-z0-9][a-z0-9_-]{0,63}$/.test(feedId) ? feedId : letterHash(feedId)}`;
}

/**
 * Stores the items that are new or have changed, each in a file of its own that a changed item takes the place of. What
 * the feed no longer lists stays.
 *
 * @throws UserError `corpus-unwritable`
 */
export async function storeItems(feed: FetchedFeed, options: ItemOptions): Promise<StoredItems> {
  const seen = new Set(options.seen);
  const seenKeys = new Set(options.seen.map(keyOf));
  const stored: StoredItem[] = [];
  const current: string[] = [];
  const counts = { unchanged: 0, withdrawn: 0, empty: 0, deferred: 0 };
  let pagesLeft = maxPages;
  for (const item of feed.items ?? []) {
    const read = await readItem(item, feed.ending, options);
    const stamp = `${item.key}:${letterHash(JSON.stringify(read.articles.map(compared)))}`;
    const hasPage = mayPull(item, options);
    if (hasPage && !seen.has(stamp)) pagesLeft--;
    const outcome = seen.has(stamp)
      ? 'unchanged'
      : hasPage && pagesLeft < 0
        ? 'deferred'
        : await storeItem(read, hasPage ? await pullItem(item, feed.url, options) : null, options);
    if (typeof outcome === 'string') counts[outcome]++;
    else stored.push({ ...outcome, isNew: !seenKeys.has(item.key) });
    if (typeof outcome !== 'string' || outcome === 'unchanged') current.push(stamp);
  }
  return { stored, counts, seen: mergeSeen(current, options.seen) };
}

/** Stores the page of an item, else what the feed itself gives of it. */
async function storeItem(
  read: ItemPage,
  page: ItemPage | null,
  options: ItemOptions,
): Promise<Omit<StoredItem, 'isNew'> | 'withdrawn' | 'empty'> {
  for (const article of [...read.articles, ...(page?.articles ?? [])])
    if (await options.isWithdrawn(article)) return 'withdrawn';
  const chosen = page ?? read;
  if (chosen.articles.length === 0) return 'empty';
  writeItem(chosen, options);
  return { file: chosen.file, articles: chosen.articles };
}

/** An item as it may be stored. */
interface ItemPage {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly articles: readonly PageArticle[];
}

async function readItem({ key, text }: CutItem, ending: string, { feedId }: ItemOptions): Promise<ItemPage> {
  const file = `${feedFolder(feedId)}/${key}${ending}`;
  const bytes = Buffer.from(text);
  const opened = await openPage(file, bytes);
  return { file, bytes, articles: 'reason' in opened ? [] : opened.read().articles };
}

/** What an item is compared by; who reads the news sees none of the rest. */
function compared({ title, body, url, publishedOn, updatedAt }: PageArticle) {
  return [title, body, url, publishedOn, updatedAt];
}

function mayPull({ hasContent, url }: CutItem, { pull }: ItemOptions): boolean {
  return pull !== null && !hasContent && url !== null;
}

/** The whole page of an item; null where it can not be had. */
async function pullItem(item: CutItem, feedUrl: string, options: ItemOptions): Promise<ItemPage | null> {
  const { url, key } = item;
  if (options.pull === null || url === null || !URL.canParse(url, feedUrl)) return null;
  try {
    const { file, bytes, articles } = await pullPage(new URL(url, feedUrl).href, options.pull);
    return { file: `${feedFolder(options.feedId)}/${key}${path.extname(file)}`, bytes, articles };
  } catch (error) {
    // Its summary stands in for the page.
    if (error instanceof UserError) return null;
    throw error;
  }
}

const endings = ['.xml', '.json', '.html', '.pdf', '.md', '.txt'];

/** An item has one file, whichever way it came. */
function writeItem({ file, bytes }: ItemPage, { corpusFolder }: ItemOptions): void {
  replacePage(corpusFolder, { file, bytes });
  for (const ending of endings) {
    const other = file.replace(/\.[a-z]+$/, ending);
    if (other !== file && existsSync(path.join(corpusFolder, other))) removePage(corpusFolder, other);
  }
}

function keyOf(stamp: string): string {
  return stamp.split(':', 1)[0] ?? '';
}

function mergeSeen(current: readonly string[], before: readonly string[]): string[] {
  const keys = new Set(current.map(keyOf));
  const others = before.filter((stamp) => !keys.has(keyOf(stamp)));
  return [...new Set([...current, ...others])].slice(0, maxSeen);
}
