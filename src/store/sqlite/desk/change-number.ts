import { z } from 'zod';
import type { DeskConnection } from './connection.ts';

const row = z.object({ value: z.int() });

/** Counts one more decision; part of the transaction that makes it. */
export function countChange(desk: DeskConnection): void {
  desk.change('UPDATE change_count SET value = value + 1');
}

/** How many decisions were counted, by any process. */
export function readChangeNumber(desk: DeskConnection): number {
  return desk.row(row, 'SELECT value FROM change_count')?.value ?? 0;
}
