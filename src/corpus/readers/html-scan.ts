import { Parser } from 'htmlparser2';
import type { Unreadable } from '../read-corpus.ts';
import { clean } from './records.ts';

/** What one pass over a page's HTML gives before a tree is built of it. */
export interface HtmlScan {
  /** The page again, well-formed, without scripts, styles and long attributes: what a tree may be built of. */
  readonly html: string;
  /** Texts outside scripts and styles, entities decoded, with their offsets in the page. */
  readonly texts: readonly { readonly text: string; readonly start: number }[];
  /** As declared, a language tag. */
  readonly language: string | null;
  readonly canonical: string | null;
  /** Of a meta element that search engines read, else of the first `time` element. */
  readonly date: string | null;
  /** When it was last changed. */
  readonly updated: string | null;
  readonly section: string | null;
}

/** Elements in each other. Browsers stop at 512; a tree some thousand deep overflows the stack. */
const maxDepth = 256;
/** Elements. News pages have 500 to 5,000; finding the article takes 1 to 3 s at the limit and grows by the square. */
const maxElements = 20_000;
/** Pieces of text: a tag or an entity ends one. linkedom passes all of an element's at once, which fills the stack. */
const maxPieces = 50_000;
/** Longest attribute that is kept; real ones are addresses and class names. */
const maxAttribute = 2_000;
/** Longest title and longest block of metadata (JSON-LD). */
const maxTitle = 2_000;
const maxMetadata = 200_000;

const dropped = new Set('style svg math template noscript iframe object canvas audio video'.split(' '));
/** Class names, and ids, of what stands within an article and is none of it. */
const foreign =
  /(?:^|\s)(?:ads?|advert(?:isement|ising)?|ad[-_](?:unit|slot|box|container|wrapper|banner)|adsbygoogle|sponsored(?:-content)?|share(?:-\w+)?|social-share|cookie-(?:banner|notice|consent)|newsletter(?:-\w+)?)(?:\s|$)/i;
const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const inHead = new Set(['title', 'meta', 'link', 'base', 'script']);
const structure = new Set(['html', 'head', 'body']);
const kept =
  'class id role rel href content name property itemprop itemscope itemtype lang dir datetime type hidden aria-hidden aria-modal style'.split(
    ' ',
  );
const dateProperties = [
  'article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'pubdate',
  'publishdate',
  'og:published_time',
  'parsely-pub-date',
];
const updateProperties = [
  'article:modified_time',
  'datemodified',
  'last-modified',
  'dc.date.modified',
  'og:updated_time',
];

type Attributes = Readonly<Record<string, string>>;

/** Counts and reads a page's HTML without a tree, so that a hostile page costs no more than its length. */
export function scanHtml(html: string): HtmlScan | Unreadable {
  const scanner = new Scanner();
  scanner.scan(html);
  if (scanner.excess !== null) return { reason: 'too-complex', detail: scanner.excess };
  const { facts, metas } = scanner;
  return {
    html: `<!doctype html><html><head>${scanner.head}</head><body>${scanner.body}</body></html>`,
    texts: scanner.texts,
    language: clean(facts.language),
    canonical: clean(facts.canonical ?? metas.get('og:url')),
    updated: clean(updateProperties.map((name) => metas.get(name)).find((date) => date !== undefined)),
    date: clean(
      dateProperties.map((name) => metas.get(name)).find((date) => date !== undefined) ?? facts.time,
    ),
    section: clean(metas.get('article:section')),
  };
}

class Scanner {
  /** The limit that was passed, if one was; the scan ended there. */
  excess: string | null = null;
  head = '';
  body = '';
  readonly texts: { text: string; start: number }[] = [];
  readonly metas = new Map<string, string>();
  readonly facts: {
    language?: string | undefined;
    canonical?: string | undefined;
    time?: string | undefined;
  } = {};
  #elementCount = 0;
  #pieceCount = 0;
  #depth = 0;
  /** Depth of the outermost element that is left out; null outside of such. */
  #droppedAt: number | null = null;
  /** What stands in a title or script so far; null outside. */
  #raw: string | null = null;

  scan(html: string): void {
    const parser = new Parser({
      onopentag: (name, attributes) => {
        this.#open(name, attributes);
        if (this.excess !== null) parser.pause();
      },
      ontext: (text) => {
        this.#text(text, parser.startIndex);
        if (this.excess !== null) parser.pause();
      },
      onclosetag: (name) => this.#close(name),
    });
    parser.write(html);
    if (this.excess === null) parser.end();
  }

  #open(name: string, attributes: Attributes): void {
    if (++this.#elementCount > maxElements) this.excess = `over ${String(maxElements)} elements`;
    if (!empty.has(name) && ++this.#depth > maxDepth) this.excess = `over ${String(maxDepth)} elements deep`;
    if (this.#droppedAt === null && !empty.has(name) && isDropped(name, attributes))
      this.#droppedAt = this.#depth;
    if (name === 'title' || name === 'script') this.#raw = '';
    this.#readFacts(name, attributes);
    if (this.#droppedAt === null && !structure.has(name)) this.#write(name, openTag(name, attributes));
  }

  #text(text: string, start: number): void {
    if (this.#raw !== null) this.#raw += text;
    else if (this.#droppedAt === null) {
      this.texts.push({ text, start });
      this.#pieceCount += 1 + (text.match(/[&<]/g)?.length ?? 0);
      if (this.#pieceCount > maxPieces) this.excess = `over ${String(maxPieces)} tags and entities`;
      this.body += escapeText(text);
    }
  }

  #close(name: string): void {
    if (empty.has(name)) return;
    const raw = this.#endRaw(name);
    if (this.#droppedAt === null && !structure.has(name)) this.#write(name, `${raw}</${name}>`);
    if (this.#droppedAt === this.#depth) this.#droppedAt = null;
    this.#depth--;
  }

  /** A title's words, cut; a script's text only where it is metadata. Both are written where they end. */
  #endRaw(name: string): string {
    if (this.#raw === null || (name !== 'title' && name !== 'script')) return '';
    const raw = this.#raw;
    this.#raw = null;
    if (name === 'title') return escapeText(raw.slice(0, maxTitle));
    const isMetadata = raw.length <= maxMetadata && /^\s*[[{]/.test(raw);
    return isMetadata ? raw.replaceAll('</', '<\\/') : '';
  }

  #write(name: string, markup: string): void {
    if (inHead.has(name)) this.head += markup;
    else this.body += markup;
  }

  #readFacts(name: string, attributes: Attributes): void {
    const { lang, rel, href, content, datetime } = attributes;
    if (name === 'html') this.facts.language ??= lang ?? attributes['xml:lang'];
    else if (name === 'time') this.facts.time ??= datetime;
    else if (name === 'link' && rel?.toLowerCase() === 'canonical') this.facts.canonical ??= href;
    else if (name === 'meta' && content !== undefined) {
      const property = (
        attributes['property'] ??
        attributes['name'] ??
        attributes['itemprop'] ??
        ''
      ).toLowerCase();
      if (!this.metas.has(property)) this.metas.set(property, content);
    }
  }
}

function isDropped(name: string, attributes: Attributes): boolean {
  if (dropped.has(name)) return true;
  return !structure.has(name) && foreign.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`);
}

function openTag(name: string, attributes: Attributes): string {
  const pairs = kept.flatMap((key) => {
    const value = attributes[key];
    return value === undefined || value.length > maxAttribute
      ? []
      : [` ${key}="${escapeText(value).replaceAll('"', '&quot;')}"`];
  });
  return `<${name}${pairs.join('')}>`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
