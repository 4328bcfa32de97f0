import { describe, expect, it } from 'vitest';
import { assertNever, systemErrorCode, UserError } from '../src/errors.ts';

describe('UserError', () => {
  it('carries its code, its context and its cause', () => {
    const cause = new Error('planted');
    const error = new UserError('index-missing', { folder: '/索引' }, { cause });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'UserError',
      code: 'index-missing',
      context: { folder: '/索引' },
      cause,
    });
    expect(error.message).toBe('index-missing');
  });

  it('has an empty context where nothing is to be told', () => {
    expect(new UserError('question-empty').context).toEqual({});
  });
});

describe('systemErrorCode', () => {
  it.each([
    ['a system error', Object.assign(new Error('planted'), { code: 'ENOENT' }), 'ENOENT'],
    ['an error without a code', new Error('planted'), 'unknown'],
    ['an error with a number for a code', Object.assign(new Error('planted'), { code: 2 }), 'unknown'],
    ['no error', { code: 'ENOENT' }, 'unknown'],
    ['nothing', undefined, 'unknown'],
  ])('of %s', (_what, error, code) => {
    expect(systemErrorCode(error)).toBe(code);
  });
});

describe('assertNever', () => {
  it('names the case that was not handled', () => {
    expect(() => assertNever('新的' as never)).toThrow('unhandled case: "新的"');
  });
});
