import type { Article } from './article.ts';
import {
  areNearCopies,
  cutShingles,
  haveSameNumbers,
  isSameTime,
  measureContainment,
} from './near-copies.ts';
import { normalTitle } from './stories/sections.ts';

/** The parts of an article that tell whether it is another version of one. */
export type Versionable = Pick<Article, 'source' | 'title' | 'url' | 'publishedOn' | 'updatedAt' | 'body'>;

/** An article under an address it had on another day shares this much with it, unless the address is a column's. */
const sharedWords = 0.2;

/** Parameters that tell where a reader came from; the page is the same without them. */
const tracking = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|from|spm|at_\w+)$/i;

/**
 * What another version of an article would be found by: its source with its address, its source with its title.
 *
 * @param isUrlOwn whether no other article of its page gives the same address
 */
export function versionKeys({ source, title, url }: Versionable, isUrlOwn: boolean): string[] {
  const address = isUrlOwn && url !== null ? normalUrl(url) : null;
  const key = (kind: string, value: string): string => JSON.stringify([kind, normalTitle(source), value]);
  const name = normalTitle(title);
  return [...(address === null ? [] : [key('url', address)]), ...(name === '' ? [] : [key('title', name)])];
}

/** An address as two spellings of it compare; null for one of a whole site, which names no article. */
export function normalUrl(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { hostname, pathname, searchParams } = new URL(url);
  const query = [...searchParams]
    .filter(([name]) => !tracking.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const path = pathname.replace(/(?<!\/)\/+$/, '');
  if (path === '' && query.length === 0) return null;
  return `${hostname.replace(/^www\./, '')}${path}?${query.map((pair) => pair.join('=')).join('&')}`;
}

/**
 * Whether two articles that share a version key are one in two versions. An address decides on one day; on two days, it
 * may be a column's, whose text is another each time. A title alone asks for near-copies, since papers use "Weather" or
 * "In brief" again and again.
 */
export function areVersions(a: Versionable, b: Versionable): boolean {
  if (normalTitle(a.source) !== normalTitle(b.source)) return false;
  const url = a.url === null ? null : normalUrl(a.url);
  const hasSameUrl = url !== null && b.url !== null && url === normalUrl(b.url);
  if (hasSameUrl && a.publishedOn !== null && a.publishedOn === b.publishedOn) return true;
  const [one, other] = [cutShingles(a.body), cutShingles(b.body)];
  if (hasSameUrl) return measureContainment(one, other) >= sharedWords && haveSameNumbers(one, other);
  return normalTitle(a.title) === normalTitle(b.title) && isSameTime(a, b) && areNearCopies(one, other);
}

/**
 * Whether two readings of one page that gave one article are readings of the same: it has its title or address still,
 * or much of its text.
 */
export function isSameArticle(before: Versionable, now: Versionable): boolean {
  if (normalTitle(before.title) === normalTitle(now.title)) return true;
  if (before.url !== null && before.url === now.url && normalUrl(now.url) !== null) return true;
  return measureContainment(cutShingles(before.body), cutShingles(now.body)) >= sharedWords;
}

/** Whether the first is the newer version: later changed, else later published; false where that can not be told. */
export function isNewer(a: Versionable, b: Versionable): boolean {
  return timeOf(a) > timeOf(b);
}

/** NaN without a date, which is neither before nor after. */
function timeOf({ updatedAt, publishedOn }: Versionable): number {
  return Date.parse(updatedAt ?? publishedOn ?? '');
}
