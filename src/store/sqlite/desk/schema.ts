/**
 * The tables of desk.db, first version. A later version is a further entry of the list in migrations.ts; this text
 * stays as it is.
 *
 * - `guild_id` is empty for what belongs to no guild, or holds in all of them: NULL would be unequal to itself in keys.
 * - AUTOINCREMENT where lists are read in parts: an entry removed meanwhile must not give its id to a new one.
 * - `change_count` has one row; several processes compare it to notice each other's decisions.
 */
export const firstSchema = `
CREATE TABLE change_count (value INTEGER NOT NULL) STRICT;
INSERT INTO change_count (value) VALUES (0);

CREATE TABLE guild_settings (guild_id TEXT PRIMARY KEY, settings TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE answers (
  id TEXT PRIMARY KEY,
  guild_id TEXT NOT NULL,
  channel_id TEXT,
  message_id TEXT,
  asker_id TEXT NOT NULL,
  locale TEXT NOT NULL,
  is_private INTEGER NOT NULL CHECK (is_private IN (0, 1)),
  confidence REAL NOT NULL,
  is_uncertain INTEGER NOT NULL CHECK (is_uncertain IN (0, 1)),
  answered_at INTEGER NOT NULL
) STRICT;
CREATE INDEX answers_by_time ON answers (answered_at);
CREATE INDEX answers_by_asker ON answers (asker_id);

CREATE TABLE answer_quotes (
  answer_id TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  article_id TEXT NOT NULL,
  "start" INTEGER NOT NULL CHECK ("start" >= 0),
  "end" INTEGER NOT NULL CHECK ("end" > "start"),
  highlight_start INTEGER NOT NULL CHECK (highlight_start >= 0),
  highlight_end INTEGER NOT NULL CHECK (highlight_end BETWEEN highlight_start AND "end" - "start"),
  PRIMARY KEY (answer_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_quotes_by_article ON answer_quotes (article_id);

CREATE TABLE feedback (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  answer_id TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
  user_id TEXT NOT NULL,
  verdict TEXT NOT NULL,
  reason TEXT,
  "at" INTEGER NOT NULL,
  UNIQUE (answer_id, user_id)
) STRICT;
CREATE INDEX feedback_by_user ON feedback (user_id);

CREATE TABLE withdrawals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  guild_id TEXT NOT NULL,
  article_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  by_user_id TEXT NOT NULL,
  "at" INTEGER NOT NULL,
  UNIQUE (guild_id, article_id)
) STRICT;

CREATE TABLE withdrawal_keys (
  withdrawal_id INTEGER NOT NULL REFERENCES withdrawals (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  PRIMARY KEY (withdrawal_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE corrections (
  article_id TEXT NOT NULL,
  guild_id TEXT NOT NULL,
  note TEXT NOT NULL,
  by_user_id TEXT NOT NULL,
  "at" INTEGER NOT NULL,
  PRIMARY KEY (article_id, guild_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE feeds (
  id TEXT PRIMARY KEY,
  url TEXT NOT NULL,
  name TEXT NOT NULL,
  guild_id TEXT NOT NULL,
  announce_channel_id TEXT,
  topic TEXT,
  is_paused INTEGER NOT NULL DEFAULT 0 CHECK (is_paused IN (0, 1)),
  by_user_id TEXT NOT NULL,
  "at" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX feeds_by_guild ON feeds (guild_id);

CREATE TABLE feed_states (
  feed_id TEXT PRIMARY KEY REFERENCES feeds (id) ON DELETE CASCADE,
  etag TEXT,
  last_modified TEXT,
  next_at INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  last_error TEXT,
  last_success_at INTEGER,
  seen TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE leases (
  name TEXT PRIMARY KEY,
  holder TEXT NOT NULL,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  "at" INTEGER NOT NULL,
  guild_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  act TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  outcome TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_guild ON audit (guild_id, id);
CREATE INDEX audit_by_user ON audit (user_id);
`;
