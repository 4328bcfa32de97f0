/**
 * What the second version of desk.db adds: messages are kept apart from answers, so that one answer may stand in several,
 * and so that messages without one can be taken back.
 *
 * - `redraws` is what is still to be drawn anew. Its id is new after every decision, so that ending one does not end the
 *   next.
 * - A desk of the first version knows the last message of an answer alone, and not which decisions ever reached it: what
 *   any was made about is drawn once more.
 */
export const postsSchema = `
CREATE TABLE posts (
  message_id TEXT PRIMARY KEY,
  channel_id TEXT NOT NULL,
  guild_id TEXT NOT NULL,
  locale TEXT NOT NULL,
  kind TEXT NOT NULL,
  answer_id TEXT REFERENCES answers (id) ON DELETE CASCADE,
  page INTEGER NOT NULL CHECK (page >= 0),
  posted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX posts_by_time ON posts (posted_at);
CREATE INDEX posts_by_answer ON posts (answer_id);

CREATE TABLE post_articles (
  message_id TEXT NOT NULL REFERENCES posts (message_id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  article_id TEXT NOT NULL,
  PRIMARY KEY (message_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX post_articles_by_article ON post_articles (article_id);

CREATE TABLE redraws (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  message_id TEXT NOT NULL UNIQUE REFERENCES posts (message_id) ON DELETE CASCADE,
  due_at INTEGER NOT NULL,
  failures INTEGER NOT NULL
) STRICT;
CREATE INDEX redraws_by_time ON redraws (due_at);

INSERT OR IGNORE INTO posts (message_id, channel_id, guild_id, locale, kind, answer_id, page, posted_at)
  SELECT message_id, channel_id, guild_id, locale, 'answer', id, 0, answered_at FROM answers
  WHERE message_id IS NOT NULL AND channel_id IS NOT NULL;
INSERT INTO post_articles (message_id, ordinal, article_id)
  SELECT posts.message_id, ordinal, article_id FROM posts JOIN answer_quotes USING (answer_id);
INSERT INTO redraws (message_id, due_at, failures)
  SELECT DISTINCT message_id, 0, 0 FROM post_articles JOIN audit ON subject = article_id
  WHERE act IN ('withdraw', 'restore', 'correct', 'remove-correction');

ALTER TABLE answers DROP COLUMN channel_id;
ALTER TABLE answers DROP COLUMN message_id;
`;
