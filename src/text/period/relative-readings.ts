import {
  dayBefore,
  oneDay,
  unitSpan,
  weekdayOf,
  type CalendarUnit,
  type Day,
  type Span,
} from './calendar.ts';
import type { Found, Reader, Reading } from './reading.ts';

const units: readonly CalendarUnit[] = ['day', 'week', 'weekend', 'month', 'quarter', 'year'];

/** What most readings are: one period, of one wording. */
const single = { recurs: false, isRange: false, needsCue: false } as const;

function readUnit({ groups }: Found): CalendarUnit | null {
  return units.find((unit) => groups[unit] !== undefined) ?? null;
}

function relative(span: Span): Reading {
  return { sort: 'relative', resolve: () => span, ...single };
}

/** A day so many days from today. */
export function day(offset: number): Reader {
  return ({ today }) => relative(oneDay(today + offset));
}

/** The night that begins on such a day: both its days, since "last night" goes on after midnight. */
export function night(offset: number): Reader {
  return ({ today }) => relative({ from: today + offset, to: today + offset + 2 });
}

/** The unit of the calendar that the wording names, so many units from this one; not of days and hours. */
export function unit(offset: number): Reader {
  return (found) => {
    const named = readUnit(found);
    return named === null || named === 'day' ? null : relative(unitSpan(named, found.today, offset));
  };
}

/** A unit of the calendar that the wording does not spell as one ("l'an dernier"). */
export function fixedUnit(named: CalendarUnit, offset: number): Reader {
  return ({ today }) => relative(unitSpan(named, today, offset));
}

/** The last so many units up to today; without `count` as many as the wording says. Hours are counted in days. */
export function past(count?: number, named?: CalendarUnit): Reader {
  return (found) => {
    const [number, of] = readAmount(found, count, named);
    if (of === null || !(number > 0) || number > 999) return null;
    return relative({ from: dayBefore(found.today, of, number), to: found.today + 1 });
  };
}

/**
 * So many units ago. A day is meant exactly. "Three years ago" is said of the year 2023 and of 36 months alike: both the
 * unit of the calendar and half a unit to either side.
 */
export function ago(count?: number, named?: CalendarUnit): Reader {
  return (found) => {
    const [number, of] = readAmount(found, count, named);
    if (of === null || !(number > 0) || number > 999) return null;
    const middle = dayBefore(found.today, of, number);
    if (of === 'day') return relative(oneDay(middle));
    const whole = unitSpan(of, middle, 0);
    const half = Math.floor((whole.to - whole.from) / 2);
    return relative({
      from: Math.min(whole.from, middle - half),
      to: Math.min(Math.max(whole.to, middle + half + 1), found.today),
    });
  };
}

function readAmount(
  found: Found,
  count?: number,
  named?: CalendarUnit,
): [number: number, unit: CalendarUnit | null] {
  const { n } = found.groups;
  const number = count ?? (n === undefined ? NaN : found.valueOf(n));
  if (found.groups['hour'] !== undefined) return [Math.ceil(number / 24), 'day'];
  return [number, named ?? readUnit(found)];
}

/** The latest such weekday, today's included, or the one before it when today is that day and `isPast`. */
export function weekday({ needsCue = false, isPast = false } = {}): Reader {
  return (found) => {
    const index = found.weekdayOf(found.groups['wd'] ?? '');
    if (Number.isNaN(index)) return null;
    const latest = (limit: Day): Span => oneDay(limit - ((weekdayOf(limit) - index + 7) % 7));
    const resolve = isPast ? (limit: Day): Span => latest(limit - 1) : latest;
    return { sort: 'weekday', resolve, recurs: true, isRange: false, needsCue };
  };
}

/** A weekday of the week so many weeks from this one; null where that day is still to come. */
export function weekdayOfWeek(offset: number): Reader {
  return (found) => {
    const { today } = found;
    const index = found.weekdayOf(found.groups['wd'] ?? '');
    const date = unitSpan('week', today, offset).from + index;
    if (Number.isNaN(index) || date > today) return null;
    return { sort: 'weekday', resolve: () => oneDay(date), ...single };
  };
}
