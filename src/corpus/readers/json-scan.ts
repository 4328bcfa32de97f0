/** One element of a list of records in a JSON text. */
export interface JsonElement {
  readonly start: number;
  /** Half-open. */
  readonly end: number;
  /** Where the values of the element's own keys start. */
  readonly values: ReadonlyMap<string, number>;
}

/** Lists and objects in each other; records of articles have five. */
const maxDepth = 64;

interface Token {
  /** The character itself where it is `[ ] { } , :`; `"` for a string, `v` for any other value. */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** Whether lists and objects stand in each other deeper than any record does. Linear, not recursive. */
export function isJsonTooDeep(text: string): boolean {
  let depth = 0;
  for (const { kind } of tokens(text)) {
    if (kind === '[' || kind === '{') depth++;
    else if (kind === ']' || kind === '}') depth--;
    if (depth > maxDepth) return true;
  }
  return false;
}

/**
 * Finds the elements of a list in a JSON text, because JSON.parse does not say where a value stood. In a text that is
 * not well-formed they are where brackets and quotation marks say so.
 *
 * @param key of the list in the object at the root; null where the list is the root
 */
export function findElements(text: string, key: string | null): JsonElement[] {
  const listDepth = key === null ? 1 : 2;
  const elements: { start: number; end: number; readonly values: Map<string, number> }[] = [];
  let depth = 0;
  let rootKey: string | null = null;
  let isElementDue = false;
  let last: Token | undefined;
  for (const token of tokens(text)) {
    const { kind, start, end } = token;
    const isAtList = depth === listDepth && (key === null || rootKey === key);
    const current = elements.at(-1);
    if (isAtList && isElementDue && kind !== ']') {
      elements.push({ start, end, values: new Map() });
      isElementDue = false;
    } else if (isAtList && kind === ',') isElementDue = true;
    else if (current && depth > listDepth && (key === null || rootKey === key)) current.end = end;
    if (kind === ':' && last) {
      const name = text.slice(last.start + 1, last.end - 1);
      if (depth === 1) rootKey = name;
      else if (depth === listDepth + 1 && (key === null || rootKey === key)) current?.values.set(name, end);
    }
    if (kind === '[' || kind === '{') depth++;
    if (kind === '[' && depth === listDepth && (key === null || rootKey === key)) isElementDue = true;
    if (kind === ']' || kind === '}') depth--;
    last = token;
  }
  return elements;
}

function* tokens(text: string): Generator<Token> {
  const value = /[^\s[\]{},:"]+/y;
  for (let at = 0; at < text.length;) {
    const kind = text.charAt(at);
    let end = at + 1;
    if (kind === '"') end = stringEnd(text, at);
    else if (!/[\s[\]{},:]/.test(kind)) {
      value.lastIndex = at;
      end = at + (value.exec(text)?.[0].length ?? 1);
      yield { kind: 'v', start: at, end };
    }
    if (/["[\]{},:]/.test(kind)) yield { kind, start: at, end };
    at = end;
  }
}

function stringEnd(text: string, quote: number): number {
  let at = quote + 1;
  while (at < text.length && text.charCodeAt(at) !== 34) at += text.charCodeAt(at) === 92 ? 2 : 1;
  return at + 1;
}
