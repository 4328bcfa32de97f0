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
          heads.map((head) => el('th', { scope: 'col' }, head)),
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
            cells.map((cell) => el('td', {}, cell)),
          ),
        ),
      ),
    ),
  );
}
