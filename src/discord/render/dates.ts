/**
 * A day as Discord shows it to each reader, in their language. Noon of UTC is the same day from UTC-12 to UTC+11.
 *
 * @param day ISO date
 * @param style `D` writes the day out, `R` says how long ago
 */
export function showDay(day: string, style: 'D' | 'R' = 'D'): string {
  const seconds = Math.floor(Date.parse(`${day}T12:00:00Z`) / 1000);
  // What can not be a date in Discord's markup is shown as it was printed.
  return Number.isSafeInteger(seconds) ? `<t:${String(seconds)}:${style}>` : day;
}

/** A moment as Discord shows it to each reader: day and time. */
export function showTime(ms: number): string {
  return `<t:${String(Math.floor(ms / 1000))}:f>`;
}
