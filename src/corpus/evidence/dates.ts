/** A calendar date as printed: news often leaves out the year, sometimes the month. */
export interface PartialDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number;
}

const monthNames: readonly (readonly string[])[] = [
  [
    'jan',
    'january',
    'enero',
    'ene',
    'janvier',
    'janv',
    'januar',
    'jänner',
    'janeiro',
    'января',
    'янв',
    'يناير',
    'كانون الثاني',
  ],
  [
    'feb',
    'february',
    'febrero',
    'février',
    'févr',
    'februar',
    'fevereiro',
    'fev',
    'февраля',
    'фев',
    'فبراير',
    'شباط',
  ],
  ['mar', 'march', 'marzo', 'mars', 'märz', 'março', 'марта', 'мар', 'مارس', 'آذار'],
  ['apr', 'april', 'abril', 'abr', 'avril', 'avr', 'апреля', 'апр', 'أبريل', 'إبريل', 'نيسان'],
  ['may', 'mayo', 'mai', 'maio', 'мая', 'май', 'مايو', 'أيار'],
  ['jun', 'june', 'junio', 'juin', 'juni', 'junho', 'июня', 'июн', 'يونيو', 'حزيران'],
  ['jul', 'july', 'julio', 'juillet', 'juil', 'juli', 'julho', 'июля', 'июл', 'يوليو', 'تموز'],
  ['aug', 'august', 'agosto', 'ago', 'août', 'августа', 'авг', 'أغسطس', 'آب'],
  [
    'sep',
    'sept',
    'september',
    'septiembre',
    'setiembre',
    'septembre',
    'setembro',
    'set',
    'сентября',
    'сен',
    'سبتمبر',
    'أيلول',
  ],
  [
    'oct',
    'october',
    'octubre',
    'octobre',
    'okt',
    'oktober',
    'outubro',
    'out',
    'октября',
    'окт',
    'أكتوبر',
    'تشرين الأول',
  ],
  ['nov', 'november', 'noviembre', 'novembre', 'novembro', 'ноября', 'ноя', 'نوفمبر', 'تشرين الثاني'],
  [
    'dec',
    'december',
    'diciembre',
    'dic',
    'décembre',
    'déc',
    'dez',
    'dezember',
    'dezembro',
    'декабря',
    'дек',
    'ديسمبر',
    'كانون الأول',
  ],
];

const monthByName = new Map(monthNames.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));
const monthWords = [...monthByName.keys()].sort((a, b) => b.length - a.length).join('|');

const patterns = {
  iso: /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u,
  han: /(?:(\d{4})\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号號]/u,
  dayFirst: new RegExp(
    `(?<!\\d)(\\d{1,2})(?:er|º|°|st|nd|rd|th|\\.)?\\s(?:de\\s|of\\s)?(${monthWords})\\.?(?![\\p{L}])(?:,?\\s(?:de\\s|del\\s)?(\\d{4}))?`,
    'iu',
  ),
  monthFirst: new RegExp(
    `(?<!\\p{L})(${monthWords})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?\\s(\\d{4}))?`,
    'iu',
  ),
};

/** The first date in a short text, in the wording of the languages that bylines are read in, or null. */
export function findDate(text: string): PartialDate | null {
  const plain = asciiDigits(text);
  if (!/\d/.test(plain)) return null;
  const iso = patterns.iso.exec(plain) ?? patterns.han.exec(plain);
  if (iso) return checkDate(iso[1], Number(iso[2]), iso[3]);
  const dayFirst = patterns.dayFirst.exec(plain);
  if (dayFirst) return checkDate(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  // The names of months are looked for at every character, so only where a number follows something.
  const monthFirst = /\s\d/.test(plain) ? patterns.monthFirst.exec(plain) : null;
  return monthFirst ? checkDate(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]) : null;
}

/** Completes a date without a year from a reference day: the nearest such day not more than 31 days after it. */
export function completeDate(date: PartialDate, reference: string | null): string | null {
  if (date.month === null) return null;
  if (date.year !== null) return formatDate(date.year, date.month, date.day);
  if (reference === null) return null;
  const year = Number(reference.slice(0, 4));
  const guess = formatDate(year, date.month, date.day);
  // A page of 3 January tells of "28 December": the year before.
  return Date.parse(guess) - Date.parse(reference) > 31 * 86_400_000
    ? formatDate(year - 1, date.month, date.day)
    : guess;
}

/** Whether a line is a date and nothing else but the name of a week day, an hour and separators. */
export function isDateLine(line: string): boolean {
  if (line.length > 60 || !/[\d٠-٩]/.test(line) || findDate(line) === null) return false;
  const rest = asciiDigits(line)
    .replace(patterns.iso, '')
    .replace(patterns.han, '')
    .replace(patterns.dayFirst, '');
  const words = rest
    .replace(patterns.monthFirst, '')
    .replace(/(?:星期|周|週)[一二三四五六日天]|[月火水木金土日]曜日?/gu, '');
  return /^[\s\d:：.,|/()（）-]*(?:[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}]{1,14}[\s\d:：.,|/()（）-]*){0,2}$/u.test(
    words,
  );
}

function monthNumber(name: string | undefined): number {
  return monthByName.get((name ?? '').toLowerCase()) ?? 0;
}

function checkDate(year: string | undefined, month: number, day: string | undefined): PartialDate | null {
  const dayNumber = Number(day);
  if (month < 1 || month > 12 || dayNumber < 1 || dayNumber > 31) return null;
  return { year: year === undefined ? null : Number(year), month, day: dayNumber };
}

function formatDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function asciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
