import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { UserError } from '../errors.ts';
import type { UserErrorCode } from '../errors.ts';
import { describeError } from './messages.ts';

/** Wrong arguments: the command did nothing. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}

/** Where a command reads and writes; tests pass their own. */
export interface CommandStreams {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** What the options and words of a command line were. */
export type ParsedArguments<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>
>;

/** A command of the command line. */
export interface Command<O extends Options> {
  /** As typed: `npm run ask`. */
  readonly name: string;
  /** Printed by `--help`. */
  readonly help: string;
  readonly options: O;
  /** Errors that starting again can not mend, which end with exit code 78; none if not given. */
  readonly lastingErrors?: readonly UserErrorCode[];
  /** Returns the exit code: 0 done, 1 not all of it could be done. */
  run(parsed: ParsedArguments<O>, streams: CommandStreams): Promise<number>;
}

/**
 * Runs a command and returns its exit code: 0 done, 1 a UserError or a bug, 2 wrong arguments, 78 one of the command's
 * `lastingErrors`. Results go to `out`, everything else to `err`.
 */
export async function runCommand<O extends Options>(
  command: Command<O>,
  words: readonly string[],
  streams: CommandStreams,
): Promise<number> {
  if (words.includes('--help') || words.includes('-h')) {
    streams.out.write(command.help);
    return 0;
  }
  try {
    return await command.run(parseWords(command, words), streams);
  } catch (error) {
    return reportError(command, error, streams.err);
  }
}

function parseWords<O extends Options>(command: Command<O>, words: readonly string[]): ParsedArguments<O> {
  try {
    return parseArgs({ args: [...words], options: command.options, allowPositionals: true, strict: true });
  } catch (cause) {
    // parseArgs adds how to pass words that begin with a dash; the first sentence says what is wrong.
    const message = cause instanceof Error ? (cause.message.split(/\.\s/)[0] ?? '') : '';
    throw new ArgumentError(message, { cause });
  }
}

/** `EX_CONFIG` of sysexits.h: service managers can be told not to start again after it. */
export const lastingErrorCode = 78;

function reportError(
  { name, lastingErrors = [] }: Pick<Command<Options>, 'name' | 'lastingErrors'>,
  error: unknown,
  err: NodeJS.WritableStream,
): number {
  if (error instanceof ArgumentError) {
    err.write(`${error.message}.\nSee ${name} -- --help\n`);
    return 2;
  }
  reportProblem(error, err);
  return error instanceof UserError && lastingErrors.includes(error.code) ? lastingErrorCode : 1;
}

/** Words an error a person can act on; of a bug, a line for those who mend it and its id for those who met it. */
export function reportProblem(error: unknown, err: NodeJS.WritableStream): void {
  if (error instanceof UserError) {
    err.write(`${describeError(error)}\n`);
    return;
  }
  const incident = randomBytes(4).toString('hex');
  const stack = error instanceof Error ? error.stack : String(error);
  err.write(`${JSON.stringify({ level: 'error', incident, stack })}\n`);
  err.write(
    `This is a bug, not something you did: incident ${incident}. Please report it with the line above.\n`,
  );
}

/** Runs a command as the whole of a process. Where nobody reads on (`| head`), it ends quietly. */
export async function runMain<O extends Options>(command: Command<O>): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  const streams = { out: process.stdout, err: process.stderr };
  process.exitCode = await runCommand(command, process.argv.slice(2), streams);
}
