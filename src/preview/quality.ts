import { readFile } from 'node:fs/promises';
import { systemErrorCode } from '../errors.ts';

/** A table of figures. */
export interface FigureTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One measurement: its name, what is said of it, and its tables, in the order of the page. */
export interface QualitySection {
  readonly title: string;
  readonly parts: readonly (
    { readonly kind: 'text'; readonly text: string } | ({ readonly kind: 'table' } & FigureTable)
  )[];
}

/** The last measurements, as `npm run evaluate -- --report` wrote them; none where it never did. */
export async function readQuality(file: string): Promise<QualitySection[]> {
  return parseReport((await readReport(file)) ?? '');
}

/** A report as `npm run evaluate -- --report` wrote it; null where it never did. */
export async function readReport(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** The sections between the markers of a report. */
export function parseReport(markdown: string): QualitySection[] {
  const sections: QualitySection[] = [];
  const begins = [...markdown.matchAll(/<!-- begin: ([^<>\n]{1,200}) -->/g)];
  for (const { 0: mark, 1: name = '', index } of begins) {
    const start = index + mark.length;
    const end = markdown.indexOf(`<!-- end: ${name} -->`, start);
    if (end >= 0) sections.push(parseSection(name, markdown.slice(start, end)));
  }
  return sections;
}

function parseSection(name: string, body: string): QualitySection {
  const blocks = body.split(/\n\s*\n/).map((block) => block.trim());
  const heading = blocks.find((block) => /^#+ /.test(block));
  const parts = blocks
    .filter((block) => block !== '' && block !== heading)
    .map((block) => parseTable(block) ?? ({ kind: 'text', text: block.replace(/\s+/g, ' ') } as const));
  return { title: heading?.replace(/^#+ /, '') ?? name, parts };
}

function parseTable(block: string): ({ readonly kind: 'table' } & FigureTable) | null {
  const lines = block.split('\n');
  const [head = '', rule = '', ...rows] = lines;
  if (!head.startsWith('|') || !/^\|[\s:|-]+\|$/.test(rule.trim())) return null;
  return { kind: 'table', head: cellsOf(head), rows: rows.map(cellsOf) };
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim());
}
