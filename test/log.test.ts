import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';
import { CaptureStream } from './support/capture-stream.ts';

/** Shaped as Discord's are, and none of anybody's. */
const botToken = ['MTIzNDU2Nzg5MDEyMzQ1Njc4', 'GaBcDe', 'abcdefghijklmnopqrstuvwxyz0123456789AB'].join('.');
const webhookToken = 'aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDpzZWNyZXRzZWNyZXRzZWNyZXQ';
const secret = 'p4ss"word\\with quotes';

function write(
  fields: object,
  event = 'event',
  secrets: readonly string[] = [secret],
): { text: string; line: Record<string, unknown> } {
  const stream = new CaptureStream();
  createLog(stream, secrets).error({ ...fields }, event);
  expect(stream.text.endsWith('\n')).toBe(true);
  expect(stream.text.trimEnd().split('\n')).toHaveLength(1);
  return { text: stream.text, line: JSON.parse(stream.text) as Record<string, unknown> };
}

function errorWith(text: string): Error {
  const error = new Error(text);
  error.stack = `Error: ${text}\n    at somewhere (${text})`;
  return error;
}

const places: readonly (readonly [string, (planted: string) => object])[] = [
  ['a field', (planted) => ({ detail: planted })],
  ['a nested field', (planted) => ({ a: { b: [{ c: planted }] } })],
  ['the name of a field', (planted) => ({ [planted]: 1 })],
  ['an error', (planted) => ({ error: errorWith(planted) })],
  ['a cause', (planted) => ({ error: new Error('outer', { cause: errorWith(planted) }) })],
  [
    'a cause of a cause',
    (planted) => ({ error: new Error('a', { cause: new Error('b', { cause: errorWith(planted) }) }) }),
  ],
  ['a cause that is a text', (planted) => ({ error: new Error('outer', { cause: planted }) })],
  ['something thrown that is no error', (planted) => ({ error: planted })],
  ['the code of an error', (planted) => ({ error: Object.assign(new Error('x'), { code: planted }) })],
  [
    'an error under another name',
    (planted) => ({ reason: Object.assign(errorWith(planted), { url: planted }) }),
  ],
  ['a header', (planted) => ({ headers: { Authorization: `Bot ${planted}` } })],
  ['the beginning of a line', (planted) => ({ detail: `first\n${planted}\n${planted}` })],
  ['text behind a control character', (planted) => ({ detail: `\u001b${planted}\u0007${planted}` })],
  ['text behind a backslash', (planted) => ({ detail: `\\${planted}` })],
  ['Chinese text', (planted) => ({ detail: `令牌${planted}，完` })],
];

describe('a log', () => {
  it.each(places)("never holds the bot's token in %s, known or not", (_, plant) => {
    for (const secrets of [[], [botToken]]) {
      const { text } = write(plant(botToken), 'event', secrets);
      expect(text).not.toContain(botToken);
      expect(text).not.toContain(botToken.slice(-20));
      expect(text).toMatch(/\[token\]|\[secret\]|"reason":/);
    }
  });

  it.each(places)('never holds a secret with marks of JSON in %s', (_, plant) => {
    const { text, line } = write(plant(secret));
    expect(text).not.toContain('p4ss');
    expect(JSON.stringify(line)).not.toContain('p4ss');
  });

  it.each(places)("never holds a webhook's or an interaction's token in an address in %s", (_, plant) => {
    for (const address of [
      `https://discord.com/api/v10/webhooks/123456789012345678/${webhookToken}/messages/@original`,
      `https://discord.com/api/v10/webhooks/123456789012345678/${webhookToken}?wait=true`,
      `/interactions/123456789012345678/${webhookToken}/callback`,
    ]) {
      expect(write(plant(address)).text).not.toContain(webhookToken.slice(0, 20));
    }
  });

  it('never holds them in the name of an event', () => {
    expect(write({}, `failed with ${botToken}`).text).not.toContain(botToken);
  });

  it('tells of an error its name, message, stack, code, status and causes, and not what was sent', () => {
    const error = Object.assign(new TypeError('no good', { cause: new Error('deep') }), {
      code: 50_027,
      status: 401,
      method: 'POST',
      requestBody: { json: { content: 'the words of a message' } },
    });
    const { line, text } = write({ error });
    expect(line['error']).toMatchObject({
      name: 'TypeError',
      message: 'no good',
      stack: expect.stringContaining('no good') as string,
      code: 50_027,
      status: 401,
      method: 'POST',
      cause: { message: 'deep' },
    });
    expect(text).not.toContain('the words of a message');
  });

  it('tells of an error that causes itself', () => {
    const error = new Error('round');
    error.cause = new Error('and round', { cause: error });
    expect(write({ error }).text).toContain('and round');
  });

  it.each([
    ['line breaks', 'a\nb\r\nc\u2028d'],
    ['half a character', '\ud83d'],
    ['Chinese and Arabic', '青崖 نوران'],
    ['quotation marks', '"\\"'],
  ])('writes one line of JSON for %s', (_, text) => {
    const { line } = write({ detail: text, count: 3n });
    expect(line['msg']).toBe('event');
    expect(line['time']).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('writes one line for each event, in their order', () => {
    const stream = new CaptureStream();
    const log = createLog(stream);
    log.info({ a: 1 }, 'one');
    log.warn({ a: 2 }, 'two');
    log.error({ a: 3 }, 'three');
    const lines = stream.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { level: number; msg: string; a: number });
    expect(lines.map(({ level, msg, a }) => [level, msg, a])).toEqual([
      [30, 'one', 1],
      [40, 'two', 2],
      [50, 'three', 3],
    ]);
  });

  it('leaves alone what only looks a little like a token', () => {
    const { line } = write(
      { detail: 'k3v9q.example.org 2026-04-01T12:00:00.000Z', url: '/webhooks/123/short' },
      'e',
      [''],
    );
    expect(line['detail']).toBe('k3v9q.example.org 2026-04-01T12:00:00.000Z');
    expect(line['url']).toBe('/webhooks/123/short');
  });
});
