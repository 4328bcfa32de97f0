import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A file of the page. */
export interface PageFile {
  readonly type: string;
  readonly content: Buffer;
}

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
): ReadonlyMap<string, PageFile> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap(
    (entry): [string, PageFile][] => {
      const type = types[path.extname(entry.name)];
      if (!entry.isFile() || type === undefined) return [];
      const fullPath = path.join(entry.parentPath, entry.name);
      const address = `/${path.relative(folder, fullPath).split(path.sep).join('/')}`;
      return [[address === '/index.html' ? '/' : address, { type, content: readFileSync(fullPath) }]];
    },
  );
  return new Map(files);
}
