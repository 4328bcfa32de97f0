/** Version of the tables below, kept in SQLite's `user_version`. */
export const schemaVersion = 2;

/**
 * The tables of index.db.
 *
 * - Embeddings: `chunks.embedding` is float32, `sentences.embedding` int8 with `scale`; both little-endian, one number
 *   after another.
 * - `terms` is contentless: it keeps only the terms' places. Our own tokenizer cuts the text and joins the terms with
 *   spaces; FTS5's `ascii` tokenizer takes every character beyond ASCII as part of a term, so it cuts nothing else.
 *   `detail=full` stays: with `detail=none` bm25() is zero for every row.
 * - A page's folder is kept both as it was and as seen from the index: index and corpus may move together, or the index
 *   alone.
 * - `articles.read_id` is the id that the article's own page gives it; `id` is the one it has been known by since its
 *   first version. `version_keys` are what another version of it would be found by.
 * - `signatures`, `bands` and `near_copies` (each pair both ways) are what stories are made of: articles linked by
 *   near copies share a `story_id`. `notices` are articles that correct others; `corrections` says which, where known.
 * - AUTOINCREMENT: an id that was given out once is never given out again, so a snapshot of the vector index that
 *   knows a removed chunk can not take it for a new one.
 */
export const schema = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE pages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  folder TEXT NOT NULL,
  folder_from_index TEXT NOT NULL,
  file TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  UNIQUE (folder, file)
) STRICT;

CREATE TABLE articles (
  id TEXT PRIMARY KEY,
  read_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  story_id TEXT NOT NULL,
  page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  published_on TEXT,
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  facts TEXT NOT NULL,
  segments TEXT NOT NULL,
  content_hash TEXT NOT NULL
) STRICT;
CREATE INDEX articles_by_page ON articles (page_id);
CREATE INDEX articles_by_date ON articles (published_on);
CREATE INDEX articles_by_source ON articles (source, published_on);
CREATE INDEX articles_by_story ON articles (story_id);

CREATE TABLE version_keys (
  key TEXT NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  PRIMARY KEY (key, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX version_keys_by_article ON version_keys (article_id);

CREATE TABLE signatures (
  article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  signature BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE bands (
  key INTEGER NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  PRIMARY KEY (key, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX bands_by_article ON bands (article_id);

CREATE TABLE near_copies (
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  other_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  PRIMARY KEY (article_id, other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX near_copies_by_other ON near_copies (other_id);

CREATE TABLE notices (
  article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE corrections (
  notice_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  corrected_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  PRIMARY KEY (notice_id, corrected_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX corrections_by_corrected ON corrections (corrected_id);

CREATE TABLE chunks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  embedding BLOB NOT NULL
) STRICT;
CREATE INDEX chunks_by_article ON chunks (article_id);

CREATE TABLE sentences (
  chunk_id INTEGER NOT NULL REFERENCES chunks (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  scale REAL NOT NULL,
  embedding BLOB NOT NULL,
  PRIMARY KEY (chunk_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE terms USING fts5 (
  words, content='', contentless_delete=1, detail=full, tokenize="ascii tokenchars '._%'"
);
CREATE VIRTUAL TABLE term_counts USING fts5vocab (terms, row);
`;
