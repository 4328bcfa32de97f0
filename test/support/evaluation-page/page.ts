import { readFileSync } from 'node:fs';
import path from 'node:path';
import { el, escapeText, idOf, join, keepMarkup } from './markup.ts';
import type { Markup } from './markup.ts';

/** Sections by name, in the order of the page. */
export type PageSections = ReadonlyMap<string, Markup>;

/** Says that a page was written here, and in which form its sections are. */
const generator = 'newsquote evaluation 1';

/**
 * The page with one of its sections replaced, or added at the end; all others stay as they are. It needs nothing but
 * itself: no script, no address of elsewhere, and a policy that forbids both.
 *
 * @param before the page as it is; empty where there is none
 * @throws RangeError as `readPageSections`
 */
export function replacePageSection(before: string, name: string, section: Markup): string {
  const sections = new Map(before.trim() === '' ? [] : readPageSections(before));
  return renderPage(sections.set(name, section));
}

/**
 * The sections of a page that was written here.
 *
 * @throws RangeError for any other text, and where a section has no end
 */
export function readPageSections(page: string): Map<string, Markup> {
  if (!page.includes(`<meta name="generator" content="${generator}">`))
    throw new RangeError('not a page that npm run evaluate wrote');
  const sections = new Map<string, Markup>();
  for (const { 0: begin, 1: escaped = '', index } of page.matchAll(/<!-- begin: ([^<>\n]+) -->\n/g)) {
    const start = index + begin.length;
    const end = page.indexOf(markEnd(escaped), start);
    if (end < 0) throw new RangeError(`the section ${escaped} has no end`);
    sections.set(unescapeName(escaped), keepMarkup(page.slice(start, end)));
  }
  return sections;
}

function renderPage(sections: PageSections): string {
  const marked = [...sections].map(([name, section]) => {
    const escaped = escapeName(name);
    return `<!-- begin: ${escaped} -->\n${section.html}${markEnd(escaped)}`;
  });
  const body = el(
    'main',
    {},
    el(
      'header',
      {},
      el('h1', {}, 'Newsquote: how well it answers'),
      el(
        'p',
        {},
        'What npm run evaluate -- --set measured, a section a set and half of its questions. ',
        'CONTRIBUTING.md tells how to make it anew, docs/evaluation.md has the tables alone, and src/answer/evidence.ts says what each part of a confidence is. Times include whatever else the machine did meanwhile.',
      ),
      drawContents([...sections.keys()]),
    ),
    keepMarkup(marked.join('')),
  );
  return `<!doctype html>\n<html lang="en">\n${drawHead().html}<body>\n${body.html}\n</body>\n</html>\n`;
}

function drawHead(): Markup {
  const style = readFileSync(path.join(import.meta.dirname, 'page.css'), 'utf8');
  const metas = [
    { charset: 'utf-8' },
    { 'http-equiv': 'Content-Security-Policy', content: "default-src 'none'; style-src 'unsafe-inline'" },
    { name: 'viewport', content: 'width=device-width, initial-scale=1' },
    { name: 'color-scheme', content: 'light dark' },
    { name: 'referrer', content: 'no-referrer' },
    { name: 'generator', content: generator },
  ];
  return join(
    keepMarkup('<head>\n'),
    metas.map((attributes) => [el('meta', attributes), keepMarkup('\n')]),
    el('title', {}, 'Newsquote: how well it answers'),
    keepMarkup(`\n<style>\n${style}</style>\n</head>\n`),
  );
}

function drawContents(names: readonly string[]): Markup {
  return el(
    'nav',
    { 'aria-label': 'Sections' },
    el(
      'ul',
      {},
      names.map((name) => el('li', {}, el('a', { href: `#${idOf(name)}` }, name))),
    ),
  );
}

function markEnd(escapedName: string): string {
  return `<!-- end: ${escapedName} -->\n`;
}

/** A name as it stands in a comment: without what would end it, and on one line. */
function escapeName(name: string): string {
  return escapeText(name).replace(/[\r\n]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}

/** What `escapeName` did to a name. */
function unescapeName(escaped: string): string {
  return escaped.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
