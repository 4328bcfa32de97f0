import { ZodError } from 'zod';
import { systemErrorCode, UserError } from '../../../errors.ts';

/**
 * Runs a call and gives errors of SQLite and of the system the file's name and a code that a person can act on. A row
 * that is not what was written there means that the file is damaged.
 */
export function guardDesk<T>(file: string, call: () => T): T {
  try {
    return call();
  } catch (cause) {
    throw nameDeskError(file, cause);
  }
}

/**
 * The error to throw for one that was caught: itself, where nobody but us can act on it.
 *
 * @param file what was being written or read
 * @param deskFile what is damaged if anything is
 */
export function nameDeskError(file: string, cause: unknown, deskFile = file): unknown {
  if (cause instanceof ZodError) {
    const columns = cause.issues.map(({ path }) => path.join('.')).join(', ');
    return new UserError('desk-damaged', { file: deskFile, detail: `unexpected ${columns}` }, { cause });
  }
  const code = systemErrorCode(cause);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return new UserError('desk-damaged', { file: deskFile, detail: code }, { cause });
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new UserError('desk-busy', { file }, { cause });
  if (/^(SQLITE_(READONLY|CANTOPEN|FULL|IOERR)|EACCES|EPERM|EROFS|ENOSPC|ENOTDIR|EEXIST|EISDIR)/.test(code)) {
    return new UserError('desk-unwritable', { file, detail: code }, { cause });
  }
  return cause;
}
