import type Database from 'better-sqlite3';
import type { ArticleLinks, ChangedDays, LinkableArticle } from '../article-links.ts';
import type { Touched } from './article-writer.ts';
import { toBlob, toUint32 } from './encoding.ts';

interface LinkableRow extends Omit<LinkableArticle, 'kicker' | 'url'> {
  readonly facts: string;
}

const columns = 'id, source, title, published_on AS publishedOn, body, story_id AS storyId, facts';

/** Reads and writes the links between articles; the caller owns the transaction. */
export function openArticleLinks(database: Database.Database, touched: Touched): ArticleLinks {
  const run = (sql: string): ((...parameters: (string | number | Buffer)[]) => void) => {
    const statement = database.prepare<(string | number | Buffer)[]>(sql);
    return (...parameters) => void statement.run(...parameters);
  };
  const list = (sql: string): ((...parameters: (string | number)[]) => string[]) => {
    const statement = database.prepare<(string | number)[], string>(sql).pluck();
    return (...parameters) => statement.all(...parameters);
  };
  const readSignature = database
    .prepare<[string], Buffer>('SELECT signature FROM signatures WHERE article_id = ?')
    .pluck();
  const insertSignature = run('INSERT INTO signatures (article_id, signature) VALUES (?, ?)');
  const insertBand = run('INSERT OR IGNORE INTO bands (key, article_id) VALUES (?, ?)');
  const insertCopies = run('INSERT OR IGNORE INTO near_copies (article_id, other_id) VALUES (?, ?)');
  const updateStory = run('UPDATE articles SET story_id = ? WHERE id = ?');
  const deleteCorrections = run('DELETE FROM corrections WHERE notice_id = ?');
  const insertCorrection = run('INSERT INTO corrections (notice_id, corrected_id) VALUES (?, ?)');
  const readOne = database.prepare<[string], LinkableRow>(`SELECT ${columns} FROM articles WHERE id = ?`);
  const readDays = database.prepare<[string, string, string, number], LinkableRow>(
    `SELECT ${columns} FROM articles WHERE source = ? AND published_on BETWEEN ? AND ?
     ORDER BY published_on DESC, id LIMIT ?`,
  );
  return {
    changedIds: [...touched.articleIds].sort(),
    newIds: touched.newIds,
    leftStoryIds: [...touched.storyIds].sort(),
    changedDays: listDays(touched),
    article(id) {
      const row = readOne.get(id);
      return row && decodeRow(row);
    },
    signature(id) {
      const blob = readSignature.get(id);
      return blob && toUint32(blob);
    },
    addSignature(id, signature, bandKeys) {
      insertSignature(id, toBlob(signature));
      for (const key of bandKeys) insertBand(key, id);
    },
    idsInBand: list('SELECT article_id FROM bands WHERE key = ? ORDER BY article_id LIMIT ?'),
    copiesOf: list('SELECT other_id FROM near_copies WHERE article_id = ? ORDER BY other_id'),
    addCopies(id, otherId) {
      insertCopies(id, otherId);
      insertCopies(otherId, id);
    },
    idsInStory: list('SELECT id FROM articles WHERE story_id = ? ORDER BY id'),
    setStory: (id, storyId) => updateStory(storyId, id),
    addNotice: run('INSERT INTO notices (article_id) VALUES (?)'),
    notices: list(
      `SELECT id FROM notices JOIN articles ON articles.id = article_id
       WHERE source = ? AND published_on >= ? ORDER BY id`,
    ),
    articlesOf: (source, { from, to, limit }) => readDays.all(source, from, to, limit).map(decodeRow),
    setCorrected(noticeId, correctedIds) {
      deleteCorrections(noticeId);
      for (const id of correctedIds) insertCorrection(noticeId, id);
    },
  };
}

function decodeRow({ facts, ...row }: LinkableRow): LinkableArticle {
  const { kicker, url } = JSON.parse(facts) as Pick<LinkableArticle, 'kicker' | 'url'>;
  return { ...row, kicker, url };
}

function listDays({ days }: Touched): ChangedDays[] {
  return [...days].flatMap(([source, dates]) => {
    const sorted = [...dates].sort();
    const [from, to] = [sorted[0], sorted.at(-1)];
    return from === undefined || to === undefined ? [] : [{ source, from, to }];
  });
}
