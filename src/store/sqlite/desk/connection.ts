import type Database from 'better-sqlite3';
import type { z } from 'zod';
import { UserError } from '../../../errors.ts';
import { readFileIdentity } from './file-identity.ts';
import { guardDesk } from './guard.ts';

/** What a parameter of a statement may be. */
export type SqlValue = string | number | null;

/** One connection to a desk; every error that leaves it is named. Rows are checked as they are read. */
export class DeskConnection {
  readonly file: string;
  readonly database: Database.Database;
  /** Of the file that was opened, whatever has its name by now. */
  readonly fileIdentity: string | undefined;
  readonly #statements = new Map<string, Database.Statement<SqlValue[]>>();

  constructor(database: Database.Database, file: string) {
    this.database = database;
    this.file = file;
    this.fileIdentity = readFileIdentity(file);
  }

  /** The rows that a query gives. */
  rows<Row>(schema: z.ZodType<Row>, sql: string, ...parameters: readonly SqlValue[]): Row[] {
    return guardDesk(this.file, () => {
      const rows = this.#prepare(sql).all(...parameters);
      return rows.map((row) => schema.parse(row));
    });
  }

  /** The first row that a query gives. */
  row<Row>(schema: z.ZodType<Row>, sql: string, ...parameters: readonly SqlValue[]): Row | undefined {
    return guardDesk(this.file, () => {
      const row = this.#prepare(sql).get(...parameters);
      return row === undefined ? undefined : schema.parse(row);
    });
  }

  /** Runs a statement that changes something, and says how many rows. */
  change(sql: string, ...parameters: readonly SqlValue[]): number {
    return guardDesk(this.file, () => {
      this.#checkPlace();
      return this.#prepare(sql).run(...parameters).changes;
    });
  }

  /**
   * Makes all changes or none. Takes the lock for writing at once: a transaction that only began to read would be
   * refused, not kept waiting, when another process wrote before it did.
   */
  transact<T>(work: () => T): T {
    return guardDesk(this.file, () => {
      this.#checkPlace();
      return this.database.transaction(work).immediate();
    });
  }

  /**
   * Refuses to write once the file was moved, deleted or replaced by a backup: SQLite would go on writing, without an
   * error, to a file that nobody will open again.
   */
  #checkPlace(): void {
    if (this.database.inTransaction || readFileIdentity(this.file) === this.fileIdentity) return;
    throw new UserError('desk-unwritable', { file: this.file, detail: 'it was moved or replaced' });
  }

  #prepare(sql: string): Database.Statement<SqlValue[]> {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.database.prepare<SqlValue[]>(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
