import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ok, problem } from '../check.ts';
import type { Finding, Patient } from '../check.ts';

/**
 * Whether Node is new enough for package.json. One that can not even read this file is told of by
 * `scripts/start-doctor.mjs`.
 */
export function checkNode({ projectFolder }: Pick<Patient, 'projectFolder'>): Finding[] {
  const { version, arch, platform } = process;
  const facts = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as {
    readonly engines: { readonly node: string };
  };
  const wanted = facts.engines.node.replace('>=', '');
  const found = `Node ${version.slice(1)} on ${platform} ${arch}`;
  return isAtLeast(version.slice(1), wanted)
    ? [ok(found)]
    : [problem(`${found}; ${wanted} or newer is needed`, 'Install a newer Node, then run: npm ci')];
}

/** Whether a version `20.18.1` is not before another, `20.18`. */
export function isAtLeast(version: string, wanted: string): boolean {
  const [parts, wantedParts] = [version, wanted].map((each) => each.split('.').map(Number));
  for (const [at, part] of (wantedParts ?? []).entries()) {
    const own = parts?.[at] ?? 0;
    if (own !== part) return own > part;
  }
  return true;
}
