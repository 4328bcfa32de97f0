import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A package in node_modules, as its package.json says. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** As written there; null where nothing is. */
  readonly licence: string | null;
}

/** Licences by their SPDX ids that ask for no more than to keep their text and the names of the authors. */
export const allowedLicences: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
];

/** A package that is taken with another licence. */
export interface LicenceException {
  readonly name: RegExp;
  /** Exactly as the package writes it: another one is to be looked at anew. */
  readonly licence: readonly string[];
  readonly reason: string;
}

/** What is taken although the list above does not have its licence; docs/supply-chain.md has the same. */
export const exceptions: readonly LicenceException[] = [
  {
    name: /^@img\/sharp-/,
    licence: [
      'LGPL-3.0-or-later',
      'Apache-2.0 AND LGPL-3.0-or-later',
      'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
    ],
    reason:
      'a shared library, unchanged and replaceable; comes with @huggingface/transformers and reads images, of which there are none',
  },
  {
    name: /^(?:axe-core|lightningcss(?:-.+)?)$/,
    licence: ['MPL-2.0'],
    reason: 'used unchanged, and only to test',
  },
  {
    name: /^discord-markdown-parser$/,
    licence: ['Apache License'],
    reason: 'Apache-2.0 without its id; used only to test',
  },
];

/** What is to be said of a package's licence. */
export type Verdict =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'exception'; readonly reason: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-allowed' };

/** Judges a package by the list and its exceptions. */
export function judgeLicence({ name, licence }: InstalledPackage): Verdict {
  if (licence === null) return { kind: 'missing' };
  if (isAllowed(licence)) return { kind: 'allowed' };
  const found = exceptions.find((each) => each.name.test(name) && each.licence.includes(licence));
  return found === undefined ? { kind: 'not-allowed' } : { kind: 'exception', reason: found.reason };
}

/** An SPDX expression of one kind: one of several (OR), or all of them (AND). What is nested is nobody's guess. */
function isAllowed(expression: string): boolean {
  const parts = expression.replace(/^\((.*)\)$/, '$1');
  if (/[()]/.test(parts) || (parts.includes(' OR ') && parts.includes(' AND '))) return false;
  const isKnown = (id: string): boolean => allowedLicences.includes(id);
  return parts.includes(' OR ') ? parts.split(' OR ').some(isKnown) : parts.split(' AND ').every(isKnown);
}

/** Every package below a folder's node_modules, those inside packages too, sorted by name and version, each once. */
export function readInstalled(projectFolder: string): InstalledPackage[] {
  const found = new Map<string, InstalledPackage>();
  for (const folder of listPackageFolders(path.join(projectFolder, 'node_modules'))) {
    const each = readPackage(folder);
    found.set(`${each.name}@${each.version}`, each);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

function listPackageFolders(modules: string): string[] {
  if (!existsSync(modules)) return [];
  const named = readdirSync(modules).filter((name) => !name.startsWith('.'));
  const folders = named.flatMap((name) =>
    name.startsWith('@')
      ? readdirSync(path.join(modules, name)).map((each) => path.join(modules, name, each))
      : [path.join(modules, name)],
  );
  const packages = folders.filter((folder) => existsSync(path.join(folder, 'package.json')));
  return packages.flatMap((folder) => [folder, ...listPackageFolders(path.join(folder, 'node_modules'))]);
}

function readPackage(folder: string): InstalledPackage {
  const facts = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly name?: string;
    readonly version?: string;
    readonly license?: unknown;
  };
  const { name = path.basename(folder), version = '', license } = facts;
  const licence = typeof license === 'string' && license.trim() !== '' ? license : null;
  return { name, version, licence };
}
