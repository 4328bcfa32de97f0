import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Route } from '../../http/server.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * The files of the page by the path they are asked for, read once: whatever else is asked for is not there, so no path
 * leads out of the folder.
 */
export function readPageFiles(
  folder: string = path.join(import.meta.dirname, '../page'),
): ReadonlyMap<string, Route> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap(
    (entry): [string, Route][] => {
      const type = types[path.extname(entry.name)];
      if (!entry.isFile() || type === undefined) return [];
      const fullPath = path.join(entry.parentPath, entry.name);
      const address = `/${path.relative(folder, fullPath).split(path.sep).join('/')}`;
      const file = { type, content: readFileSync(fullPath) };
      return [[address === '/index.html' ? '/' : address, { method: 'GET', answer: () => file }]];
    },
  );
  return new Map(files);
}
