import type { Article, Segment } from '../../corpus/article.ts';
import type { NewArticle, StoredArticle } from '../news-store.ts';

/** The facts of an article that no query needs as a column. */
type Facts = Pick<
  Article,
  'kicker' | 'subtitle' | 'authors' | 'agency' | 'place' | 'inferred' | 'section' | 'url' | 'updatedAt'
>;

/** A page's folder as it was, absolute, and as seen from the index. */
export interface StoredFolder {
  readonly folder: string;
  readonly folder_from_index: string;
}

/** A row of `articles` joined with its page. */
export interface ArticleRow extends StoredFolder {
  readonly id: string;
  readonly version: number;
  readonly story_id: string;
  readonly source: string;
  readonly published_on: string | null;
  readonly language: string;
  readonly title: string;
  readonly body: string;
  readonly facts: string;
  readonly segments: string;
  readonly page_id: number;
  readonly file: string;
  readonly page_hash: string;
}

/** What `ArticleRow` holds, in a query that joins articles with their pages. */
export const articleColumns = `articles.id, version, story_id, source, published_on, language, title, body, facts, segments,
  page_id, folder, folder_from_index, file, pages.content_hash AS page_hash`;

/** The columns of an article that do not depend on what is stored, by the names that its insert statement uses. */
export function encodeArticle({ article, contentHash, readId }: NewArticle): Record<string, string | null> {
  const { id, source, publishedOn, language, title, body, segments } = article;
  return {
    id,
    readId,
    source,
    publishedOn,
    language,
    title,
    body,
    facts: encodeFacts(article),
    segments: encodeSegments(segments),
    contentHash,
  };
}

function encodeFacts(article: Article): string {
  const { kicker, subtitle, authors, agency, place, inferred, section, url, updatedAt = null } = article;
  return JSON.stringify({
    kicker,
    subtitle,
    authors,
    agency,
    place,
    inferred,
    section,
    url,
    updatedAt,
  } satisfies Facts);
}

/** The segments column: `[start, end, pageStart, from, to]` each, a third of the size of named fields. */
function encodeSegments(segments: readonly Segment[]): string {
  return JSON.stringify(
    segments.map(({ start, end, pageStart, lines }) => [start, end, pageStart, ...lines]),
  );
}

function decodeSegments(column: string): Segment[] {
  const rows = JSON.parse(column) as [number, number, number, number, number][];
  return rows.map(([start, end, pageStart, from, to]) => ({ start, end, pageStart, lines: [from, to] }));
}

/** The article in a row. `resolveFolder` says where a page's folder is now. */
export function decodeArticle(
  row: ArticleRow,
  resolveFolder: (stored: StoredFolder) => string,
): StoredArticle {
  return {
    ...(JSON.parse(row.facts) as Facts),
    id: row.id,
    version: row.version,
    storyId: row.story_id,
    source: row.source,
    publishedOn: row.published_on,
    language: row.language,
    title: row.title,
    body: row.body,
    segments: decodeSegments(row.segments),
    page: { id: row.page_id, folder: resolveFolder(row), file: row.file, contentHash: row.page_hash },
  };
}

/** The rows' values by their keys, in the order of the rows. */
export function groupBy<Row, Value>(
  rows: readonly Row[],
  read: (row: Row) => readonly [string, Value],
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const [key, value] = read(row);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
