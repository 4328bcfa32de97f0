import { systemErrorCode } from '../errors.ts';

/** An answer of Discord's REST interface, whatever its status. */
export interface DiscordAnswer {
  readonly status: number;
  /** Parsed JSON; undefined where it was none. */
  readonly body: unknown;
  /** Discord's clock, to the second; null without a `Date` header. */
  readonly date: Date | null;
  /** Seconds to wait, of a 429; null where it does not say. */
  readonly retryAfterSeconds: number | null;
  readonly tookMs: number;
}

/** Where and as whom to ask. */
export interface DiscordAccess {
  /** Ends in `/api`; Discord's own if empty. */
  readonly restApi: string;
  readonly token: string;
  readonly version: string;
}

/** That no answer came; `message` says why in a few words and holds nothing secret. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

const timeoutMs = 10_000;

/**
 * Asks Discord once. Not through discord.js: that waits out rate limits, tries again, and shows neither status nor headers.
 *
 * @throws NoAnswer
 */
export async function askDiscord(
  { restApi, token, version }: DiscordAccess,
  path: string,
): Promise<DiscordAnswer> {
  const address = `${restApi === '' ? 'https://discord.com/api' : restApi}/v10${path}`;
  const startedMs = performance.now();
  try {
    const response = await fetch(address, {
      headers: { authorization: `Bot ${token}`, 'user-agent': `DiscordBot (newsquote, ${version})` },
      // A redirect would carry the token to whoever it names.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    const { headers, status } = response;
    const date = new Date(headers.get('date') ?? NaN);
    const retryAfter = headers.get('retry-after');
    return {
      status,
      body: parseJson(text),
      date: Number.isNaN(date.getTime()) ? null : date,
      retryAfterSeconds: retryAfter !== null && /^\d+(\.\d+)?$/.test(retryAfter) ? Number(retryAfter) : null,
      tookMs: Math.round(performance.now() - startedMs),
    };
  } catch (cause) {
    throw new NoAnswer(describeCause(cause), { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the system calls it: `fetch` hides that in the cause of its error, or in the errors of that cause. */
function describeCause(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `no answer in ${timeoutMs / 1000} s`;
  const cause = error instanceof Error ? error.cause : undefined;
  const code = systemErrorCode(cause);
  if (code !== 'unknown') return code;
  return cause instanceof Error ? cause.message : 'the connection failed';
}
