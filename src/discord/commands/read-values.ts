import type { Options } from './command.ts';

/** Texts and flags among what was typed. A wrong type, which only a forged command has, reads as nothing. */
export function readValues(typed: ReadonlyMap<string, unknown>): Pick<Options, 'text' | 'flag'> {
  return {
    text(name) {
      const value = typed.get(name);
      return typeof value === 'string' && value.trim() !== '' ? value : null;
    },
    flag(name) {
      const value = typed.get(name);
      return typeof value === 'boolean' ? value : null;
    },
  };
}
