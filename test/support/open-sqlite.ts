import Database from 'better-sqlite3';

/** Opens a database file as it is, to plant in it what the program must notice. */
export function editDatabase(file: string, ...statements: readonly string[]): void {
  const database = new Database(file);
  database.unsafeMode();
  for (const statement of statements) database.exec(statement);
  database.close();
}

/** The first column of a query's first row. */
export function readValue(file: string, query: string): unknown {
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare(query).pluck().get();
  } finally {
    database.close();
  }
}
