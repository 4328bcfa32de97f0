import * as z from 'zod';
import type { Lines } from '../article.ts';
import { decodeText } from '../charset/charset.ts';
import type { DecodedText } from '../charset/charset.ts';
import type { Unreadable } from '../read-corpus.ts';
import { isJsonFeed, readJsonFeed } from './feed-items.ts';
import { htmlParagraphs } from './html-text.ts';
import { findElements, isJsonTooDeep } from './json-scan.ts';
import type { JsonElement } from './json-scan.ts';
import type { OpenedPage, Reader } from './reader.ts';
import { clean, openRecords, splitParagraphs } from './records.ts';
import type { ArticleRecord } from './records.ts';
import { lineFinder } from './text-lines.ts';

const bodyKeys = ['body', 'text', 'content'] as const;
const text = z.string().nullish();
const names = z.union([z.string(), z.array(z.union([z.string(), z.object({ name: z.string() })]))]).nullish();

/** An article as JSON gives it; other keys are passed over. */
const recordSchema = z
  .object({
    title: text,
    body: text,
    text,
    content: text,
    source: text,
    section: text,
    date: text,
    publishedOn: text,
    published_at: text,
    updated: text,
    updatedAt: text,
    updated_at: text,
    author: names,
    authors: names,
    url: text,
    language: text,
  })
  .refine((record) => bodyKeys.some((key) => clean(record[key]) !== null), {
    message: 'body, text or content is missing',
  });
type JsonRecord = z.infer<typeof recordSchema>;

/** A value with the lines of its record and of its text. */
interface Placed {
  readonly value: unknown;
  readonly number: number;
  readonly lines: Lines;
  readonly lineOfKey: (key: string) => number | undefined;
}

/** Articles as JSON: one, a list, or `{"articles": [...]}`; and feeds in JSON Feed. */
export const jsonReader: Reader = {
  open(file, bytes): OpenedPage | Unreadable {
    const decoded = decode(bytes);
    if ('reason' in decoded) return decoded;
    if (isJsonTooDeep(decoded.text)) return { reason: 'too-complex', detail: 'nesting' };
    const root = parse(decoded.text);
    if (root === null) return readBroken(file, decoded);
    if (isJsonFeed(root.value)) return readJsonFeed(file, decoded, root.value);
    const placed = placeRecords(decoded.text, root.value);
    return placed === null
      ? { reason: 'no-article', detail: 'JSON' }
      : openPlaced(file, decoded.charset, placed);
  },
};

/** Articles as JSON, one a line. */
export const jsonLinesReader: Reader = {
  open(file, bytes): OpenedPage | Unreadable {
    const decoded = decode(bytes);
    if ('reason' in decoded) return decoded;
    const placed: Placed[] = [];
    const skipped: Unreadable[] = [];
    for (const [at, line] of decoded.text.split('\n').entries()) {
      if (line.trim() === '') continue;
      const number = at + 1;
      const parsed = isCutShort(line) || isJsonTooDeep(line) ? null : parse(line);
      if (parsed === null)
        skipped.push({ reason: 'record-invalid', detail: `line ${String(number)}: not JSON` });
      else placed.push({ value: parsed.value, number, lines: [number, number], lineOfKey: () => number });
    }
    return openPlaced(file, decoded.charset, placed, skipped);
  },
};

function decode(bytes: Uint8Array) {
  const decoded = decodeText(bytes);
  if ('reason' in decoded) return decoded;
  return decoded.text.trim() === '' ? ({ reason: 'empty', detail: '' } as const) : decoded;
}

/** Whether a line opens what it does not close: an error of `JSON.parse` costs as much as a hundred such looks. */
function isCutShort(line: string): boolean {
  const json = line.trim();
  return (json.startsWith('{') && !json.endsWith('}')) || (json.startsWith('[') && !json.endsWith(']'));
}

