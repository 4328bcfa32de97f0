import { dateSpan, monthSpan, partsOf, unitSpan, yearSpan, type Day, type Span } from './calendar.ts';
import type { Found, Reader, Reading } from './reading.ts';

/** Days of a month: "3 November", "3 to 5 November 2023". */
export const date: Reader = (found) => {
  const month = found.valueOf(found.groups['mon'] ?? '');
  const first = found.valueOf(found.groups['d'] ?? '');
  const last = found.groups['d2'] === undefined ? first : found.valueOf(found.groups['d2']);
  if ([month, first, last].some(Number.isNaN)) return null;
  return inYear(found, 'date', (year) => dateSpan(year, month, [first, last]));
};

/**
 * A date in numbers, `a` and `b` before the year. Where either can be the month, the order is the language's. English has
 * two, and nothing in a question tells whose: such a date is none.
 */
export function numericDate({ isDayFirst = false } = {}): Reader {
  return (found) => {
    const [a, b] = [Number(found.groups['a']), Number(found.groups['b'])];
    const isKnown = isDayFirst || found.isDayFirst || a === b || a > 12 || b > 12;
    if (!isKnown) return null;
    const [first, month] = b > 12 ? [b, a] : [a, b];
    return inYear(found, 'date', (year) => dateSpan(year, month, [first, first]));
  };
}

/** A day of the month so many months from this one ("上月24日"). */
export function dateOfMonth(offset: number): Reader {
  return ({ groups, today, valueOf }) => {
    const first = valueOf(groups['d'] ?? '');
    const { year, month } = partsOf(unitSpan('month', today, offset).from);
    const span = dateSpan(year, month, [first, first]);
    if (span === null || span.from > today) return null;
    return { sort: 'date', resolve: () => span, recurs: false, isRange: false, needsCue: false };
  };
}

/** A month or a third of it. By itself a month's name needs a cue; with a year or a third it is one beyond doubt. */
export function month({ needsCue = true, isPast = false } = {}): Reader {
  return (found) => {
    const index = found.valueOf(found.groups['mon'] ?? '');
    if (Number.isNaN(index)) return null;
    const reading = inYear(found, 'month', (year) => {
      const whole = monthSpan(year, index);
      return whole === null ? null : thirdOf(found, whole, [10, 20]);
    });
    if (reading === null) return null;
    const isNamed = !reading.recurs || hasThird(found);
    // "Last November", said in November, is the one before.
    const resolve = isPast
      ? (limit: Day) => reading.resolve(unitSpan('month', limit, 0).from - 1)
      : reading.resolve;
    return {
      ...reading,
      resolve: reading.recurs ? resolve : reading.resolve,
      needsCue: needsCue && !isNamed,
    };
  };
}

/** A year or a third of it; with `needsCue` none by itself, for 2022 may count people, or name a tournament. */
export function year({ needsCue = false } = {}): Reader {
  return (found) => {
    const { y2 } = found.groups;
    const until = y2 === undefined ? null : Number(y2);
    const reading = inYear(found, 'year', (at) => {
      const whole = { from: yearSpan(at).from, to: yearSpan(until ?? at).to };
      if (until !== null) return until > at ? whole : null;
      const third = (whole.to - whole.from) / 3;
      return thirdOf(found, whole, [Math.round(third), Math.round(2 * third)]);
    });
    // Without a number and without a part it would be any year.
    if (reading?.recurs === true && !hasThird(found)) return null;
    return reading === null ? null : { ...reading, needsCue: needsCue && !hasThird(found) };
  };
}

/** A half or a quarter of a year. */
export const partOfYear: Reader = (found) => {
  const { half, q } = found.groups;
  const count = half === undefined ? 4 : 2;
  const index = found.valueOf(half ?? q ?? '');
  if (!(index >= 1 && index <= count)) return null;
  const months = 12 / count;
  return inYear(found, 'month', (at) => {
    const first = monthSpan(at, (index - 1) * months + 1);
    const last = monthSpan(at, index * months);
    return first === null || last === null ? null : { from: first.from, to: last.to };
  });
};

const eras: readonly (readonly [group: string, yearZero: number])[] = [
  ['reiwa', 2018],
  ['heisei', 1988],
  ['showa', 1925],
];

/** The year that a wording names by number, by its era or from this one; null where it names none. */
function readYear({ groups, today, valueOf }: Found): number | null {
  const current = partsOf(today).year;
  if (groups['thisYear'] !== undefined) return current;
  if (groups['lastYear'] !== undefined) return current - 1;
  if (groups['yearBefore'] !== undefined) return current - 2;
  const era = eras.find(([group]) => groups[group] !== undefined);
  const number = valueOf(groups['y'] ?? (era === undefined ? '' : (groups[era[0]] ?? '')));
  return Number.isNaN(number) ? null : number + (era?.[1] ?? 0);
}

/** A 29 February without a year is at most eight years back. */
const maxYearsBack = 8;

function inYear(found: Found, sort: Reading['sort'], part: (year: number) => Span | null): Reading | null {
  const named = readYear(found);
  const isRange = found.groups['d2'] !== undefined || found.groups['y2'] !== undefined;
  if (named !== null) {
    const span = part(named);
    return span === null ? null : { sort, resolve: () => span, recurs: false, isRange, needsCue: false };
  }
  const resolve = (limit: Day): Span | null => {
    const latest = partsOf(limit).year;
    for (let at = latest; at >= latest - maxYearsBack; at--) {
      const span = part(at);
      if (span !== null && span.from <= limit) return span;
    }
    return null;
  };
  return resolve(found.today) === null ? null : { sort, resolve, recurs: true, isRange, needsCue: false };
}

function hasThird({ groups }: Found): boolean {
  return groups['early'] !== undefined || groups['mid'] !== undefined || groups['late'] !== undefined;
}

/** "Early", "mid" and "late" as the thirds they divide a span into, cut after so many days. */
function thirdOf({ groups }: Found, whole: Span, [first, second]: readonly [number, number]): Span {
  const cuts = [whole.from, whole.from + first, whole.from + second, whole.to] as const;
  if (groups['early'] !== undefined) return { from: cuts[0], to: cuts[1] };
  if (groups['mid'] !== undefined) return { from: cuts[1], to: cuts[2] };
  return groups['late'] === undefined ? whole : { from: cuts[2], to: cuts[3] };
}
