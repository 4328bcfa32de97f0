import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where to look. */
export interface WordPlaces {
  /** All files below it, SQLite's journals among them. */
  readonly folder: string;
  /** What a program wrote to its outputs. */
  readonly log: string;
}

/** Where any of the words stand, as UTF-8 or UTF-16: `word in place`. */
export function findWords(words: readonly string[], { folder, log }: WordPlaces): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const places: [string, Buffer][] = files.map((file) => [path.relative(folder, file), readFileSync(file)]);
  places.push(['log', Buffer.from(log)]);
  return places.flatMap(([place, bytes]) =>
    words
      .filter((word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')))
      .map((word) => `${word} in ${place}`),
  );
}
