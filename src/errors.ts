/** What can go wrong in a way that a person can act on. Codes are stable; docs/errors.md lists them. */
export type UserErrorCode =
  | 'setting-invalid'
  | 'corpus-missing'
  | 'corpus-empty'
  | 'model-missing'
  | 'model-unloadable'
  | 'cache-damaged'
  | 'cache-unwritable'
  | 'index-missing'
  | 'index-empty'
  | 'index-busy'
  | 'index-damaged'
  | 'index-model-mismatch'
  | 'index-outdated'
  | 'index-format-mismatch'
  | 'index-unreadable'
  | 'index-unwritable'
  | 'desk-damaged'
  | 'desk-unwritable'
  | 'desk-busy'
  | 'desk-format-mismatch'
  | 'backup-damaged'
  | 'backup-unreadable'
  | 'backup-unwritable'
  | 'restore-unwritable'
  | 'question-empty'
  | 'question-too-long'
  | 'source-unknown'
  | 'article-unknown'
  | 'date-unreadable'
  | 'language-unknown'
  | 'not-the-asker'
  | 'answer-forgotten'
  | 'not-a-moderator'
  | 'not-the-owner'
  | 'only-in-servers'
  | 'time-zone-unknown'
  | 'cooldown-invalid'
  | 'url-refused'
  | 'url-unreachable'
  | 'url-too-large'
  | 'url-too-slow'
  | 'url-not-found'
  | 'url-not-an-article'
  | 'feed-unreadable'
  | 'article-withdrawn'
  | 'corpus-unwritable'
  | 'offer-expired'
  | 'newsroom-closed'
  | 'feed-unknown'
  | 'feed-not-read'
  | 'discord-application-missing'
  | 'discord-token-invalid'
  | 'discord-intents-refused'
  | 'discord-unreachable'
  | 'port-taken'
  | 'host-unusable';

/** Names and numbers about an error; never a finished sentence, never a secret. */
export type ErrorContext = Readonly<Record<string, string | number | readonly string[]>>;

/** Something a person can act on. It is worded where it is shown: `src/terminal/messages.ts`, `src/discord/messages/`. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: UserErrorCode;
  readonly context: ErrorContext;

  constructor(code: UserErrorCode, context: ErrorContext = {}, options: { cause?: unknown } = {}) {
    super(code, options);
    this.code = code;
    this.context = context;
  }
}

/** The code of a Node system error (`ENOENT`, `EACCES`), or `unknown`. */
export function systemErrorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}

/** Makes the compiler prove that every case of a union was handled. */
export function assertNever(value: never): never {
  throw new TypeError(`unhandled case: ${JSON.stringify(value)}`);
}
