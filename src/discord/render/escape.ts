/**
 * Characters that are not seen and change how others are: direction marks, overrides and isolates, zero-width signs,
 * byte order marks, and control characters. The joiners stay: Persian, Hindi and emoji are written with them.
 */
const unseen =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u3164\ufeff\uffa0]/gu;

/** What Discord's markup is made of, wherever it stands. */
const markup = /[\\*_~`|<>[\]#@]/g;

/** What begins a list or small print at the start of a line: `- `, `+ `, `-# `, `1. `. */
const lineStart = /^(\s*)([-+]|\d+(?=[.)]))/;

/** `https://` and the like, which Discord makes links of, and `:100:`, which it makes an emoji of. */
const colon = /:(?=\/\/|[\w+-]+:)|(?<=\b(?:javascript|data|mailto|tel|sms|discord|steam)):/gi;

/**
 * Text from articles and people as one line that Discord shows as it is: nothing in it is a mention, a link, a heading,
 * a list, a spoiler or code, and nothing turns the direction of what stands beside it. Backslashes are what Discord
 * takes away again; https://support.discord.com/hc/en-us/articles/210298617 lists the markup.
 */
export function escapeText(text: string): string {
  return toOneLine(text)
    .replace(markup, (sign) => `\\${sign}`)
    .replace(colon, '\\:')
    .replace(lineStart, (_, space: string, sign: string) =>
      /^\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`,
    );
}

/** What `escapeText` was given, but for white space and characters that are not seen. */
export function unescapeText(escaped: string): string {
  return escaped.replace(/\\([^0-9A-Za-z\s])/g, '$1');
}

/** Escaped text of at most `maxUnits`, backslashes too, with "…" where it was cut; for titles and names, never for quotes. */
export function escapeShort(text: string, maxUnits: number): string {
  const clean = toOneLine(text).trim();
  const whole = escapeText(clean);
  if (whole.length <= maxUnits) return whole;
  let head = cutGraphemes(clean, maxUnits - 1);
  for (;;) {
    const escaped = escapeText(head);
    const excess = escaped.length - (maxUnits - 1);
    if (excess <= 0) return `${escaped}…`;
    // A character takes two at most.
    head = cutGraphemes(head, head.length - Math.ceil(excess / 2));
  }
}

/** Plain text of at most `maxUnits` for labels and choices, where Discord reads no markup. */
export function plainShort(text: string, maxUnits: number): string {
  const clean = toOneLine(text).trim();
  return clean.length <= maxUnits ? clean : `${cutGraphemes(clean, maxUnits - 1)}…`;
}

function toOneLine(text: string): string {
  return text.toWellFormed().replace(/\s+/gu, ' ').replace(unseen, '');
}

/** The whole graphemes within the first `maxUnits` of a text that is longer. */
function cutGraphemes(text: string, maxUnits: number): string {
  // The character behind the cut, which may be two units, tells whether the last grapheme goes on.
  const segments = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(
    text.slice(0, maxUnits + 2),
  );
  return text.slice(0, segments.containing(maxUnits)?.index ?? 0).trimEnd();
}
