import { fitsCharset, fitCertain, fitPossible } from './charset-fit.ts';
import { windows1252 } from './charset-tables.ts';
import { findGarbling } from './garbled.ts';
import type { Unreadable } from '../read-corpus.ts';

/** A file's text, and the name of the encoding it was read in, as the Encoding Standard spells it. */
export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly charset: string;
}

/** What is tried where nothing is declared and the bytes are no UTF-8. Of two that give the same text the first is named. */
const candidates = [
  'gb18030',
  'big5',
  'euc-kr',
  'shift_jis',
  'euc-jp',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
  'iso-8859-15',
  'koi8-u',
  'ibm866',
  'macintosh',
  'x-mac-cyrillic',
];

/** So many sequences of bytes form no valid UTF-8 by accident. */
const sequencesOfUtf8 = 8;
/** So many bytes of UTF-8 sequences in one line of a file in another encoding show that two were mixed. */
const mixedLineBytes = 12;
/** Part of a file by which an encoding is ruled out. */
const sampleBytes = 65_536;
/** How far a declaration is looked for, in bytes; the HTML standard says 1024, real pages put scripts before it. */
const headBytes = 8192;

/**
 * Decodes by byte order mark, else by what the file declares, else as strict UTF-8, else in the one encoding that gives
 * a text that reads like its language throughout. What is not certain is not decoded: a wrong guess would be quoted.
 *
 * @param findDeclared reads an encoding's label off the head of a file, given as Latin-1; null where there is none
 */
export function decodeText(
  bytes: Uint8Array,
  findDeclared: (head: string) => string | null = () => null,
): DecodedText | Unreadable {
  const marked = markedCharset(bytes);
  if (marked === 'utf-32') return { reason: 'charset-unknown', detail: 'utf-32' };
  if (marked !== null) return decodeMarked(bytes, marked);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headBytes));
  const utf16 = /^<\0[?!\w]\0/.test(head) ? 'utf-16le' : /^\0<\0[?!\w]/.test(head) ? 'utf-16be' : null;
  if (utf16 !== null) return decodeMarked(bytes, utf16);
  const nul = bytes.indexOf(0);
  if (nul >= 0) return detectUtf16(bytes) ?? { reason: 'binary', detail: String(nul) };
  const utf8 = decodeStrict(bytes, 'utf-8');
  const label = findDeclared(head);
  // Whoever can read the label in single bytes has no UTF-16 before him; the HTML standard takes UTF-8 then.
  const declared = label === null || /^utf-?(?:8|16)/i.test(label) ? null : label;
  if (declared !== null) return decodeDeclared(bytes, declared, utf8);
  if (utf8 !== null) return checkUtf8(bytes, utf8);
  if (isCutUtf8(bytes))
    return { reason: label === null ? 'charset-unknown' : 'charset-wrong', detail: 'utf-8, cut short' };
  return label === null ? detect(bytes) : { reason: 'charset-wrong', detail: label };
}

function markedCharset(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32' : null;
}

function decodeMarked(bytes: Uint8Array, charset: string): DecodedText | Unreadable {
  const text = decodeStrict(bytes, charset);
  if (text === null) return { reason: 'charset-wrong', detail: charset };
  const nul = text.indexOf('\0');
  return nul >= 0 ? { reason: 'binary', detail: String(nul) } : { text, charset };
}

/** UTF-16 without a mark: half of the bytes of line ends and digits are zero, and only one order makes words. */
function detectUtf16(bytes: Uint8Array): DecodedText | null {
  const read = ['utf-16le', 'utf-16be'].flatMap((charset) => {
    const text = decodeStrict(bytes, charset);
    return text !== null && !hasStrayCharacters(text) && fitsCharset(text, charset) >= fitCertain
      ? [{ text, charset }]
      : [];
  });
  return read.length === 1 ? (read[0] ?? null) : null;
}

