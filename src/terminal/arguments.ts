import path from 'node:path';
import { parseIsoDate } from '../text/period.ts';
import { ArgumentError } from './run-command.ts';

/** A date option. @throws ArgumentError naming the option */
export function readDate(option: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const date = parseIsoDate(value);
  if (date === null) throw new ArgumentError(`--${option} ${value} is not a date: write it as YYYY-MM-DD`);
  return date;
}

/** A whole number in a range. @throws ArgumentError naming the option */
export function readCount(
  option: string,
  value: string | undefined,
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
): number | undefined {
  if (value === undefined) return undefined;
  const count = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
  if (count >= minimum && count <= maximum) return count;
  throw new ArgumentError(
    `--${option} ${value} is not a whole number from ${String(minimum)} to ${String(maximum)}`,
  );
}

/** A folder or file option as an absolute path. @throws ArgumentError naming the option if it is empty */
export function readPath(option: string, value: string, from: string): string {
  if (value.trim() === '')
    throw new ArgumentError(`--${option} is empty: name a folder, or leave the option out`);
  return path.resolve(from, value);
}
