import type { IncomingHttpHeaders } from 'node:http';

/** What a response says of itself beside its body. */
export interface ResponseFacts {
  readonly status: number;
  /** Lower case, without parameters; null where there is none. */
  readonly contentType: string | null;
  /** As the header names it. */
  readonly charset: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** How long to wait before asking again, where the server says so. */
  readonly retryAfterMs: number | null;
  /** How long the answer holds, where the server says so. */
  readonly maxAgeMs: number | null;
  /** Of `X-Robots-Tag`, lower case, for everyone and for this bot. */
  readonly robotsDirectives: readonly string[];
}

/** The bot's name, as robots.txt and `X-Robots-Tag` may call it. */
export const robotName = 'newsquote';

/** Reads what matters off a response's headers. */
export function readResponseFacts(
  status: number,
  headers: IncomingHttpHeaders,
  nowMs: number,
): ResponseFacts {
  const type = headers['content-type'] ?? '';
  return {
    status,
    contentType: (type.split(';', 1)[0] ?? '').trim().toLowerCase() || null,
    charset: /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(type)?.[1]?.toLowerCase() ?? null,
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
    retryAfterMs: readDelay(headers['retry-after'], nowMs),
    maxAgeMs: readSeconds(/(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(headers['cache-control'] ?? '')?.[1]),
    robotsDirectives: readRobotsTag([headers['x-robots-tag'] ?? ''].flat().join(',')),
  };
}

/** Seconds, or a point in time. */
function readDelay(value: string | undefined, nowMs: number): number | null {
  const seconds = readSeconds(/^\s*(\d{1,9})\s*$/.exec(value ?? '')?.[1]);
  if (seconds !== null || value === undefined) return seconds;
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : Math.max(0, time - nowMs);
}

function readSeconds(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits) * 1000;
}

/** `noindex, otherbot: noarchive` → `noindex`: a directive under a bot's name, and those after it, are for that bot. */
function readRobotsTag(value: string): string[] {
  const directives: string[] = [];
  let bot: string | null = null;
  for (const part of value.toLowerCase().split(',')) {
    const [head = '', ...rest] = part.split(':').map((word) => word.trim());
    const isNamed = rest.length > 0 && !/^(?:max-|unavailable_after)/.test(head);
    if (isNamed) bot = head;
    const directive = isNamed ? (rest[0] ?? '') : head;
    if (directive !== '' && (bot === null || bot === robotName)) directives.push(directive);
  }
  return directives;
}
