import type { PageLine } from './page-lines.ts';

/** What stands between the `---` lines at the head of a page. */
export interface FrontMatter {
  /** How many lines it takes up, its fences included; 0 where there is none. */
  readonly lineCount: number;
  /** Keys in lower case; a single value is a list of one. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** Lines that are not `key: value`, a list item or a comment, and a missing closing fence. */
  readonly problems: readonly string[];
}

const maxFrontMatterLines = 200;
const none: FrontMatter = { lineCount: 0, values: new Map(), problems: [] };

/**
 * Reads the small part of YAML that articles use: `key: value`, quoted strings, `[a, b]` and `- ` lists, comments.
 * Without a closing fence it ends at the first line that is not of this shape; what follows is the page's text.
 */
export function readFrontMatter(lines: readonly PageLine[]): FrontMatter {
  if (lines[0]?.text.trimEnd() !== '---' || !/^\s*[\w-]+\s*:/.test(lines[1]?.text ?? '')) return none;
  const limit = Math.min(lines.length, maxFrontMatterLines);
  const closing = lines.slice(1, limit).findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line.text)) + 1;
  const isWhole = closing > 0;
  const end = isWhole ? closing : firstForeignLine(lines);
  const problems: string[] = isWhole ? [] : ['front matter has no closing ---'];
  const values = readValues(lines.slice(1, end), problems);
  return { lineCount: isWhole ? end + 1 : end, values, problems };
}

function firstForeignLine(lines: readonly PageLine[]): number {
  const at = lines.findIndex(
    (line, index) => index > 0 && !/^\s*(?:[\w-]+\s*:(?:\s|$)|- |#(?!#)\S)/.test(line.text),
  );
  return at < 0 ? lines.length : at;
}

function readValues(lines: readonly PageLine[], problems: string[]): Map<string, string[]> {
  const values = new Map<string, string[]>();
  let open: string[] | null = null;
  for (const { text, number } of lines) {
    if (/^\s*(?:#|$)/.test(text)) continue;
    const item = /^\s*-\s+(.*)$/s.exec(text);
    const pair = /^([\w-]+)\s*:(?:\s+(.*))?$/s.exec(text.trimEnd());
    if (item && open) open.push(...readScalar(item[1] ?? ''));
    else if (pair) values.set((pair[1] ?? '').toLowerCase(), (open = readScalars(pair[2] ?? '')));
    else problems.push(`line ${String(number)} of the front matter is not "key: value"`);
  }
  return values;
}

function readScalars(value: string): string[] {
  const list = /^\[(.*)\]\s*$/.exec(value.trim())?.[1];
  if (list === undefined) return readScalar(value);
  return (list.match(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,]+/g) ?? []).flatMap(readScalar);
}

function readScalar(raw: string): string[] {
  const value = raw.trim();
  const double = /^"((?:[^"\\]|\\.)*)"/.exec(value)?.[1];
  if (double !== undefined)
    return [double.replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char))];
  const single = /^'((?:[^']|'')*)'/.exec(value)?.[1];
  if (single !== undefined) return [single.replaceAll("''", "'")];
  const plain = value.replace(/\s#.*$/s, '').trim();
  return plain === '' || plain === 'null' || plain === '~' ? [] : [plain];
}
