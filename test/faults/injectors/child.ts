import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { projectFolder } from '../../support/run-script.ts';
import { compiledTree } from './compiled-tree.ts';

/** How a child process ended. */
export interface ChildEnd {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A process that waits for a word before it begins. */
export interface Child {
  readonly process: ChildProcess;
  /** Resolves when it has said that it is ready, or has ended. */
  readonly ready: Promise<void>;
  /** Says that it may begin. */
  begin(): void;
  readonly ended: Promise<ChildEnd>;
}

/** What a child is started with. */
export interface ChildOptions {
  readonly words: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly nodeOptions?: readonly string[];
  /** After which it is killed, a minute if not given. */
  readonly timeoutMs?: number;
}

/** Starts a script of `test/faults/injectors/`, which is killed when it takes too long. */
export function startChild(
  script: string,
  { words, environment = {}, nodeOptions = [], timeoutMs = 60_000 }: ChildOptions,
): Child {
  const file = path.join(compiledTree(), 'test/faults/injectors', script.replace(/\.ts$/, '.js'));
  const child = spawn(process.execPath, [...nodeOptions, file, ...words], {
    cwd: projectFolder,
    env: { ...process.env, ...environment },
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  });
  let [out, err] = ['', ''];
  let resolve = (): void => undefined;
  const ready = new Promise<void>((settle) => {
    resolve = settle;
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (out.includes('ready\n')) resolve();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close').then(([exitCode, signal]): ChildEnd => {
    resolve();
    return { exitCode: exitCode as number | null, signal: signal as NodeJS.Signals | null, out, err };
  });
  return { process: child, ready, begin: () => void child.stdin.write('go\n'), ended };
}

/** What the child printed last, as JSON; undefined where it printed none. */
export function readResult({
  out,
}: ChildEnd): { readonly code?: string; readonly context?: Record<string, string> } | undefined {
  const last = out.trim().split('\n').at(-1) ?? '';
  return last.startsWith('{') ? (JSON.parse(last) as { code?: string }) : undefined;
}
