const digitOf: ReadonlyMap<string, number> = new Map([
  ...[...'零一二三四五六七八九'].map((char, value) => [char, value] as const),
  ...[...'〇壹贰叁肆伍陆柒捌玖'].map((char, value) => [char, value] as const),
  ['两', 2],
]);

const smallUnits: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);

const bigUnits: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['亿', 1e8],
]);

const numeralRun =
  /(百分之)?([零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+(?:点[零〇一二三四五六七八九]+)?)/gu;
const digitsWithUnit = /(?<!\d)(\d+(?:\.\d+)?)([百千万亿]+)/gu;
const percentOfDigits = /百分之(\d+(?:\.\d+)?)/gu;

/**
 * A number as terms write it: no thousands separators, `.` before decimals. Where "1.234" or "1,234" can be either, every
 * reading is returned, likeliest first.
 */
export function readNumber(token: string): string[] {
  if (/^\d+$/.test(token)) return [token];
  const separators = token.replace(/\d/g, '');
  const last = separators.at(-1) ?? '';
  const areGroups = /^\d{1,3}(?:[.,' ]\d{3})+$/.test(token) && new Set(separators).size === 1;
  const joined = token.replace(/[^\d]/g, '');
  if (areGroups && separators.length > 1) return [joined];
  if (areGroups) return last === '.' ? [token, joined] : [joined];
  if (separators.length === 1) return [token.replace(',', '.')];
  const isGroupedDecimal = /^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:\.\d{3})+,\d+$/.test(token);
  if (isGroupedDecimal)
    return [`${token.slice(0, token.lastIndexOf(last)).replace(/\D/g, '')}.${token.split(last).at(-1)}`];
  // A date ("2023.12.03"), a version or a list: no separator is a decimal mark.
  return token.split(/[.,]/);
}

/**
 * The numbers that a normalised text writes with Chinese numerals or with a Chinese unit, in Arabic digits: "四十九" →
 * "49", "三万二千" → "32000", "3.2万" → "32000", "二〇二三" → "2023", "百分之十二" → "12%".
 */
export function readChineseNumbers(normalized: string): string[] {
  if (!/[〇-龥]/u.test(normalized)) return [];
  const numbers: string[] = [];
  for (const [, percent, numeral = ''] of normalized.matchAll(numeralRun)) {
    const value = parseChineseNumeral(numeral);
    if (value === null) continue;
    numbers.push(value);
    if (percent !== undefined) numbers.push(`${value}%`);
  }
  for (const [, digits = '', units = ''] of normalized.matchAll(digitsWithUnit)) {
    const factor = [...units].reduce((f, unit) => f * (smallUnits.get(unit) ?? bigUnits.get(unit) ?? 1), 1);
    numbers.push(writeNumber(Number(digits) * factor));
  }
  for (const [, digits = ''] of normalized.matchAll(percentOfDigits)) numbers.push(`${digits}%`);
  return numbers;
}

/** The value of a Chinese numeral in Arabic digits, null where the characters do not make one ("万一", "一一二十"). */
export function parseChineseNumeral(numeral: string): string | null {
  const [whole = '', decimals] = numeral.split('点');
  const isPositional = [...whole].every((char) => digitOf.has(char));
  if (decimals === undefined && isPositional && whole.length > 1) return readDigits(whole);
  const value = isPositional && whole.length === 1 ? (digitOf.get(whole) ?? null) : parseWithUnits(whole);
  if (value === null) return null;
  return decimals === undefined ? writeNumber(value) : `${writeNumber(value)}.${readDigits(decimals)}`;
}

function readDigits(chars: string): string {
  return [...chars].map((char) => digitOf.get(char) ?? '').join('');
}

/** Sections below 10,000 each closed by 万 or 亿; units must fall inside a section. */
function parseWithUnits(chars: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastUnit = Infinity;
  for (const char of chars) {
    const value = digitOf.get(char);
    const small = smallUnits.get(char);
    const big = bigUnits.get(char);
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (small !== undefined) {
      if (small >= lastUnit || (digit === null && (small !== 10 || section > 0))) return null;
      section += (digit ?? 1) * small;
      digit = null;
      lastUnit = small;
    } else if (big !== undefined) {
      section += digit ?? 0;
      if (section === 0 && total === 0) return null;
      // 一万亿 is (1 × 万) × 亿, while 一亿二千万 adds.
      if (big === 1e8) total = (total + section) * big;
      else total += section * big;
      section = 0;
      digit = null;
      lastUnit = Infinity;
    }
  }
  return total + section + (digit ?? 0);
}

/** 3.2 × 10,000 must not become 32000.000000000004. */
function writeNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}
