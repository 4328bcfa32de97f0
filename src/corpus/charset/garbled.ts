import { commonHan, windows1252 } from './charset-tables.ts';

/** So many sequences of one text form no valid UTF-8 by accident. */
const minSequences = 4;
/** Fewer Chinese characters tell nothing. */
const minHan = 60;
/** Share of the 300 most common characters: 0.5 to 0.7 in news, under 0.06 in UTF-8 that was read as another encoding. */
const minCommonShare = 0.07;
/** Kana for each Chinese character: 1 and more in Japanese, none in garbled text. */
const maxKanaShare = 0.1;
/** By so much of a text, and of a line, the characters are judged. */
const sampleLength = 65_536;

/**
 * What another program did to a text before it wrote it as UTF-8, in words; null for a text that reads as it was written.
 * Linear in the text's length.
 */
export function findGarbling(text: string): string | null {
  const lostCount = text.match(/\ufffd|锟斤拷/g)?.length ?? 0;
  if (lostCount * 50 > text.length) return `${String(lostCount)} lost characters`;
  if (isTwiceEncoded(text)) return 'utf-8 read as windows-1252';
  return hasStrangeHan(text.slice(0, sampleLength)) ? 'utf-8 read as another encoding' : null;
}

/** "Ã©" for "é": whether lines hold UTF-8 sequences, each byte as a character of Windows-1252, and nothing else. */
function isTwiceEncoded(text: string): boolean {
  let count = 0;
  for (const line of text.split('\n')) {
    if (/[\u00c2-\u00f4]/.test(line)) count += countSequences(line.slice(0, sampleLength));
    if (count >= minSequences) return true;
  }
  return false;
}

function countSequences(line: string): number {
  const bytes: number[] = [];
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    const place = code > 0xff ? windows1252.indexOf(line.charAt(at)) : -1;
    if (code > 0xff && place < 0) return 0;
    bytes.push(place < 0 ? code : 0x80 + place);
  }
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes), {
      stream: true,
    });
    return decoded.match(/[^\0-\x7f]/gu)?.length ?? 0;
  } catch {
    return 0;
  }
}

/** "鏂伴椈" for "新闻": Chinese of characters that hardly any Chinese text has. Kana show that it is Japanese. */
function hasStrangeHan(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  const kana = text.match(/[ぁ-ゖァ-ヺ]/g) ?? [];
  if (han.length < minHan || kana.length > han.length * maxKanaShare) return false;
  const common = han.filter((char) => commonHan.simplified.has(char) || commonHan.traditional.has(char));
  return common.length < han.length * minCommonShare;
}
