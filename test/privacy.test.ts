import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { answersKeptDays } from '../src/store/desk-records.ts';
import { countUser, forgetUser } from '../src/store/sqlite/desk/forget-user.ts';
import { DeskConnection } from '../src/store/sqlite/desk/connection.ts';
import { openDeskDatabase } from '../src/store/sqlite/desk/database.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const page = readFileSync(path.resolve(import.meta.dirname, '../docs/privacy.md'), 'utf8');

/** The rows of the table of tables: name, columns, how long it is kept. */
const rows = [...page.matchAll(/^\| `(\w+)` +\| ([^|]*`[^|]*)\|([^|]*)\|$/gm)].map(
  ([, table = '', columns = '', kept = '']) => ({ table, columns, kept: kept.trim() }),
);

/** What the desk's newest format has, by table. */
function readColumns(): Map<string, { readonly name: string; readonly sql: string }[]> {
  const database = openDeskDatabase(path.join(temporaryFolder(), 'desk.db'));
  const tables = database
    .prepare<[], string>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`,
    )
    .pluck()
    .all();
  const columns = new Map(
    tables.map((table) => [
      table,
      database
        .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
        .all(table)
        .map(({ name }) => ({ name, sql: `${table}.${name}` })),
    ]),
  );
  database.close();
  return columns;
}

const namesIn = (text: string): string[] => [...text.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);

describe('docs/privacy.md', () => {
  const columns = readColumns();

  it('has every table of the desk once, each with how long it is kept', () => {
    expect(rows.map(({ table }) => table).sort()).toEqual([...columns.keys()]);
    expect(rows.filter(({ kept }) => kept === '')).toEqual([]);
  });

  it.each(rows.map(({ table, columns: listed }) => [table, namesIn(listed)] as const))(
    'has the columns of %s',
    (table, listed) => {
      expect([...listed].sort()).toEqual(
        columns
          .get(table)
          ?.map(({ name }) => name)
          .sort(),
      );
    },
  );

  it('marks the columns that forgetting a person looks at, and those are all that are named for one', () => {
    const marked = rows.flatMap(({ table, columns: listed }) =>
      [...listed.matchAll(/`(\w+)` \*\*person\*\*/g)].map(([, name]) => `${table}.${name}`),
    );
    const named = [...columns.values()].flat().filter(({ name }) => /user|asker/.test(name));
    expect(marked.sort()).toEqual(named.map(({ sql }) => sql).sort());
    // Planted in every one of them, the id is counted in every one, and gone from all.
    const file = path.join(temporaryFolder(), 'desk.db');
    const desk = new DeskConnection(openDeskDatabase(file), file);
    desk.database.exec(`
      INSERT INTO answers VALUES ('a', '', 'somebody', 'en', 0, 1, 0, 0);
      INSERT INTO feedback VALUES (1, 'a', 'somebody', 'wrong', NULL, 0);
      INSERT INTO withdrawals VALUES (1, '', 'x', 'r', 'somebody', 0);
      INSERT INTO corrections VALUES ('x', '', 'n', 'somebody', 0);
      INSERT INTO feeds VALUES ('f', 'u', 'n', '', NULL, NULL, 0, 'somebody', 0);
      INSERT INTO audit VALUES (1, 0, '', 'somebody', 'withdraw', 'x', '{}', 'done');`);
    const { feedback, answers, acts } = countUser(desk, 'somebody');
    expect(feedback + answers + acts).toBe(marked.length);
    forgetUser(desk, 'somebody');
    const left = [...columns.keys()].flatMap((table) =>
      desk.database.prepare(`SELECT * FROM ${table}`).raw().all(),
    );
    expect(left.length).toBeGreaterThan(marked.length - 1);
    expect(JSON.stringify(left)).not.toContain('somebody');
    desk.database.close();
  });

  it('says how long answers are kept', () => {
    expect(rows.find(({ table }) => table === 'answers')?.kept).toBe(`${answersKeptDays} days`);
  });
});
