import Database from 'better-sqlite3';

/** Opens a database file as it is, to plant in it what the program must notice. */
export function editDatabase(file: string, ...statements: readonly string[]): void {
  const database = new Database(file);
  for (const statement of statements) database.exec(statement);
  database.close();
}
