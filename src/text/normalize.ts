import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

let simplified: ReadonlyMap<string, string> | undefined;

/** Letters that no Unicode decomposition folds. */
const letterFolds: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ٱ: 'ا',
  '٫': '.',
  '٬': ',',
};

/** The text without differences of case and of compatible forms (NFKC), as names that people type are compared. */
export function foldCase(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/**
 * The text as terms compare it: NFKC, lower case, diacritics folded, digits of every script as ASCII digits, Traditional
 * Chinese folded to Simplified character by character. Marks that are vowels (Devanagari, Thai, …) stay. Idempotent.
 * Offsets are not kept.
 */
export function normalizeForTerms(text: string): string {
  if (isLowerAscii(text)) return text;
  const spread = text
    // NFKC would glue these to the number before them: 6½ is not 61/2, nor 10² 102.
    .replace(/(?<=\p{Nd})[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2089\u2150-\u215f]/gu, ' $&')
    .normalize('NFKC')
    .toLowerCase();
  return foldMarks(spread)
    .replace(/[^\x00-\x7f]/gu, foldCharacter)
    .normalize('NFC');
}

function isLowerAscii(text: string): boolean {
  return /^[\x00-@[-\x7f]*$/.test(text);
}

function foldMarks(text: string): string {
  return text
    .normalize('NFKD')
    .replace(
      /[\u0591-\u05bd\u05bf-\u05c7\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u00ad\u200b-\u200f\u2060\ufeff\ufe0e\ufe0f]/g,
      '',
    )
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}])\p{Mn}+/gu, '')
    .replace(/(?<=\p{Script=Cyrillic})[\u0300\u0301]/gu, '')
    .replace(/(?<=е)\u0308/gu, '');
}

function foldCharacter(char: string): string {
  const folded = letterFolds[char];
  if (folded !== undefined) return folded;
  const code = char.codePointAt(0) ?? 0;
  if (code >= 0x3400) return toSimplified(char);
  return /\p{Nd}/u.test(char) ? String(digitValue(code)) : char;
}

/** Unicode puts every set of decimal digits in ten neighbouring code points, zero first. */
function digitValue(code: number): number {
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}

function toSimplified(char: string): string {
  simplified ??= readCharacterTable(traditionalToSimplified);
  return simplified.get(char) ?? char;
}

/** Some simplified forms are traditional forms of others (薴 → 苧 → 苎): followed to the end. */
function readCharacterTable(entries: string): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const entry of entries.split('|')) {
    const [from = '', to = ''] = entry.split(' ');
    table.set(from, to);
  }
  for (const [from, to] of table) table.set(from, table.get(to) ?? to);
  return table;
}
