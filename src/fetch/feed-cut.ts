import { Parser } from 'htmlparser2';
import { letterHash } from './page-name.ts';

/** An item of a feed, alone in a feed of its own. */
export interface CutItem {
  /** What it is known by for as long as the feed gives it the same id. */
  readonly key: string;
  /** As the feed gives it; may be relative, or none. */
  readonly url: string | null;
  /** Whether the feed gives more than a summary. */
  readonly hasContent: boolean;
  /** A whole feed, as text, with this item's own characters in it. */
  readonly text: string;
}

/** An item as it stands in the feed. */
interface Slice {
  readonly id: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly hasContent: boolean;
  readonly text: string;
}

/** More items than any real feed has. */
const maxItems = 1_000;
const maxFact = 2_000;
const declaration = '<?xml version="1.0" encoding="utf-8"?>';

/**
 * Cuts a feed in RSS, RDF or Atom into feeds of one item each, so that an item outlives its place in the feed: what
 * stands before the first item and behind the last, and between them one item, as received. Items that the feed itself
 * gives twice stay together: the reader takes the newest.
 *
 * @param xml a feed that the reader of feeds has opened
 */
export function cutXmlFeed(xml: string): CutItem[] {
  const { slices, start, end } = sliceItems(xml);
  const head = xml.slice(0, start).replace(/^\s*<\?xml\b[^>]*>/i, '');
  const tail = xml.slice(end);
  return group(slices, (texts) => `${declaration}${head}${texts.join('\n')}${tail}`);
}

/** Cuts a feed in JSON Feed likewise. */
export function cutJsonFeed(feed: Readonly<Record<string, unknown>>): CutItem[] {
  const items: readonly unknown[] = Array.isArray(feed['items']) ? feed['items'] : [];
  const slices = items.slice(0, maxItems).map((item): Slice => {
    const facts: Readonly<Record<string, unknown>> =
      typeof item === 'object' && item !== null ? { ...item } : {};
    const text = (key: string): string | null => (typeof facts[key] === 'string' ? facts[key] : null);
    const id = typeof facts['id'] === 'number' ? String(facts['id']) : text('id');
    const hasContent = (text('content_html') ?? text('content_text') ?? '').trim() !== '';
    return { id, url: text('url'), title: text('title'), hasContent, text: JSON.stringify(item) };
  });
  return group(slices, (texts) =>
    JSON.stringify({ ...feed, items: texts.map((text): unknown => JSON.parse(text)) }),
  );
}

function group(slices: readonly Slice[], form: (texts: readonly string[]) => string): CutItem[] {
  const groups = new Map<string, Slice[]>();
  for (const slice of slices) {
    const name = slice.id ?? slice.url ?? slice.title ?? slice.text;
    groups.set(name, [...(groups.get(name) ?? []), slice]);
  }
  return [...groups].map(([name, same]) => ({
    key: letterHash(name),
    url: same.find(({ url }) => url !== null)?.url ?? null,
    hasContent: same.some(({ hasContent }) => hasContent),
    text: form(same.map(({ text }) => text)),
  }));
}

function sliceItems(xml: string): { slices: Slice[]; start: number; end: number } {
  const scanner = new ItemScanner(xml);
  scanner.scan();
  const { slices } = scanner;
  return { slices, start: scanner.start ?? xml.length, end: scanner.end ?? xml.length };
}

class ItemScanner {
  readonly slices: Slice[] = [];
  start: number | null = null;
  end: number | null = null;
  readonly #xml: string;
  #depth = 0;
  /** Depth and place of the item that is open; 0 outside. */
  #itemDepth = 0;
  #itemStart = 0;
  #facts: Record<string, string> = {};
  /** The child of the item whose words are being read. */
  #child: string | null = null;

  constructor(xml: string) {
    this.#xml = xml;
  }

  scan(): void {
    const parser = new Parser(
      {
        onopentag: (name, attributes) => this.#open(name.toLowerCase(), attributes, parser.startIndex),
        ontext: (text) => this.#read(text),
        onclosetag: () => this.#close(parser.endIndex + 1),
      },
      { xmlMode: true },
    );
    parser.end(this.#xml);
  }

  #open(name: string, attributes: Readonly<Record<string, string>>, at: number): void {
    this.#depth++;
    if (this.#itemDepth === 0) {
      if (!/^(?:[\w-]+:)?(?:item|entry)$/.test(name) || this.slices.length >= maxItems) return;
      this.#itemDepth = this.#depth;
      this.#itemStart = at;
      this.start ??= at;
      const about = attributes['rdf:about'];
      this.#facts = about === undefined ? {} : { id: about };
    } else if (this.#depth === this.#itemDepth + 1) {
      this.#child = name.replace(/^(?:atom|rss|rdf):/, '');
      const { rel, href } = attributes;
      if (this.#child === 'link' && href !== undefined && (rel === undefined || rel === 'alternate'))
        this.#facts['href'] ??= href;
      // Of text that is kept elsewhere there is none here.
      if (this.#child === 'content' && attributes['src'] !== undefined) this.#child = null;
    }
  }

  #read(text: string): void {
    if (this.#itemDepth === 0 || this.#child === null) return;
    const known = this.#facts[this.#child] ?? '';
    if (known.length < maxFact) this.#facts[this.#child] = known + text.slice(0, maxFact);
  }

  #close(end: number): void {
    if (this.#depth === this.#itemDepth + 1) this.#child = null;
    if (this.#depth === this.#itemDepth && this.#itemDepth > 0) {
      const text = this.#xml.slice(this.#itemStart, end);
      const fact = (...names: string[]): string | null =>
        names.map((name) => this.#facts[name]?.trim() ?? '').find((value) => value !== '') ?? null;
      this.slices.push({
        id: fact('guid', 'id'),
        url: fact('href', 'link'),
        title: fact('title'),
        hasContent: fact('content:encoded', 'encoded', 'content') !== null,
        text,
      });
      this.#itemDepth = 0;
      this.end = end;
    }
    this.#depth--;
  }
}
