import { parseFeed } from 'feedsmith';
import { Parser } from 'htmlparser2';
import type { Lines } from '../article.ts';
import { decodeText } from '../charset/charset.ts';
import type { Unreadable } from '../read-corpus.ts';
import { openFeed, parseWith } from './feed-items.ts';
import type { FeedFacts, FeedItem } from './feed-items.ts';
import type { OpenedPage, Reader } from './reader.ts';
import { clean } from './records.ts';
import { lineFinder } from './text-lines.ts';

/** Elements in each other; feeds have ten, XHTML within Atom some more. The parser itself goes no deeper. */
const maxDepth = 100;
/** Elements of the feed itself; what an item quotes as text is not counted. */
const maxElements = 500_000;

/** Feeds: RSS, RDF and Atom. Every item becomes an article. */
export const feedReader: Reader = {
  open(file, bytes): OpenedPage | Unreadable {
    const decoded = decodeText(bytes, declaredInXml);
    if ('reason' in decoded) return decoded;
    const { text, charset } = decoded;
    if (text.trim() === '') return { reason: 'empty', detail: '' };
    const scan = scanXml(text);
    if ('reason' in scan) return scan;
    const parsed = parseWith(() => parseXml(text));
    if ('reason' in parsed) return parsed;
    const { facts, items } = readFeed(parsed.feed);
    const placed = items.map((item, at): FeedItem => {
      const lines = scan.items.length === items.length ? scan.items[at] : undefined;
      return { ...item, lines: lines ?? [1, scan.lineCount] };
    });
    return openFeed(file, charset, facts, placed);
  },
};

/** Label of the encoding in an XML declaration. */
export function declaredInXml(head: string): string | null {
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1] ?? null;
}

interface XmlScan {
  /** The lines of each item, in order. */
  readonly items: readonly Lines[];
  readonly lineCount: number;
}

/** Looks at a feed's XML without expanding or building anything. */
function scanXml(xml: string): XmlScan | Unreadable {
  // No feed needs entities of its own, and bombs are made of them.
  if (/<!ENTITY/i.test(xml)) return { reason: 'too-complex', detail: 'entity declarations' };
  const lineOf = lineFinder(xml);
  const items: Lines[] = [];
  const excess: string[] = [];
  let depth = 0;
  let elementCount = 0;
  let itemStart = 0;
  let itemDepth = 0;
  const parser = new Parser(
    {
      onopentagname(name) {
        depth++;
        if (depth > maxDepth) excess.push(`over ${String(maxDepth)} elements deep`);
        if (++elementCount > maxElements) excess.push(`over ${String(maxElements)} elements`);
        if (itemDepth === 0 && isItem(name)) {
          itemDepth = depth;
          itemStart = parser.startIndex;
        }
        if (excess.length > 0) parser.pause();
      },
      onclosetag() {
        if (depth === itemDepth) {
          items.push([lineOf(itemStart), lineOf(parser.endIndex)]);
          itemDepth = 0;
        }
        depth--;
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  if (excess[0] !== undefined) return { reason: 'too-complex', detail: excess[0] };
  if (depth > 0) return { reason: 'damaged', detail: 'cut short' };
  parser.end();
  return { items, lineCount: lineOf(xml.length) };
}

function isItem(name: string): boolean {
  return /^(?:[\w-]+:)?(?:item|entry)$/i.test(name);
}

/** The package's type depends on its options; this is the one without. */
const parseXml = (xml: string) => parseFeed(xml);
type Feed = ReturnType<typeof parseXml>;
type PlainItem = Omit<FeedItem, 'lines'>;

function readFeed(parsed: Feed): { readonly facts: FeedFacts; readonly items: readonly PlainItem[] } {
  switch (parsed.format) {
    case 'rss':
      return readRss(parsed.feed);
    case 'rdf':
      return readRdf(parsed.feed);
    case 'atom':
      return readAtom(parsed.feed);
    case 'json':
      return { facts: { title: null, language: null }, items: [] };
  }
}

function readRss(feed: Extract<Feed, { format: 'rss' }>['feed']) {
  const items = (feed.items ?? []).map((item): PlainItem => {
    const { guid, dc } = item;
    return {
      id: clean(guid?.value),
      title: clean(item.title),
      url: clean(item.link) ?? (guid?.isPermaLink === true ? clean(guid.value) : null),
      published: clean(item.pubDate) ?? clean(dc?.dates?.[0]),
      updated: clean(item.atom?.updated),
      authors: names(
        dc?.creators ?? item.authors?.map((author) => (typeof author === 'string' ? author : author.name)),
      ),
      language: clean(dc?.languages?.[0]),
      section: clean(item.categories?.[0]?.name),
      content: filled(item.content?.encoded),
      summary: filled(item.description),
    };
  });
  return { facts: { title: clean(feed.title), language: clean(feed.language) }, items };
}

function readRdf(feed: Extract<Feed, { format: 'rdf' }>['feed']) {
  const items = (feed.items ?? []).map((item): PlainItem => ({
    id: clean(item.link),
    title: clean(item.title),
    url: clean(item.link),
    published: clean(item.dc?.dates?.[0]),
    updated: null,
    authors: names(item.dc?.creators),
    language: clean(item.dc?.languages?.[0]),
    section: null,
    content: filled(item.content?.encoded),
    summary: filled(item.description),
  }));
  return { facts: { title: clean(feed.title), language: clean(feed.dc?.languages?.[0]) }, items };
}

function readAtom(feed: Extract<Feed, { format: 'atom' }>['feed']) {
  const items = (feed.entries ?? []).map((entry): PlainItem => {
    const link = entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0];
    return {
      id: clean(entry.id),
      title: clean(entry.title?.value),
      url: clean(link?.href),
      published: clean(entry.published) ?? clean(entry.updated),
      updated: clean(entry.updated),
      authors: names((entry.authors ?? feed.authors)?.map(({ name }) => name)),
      language: clean(entry.xml?.lang),
      section: null,
      content: filled(entry.content?.value),
      summary: filled(entry.summary?.value),
    };
  });
  return { facts: { title: clean(feed.title?.value), language: clean(feed.xml?.lang) }, items };
}

/** RSS asks for an address before the name: "desk@paper.example (Ann Ba)". */
function names(values: readonly (string | undefined)[] | undefined): string[] {
  return (values ?? []).flatMap(
    (value) => clean(/^[^\s@]+@\S+\s+\((.+)\)$/.exec(value ?? '')?.[1] ?? value) ?? [],
  );
}

function filled(text: string | undefined): string | null {
  return clean(text) === null ? null : (text ?? null);
}
