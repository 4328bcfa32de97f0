/** A day of the Gregorian calendar, counted from 1970-01-01, so that no hour and no daylight saving is in it. */
export type Day = number;

/** Days from `from` to `to`, the latter not included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

export type CalendarUnit = 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'year';

const dayMs = 86_400_000;

/** The day of a year, a month (1 is January; less and more run into the years beside) and a day. */
function dayOf(year: number, month: number, day: number): Day {
  return Date.UTC(year, month - 1, day) / dayMs;
}

/** The year, the month from 1 and the day of the month. */
export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  const date = new Date(day * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
}

/** `YYYY-MM-DD`. */
export function writeDay(day: Day): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** 0 for Monday to 6 for Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** A format costs a thousand times what formatting does, and a bot has few time zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The day that it is at an instant in a time zone.
 *
 * @throws RangeError for a time zone that Intl does not know and for an invalid date
 */
export function todayIn(now: Date, timeZone: string): Day {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const parts = format.formatToParts(now);
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return dayOf(read('year'), read('month'), read('day'));
}

/** The whole unit of the calendar that lies `offset` units from the one of `today`; of weekends, from the latest begun. */
export function unitSpan(unit: CalendarUnit, today: Day, offset: number): Span {
  const { year, month } = partsOf(today);
  switch (unit) {
    case 'day':
      return oneDay(today + offset);
    case 'week': {
      const monday = today - weekdayOf(today) + 7 * offset;
      return { from: monday, to: monday + 7 };
    }
    case 'weekend':
      return weekendSpan(today, offset);
    case 'month':
      return { from: dayOf(year, month + offset, 1), to: dayOf(year, month + offset + 1, 1) };
    case 'quarter': {
      const first = month - ((month - 1) % 3) + 3 * offset;
      return { from: dayOf(year, first, 1), to: dayOf(year, first + 3, 1) };
    }
    case 'year':
      return yearSpan(year + offset);
  }
}

/** On a Saturday, "last weekend" is the one before; on a Monday it is the same as "the weekend". */
function weekendSpan(today: Day, offset: number): Span {
  const latest = today - ((weekdayOf(today) + 2) % 7);
  const isRunning = today - latest < 2;
  const saturday = latest + 7 * (offset + (offset < 0 && !isRunning ? 1 : 0));
  return { from: saturday, to: saturday + 2 };
}

/** One day as a span. */
export function oneDay(day: Day): Span {
  return { from: day, to: day + 1 };
}

/** A whole year. */
export function yearSpan(year: number): Span {
  return { from: dayOf(year, 1, 1), to: dayOf(year + 1, 1, 1) };
}

/** A whole month, null where the number names none. */
export function monthSpan(year: number, month: number): Span | null {
  return month < 1 || month > 12 ? null : { from: dayOf(year, month, 1), to: dayOf(year, month + 1, 1) };
}

/** Days `first` to `last` of a month, null where the calendar has not both. */
export function dateSpan(year: number, month: number, [first, last]: readonly [number, number]): Span | null {
  const whole = monthSpan(year, month);
  if (whole === null || first < 1 || last < first || last > whole.to - whole.from) return null;
  return { from: whole.from + first - 1, to: whole.from + last };
}

/** The day `count` units before; of months and years the same date, or the month's last where it has no such date. */
export function dayBefore(today: Day, unit: CalendarUnit, count: number): Day {
  if (unit === 'day') return today - count;
  if (unit === 'week' || unit === 'weekend') return today - 7 * count;
  const { year, month, date } = partsOf(today);
  const months = count * (unit === 'year' ? 12 : unit === 'quarter' ? 3 : 1);
  return Math.min(dayOf(year, month - months, date), dayOf(year, month - months + 1, 1) - 1);
}
