import type { ArticleFilter } from '../news-store.ts';

/** An SQL condition over `articles` with its parameters in order; empty where nothing is filtered. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly string[];
}

/** The condition an article must meet. A comparison with a missing date is not true in SQL, so it is left out. */
export function filterCondition(filter: ArticleFilter): Condition {
  const parts: string[] = [];
  const parameters: string[] = [];
  const add = (sql: string, value: string | undefined): void => {
    if (value === undefined) return;
    parts.push(sql);
    parameters.push(value);
  };
  add('articles.published_on >= ?', filter.since);
  add('articles.published_on <= ?', filter.until);
  add('articles.source = ?', filter.source);
  add('articles.source IN (SELECT value FROM json_each(?))', listOf(filter.sources));
  add('articles.language = ?', filter.language);
  add('articles.id IN (SELECT value FROM json_each(?))', listOf(filter.articleIds));
  add('articles.id NOT IN (SELECT value FROM json_each(?))', listOf(filter.exceptIds));
  return { sql: parts.join(' AND '), parameters };
}

function listOf(values: readonly string[] | undefined): string | undefined {
  return values === undefined ? undefined : JSON.stringify(values);
}

/** Whether the filter lets every article pass. */
export function isOpen(filter: ArticleFilter | undefined): boolean {
  return filter === undefined || filterCondition(filter).sql === '';
}
