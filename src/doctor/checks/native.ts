import { spawnSync } from 'node:child_process';
import { ok, problem } from '../check.ts';
import type { Finding, Patient } from '../check.ts';

/** A package that is machine code, and how to make it load that code. */
interface NativePackage {
  readonly name: string;
  readonly code: string;
  readonly isCompiledHere: boolean;
}

const nativePackages: readonly NativePackage[] = [
  // It loads its code when a database is opened.
  {
    name: 'better-sqlite3',
    code: `new (require('better-sqlite3'))(':memory:').close()`,
    isCompiledHere: true,
  },
  { name: 'hnswlib-node', code: `require('hnswlib-node')`, isCompiledHere: true },
  // A package of a package: found from where it is used.
  {
    name: 'onnxruntime-node',
    code: `require('node:module').createRequire(require.resolve('@huggingface/transformers'))('onnxruntime-node')`,
    isCompiledHere: false,
  },
];

const timeoutMs = 60_000;

/**
 * Whether machine code loads. In processes of their own: code made for another machine may end the process that loads it.
 */
export function checkNative({ projectFolder }: Pick<Patient, 'projectFolder'>): Finding[] {
  const failed = nativePackages.flatMap((each) => {
    const detail = tryLoading(each, projectFolder);
    return detail === null ? [] : [{ ...each, detail }];
  });
  if (failed.length === 0) return [ok(`${nativePackages.map(({ name }) => name).join(', ')} load`)];
  const missing = failed.some(({ isCompiledHere }) => isCompiledHere) ? missingTools() : [];
  return failed.map(({ name, detail, isCompiledHere }) =>
    problem(`${name} does not load (${detail})`, nextStep(detail, isCompiledHere, missing)),
  );
}

/** Null where it loads; else why not, in one line. */
function tryLoading({ code }: NativePackage, folder: string): string | null {
  const { status, signal, error, stderr } = spawnSync(process.execPath, ['-e', code], {
    cwd: folder,
    encoding: 'utf8',
    timeout: timeoutMs,
  });
  if (status === 0) return null;
  if (error !== undefined) return error.message;
  if (signal !== null) return `it ended the process with ${signal}`;
  const line = /^(?:\w*Error|Error)[^\n]*/m.exec(stderr)?.[0] ?? `exit code ${String(status)}`;
  const versions = /NODE_MODULE_VERSION/.test(stderr) ? ', compiled for another Node' : '';
  return `${line.replaceAll(folder, '.')}${versions}`;
}

function nextStep(detail: string, isCompiledHere: boolean, missing: readonly string[]): string {
  if (!isCompiledHere)
    return /GLIBC/.test(detail)
      ? "This system's C library is too old or of another kind; use one with glibc, such as Debian."
      : 'Install it again: npm ci. It is made for Linux, macOS and Windows on x64 and arm64.';
  return missing.length > 0
    ? `Install ${missing.join(' and ')} first (on Debian: apt-get install g++ make python3), then run: npm ci`
    : 'Compile it for this Node and this machine: npm ci';
}

const tools = [
  { name: 'a C++ compiler', commands: ['c++', 'g++', 'clang++', 'cl'] },
  { name: 'make', commands: ['make', 'gmake', 'msbuild'] },
  { name: 'Python 3', commands: ['python3', 'python', 'py'] },
] as const;

/** What npm needs to compile, and is not found. */
function missingTools(): string[] {
  const isThere = (command: string): boolean =>
    spawnSync(command, ['--version'], { stdio: 'ignore', timeout: timeoutMs }).error === undefined;
  return tools.filter(({ commands }) => !commands.some(isThere)).map(({ name }) => name);
}
