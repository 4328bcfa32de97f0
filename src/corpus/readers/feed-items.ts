import { DetectError, MalformedError, parseJsonFeed, ParseError } from 'feedsmith';
import type { Lines } from '../article.ts';
import type { DecodedText } from '../charset/charset.ts';
import type { Decision } from '../page-reading.ts';
import type { Unreadable } from '../read-corpus.ts';
import { htmlLine, htmlParagraphs } from './html-text.ts';
import { findElements } from './json-scan.ts';
import type { OpenedPage } from './reader.ts';
import { clean, openRecords, splitParagraphs } from './records.ts';
import type { ArticleRecord } from './records.ts';
import { lineFinder } from './text-lines.ts';

/** An item of a feed of any kind, as it stands there. */
export interface FeedItem {
  /** What the feed knows the item by, whatever becomes of its title. */
  readonly id: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly authors: readonly string[];
  readonly language: string | null;
  readonly section: string | null;
  /** The whole text as HTML or plain text. */
  readonly content: string | null;
  /** Stands in for the text where a feed gives no more. */
  readonly summary: string | null;
  readonly lines: Lines;
}

/** What holds for a whole feed. */
export interface FeedFacts {
  readonly title: string | null;
  readonly language: string | null;
}

/** Whether a JSON value is a feed. */
export function isJsonFeed(root: unknown): boolean {
  const version = typeof root === 'object' && root !== null && 'version' in root ? root.version : null;
  return typeof version === 'string' && /^https?:\/\/jsonfeed\.org\/version\//.test(version);
}

/** Opens a feed in JSON Feed. */
export function readJsonFeed(
  file: string,
  { text, charset }: DecodedText,
  root: unknown,
): OpenedPage | Unreadable {
  const parsed = parseWith(() => parseJsonFeed(root));
  if ('reason' in parsed) return parsed;
  const { feed } = parsed;
  const lineOf = lineFinder(text);
  const elements = findElements(text, 'items');
  const items = (feed.items ?? []).map((item, at, all): FeedItem => {
    const element = elements.length === all.length ? elements[at] : undefined;
    return {
      id: clean(item.id),
      title: clean(item.title),
      url: clean(item.url),
      published: clean(item.date_published),
      updated: clean(item.date_modified),
      authors: (item.authors ?? feed.authors ?? []).flatMap(({ name }) => clean(name) ?? []),
      language: clean(item.language),
      section: null,
      content: item.content_html ?? item.content_text ?? null,
      summary: item.summary ?? null,
      lines:
        element === undefined ? [1, lineOf(text.length)] : [lineOf(element.start), lineOf(element.end - 1)],
    };
  });
  return openFeed(file, charset, { title: clean(feed.title), language: clean(feed.language) }, items);
}

/** What feedsmith gives, or why the text is no feed that it knows. */
export function parseWith<T>(parse: () => T): { readonly feed: T } | Unreadable {
  try {
    return { feed: parse() };
  } catch (error) {
    if (error instanceof DetectError) return { reason: 'no-article', detail: 'no feed' };
    if (error instanceof MalformedError || error instanceof ParseError)
      return { reason: 'damaged', detail: 'no whole feed' };
    throw error;
  }
}

/** The page that a feed's items make: each story once, in its newest version, where the newest stands first. */
export function openFeed(
  file: string,
  charset: string,
  facts: FeedFacts,
  items: readonly FeedItem[],
): OpenedPage | Unreadable {
  const records = newestVersions(items).map((item) => ({ item, record: formRecord(item, facts) }));
  const page = openRecords({ file, charset, records: records.map(({ record }) => record) });
  if ('reason' in page) return page;
  const decisions = records.flatMap(({ item, record }): Decision[] =>
    item.content === null && record.paragraphs.length > 0
      ? [{ kind: 'summary-only', lines: item.lines, detail: record.title ?? '', confidence: 1 }]
      : [],
  );
  return { ...page, read: (context) => ({ ...page.read(context), decisions }) };
}

function newestVersions(items: readonly FeedItem[]): FeedItem[] {
  const newest: FeedItem[] = [];
  const places = new Map<string, number>();
  for (const item of items) {
    const keys = keysOf(item);
    const place = keys.map((key) => places.get(key)).find((known) => known !== undefined) ?? newest.length;
    for (const key of keys) if (!places.has(key)) places.set(key, place);
    const known = newest[place];
    if (known === undefined || timeOf(item) > timeOf(known)) newest[place] = item;
  }
  return newest;
}

/**
 * What an item is known by: its id; its address with its title, which some feeds give under a new id with each change;
 * its address alone where it has no id. The address of a whole site names no story.
 */
function keysOf({ id, url, title, lines }: FeedItem): string[] {
  const address = url === null || isOfSite(url) ? null : url;
  const keys = [
    ...(id === null ? [] : [['id', id]]),
    ...(address === null ? [] : [['story', address, title ?? '']]),
    ...(address === null || id !== null ? [] : [['address', address]]),
  ];
  if (keys.length > 0) return keys.map((key) => JSON.stringify(key));
  return [JSON.stringify(title === null ? ['line', lines[0]] : ['title', title])];
}

function isOfSite(url: string): boolean {
  return !URL.canParse(url) || (new URL(url).pathname === '/' && new URL(url).search === '');
}

/** Of two without a date the first is kept: feeds list the newest first. */
function timeOf({ updated, published }: FeedItem): number {
  const time = Date.parse(updated ?? published ?? '');
  return Number.isNaN(time) ? -Infinity : time;
}

function formRecord(item: FeedItem, facts: FeedFacts): ArticleRecord {
  const text = item.content ?? item.summary ?? '';
  return {
    title: item.title === null ? null : htmlToLine(item.title),
    source: facts.title === null ? null : htmlToLine(facts.title),
    date: item.published ?? item.updated,
    updated: item.updated,
    authors: item.authors,
    language: item.language ?? facts.language,
    url: item.url,
    section: item.section,
    paragraphs: isHtml(text)
      ? htmlParagraphs(text).map((paragraph) => ({ text: paragraph, lines: item.lines }))
      : splitParagraphs(text, item.lines),
  };
}

function htmlToLine(text: string): string | null {
  return isHtml(text) ? htmlLine(text) : clean(text);
}

function isHtml(text: string): boolean {
  return /<\/?[a-z][a-z0-9]*\b[^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/i.test(text);
}
