import { el } from './markup.ts';
import type { Child, Markup } from './markup.ts';

/** A table that is read aloud well, and scrolls by itself where the page is narrow. */
export interface DataTable {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly DataRow[];
}

export interface DataRow {
  /** What the row is about, in as many of the first columns as there are. */
  readonly heads: readonly Child[];
  readonly cells: readonly Child[];
  readonly isOwn?: boolean;
}

/** The table with its caption, and the scope of each head. */
export function drawTable({ caption, heads, rows }: DataTable): Markup {
  const namesCount = rows[0]?.heads.length ?? 0;
  const classes = heads.map((_, at) => {
    const column = rows.map(({ cells }) => cells[at - namesCount] ?? '');
    return at >= namesCount && column.every(isNumber) ? 'number' : null;
  });
  return el(
    'div',
    { class: 'table', tabindex: 0, role: 'region', 'aria-label': caption },
    el(
      'table',
      {},
      el('caption', {}, caption),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          heads.map((head, at) => el('th', { scope: 'col', class: classes[at] ?? null }, head)),
        ),
      ),
      el(
        'tbody',
        {},
        rows.map(({ heads: names, cells, isOwn = false }) =>
          el(
            'tr',
            { class: isOwn ? 'own' : null },
            names.map((name) => el('th', { scope: 'row' }, name)),
            cells.map((cell, at) => el('td', { class: classes[namesCount + at] ?? null }, cell)),
          ),
        ),
      ),
    ),
  );
}

/** Numbers stand below one another, also where one of them is bold or missing. */
function isNumber(cell: Child): boolean {
  return typeof cell !== 'string' || /^[+−]?[\d.]*$/.test(cell);
}
