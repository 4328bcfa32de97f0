/** @type {Readonly<Record<string, Intl.DateTimeFormatOptions>>} */
const styles = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

/** @type {readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[]} */
const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/**
 * A time as Discord shows it to somebody who reads that language there.
 *
 * @param {number} seconds since 1970
 * @param {string} style one letter of Discord's
 * @param {{ locale: string, timeZone: string, now?: number }} reader
 */
export function formatTime(seconds, style, { locale, timeZone, now = Date.now() }) {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return String(seconds);
  if (style !== 'R') return new Intl.DateTimeFormat(locale, { timeZone, ...styles[style] }).format(date);
  const ahead = seconds - now / 1000;
  const [unit, size] = units.find(([, length]) => Math.abs(ahead) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(ahead / size), unit);
}

/**
 * A day, `2026-03-01`, written out.
 *
 * @param {string} day
 * @param {string} locale
 */
export function formatDay(day, locale) {
  const date = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}
