import type Database from 'better-sqlite3';
import type { ArticleFilter, ArticleSummary, ListPage, SourceSummary } from '../news-store.ts';
import { filterCondition } from './filter.ts';

const columns = 'id AS articleId, title, source, published_on AS publishedOn, language';
const newestFirst = 'published_on IS NULL, published_on DESC, id';

/** Articles that pass the filter and hold every word in title, source or date, the newest first. */
export function listArticles(
  database: Database.Database,
  filter: ArticleFilter,
  { limit, offset = 0, words = [] }: ListPage & { readonly words?: readonly string[] },
): ArticleSummary[] {
  const { sql, parameters } = filterCondition(filter);
  const conditions = [...(sql === '' ? [] : [sql]), ...words.map(wordCondition)];
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  return database
    .prepare<unknown[], ArticleSummary>(
      `SELECT ${columns} FROM articles ${where} ORDER BY ${newestFirst} LIMIT ? OFFSET ?`,
    )
    .all(...parameters, ...words.flatMap(wordPatterns), limit, offset);
}

/** SQLite's LIKE folds the case of ASCII alone, so a word is looked for in the cases that titles have. */
function casesOf(word: string): readonly [string, string, string] {
  const lower = word.toLowerCase();
  const [first = ''] = lower;
  return [word, lower, first.toUpperCase() + lower.slice(first.length)];
}

const fields = ["title LIKE ? ESCAPE '\\'", "source LIKE ? ESCAPE '\\'"];

function wordCondition(): string {
  const anyCase = fields.flatMap((field) => [field, field, field]);
  return `(${[...anyCase, 'published_on LIKE ?'].join(' OR ')})`;
}

function wordPatterns(word: string): string[] {
  const escape = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
  const cases = casesOf(word).map((each) => `%${escape(each)}%`);
  return [...fields.flatMap(() => cases), `${escape(word)}%`];
}

/** All sources with their numbers of articles, newest dates and languages. */
export function summariseSources(database: Database.Database): SourceSummary[] {
  type Row = { name: string; language: string; articleCount: number; newestOn: string | null };
  const rows = database
    .prepare<[], Row>(
      `SELECT source AS name, language, count(*) AS articleCount, max(published_on) AS newestOn
       FROM articles GROUP BY source, language ORDER BY source, articleCount DESC, language`,
    )
    .all();
  const byName = new Map<string, SourceSummary>();
  for (const { name, language, articleCount, newestOn } of rows) {
    const known = byName.get(name);
    byName.set(name, {
      name,
      articleCount: (known?.articleCount ?? 0) + articleCount,
      newestOn:
        [known?.newestOn, newestOn]
          .filter((date) => typeof date === 'string')
          .sort()
          .at(-1) ?? null,
      languages: [...(known?.languages ?? []), language],
    });
  }
  return [...byName.values()];
}
