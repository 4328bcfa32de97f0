import pino from 'pino';

/** Names, counts and durations about an event; never message text, never a secret. */
export type LogFields = Readonly<Record<string, unknown>>;

/** One JSON line an event. */
export interface Log {
  info(fields: LogFields, event: string): void;
  warn(fields: LogFields, event: string): void;
  error(fields: LogFields, event: string): void;
}

/** What a token of Discord looks like, wherever it turns up: in an address, a header, an error's text. */
const tokenShape = /[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}|(?<=\/(?:webhooks|interactions)\/\d+\/)[\w.-]{20,}/g;

/**
 * A log that writes to a stream, one JSON line an event.
 *
 * @param secrets are replaced wherever they turn up, also inside an error's text
 */
export function createLog(stream: NodeJS.WritableStream, secrets: readonly string[] = []): Log {
  const hidden = secrets.filter((secret) => secret !== '');
  const hide = (text: string): string =>
    hidden.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text.replace(tokenShape, '[token]'));
  // Hidden in the values, not in the line: there a token may stand behind `\n`, whose n looks like a part of it.
  const clean = (line: string): string => `${JSON.stringify(mapTexts(JSON.parse(line), hide))}\n`;
  const destination = { write: (line: string): unknown => stream.write(clean(line)) };
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: (error) => describeError(error) },
    },
    destination,
  );
}

/** A value of JSON with another text in place of each, names of members too. */
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [change(name), mapTexts(inner, change)]),
  );
}

/** Causes of causes told of; an error may even cause itself. */
const maxCauses = 5;

/** What is told of an error: its name, message and stack, and of Discord's own its code and address. */
function describeError(error: unknown, depth = 0): LogFields {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const { code, status, method } = error as { code?: unknown; status?: unknown; method?: unknown };
  return {
    name,
    message,
    stack,
    ...(code === undefined ? {} : { code }),
    ...(status === undefined ? {} : { status }),
    ...(method === undefined ? {} : { method }),
    ...(cause === undefined || depth === maxCauses ? {} : { cause: describeError(cause, depth + 1) }),
  };
}
