import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { systemErrorCode, UserError } from '../../../../src/errors.ts';
import { guardDesk, nameDeskError } from '../../../../src/store/sqlite/desk/guard.ts';

const file = '/数据/desk.db';

const planted = (code: string): Error => Object.assign(new Error('planted'), { code });

const fail = (error: Error) => () => {
  throw error;
};

describe('guardDesk', () => {
  it.each([
    ['SQLITE_CORRUPT', 'desk-damaged'],
    ['SQLITE_CORRUPT_INDEX', 'desk-damaged'],
    ['SQLITE_NOTADB', 'desk-damaged'],
    ['SQLITE_BUSY', 'desk-busy'],
    ['SQLITE_BUSY_SNAPSHOT', 'desk-busy'],
    ['SQLITE_FULL', 'desk-unwritable'],
    ['SQLITE_READONLY_DBMOVED', 'desk-unwritable'],
    ['SQLITE_IOERR_WRITE', 'desk-unwritable'],
    ['ENOSPC', 'desk-unwritable'],
    ['EROFS', 'desk-unwritable'],
  ])('names %s %s and keeps the cause', (code, userCode) => {
    const cause = planted(code);
    expect(() => guardDesk(file, fail(cause))).toThrow(
      expect.objectContaining({ code: userCode, context: expect.objectContaining({ file }), cause }),
    );
  });

  it.each(['SQLITE_CONSTRAINT_CHECK', 'SQLITE_ERROR', 'EMFILE'])('leaves %s, a bug, as it is', (code) => {
    let caught: unknown;
    try {
      guardDesk(file, fail(planted(code)));
    } catch (error) {
      caught = error;
    }
    expect(systemErrorCode(caught)).toBe(code);
  });

  it('takes a row of another form for damage, names the column, and does not show what it holds', () => {
    const call = () => z.object({ at: z.int() }).parse({ at: '秘密' });
    expect(() => guardDesk(file, call)).toThrow(
      expect.objectContaining({ code: 'desk-damaged', context: { file, detail: 'unexpected at' } }),
    );
  });

  it('leaves an error alone that has been named already', () => {
    const error = new UserError('desk-busy', { file });
    expect(() => guardDesk('/other', fail(error))).toThrow(error);
  });

  it('gives back what the call gives', () => {
    expect(guardDesk(file, () => 7)).toBe(7);
  });
});

describe('nameDeskError', () => {
  it('tells what can not be written from what is damaged', () => {
    expect(nameDeskError('/copy', planted('ENOSPC'), file)).toMatchObject({ context: { file: '/copy' } });
    expect(nameDeskError('/copy', planted('SQLITE_CORRUPT'), file)).toMatchObject({ context: { file } });
  });
});
