import type { Answer } from './routes/route.ts';

/** Which requests a fault is for: part of `METHOD /path`, a pattern, or a test of both. */
export type RequestMatch = string | RegExp | ((method: string, path: string) => boolean);

/** How to fail. */
export interface Fault {
  readonly status: number;
  /** Unless told, Discord's message and code for that status. */
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Once unless told. */
  readonly times?: number;
  /** Whose limit a 429 is about; `user` unless told. */
  readonly scope?: 'user' | 'shared' | 'global';
  /** Seconds after which a 429 may be tried again, 1 unless told. */
  readonly retryAfter?: number;
  /** Whether the request takes effect and only its answer fails, as may happen behind a broken proxy. */
  readonly isApplied?: boolean;
  /** Whether the connection is closed instead of any answer. */
  readonly isHungUp?: boolean;
}

/** A request that is held up before anything comes of it. */
export interface Held {
  /** Resolves once it has come. */
  readonly arrived: Promise<void>;
  readonly release: () => void;
}

/** The faults that wait for their request. */
export interface Faults {
  readonly hold: (match: RequestMatch) => Held;
  /** Resolves once the request may go on; at once for one that is not held. */
  readonly untilReleased: (method: string, path: string) => Promise<void>;
  readonly add: (match: RequestMatch, fault: Fault) => void;
  /** The first fault for this request, used up. */
  readonly take: (method: string, path: string) => Fault | undefined;
}

const defaultBodies: Readonly<Record<number, object>> = {
  400: { message: 'Invalid Form Body', code: 50035, errors: {} },
  401: { message: '401: Unauthorized', code: 0 },
  403: { message: 'Missing Access', code: 50001 },
  404: { message: '404: Not Found', code: 0 },
};

/** No faults yet. */
export function createFaults(): Faults {
  const holds: {
    readonly match: RequestMatch;
    readonly arrive: () => void;
    readonly released: Promise<void>;
  }[] = [];
  const waiting: { readonly match: RequestMatch; readonly fault: Fault; left: number }[] = [];
  return {
    hold: (match) => {
      const [arrived, arrive] = signal();
      const [released, release] = signal();
      holds.push({ match, arrive, released });
      return { arrived, release };
    },
    untilReleased: async (method, path) => {
      const at = holds.findIndex(({ match }) => isMatch(match, method, path));
      const [held] = at < 0 ? [] : holds.splice(at, 1);
      held?.arrive();
      await held?.released;
    },
    add: (match, fault) => waiting.push({ match, fault, left: fault.times ?? 1 }),
    take: (method, path) => {
      const found = waiting.find(({ match, left }) => left > 0 && isMatch(match, method, path));
      if (found === undefined) return undefined;
      found.left--;
      return found.fault;
    },
  };
}

function signal(): [Promise<void>, () => void] {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return [given, give];
}

/** What a fault answers. */
export function answerOf(fault: Fault): Answer {
  const { status, body, headers = {}, isHungUp } = fault;
  if (isHungUp === true) return { status, isHungUp };
  if (status !== 429) return { status, body: body ?? defaultBodies[status] ?? {}, headers };
  const { scope = 'user', retryAfter = 1 } = fault;
  const isGlobal = scope === 'global';
  return {
    status,
    body: body ?? { message: 'You are being rate limited.', retry_after: retryAfter, global: isGlobal },
    headers: {
      'retry-after': String(retryAfter),
      'x-ratelimit-scope': scope,
      ...(isGlobal ? { 'x-ratelimit-global': 'true' } : {}),
      ...headers,
    },
  };
}

function isMatch(match: RequestMatch, method: string, path: string): boolean {
  if (typeof match === 'function') return match(method, path);
  const line = `${method} ${path}`;
  return typeof match === 'string' ? line.includes(match) : match.test(line);
}