/** A file whose bytes are all ASCII may still switch to Japanese by escape sequences. */
function checkUtf8(bytes: Uint8Array, text: string): DecodedText | Unreadable {
  if (!/\x1b[$(]/.test(text)) {
    const garbling = findGarbling(text);
    return garbling === null ? { text, charset: 'utf-8' } : { reason: 'charset-wrong', detail: garbling };
  }
  const japanese = decodeStrict(bytes, 'iso-2022-jp');
  const isJapanese = japanese !== null && fitsCharset(japanese, 'iso-2022-jp') >= fitCertain;
  return isJapanese
    ? { text: japanese, charset: 'iso-2022-jp' }
    : { reason: 'charset-unknown', detail: 'iso-2022' };
}

function decodeDeclared(bytes: Uint8Array, label: string, utf8: string | null): DecodedText | Unreadable {
  const charset = charsetOf(label);
  if (charset === null) return { reason: 'charset-unknown', detail: label };
  if (utf8 !== null) {
    const sequences = utf8.match(/[^\0-\x7f]/gu)?.length ?? 0;
    if (charset !== 'iso-2022-jp' && (sequences === 0 || sequences >= sequencesOfUtf8))
      return checkUtf8(bytes, utf8);
    if (charset !== 'iso-2022-jp') return { reason: 'charset-unknown', detail: `${charset} or utf-8` };
  }
  const text = decodeStrict(bytes, charset);
  const wrong = { reason: 'charset-wrong', detail: charset } as const;
  if (text === null || hasStrayCharacters(text) || hasMixedLine(bytes)) return wrong;
  const fit = fitsCharset(text, charset);
  if (fit >= fitCertain) return { text, charset };
  return fit < fitPossible || isSurelyAnother(bytes, text) ? wrong : { text, charset };
}

/** Whether a text that a declaration gives is contradicted by the only encoding in which it reads like a language. */
function isSurelyAnother(bytes: Uint8Array, text: string): boolean {
  const detected = detect(bytes);
  return 'text' in detected && detected.text !== text;
}

/** The standard's name of an encoding; GBK and GB 2312 are read as their superset. */
function charsetOf(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label.trim());
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return null;
  }
}

function detect(bytes: Uint8Array): DecodedText | Unreadable {
  if (hasMixedLine(bytes)) return { reason: 'charset-unknown', detail: 'utf-8 mixed with another' };
  const texts = new Map<string, string>();
  for (const charset of candidates) {
    if (!mayFit(bytes.subarray(0, sampleBytes), charset)) continue;
    const text = decodeStrict(bytes, charset);
    if (text === null || hasStrayCharacters(text) || texts.has(text)) continue;
    if (fitsCharset(text, charset) >= fitCertain) texts.set(text, charset);
  }
  const [only, ...others] = texts;
  if (only !== undefined && others.length === 0) return { text: only[0], charset: only[1] };
  return { reason: 'charset-unknown', detail: [...texts.values()].join(' or ') };
}

/** Whether a file is UTF-8 but for its last character, of which only a part is there. */
function isCutUtf8(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return /[^\0-\x7f]/.test(text);
  } catch {
    return false;
  }
}

/** Whether the first part of a file speaks against an encoding; that spares decoding all of a large file twenty times. */
function mayFit(sample: Uint8Array, charset: string): boolean {
  // The last character of the sample may be cut.
  const texts = [0, 1, 2, 3].flatMap(
    (cut) => decodeStrict(sample.subarray(0, sample.length - cut), charset) ?? [],
  );
  return texts[0] !== undefined && fitsCharset(texts[0], charset) >= fitPossible;
}

function decodeStrict(bytes: Uint8Array, charset: string): string | null {
  // Node reads windows-1252 as if it were Latin-1, from 20.18.3 into 24: https://github.com/nodejs/node/issues/56542.
  if (charset === 'windows-1252') {
    return Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\x80-\x9f]/g, (char) => windows1252.charAt(char.charCodeAt(0) - 0x80));
  }
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Control characters, private ones and U+FFFD: a sign that a legacy encoding is not the one it was read in. */
function hasStrayCharacters(text: string): boolean {
  return /[\0-\x08\x0e-\x1f\x7f-\x9f\ufffd\ufffe\uffff\p{Co}]/u.test(text);
}

/** Whether a line is UTF-8, although the file is not. */
function hasMixedLine(bytes: Uint8Array): boolean {
  let start = 0;
  while (start < bytes.length) {
    const at = bytes.indexOf(10, start);
    const end = at < 0 ? bytes.length : at;
    const line = bytes.subarray(start, end);
    let high = 0;
    for (const byte of line) if (byte > 0x7f) high++;
    if (high >= mixedLineBytes && decodeStrict(line, 'utf-8') !== null) return true;
    start = end + 1;
  }
  return false;
}
