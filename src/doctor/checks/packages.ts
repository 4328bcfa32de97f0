import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ok, problem } from '../check.ts';
import type { Finding, Patient } from '../check.ts';

/** Whether the packages that run in production are installed as package.json names them. */
export function checkPackages({ projectFolder }: Pick<Patient, 'projectFolder'>): Finding[] {
  const { dependencies } = readFacts(path.join(projectFolder, 'package.json'));
  const wanted = Object.entries(dependencies ?? {});
  const missing: string[] = [];
  const others: string[] = [];
  for (const [name, version] of wanted) {
    const found = readVersion(path.join(projectFolder, 'node_modules', name, 'package.json'));
    if (found === undefined) missing.push(name);
    else if (found !== version) others.push(`${name} is ${found} instead of ${version}`);
  }
  const wrong = [...(missing.length === 0 ? [] : [`not installed: ${missing.join(', ')}`]), ...others];
  return wrong.length === 0
    ? [ok(`${wanted.length} packages are installed as package.json names them`)]
    : [problem(wrong.join('; '), 'Install what package-lock.json names: npm ci')];
}

interface PackageFacts {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function readFacts(file: string): PackageFacts {
  return JSON.parse(readFileSync(file, 'utf8')) as PackageFacts;
}

/** Undefined where there is no such package, or a part of one. */
function readVersion(file: string): string | undefined {
  try {
    return readFacts(file).version;
  } catch {
    return undefined;
  }
}
