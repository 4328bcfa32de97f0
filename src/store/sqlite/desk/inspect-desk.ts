import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { checkDesk } from './database.ts';
import { guardDesk } from './guard.ts';
import { migrations } from './migrations.ts';

/** What a desk's file is, without making or changing anything. */
export interface DeskInspection {
  readonly format: number;
  /** The newest format that this program knows; an older one is brought to it when the desk is opened. */
  readonly newestFormat: number;
}

/**
 * Looks at a desk as opening it would; null where there is none yet. Linear in the size of the file.
 *
 * @throws UserError `desk-damaged`, `desk-busy`, `desk-unwritable`, `desk-format-mismatch`
 */
export function inspectDesk(file: string): DeskInspection | null {
  if (!existsSync(file)) return null;
  return guardDesk(file, () => {
    const database = new Database(file, { readonly: true });
    try {
      return { format: checkDesk(database, file, migrations), newestFormat: migrations.length };
    } finally {
      database.close();
    }
  });
}
