import { articleId, rankRepeats } from '../article-id.ts';
import type { Lines, Page, Segment } from '../article.ts';
import type { Block } from '../block.ts';
import { readPageFacts } from '../facts.ts';
import type { PageFacts } from '../facts.ts';
import type { PageArticle } from '../page-reading.ts';
import type { Unreadable } from '../read-corpus.ts';
import type { PageContext } from '../split-articles.ts';
import { detectLanguage } from '../../text/language.ts';
import type { FileReading, OpenedPage } from './reader.ts';

/** One paragraph and the lines of the file it stands on. */
export interface Paragraph {
  readonly text: string;
  readonly lines: Lines;
}

/** An article as a format gives it that keeps articles apart. Facts are as printed, null where there are none. */
export interface ArticleRecord {
  readonly title: string | null;
  readonly source: string | null;
  /** A day or a point in time in any usual form; the day is taken as printed, in the time zone of the outlet. */
  readonly date: string | null;
  /** When it was last changed, in any usual form. */
  readonly updated?: string | null;
  readonly authors: readonly string[];
  readonly language: string | null;
  readonly url: string | null;
  readonly section: string | null;
  readonly paragraphs: readonly Paragraph[];
}

/** Fewer letters are too few to contradict a declared language. */
const minTellingLetters = 400;
/** A title made of first words has at most so many UTF-16 code units. */
const maxFirstWords = 80;

/** The record with a replacement character for each half of one, in all that is laid out on the page. */
function makeWellFormed(record: ArticleRecord): ArticleRecord {
  return {
    ...record,
    title: record.title?.toWellFormed() ?? null,
    source: record.source?.toWellFormed() ?? null,
    authors: record.authors.map((name) => name.toWellFormed()),
    paragraphs: record.paragraphs.map(({ text, lines }) => ({ text: text.toWellFormed(), lines })),
  };
}

/** What was read from a file: its records, how it was encoded, and what could not be read. */
export interface RecordFile {
  readonly file: string;
  readonly charset: string;
  readonly records: readonly ArticleRecord[];
  readonly skipped?: readonly Unreadable[];
}

/**
 * The page that records make: each one's title and paragraphs, a blank line between them. Every paragraph is one
 * segment; records without text are left out.
 */
export function openRecords({ file, charset, records, skipped = [] }: RecordFile): OpenedPage | Unreadable {
  // Half a character, which JSON can hold, would never be found again in text that was stored.
  const filled = records.filter(({ paragraphs }) => paragraphs.length > 0).map(makeWellFormed);
  if (filled.length === 0)
    return {
      reason: 'no-article',
      detail: skipped
        .map(({ detail }) => detail)
        .slice(0, 3)
        .join('; '),
    };
  const { text, blocks, bodies } = layOut(filled);
  const read = (context: PageContext = {}): FileReading => ({
    blocks,
    joins: [],
    articles: readArticles(
      { file, text },
      { records: filled, bodies, sourceHint: context.sourceHint ?? null },
    ),
    references: [],
    decisions: [],
    skipped,
  });
  return { text, charset, read };
}

function layOut(records: readonly ArticleRecord[]) {
  let text = '';
  const drafts: Omit<Block, 'end'>[] = [];
  const bodies: Segment[][] = [];
  const add = (kind: Block['kind'], { text: words, lines }: Paragraph): number => {
    if (text !== '') text += '\n\n';
    const start = text.length;
    drafts.push({ kind, start, lines, text: words, textStart: start });
    text += words;
    return start;
  };
  for (const { title, paragraphs } of records) {
    const first = paragraphs[0]?.lines ?? [1, 1];
    if (title !== null) add('headline', { text: title, lines: [first[0], first[0]] });
    const bodyStart = text === '' ? 0 : text.length + 2;
    bodies.push(
      paragraphs.map((paragraph): Segment => {
        const pageStart = add('body', paragraph);
        const start = pageStart - bodyStart;
        return { start, end: start + paragraph.text.length, pageStart, lines: paragraph.lines };
      }),
    );
  }
  const blocks = drafts.map((draft, at): Block => ({ ...draft, end: drafts[at + 1]?.start ?? text.length }));
  return { text, blocks, bodies };
}

function readArticles(
  { file, text }: Page,
  {
    records,
    bodies,
    sourceHint,
  }: {
    readonly records: readonly ArticleRecord[];
    readonly bodies: readonly (readonly Segment[])[];
    readonly sourceHint: string | null;
  },
): PageArticle[] {
  const drafts = records.map((record, at) => {
    const segments = bodies[at] ?? [];
    const start = segments[0]?.pageStart ?? 0;
    const last = segments.at(-1);
    const body = text.slice(start, last === undefined ? start : last.pageStart + last.end - last.start);
    return draftArticle(readFacts(record, file, sourceHint), body, segments);
  });
  const ordinals = rankRepeats(drafts);
  return drafts.map((draft, at) => ({
    id: articleId({
      source: draft.source,
      title: draft.title,
      publishedOn: draft.publishedOn,
      ordinal: ordinals[at] ?? 0,
    }),
    ...draft,
  }));
}

function draftArticle(facts: PageFacts, body: string, segments: readonly Segment[]): Omit<PageArticle, 'id'> {
  return {
    title: facts.title ?? firstWords(body),
    kicker: null,
    subtitle: null,
    authors: facts.authors,
    agency: null,
    place: null,
    source: facts.source,
    publishedOn: facts.publishedOn,
    updatedAt: facts.updatedAt,
    inferred: [],
    section: facts.section,
    language: chooseLanguage(facts.language, body),
    url: facts.url,
    body,
    segments,
    captions: [],
    eventOn: null,
  };
}

/** The facts as a page's front matter would give them: names split, dates completed, the file's name as last resort. */
function readFacts(record: ArticleRecord, file: string, sourceHint: string | null): PageFacts {
  const { title, source, date, updated = null, authors, language, url, section } = record;
  const given = { title, source, date, updated, language, url, section };
  const values = new Map<string, readonly string[]>(
    Object.entries(given).flatMap(([key, value]) => (value === null ? [] : [[key, [value]] as const])),
  );
  values.set('author', authors);
  return readPageFacts(file, { lineCount: 0, values, problems: [] }, { blocks: [], sourceHint });
}

/** A template's "en" stands above texts of all languages. */
function chooseLanguage(declared: string | null, body: string): string {
  if (declared === null || !/^[a-z]{2,3}$/.test(declared)) return detectLanguage(body);
  return declared === 'en' && body.length >= minTellingLetters ? detectLanguage(body) : declared;
}

function firstWords(body: string): string {
  const line = body.split('\n', 1)[0] ?? '';
  return line.length <= maxFirstWords
    ? line
    : line.slice(0, maxFirstWords).replace(/\s+\S*$|[\ud800-\udbff]$/, '');
}

/** A value as records keep it: without outer white space, null where nothing is left. */
export function clean(value: string | null | undefined): string | null {
  const text = value?.replace(/\s+/g, ' ').trim() ?? '';
  return text === '' ? null : text;
}

/** The paragraphs of plain text: blank lines separate them, else line ends do. */
export function splitParagraphs(text: string, lines: Lines): Paragraph[] {
  const parts = /\n\s*\n/.test(text) ? text.split(/\n\s*\n/) : text.split(/[\r\n]+/);
  return parts.flatMap((part) => {
    const words = clean(part);
    return words === null ? [] : [{ text: words, lines }];
  });
}
