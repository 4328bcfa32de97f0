import { createHash } from 'node:crypto';
import { normalTitle } from './stories/sections.ts';

/** What an article is known by. */
export interface ArticleKey {
  readonly source: string;
  readonly title: string;
  /** Many papers use one title again and again: "Weather", "In brief". */
  readonly publishedOn: string | null;
  /** 0, or the place among the articles of one page that share a title, see rankRepeats. */
  readonly ordinal: number;
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * Twelve lower-case base32 characters of a SHA-256. Neither the file's path nor the body goes into it, so an article
 * keeps its id when its page is renamed (unless only the name told source or date), read again, or changed elsewhere.
 */
export function articleId({ source, title, publishedOn, ordinal }: ArticleKey): string {
  return shortHash(JSON.stringify([normalTitle(source), normalTitle(title), publishedOn, ordinal]));
}

/** An id for an article whose own is taken by another of the same source, title and day. */
export function alternateId({ id, body }: { readonly id: string; readonly body: string }): string {
  return shortHash(JSON.stringify([id, body]));
}

function shortHash(key: string): string {
  const hash = createHash('sha256').update(key).digest();
  let id = '';
  for (let bit = 0; id.length < 12; bit += 5) {
    const pair = ((hash[bit >> 3] ?? 0) << 8) | (hash[(bit >> 3) + 1] ?? 0);
    id += alphabet.charAt((pair >> (11 - (bit & 7))) & 31);
  }
  return id;
}

/** Ordinals for articles in page order: 0, except where a title repeats; repeats rank by a hash of their first words. */
export function rankRepeats(
  articles: readonly { readonly title: string; readonly body: string }[],
): number[] {
  const byTitle = new Map<string, { at: number; hash: string }[]>();
  for (const [at, { title, body }] of articles.entries()) {
    const key = normalTitle(title);
    const hash = createHash('sha256').update(body.slice(0, 64)).digest('hex');
    const group = byTitle.get(key);
    if (group) group.push({ at, hash });
    else byTitle.set(key, [{ at, hash }]);
  }
  const ordinals = articles.map(() => 0);
  for (const group of byTitle.values()) {
    group.sort((a, b) => (a.hash === b.hash ? a.at - b.at : a.hash < b.hash ? -1 : 1));
    for (const [ordinal, { at }] of group.entries()) ordinals[at] = ordinal;
  }
  return ordinals;
}
