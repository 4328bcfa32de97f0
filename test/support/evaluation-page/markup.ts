/** A piece of HTML that may stand in a page as it is. Texts reach it only through `el`, which escapes them. */
class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}
export type { Markup };

/** What an element holds; a number is written with at most two decimals, null is nothing. */
export type Child = Markup | string | number | null | readonly Child[];

/** A value of an attribute; true is one without a value, null and false are none. */
export type Value = string | number | boolean | null;

/** Elements without an end tag. */
const voids: ReadonlySet<string> = new Set(['meta']);

/** Elements after which a line may end, so that the page can be compared line by line. */
const lines: ReadonlySet<string> = new Set(
  'section header nav p h1 h2 h3 h4 div details summary figure figcaption table caption thead tbody tr svg g ul li dl'.split(
    ' ',
  ),
);

/** An HTML or SVG element. Every text and value in it is escaped; names are the program's own. */
export function el(
  name: string,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly Child[]
): Markup {
  const start = Object.entries(attributes).flatMap(([key, value]) => {
    if (value === null || value === false) return [];
    return [value === true ? ` ${key}` : ` ${key}="${escapeText(textOf(value))}"`];
  });
  const end = voids.has(name) ? '' : `${writeChildren(children)}</${name}>`;
  return new Markup(`<${name}${start.join('')}>${end}${lines.has(name) ? '\n' : ''}`);
}

/** Pieces one after another. */
export function join(...children: readonly Child[]): Markup {
  return new Markup(writeChildren(children));
}

/** HTML that this program wrote before, or its own style sheet: nothing in it is escaped. */
export function keepMarkup(html: string): Markup {
  return new Markup(html);
}

/** A text as it stands in HTML, between tags and in quoted attributes alike. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}

/** A text as an id and an address within the page: other texts give other ids. */
export function idOf(...parts: readonly string[]): string {
  return parts.map((part) => part.replace(/[^A-Za-z0-9-]/gu, (sign) => `_${hexOf(sign)}_`)).join('.');
}

function hexOf(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(16);
}

function writeChildren(children: readonly Child[]): string {
  return children.map(write).join('');
}

function write(child: Child): string {
  if (child === null) return '';
  if (child instanceof Markup) return child.html;
  if (typeof child === 'string' || typeof child === 'number') return escapeText(textOf(child));
  return writeChildren(child);
}

function textOf(value: string | number | true): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : String(value);
}

/** A text with a capital at its beginning. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
