import { classAt, lowerCase, number, upperCase } from '../../text/character-classes.ts';
import { isSpacelessScript } from '../../text/scripts.ts';

/** Code units of full-width characters (and the surrogates of Han beyond the first plane), the commonest first. */
const wide: readonly (readonly [from: number, to: number])[] = [
  [0x3041, 0x9fff],
  [0xff00, 0xff60],
  [0x2e80, 0x303e],
  [0xac00, 0xd7a3],
  [0x1100, 0x115f],
  [0xa000, 0xa4cf],
  [0xd840, 0xd8bf],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xffe0, 0xffe6],
];
const widePunctuation = /[\u3000-\u303f\uff00-\uffef]/;

/** Whether a line break beside this character stands for nothing: an unspaced script or full-width punctuation. */
export function breaksWithoutSpace(char: string): boolean {
  return isSpacelessScript(char) || widePunctuation.test(char);
}

/** The width of a text in terminal cells, full-width characters counting two. Linear in the text's length. */
export function displayWidth(text: string): number {
  let cells = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x1100 && isWide(code)) cells++;
  }
  return cells;
}

function isWide(code: number): boolean {
  for (const [from, to] of wide) if (code >= from && code <= to) return true;
  return false;
}

/** Whether at least half of the first 200 characters are full width: Chinese, Japanese, Korean. */
export function isWideText(text: string): boolean {
  const sample = text.slice(0, 200);
  return displayWidth(sample) >= sample.length * 1.5;
}

const terminator = /[.!?。！？．…‥؟۔।!?]/;
const closer = /[\s"'”’»」』】)）\]〉》*_]/;

/** How a paragraph's last characters leave it: `closed` by a full stop, plainly `open`, or `unclear`. */
export type Ending = 'closed' | 'unclear' | 'open';

/** How the text ends, looking through closing quotation marks and brackets. */
export function endingOf(text: string): Ending {
  let at = text.length - 1;
  let closers = '';
  while (at >= 0 && closer.test(text.charAt(at))) closers += text.charAt(at--);
  if (at < 0) return 'unclear';
  const last = text.charAt(at);
  if (terminator.test(last)) return isAbbreviated(text, at) ? 'unclear' : 'closed';
  if (/[)）】\]]/.test(closers)) return 'unclear';
  return /[:：]/.test(last) ? 'unclear' : 'open';
}

/** "Mr." and a lone initial end with a dot that closes nothing. */
function isAbbreviated(text: string, at: number): boolean {
  if (text.charAt(at) !== '.' || at !== text.length - 1) return false;
  return /(?:^|[\s.(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Sr|Sra|Prof|Gen|Sen|Rep|Gov|No|vs|M|Mme|Nr)\.$/u.test(
    text.slice(-8),
  );
}

/** How a paragraph's first characters begin it: `fresh`, plainly in mid-sentence (`open`), or `unclear`. */
export type Opening = 'fresh' | 'unclear' | 'open';

/** Kana that no sentence starts with: particles, endings, small kana; not words such as このほか or しかし. */
const kanaInside =
  /^(?:[っゃゅょんをーァィゥェォッャュョ]|に(?!わ|ぎ|ん|お)|が(?!ん)|は(?!じ|が|な)|の(?!ち|ど)|と(?!き|こ|り|も|く)|で(?!も|き)|も(?!う|と|し|の)|へ|た(?!だ|と|め|く)|て(?!い|ん)|る|れ|し(?!か|ば)|さ(?!ら|ま|て)|り|け(?!が)|ず)/;
/** The same for Chinese: 的, 了, 着, 们, not 的确 or 了解. */
const hanInside =
  /^(?:的(?!确|確|士|哥)|了(?!解|然|结|結|不起)|着(?!力|眼|手|重|陆|陸|装|火|急)|们|們|吗|嗎|呢)/;

/** How the text begins. Scripts without capitals are `unclear` unless punctuation tells. */
export function openingOf(text: string): Opening {
  const first = classAt(text, 0);
  if ((first & (upperCase | number)) !== 0) return 'unclear';
  if ((first & lowerCase) !== 0) return 'open';
  const head = text.slice(0, 12);
  // A paragraph that is one quotation from its first character to its last begins where the speaker begins.
  if (/^[“「『]/.test(head) && /[”」』]\s*$/.test(text.slice(-3)) && text.split(/[“「『]/).length === 2)
    return 'fresh';
  if (/^[,.;:!?，。；：！？、．…)）】」』”’»،؛؟۔%％]/.test(head)) return 'open';
  if (kanaInside.test(head) || hanInside.test(head)) return 'open';
  const letter = /^["'“‘«„([（「『【¿¡—–-]*\s?(\p{L})/u.exec(head)?.[1];
  if (letter === undefined) return 'unclear';
  if (/\p{Ll}/u.test(letter)) return 'open';
  return /\p{Lu}/u.test(letter) && /^["“„«¿¡—–]/.test(head) ? 'fresh' : 'unclear';
}
