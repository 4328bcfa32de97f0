/** The writing systems that this project treats in a way of their own; `other` has letters and spaces between words. */
export type Script =
  | 'han'
  | 'kana'
  | 'hangul'
  | 'thai'
  | 'lao'
  | 'khmer'
  | 'myanmar'
  | 'latin'
  | 'cyrillic'
  | 'greek'
  | 'hebrew'
  | 'arabic'
  | 'other';

/** Ranges of code points, first and last included, sorted; everything left out is `other`. */
const ranges: readonly (readonly [from: number, to: number, script: Script])[] = [
  [0x41, 0x5a, 'latin'],
  [0x61, 0x7a, 'latin'],
  [0xaa, 0xaa, 'latin'],
  [0xba, 0xba, 'latin'],
  [0xc0, 0x24f, 'latin'],
  [0x250, 0x2b8, 'latin'],
  [0x370, 0x3ff, 'greek'],
  [0x400, 0x52f, 'cyrillic'],
  [0x591, 0x5f4, 'hebrew'],
  [0x600, 0x6ff, 'arabic'],
  [0x750, 0x77f, 'arabic'],
  [0x8a0, 0x8ff, 'arabic'],
  [0xe01, 0xe5b, 'thai'],
  [0xe81, 0xedf, 'lao'],
  [0x1000, 0x109f, 'myanmar'],
  [0x1100, 0x11ff, 'hangul'],
  [0x1780, 0x17ff, 'khmer'],
  [0x1d00, 0x1dbf, 'latin'],
  [0x1e00, 0x1eff, 'latin'],
  [0x1f00, 0x1fff, 'greek'],
  [0x2e80, 0x2fdf, 'han'],
  [0x3005, 0x3007, 'han'],
  [0x3021, 0x3029, 'han'],
  [0x3041, 0x3096, 'kana'],
  [0x3099, 0x309f, 'kana'],
  [0x30a1, 0x30fa, 'kana'],
  [0x30fc, 0x30ff, 'kana'],
  [0x3131, 0x318e, 'hangul'],
  [0x31f0, 0x31ff, 'kana'],
  [0x3400, 0x4dbf, 'han'],
  [0x4e00, 0x9fff, 'han'],
  [0xa9e0, 0xa9fe, 'myanmar'],
  [0xaa60, 0xaa7f, 'myanmar'],
  [0xac00, 0xd7a3, 'hangul'],
  [0xf900, 0xfaff, 'han'],
  [0xfb1d, 0xfb4f, 'hebrew'],
  [0xfb50, 0xfdff, 'arabic'],
  [0xfe70, 0xfefc, 'arabic'],
  [0xff21, 0xff3a, 'latin'],
  [0xff41, 0xff5a, 'latin'],
  [0xff66, 0xff9f, 'kana'],
  [0x1b000, 0x1b16f, 'kana'],
  [0x20000, 0x323af, 'han'],
];

const spaceless: ReadonlySet<Script> = new Set(['han', 'kana', 'thai', 'lao', 'khmer', 'myanmar']);

/** The lowest code point of such a script: below it stand the letters of most texts. */
const firstSpaceless = 0xe01;

/** The script of a code point, by Unicode block; `other` also for digits and punctuation outside those blocks. */
export function scriptOf(codePoint: number): Script {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to, script] = ranges[middle]!;
    if (codePoint < from) high = middle - 1;
    else if (codePoint > to) low = middle + 1;
    else return script;
  }
  return 'other';
}

/** Whether a character (its first code point) belongs to a script written without spaces between words. */
export function isSpacelessScript(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  return code >= firstSpaceless && spaceless.has(scriptOf(code));
}
