import type { Day, Span } from './calendar.ts';

/** What a wording of time means, before it is known what stands beside it. */
export interface Reading {
  /** `relative` counts from today; a weekday does too, and more than one of it can be meant; the rest name a date. */
  readonly sort: 'relative' | 'weekday' | 'date' | 'month' | 'year';
  /** The latest such period that does not begin after `limit`; where only one can be meant, that one. */
  readonly resolve: (limit: Day) => Span | null;
  /** Whether the wording comes again and again (a weekday, a date without year), so that it can be one to come. */
  readonly recurs: boolean;
  /** Whether both ends are named ("from 3 to 5 November"), so that a word before it belongs to the first of them. */
  readonly isRange: boolean;
  /** Whether it is one only beside a word such as "in" or "since": "May" and 2022 can be many things. */
  readonly needsCue: boolean;
}

/** A wording that was found. */
export interface Found {
  /** The named groups of its pattern. */
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly today: Day;
  /** The value of a number, in digits or words, and the number of a month's name from 1; else NaN. */
  readonly valueOf: (word: string) => number;
  /** 0 for a name of Monday to 6; else NaN. */
  readonly weekdayOf: (word: string) => number;
  /** Whether 5/11/2023 is 5 November beyond doubt. */
  readonly isDayFirst: boolean;
}

export type Reader = (found: Found) => Reading | null;
