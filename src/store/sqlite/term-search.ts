import type Database from 'better-sqlite3';
import type { ArticleFilter, TermMatch } from '../news-store.ts';
import { filterCondition } from './filter.ts';

/**
 * From this many chunks on, terms found in more than `commonShare` of them are left out of a search: over 100,000
 * chunks that cuts the search from 26 ms to 8 ms and loses one wanted chunk in 246 (DESIGN.md, "Retrieval").
 */
const commonTermChunks = 5000;
const commonShare = 0.05;

interface Counted {
  readonly count: number;
}

/** Term search over the FTS5 table. */
export interface TermSearch {
  search(terms: readonly string[], limit: number, filter: ArticleFilter): TermMatch[];
  chunkFrequencies(terms: readonly string[]): Map<string, number>;
}

/** Prepares term search on an open index. */
export function createTermSearch(database: Database.Database): TermSearch {
  const frequency = database.prepare<[string], Counted>(
    'SELECT doc AS count FROM term_counts WHERE term = ?',
  );
  const chunkCount = database.prepare<[], Counted>('SELECT count(*) AS count FROM chunks');

  function chunkFrequencies(terms: readonly string[]): Map<string, number> {
    return new Map(terms.map((term) => [term, frequency.get(term)?.count ?? 0]));
  }

  function selectRareTerms(terms: readonly string[]): readonly string[] {
    const count = chunkCount.get()?.count ?? 0;
    if (count < commonTermChunks) return terms;
    const frequencies = chunkFrequencies(terms);
    const rare = terms.filter((term) => (frequencies.get(term) ?? 0) <= commonShare * count);
    return rare.length > 0 ? rare : terms;
  }

  return {
    chunkFrequencies,
    search(terms, limit, filter) {
      const wanted = selectRareTerms(terms);
      if (wanted.length === 0) return [];
      const condition = filterCondition(filter);
      const within = condition.sql
        ? `AND terms.rowid IN (SELECT chunks.id FROM chunks JOIN articles ON articles.id = chunks.article_id
             WHERE ${condition.sql})`
        : '';
      // bm25() is negative, the better the smaller.
      return database
        .prepare<unknown[], TermMatch>(
          `SELECT rowid AS chunkId, -bm25(terms) AS score FROM terms
           WHERE terms MATCH ? ${within} ORDER BY bm25(terms), rowid LIMIT ?`,
        )
        .all(matchExpression(wanted), ...condition.parameters, limit);
    },
  };
}

/** Quoted, so that no term is read as FTS5 syntax. */
function matchExpression(terms: readonly string[]): string {
  return terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ');
}
