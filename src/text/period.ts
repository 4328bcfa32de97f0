/** A stretch of days, `from` included, `to` not, both `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The text itself when it is a day of the calendar as `YYYY-MM-DD`, else null. */
export function parseIsoDate(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  // The 30th of February is read as the 2nd of March, not refused.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
}

/** The period that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` names, else null. */
export function parsePeriodBound(text: string): Period | null {
  const parts = text.split('-');
  if (parts.length > 3 || !parts.every((part) => /^\d+$/.test(part))) return null;
  const from = parseIsoDate([...parts, '01', '01'].slice(0, 3).join('-'));
  if (from === null) return null;
  const next = new Date(`${from}T00:00:00Z`);
  if (parts.length === 1) next.setUTCFullYear(next.getUTCFullYear() + 1);
  else if (parts.length === 2) next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCDate(next.getUTCDate() + 1);
  const to = parseIsoDate(next.toISOString().slice(0, 10));
  return to === null ? null : { from, to };
}
