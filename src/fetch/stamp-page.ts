import { Parser } from 'htmlparser2';
import { decodeText } from '../corpus/charset/charset.ts';
import type { DecodedText } from '../corpus/charset/charset.ts';
import type { Unreadable } from '../corpus/read-corpus.ts';
import { declaredInHtml } from '../corpus/readers/html.ts';
import { normalUrl } from '../corpus/versions.ts';
import { siteOf } from './page-name.ts';
import { robotName } from './response-facts.ts';

/** Where a page came from, which is written into it. */
export interface Origin {
  readonly url: string;
  /** A point in time in UTC, ISO. */
  readonly fetchedAt: string;
  /** Of the header; the page's own word goes before it. */
  readonly charset: string | null;
}

/** What the head of a web page says about itself. */
export interface HtmlHead {
  readonly canonical: string | null;
  /** Of its `robots` elements, lower case. */
  readonly robotsDirectives: readonly string[];
}

const headElements = new Set('html head meta link title script style base noscript template'.split(' '));

/** Decodes a web page, by what it declares, else by its header. */
export function decodeHtml(bytes: Uint8Array, charset: string | null): DecodedText | Unreadable {
  const decoded = decodeText(bytes, (head) => declaredInHtml(head) ?? charset);
  return 'reason' in decoded && charset !== null ? decodeText(bytes, () => charset) : decoded;
}

/** Reads the head of a web page; linear, and never further than its body. */
export function readHtmlHead(html: string): HtmlHead {
  let canonical: string | null = null;
  const directives: string[] = [];
  const parser = new Parser({
    onopentag(name, { rel, href, property, content, ...attributes }) {
      // Anything else begins the body, whether it says so or not.
      if (!headElements.has(name)) parser.pause();
      if (name === 'link' && rel?.toLowerCase() === 'canonical') canonical ??= href ?? null;
      if (name !== 'meta' || content === undefined) return;
      if (property?.toLowerCase() === 'og:url') canonical ??= content;
      const bot = attributes['name']?.trim().toLowerCase();
      if (bot === 'robots' || bot === robotName)
        directives.push(
          ...content
            .toLowerCase()
            .split(/[\s,]+/)
            .filter((word) => word !== ''),
        );
    },
  });
  parser.write(html);
  return { canonical, robotsDirectives: directives };
}

/**
 * The address a page is to be cited under: the one it claims where that is of the same site, else the one it came from,
 * for a page may claim to be anybody's.
 */
export function chooseUrl(claimed: string | null, fetched: string): string {
  if (claimed === null || !URL.canParse(claimed, fetched)) return fetched;
  const url = new URL(claimed, fetched);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  const isSame = mainHost(url.href) === mainHost(fetched) && url.username === '' && url.password === '';
  url.hash = '';
  return isWeb && isSame && normalUrl(url.href) !== null ? url.href : fetched;
}

function mainHost(url: string): string {
  return siteOf(url).replace(/^(?:m|mobile|amp)\./, '');
}

/**
 * A web page as it is stored: what was received, as UTF-8, under one more line which says so, where it came from and
 * when. A reader takes the first address and encoding that a page names.
 */
export function stampHtml(text: string, { url, fetchedAt }: Origin): string {
  const link = escapeAttribute(url);
  const note = `Pulled by Newsquote from ${url.replaceAll('--', '%2D%2D').replaceAll('>', '%3E')} at ${fetchedAt}`;
  const page = text.replace(/^\s*<\?xml\b[^>]*>/i, '');
  return `<meta charset="utf-8"><link rel="canonical" href="${link}"><!-- ${note} -->\n${page}`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** Markdown or plain text as it is stored: with front matter that says where it came from, beside what it has of its own. */
export function stampText(text: string, { url, fetchedAt }: Origin): string {
  const facts = [`url: ${url}`, `source: ${siteOf(url)}`, `pulled: ${fetchedAt}`];
  const [first = '', ...lines] = text.split('\n');
  const end = first.trimEnd() === '---' ? lines.findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line)) : -1;
  if (end < 1 || !/^\s*[\w-]+\s*:/.test(lines[0] ?? '')) return `---\n${facts.join('\n')}\n---\n\n${text}`;
  const own = new Set(
    lines.slice(0, end).map((line) => /^\s*([\w-]+)\s*:/.exec(line)?.[1]?.toLowerCase() ?? ''),
  );
  const hasSource = ['source', 'outlet', 'publication', 'newspaper', 'site'].some((key) => own.has(key));
  // The address is where it was fetched, whatever it says; of two lines with one key the last holds.
  const added = facts.filter((fact) => !(hasSource && fact.startsWith('source:')));
  return [first, ...lines.slice(0, end), ...added, ...lines.slice(end)].join('\n');
}
