import type { Block } from './block.ts';
import { readByline } from './evidence/bylines.ts';
import { readDateline } from './evidence/datelines.ts';
import { completeDate, findDate } from './evidence/dates.ts';
import type { FrontMatter } from './blocks/front-matter.ts';
import { visibleText } from './evidence/inline-markup.ts';

/** Facts of an article that come from the lines around its text. */
export interface StoryFacts {
  readonly authors: readonly string[];
  readonly agency: string | null;
  readonly place: string | null;
  readonly publishedOn: string | null;
  readonly updatedAt: string | null;
  readonly eventOn: string | null;
  readonly inferred: readonly string[];
}

/** Facts that hold for every article of a page. */
export interface PageFacts {
  readonly source: string;
  readonly publishedOn: string | null;
  readonly updatedAt: string | null;
  readonly authors: readonly string[];
  readonly agency: string | null;
  readonly place: string | null;
  readonly section: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly subtitle: string | null;
}

/** Facts of the page from its front matter, else from its file's name, else from a dated line at its head. */
export function readPageFacts(
  file: string,
  frontMatter: FrontMatter,
  { blocks, sourceHint }: { readonly blocks: readonly Block[]; readonly sourceHint: string | null },
): PageFacts {
  const get = (...keys: string[]): string | null =>
    keys
      .map((key) => frontMatter.values.get(key)?.join(', '))
      .find((value) => value !== undefined && value !== '') ?? null;
  const list = (...keys: string[]): readonly string[] =>
    keys
      .map((key) => frontMatter.values.get(key))
      .find((values) => values !== undefined && values.length > 0) ?? [];
  return {
    source: get('source', 'outlet', 'publication', 'newspaper', 'site') ?? sourceHint ?? sourceOfFile(file),
    publishedOn:
      isoDate(get('date', 'published', 'publishedon', 'pubdate', 'published_at')) ??
      isoDate(file) ??
      headDate(blocks),
    updatedAt: readMoment(
      get('updated', 'modified', 'lastmod', 'last_modified', 'updated_at', 'date_modified'),
    ),
    authors: list('author', 'authors', 'byline', 'by').flatMap(splitAuthors),
    agency: get('agency'),
    place: get('place', 'location', 'dateline'),
    section: get('section', 'category', 'rubric', 'column'),
    language: languageCode(get('language', 'lang')),
    url: get('url', 'link', 'canonical'),
    title: get('title', 'headline'),
    subtitle: get('subtitle', 'deck'),
  };
}

/** `zh` for `zh-Hant`; null for what is no code, such as a language's name. */
function languageCode(given: string | null): string | null {
  const code = given?.toLowerCase().split(/[-_]/)[0] ?? '';
  return /^[a-z]{2,3}$/.test(code) ? code : null;
}

/** `shuozhou-daily-2023-12-03.md` names "shuozhou daily": the file's name without its date. */
function sourceOfFile(file: string): string {
  const name = file.replace(/^.*\//, '').replace(/\.[a-z0-9]+$/i, '');
  const words = name
    .replace(/\d{4}[-_.]?\d{2}[-_.]?\d{2}.*$/, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  return words === '' ? name : words.replace(/(?<![\p{L}\p{N}])\p{Ll}/gu, (letter) => letter.toUpperCase());
}

function isoDate(text: string | null): string | null {
  const compact = text?.replace(/(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/, '$1-$2-$3').replaceAll('_', '-') ?? '';
  const date = findDate(compact);
  return date === null ? null : completeDate(date, null);
}

/** A day as it is, a point in time in UTC, which it is taken to be in where no zone is given. */
function readMoment(text: string | null): string | null {
  if (text === null || !/\d:\d\d/.test(text)) return isoDate(text);
  const hasZone = /(?:[+-]\d\d:?\d\d|[A-Z]{1,4})$/.test(text.trim());
  const time = Date.parse(hasZone ? text : `${text.replace(/(\d)T(\d)/, '$1 $2')} UTC`);
  return Number.isNaN(time) ? isoDate(text) : new Date(time).toISOString();
}

/** A full date in a running head or a dated line before the first story. */
function headDate(blocks: readonly Block[]): string | null {
  const firstBody = blocks.findIndex((block) => block.kind === 'body');
  const heads = blocks.slice(0, firstBody < 0 ? blocks.length : firstBody);
  return (
    heads
      .filter(({ kind }) => kind === 'furniture' || kind === 'dateline')
      .map(({ text }) => isoDate(text))
      .find((date) => date !== null) ?? null
  );
}

function splitAuthors(value: string): string[] {
  const byline = readByline(value);
  return byline && byline.authors.length > 0
    ? [...byline.authors]
    : value
        .split(/[,;、]/)
        .map((name) => name.trim())
        .filter((name) => name !== '');
}

/** How much of an article's first words may name the day it tells of, its dateline included. */
const leadLength = 60;

/** Facts of one article from its byline blocks, dated lines and the dateline in its first paragraph. */
export function readStoryFacts(
  { bylines, datelines, body }: Readonly<Record<'bylines' | 'datelines' | 'body', readonly Block[]>>,
  page: PageFacts,
): StoryFacts {
  const signed = bylines.flatMap((block) => readByline(visibleText(block.text)) ?? []);
  const filed = body.slice(0, 1).flatMap((block) => readDateline(block.text) ?? [])[0];
  const tail = signature(body.at(-1));
  const printed = datelines.map((block) => findDate(block.text)).find((date) => date !== null) ?? null;
  const event = filed?.date ?? findDate(body[0]?.text.slice(0, leadLength) ?? '');
  const eventOn = event && completeDate(event, page.publishedOn);
  const isEventInferred = eventOn !== null && event?.year === null;
  const ownDate = printed && completeDate(printed, page.publishedOn);
  // Without any date of the page, the day a report was filed comes nearest; a date in its text may be any day.
  const filedOn = filed?.date ? completeDate(filed.date, null) : null;
  const publishedOn = page.publishedOn ?? ownDate ?? filedOn;
  const isPublicationInferred = publishedOn !== null && page.publishedOn === null && ownDate === null;
  const authors = unique([...signed.flatMap((byline) => byline.authors), ...(filed?.authors ?? [])]);
  const inferred = [
    ...(isPublicationInferred ? ['publishedOn'] : []),
    ...(isEventInferred ? ['eventOn'] : []),
  ];
  return {
    authors: firstFilled(authors, tail, page.authors),
    agency:
      signed.map((byline) => byline.agency).find((agency) => agency !== null) ?? filed?.agency ?? page.agency,
    place: filed?.place ?? page.place,
    publishedOn,
    updatedAt: page.updatedAt,
    eventOn,
    inferred,
  };
}

/** "（真壁しおり）" or "(记者 张三)" as the last words of a text. */
function signature(last: Block | undefined): readonly string[] {
  const inner = /[（(]([^（）()]{2,30})[）)]\s*$/.exec(last?.text.slice(-40) ?? '')?.[1];
  if (inner === undefined) return [];
  const isJapaneseName =
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{3,8}$/u.test(inner) &&
    /[。」]\s*[（(]/.test(last?.text.slice(-40) ?? '');
  return readByline(inner)?.authors ?? (isJapaneseName ? [inner] : []);
}

function firstFilled(...lists: (readonly string[])[]): readonly string[] {
  return lists.find((list) => list.length > 0) ?? [];
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
