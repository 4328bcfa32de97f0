import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../../../errors.ts';
import { syncAndRename } from '../../whole-file.ts';
import type { DeskConnection } from './connection.ts';
import { checkCopy } from './database.ts';
import { readFileIdentity } from './file-identity.ts';
import { nameDeskError } from './guard.ts';

/** Copies a desk to a file that appears under its name only when it is whole and checked. */
export async function backUpDesk(desk: DeskConnection, file: string): Promise<void> {
  try {
    // The copy would take the place of the file that every process here has open.
    if (readFileIdentity(file) === desk.fileIdentity)
      throw new UserError('desk-unwritable', { file, detail: 'it is the file to be copied' });
    mkdirSync(path.dirname(file), { recursive: true });
    await copyVia(`${file}.${randomUUID()}.part`, desk, file);
  } catch (cause) {
    throw nameDeskError(file, cause, desk.file);
  }
}

async function copyVia(part: string, desk: DeskConnection, file: string): Promise<void> {
  try {
    await desk.database.backup(part);
    const detail = checkCopy(part);
    // The copy has it from what was copied.
    if (detail !== 'ok') throw new UserError('desk-damaged', { file: desk.file, detail });
    syncAndRename(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}
