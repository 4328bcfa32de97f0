import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { ArgumentError, runCommand } from '../../src/terminal/run-command.ts';
import type { Command } from '../../src/terminal/run-command.ts';
import { CaptureStream } from '../support/capture-stream.ts';

const options = {
  limit: { type: 'string' },
  corpus: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;

type Run = Command<typeof options>['run'];

async function run(words: readonly string[], command: Run = async () => 0) {
  const [out, err] = [new CaptureStream(), new CaptureStream()];
  const exitCode = await runCommand(
    { name: 'npm run try', help: 'How to try.\n', options, lastingErrors: ['model-missing'], run: command },
    words,
    {
      out,
      err,
    },
  );
  return { exitCode, out: out.text, err: err.text };
}

const fail =
  (error: unknown): Run =>
  async () => {
    throw error;
  };

describe('a command', () => {
  it('gets its options and words, and decides the exit code', async () => {
    let seen: unknown;
    const words = ['--limit', '3', '青崖大桥', '--corpus', 'a', '--corpus=b', '--json', '--', '--dash'];
    const result = await run(words, async ({ values, positionals }, { out }) => {
      seen = { values: { ...values }, positionals };
      out.write('result');
      return 1;
    });
    expect(seen).toEqual({
      values: { limit: '3', corpus: ['a', 'b'], json: true },
      positionals: ['青崖大桥', '--dash'],
    });
    expect(result).toEqual({ exitCode: 1, out: 'result', err: '' });
  });

  it.each([[['--help']], [['-h']], [['--unknown', '--help']], [['a question', '--help']]])(
    'only prints its help when asked for it: %j',
    async (words) => {
      expect(await run(words, fail(new Error('planted')))).toEqual({
        exitCode: 0,
        out: 'How to try.\n',
        err: '',
      });
    },
  );

  it.each([
    ['an unknown option', ['--limt', '3'], "Unknown option '--limt'"],
    ['an unknown short option', ['-x'], "Unknown option '-x'"],
    ['an unknown option in another script', ['--上限'], "Unknown option '--上限'"],
    ['a missing value', ['--limit'], "Option '--limit <value>' argument missing"],
    ['a missing value before another option', ['--limit', '--json'], '--limit'],
    ['a value too many', ['--json=yes'], "Option '--json' does not take an argument"],
  ])('is not run with %s', async (_what, words, message) => {
    const { exitCode, out, err } = await run(words, fail(new Error('planted')));
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toMatch(/^[^\n]+\.\nSee npm run try -- --help\n$/);
    expect(err).not.toMatch(/\.\.\n|planted/);
  });

  it('may refuse its arguments itself', async () => {
    expect(await run([], fail(new ArgumentError('--since 2025-02-30 is not a date')))).toEqual({
      exitCode: 2,
      out: '',
      err: '--since 2025-02-30 is not a date.\nSee npm run try -- --help\n',
    });
  });

  it('words what a person can act on', async () => {
    const { exitCode, out, err } = await run([], fail(new UserError('index-missing', { folder: '/索引' })));
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
    expect(err).toBe('There is no index in /索引.\nBuild it: npm run index -- --index /索引\n');
  });

  it('ends with 78 where starting again can not help', async () => {
    const { exitCode, err } = await run([], fail(new UserError('model-missing', { folder: '/模型' })));
    expect(exitCode).toBe(78);
    expect(err).toContain('/模型');
  });

  it.each([
    ['an error', new RangeError('planted'), /RangeError: planted\\n/],
    ['text', '种下的', /种下的/],
    ['nothing', undefined, /undefined/],
  ])(
    'tells only an incident id of a bug on which %s was thrown, and the log has the stack',
    async (_what, error, log) => {
      const { exitCode, out, err } = await run([], fail(error));
      expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
      const [line = '', message = '', ...rest] = err.split('\n');
      expect(JSON.parse(line)).toEqual({
        level: 'error',
        incident: expect.any(String),
        stack: expect.any(String),
      });
      expect(line).toMatch(log);
      const { incident } = JSON.parse(line) as { incident: string };
      expect(incident).toMatch(/^[0-9a-f]{8}$/);
      expect(message).toContain(`incident ${incident}`);
      expect(message).not.toContain('planted');
      expect(rest).toEqual(['']);
    },
  );

  it('gives every incident an id of its own', async () => {
    const first = await run([], fail(new Error('planted')));
    expect((await run([], fail(new Error('planted')))).err).not.toBe(first.err);
  });
});
