import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { noSettings } from './no-settings.ts';

/** The folder that holds package.json. */
export const projectFolder = path.resolve(import.meta.dirname, '../..');

/** What a process left behind. */
export interface ScriptResult {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

/** How to run a script. */
export interface ScriptOptions {
  /** What is typed; the end of input follows. */
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Kills the process at once when its standard error holds this. */
  readonly killAt?: string;
}

/** Runs a script of the repository as a person would, and waits for its end. */
export async function runScript(
  script: string,
  words: readonly string[],
  { input = '', environment = {}, killAt }: ScriptOptions = {},
): Promise<ScriptResult> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(projectFolder, script), ...words], {
    cwd: projectFolder,
    env: { ...process.env, ...noSettings, ...environment },
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    if (killAt !== undefined && err.includes(killAt)) child.kill('SIGKILL');
  });
  // A script that ends without reading its input closes the pipe; that is no error of the test's.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, out, err };
}