function parse(json: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(json) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The records that are whole in a file that is not, such as one cut short. */
function readBroken(file: string, { text, charset }: DecodedText): OpenedPage | Unreadable {
  const elements = findElements(text, /^\s*\[/.test(text) ? null : 'articles');
  const lineOf = lineFinder(text);
  const placed: Placed[] = [];
  const broken: Unreadable[] = [];
  for (const [at, element] of elements.entries()) {
    const parsed = parse(text.slice(element.start, element.end));
    const record = `record ${String(at + 1)}, line ${String(lineOf(element.start))}`;
    if (parsed === null) broken.push({ reason: 'record-invalid', detail: `${record}: not JSON` });
    else placed.push(placeElement(text, lineOf, { value: parsed.value, number: at + 1, element }));
  }
  const isOuterBroken = broken.length === 0;
  if (isOuterBroken)
    broken.push({ reason: 'record-invalid', detail: `line ${String(lineOf(text.length))}: not JSON` });
  const page = openPlaced(file, charset, placed, broken);
  return 'reason' in page ? { reason: 'damaged', detail: broken[0]?.detail ?? '' } : page;
}

/** The records with their places; null where the file is no list of articles. */
function placeRecords(json: string, root: unknown): Placed[] | null {
  const lineOf = lineFinder(json);
  const whole: JsonElement = { start: 0, end: json.length, values: new Map() };
  const place = (value: unknown, at: number, element = whole): Placed =>
    placeElement(json, lineOf, { value, number: at + 1, element });
  const list = listOf(root);
  if (list !== null) {
    const elements = findElements(json, list.key);
    return list.values.map((value, at) => place(value, at, elements[at]));
  }
  return looksLikeRecord(root) ? [place(root, 0)] : null;
}

function placeElement(
  json: string,
  lineOf: (offset: number) => number,
  {
    value,
    number,
    element,
  }: { readonly value: unknown; readonly number: number; readonly element: JsonElement },
): Placed {
  return {
    value,
    number,
    lines: [lineOf(element.start), lineOf(element.end - 1)],
    lineOfKey: (key) => {
      const at = element.values.get(key);
      return at === undefined ? undefined : lineOf(at + (/\S/.exec(json.slice(at, at + 1000))?.index ?? 0));
    },
  };
}

function listOf(root: unknown): { readonly key: string | null; readonly values: readonly unknown[] } | null {
  if (Array.isArray(root)) return { key: null, values: root };
  const articles = z.object({ articles: z.array(z.unknown()) }).safeParse(root);
  return articles.success ? { key: 'articles', values: articles.data.articles } : null;
}

function looksLikeRecord(root: unknown): boolean {
  return typeof root === 'object' && root !== null && 'title' in root && bodyKeys.some((key) => key in root);
}

function openPlaced(
  file: string,
  charset: string,
  placed: readonly Placed[],
  broken: readonly Unreadable[] = [],
): OpenedPage | Unreadable {
  const skipped: Unreadable[] = [...broken];
  const records: ArticleRecord[] = [];
  for (const place of placed) {
    const checked = recordSchema.safeParse(place.value);
    if (checked.success) records.push(formRecord(checked.data, place));
    else skipped.push({ reason: 'record-invalid', detail: describeIssues(place, checked.error) });
  }
  return openRecords({ file, charset, records, skipped });
}

function describeIssues({ number, lines }: Placed, error: z.ZodError): string {
  const issues = error.issues.map(({ path, message }) =>
    [path.join('.'), message].filter((part) => part !== '').join(': '),
  );
  return `record ${String(number)}, line ${String(lines[0])}: ${issues.slice(0, 3).join('; ')}`;
}

function formRecord(record: JsonRecord, { lines, lineOfKey }: Placed): ArticleRecord {
  const key = bodyKeys.find((name) => clean(record[name]) !== null) ?? 'body';
  const body = record[key] ?? '';
  const line = lineOfKey(key);
  const bodyLines: Lines = line === undefined ? lines : [line, line];
  const isHtml = /<\/?(?:p|div|br|h[1-6]|ul|ol|article|section)\b[^<>]*>/i.test(body);
  return {
    title: clean(record.title),
    source: clean(record.source),
    date: clean(record.date ?? record.publishedOn ?? record.published_at),
    updated: clean(record.updated ?? record.updatedAt ?? record.updated_at),
    authors: namesOf(record.authors ?? record.author),
    language: clean(record.language),
    url: clean(record.url),
    section: clean(record.section),
    paragraphs: isHtml
      ? htmlParagraphs(body).map((paragraph) => ({ text: paragraph, lines: bodyLines }))
      : splitParagraphs(body, bodyLines),
  };
}

function namesOf(value: JsonRecord['author']): string[] {
  const list = typeof value === 'string' ? [value] : (value ?? []);
  return list.flatMap((name) => clean(typeof name === 'string' ? name : name.name) ?? []);
}
