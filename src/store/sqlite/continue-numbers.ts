import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { systemErrorCode } from '../../errors.ts';
import { readChangeNumber } from './index-state.ts';

/** What an index has counted so far. */
interface Numbers {
  readonly change: number;
  /** The last id that each table gave out. */
  readonly ids: readonly { readonly name: string; readonly seq: number }[];
}

/**
 * Lets an index that takes the place of another go on where that one stopped counting: so an id that it gives out was never
 * given out before, and a bot that follows the other sees that this is a change.
 *
 * @param file the index that is to be put there; nobody else uses it
 * @param replaced the one that is there; nothing is done where there is none, or none that can be read
 */
export function continueNumbers(file: string, replaced: string): void {
  const numbers = existsSync(replaced) ? readNumbers(replaced) : undefined;
  if (numbers === undefined) return;
  const database = new Database(file);
  try {
    const raise = database.prepare<[number, string]>(
      'UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?',
    );
    const count = database.prepare<[string]>("INSERT OR REPLACE INTO meta (key, value) VALUES ('change', ?)");
    const change = Math.max(numbers.change, readChangeNumber(database)) + 1;
    database.transaction(() => {
      for (const { name, seq } of numbers.ids) raise.run(seq, name);
      count.run(String(change));
    })();
  } finally {
    database.close();
  }
}

function readNumbers(file: string): Numbers | undefined {
  const database = new Database(file, { readonly: true });
  try {
    const ids = database.prepare<[], Numbers['ids'][number]>('SELECT name, seq FROM sqlite_sequence').all();
    return { change: readChangeNumber(database), ids };
  } catch (error) {
    // Damaged, or another program's: nobody follows it.
    if (/^SQLITE_(CORRUPT|NOTADB|ERROR)/.test(systemErrorCode(error))) return undefined;
    throw error;
  } finally {
    database.close();
  }
}
