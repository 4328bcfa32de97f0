import { trimSigns } from '../../text/trim-signs.ts';
import { isDateLine } from '../evidence/dates.ts';
import { readByline } from '../evidence/bylines.ts';

/** What one line is by its own shape; `text` says nothing yet. */
export type LineShape = 'byline' | 'dateline' | 'caption' | 'jump-line' | 'furniture' | 'text';

/** Longest line that can be anything but text by its shape: keeps every pattern below bounded. */
const maxShapedLength = 240;

const number = '(?:[\\d０-９٠-٩]{1,3}|[A-Z]-?\\d{1,2}|[一二三四五六七八九十]{1,3})';
const jumps: readonly RegExp[] = [
  new RegExp(
    `^(?:(?:本文)?(?:紧接|下转|上接|转|接|详见|见|續見|下轉|上接|全文见))第?\\s*${number}\\s*[版页頁]`,
    'u',
  ),
  new RegExp(`^${number}\\s?面(?:に(?:続く|つづく|関連記事)|から(?:続く|つづく))`, 'u'),
  new RegExp(
    `^(?:continued|continues|cont['’]?d|turn|see|story|more|full story)\\b.{0,60}?\\b(?:page|pg\\.?|p\\.)\\s?${number}$`,
    'iu',
  ),
  new RegExp(
    `^(?:continúa|sigue|pasa|viene|ver|más|véase)\\b.{0,50}?\\b(?:página|pág\\.?|p\\.)\\s?${number}$`,
    'iu',
  ),
  new RegExp(`^(?:suite|lire|voir|à lire)\\b.{0,50}?\\b(?:page|p\\.)\\s?${number}$`, 'iu'),
  new RegExp(`^(?:fortsetzung|weiter|siehe|mehr|bericht)\\b.{0,50}?\\b(?:seite|s\\.)\\s?${number}$`, 'iu'),
  new RegExp(
    `^(?:continua|segue|ver|veja|leia)(?:ção)?\\b.{0,50}?\\b(?:página|pág\\.?|p\\.)\\s?${number}$`,
    'iu',
  ),
  new RegExp(`^(?:продолжение|окончание|начало|см|читайте).{0,50}?(?:стр|с)\\.\\s?${number}$`, 'iu'),
  new RegExp(`^(?:التتمة|تتمة|البقية|تفاصيل|طالع).{0,50}?(?:صفحة|الصفحة|ص)\\s?${number}$`, 'u'),
];

const captionStarts: readonly RegExp[] = [
  /^(?:图为|图：|图:|图片[:：说]|题图|上图|下图|左图|右图|资料图|写真[は:：=＝]|写真説明)/u,
  /^(?:photo|photos|photograph|picture|pictured|image|foto|fotos|imagen|фото|снимок|صورة|الصورة|bild|grafik|crédits?|cr[eé]dito)(?:\s?(?:by|von|de|par|d['’]|courtesy)\b|\s?(?:illustration|d'archives?)?\s?[:：/–—-]|\s\()/iu,
  /^(?:\(|（)(?:photo|foto|写真|фото|تصوير|图)/iu,
  /^(?:на (?:снимке|фото)|слева направо|en la (?:imagen|foto)|sur la photo|im bild|auf dem (?:bild|foto)|na (?:foto|imagem))\s?[:：,—–-]/iu,
  /^(?:写真|写真左|写真右)[はの]/u,
  /^(?:في الصورة|تصوير|عدسة)/u,
  /^[▲△▼▽↑↓◀▶◄►]\s?\S/u,
];

/** Patterns that may start at any character and so take long, each with one that finds out soon that it cannot hold. */
const captionEnds: readonly (readonly [hint: RegExp, pattern: RegExp])[] = [
  [/[道摄影供][)）]?$/, /(?:摄影报道|[\s(（]\S{2,10}\s*摄|撮影|[=＝][^=＝。]{2,20}提供)[)）]?$/u],
  [
    /photo|picture|foto|\//i,
    /(?:\b(?:photo|photograph|picture|foto)\s?(?:by|[:：/])\s?\p{Lu}[\p{L} .'’/-]{2,40}|\s\/\s?(?:getty|reuters|afp|ap|efe|dpa))[)）.]?$/iu,
  ],
  [/фото|снимок/i, /[.:—–]\s(?:фото|снимок)\s\p{Lu}[\p{L} .-]{2,40}$/iu],
];

const furniture: readonly RegExp[] = [
  /^[-–—•·\s*_=~─━]*\d{1,3}[-–—•·\s*_=~─━]*$/u,
  /^[-–—•·\s*_=~─━＊※＝]{3,}$/u,
  /^第?\s*[A-Z]?[\d０-９一二三四五六七八九十]{1,3}\s*[版面]$/u,
  /^(?:责任?编辑?|责编|编辑|版式|校对|美编|组版|值班(?:编委|主任)|投稿邮箱|新闻热线|本版(?:责编|编辑|统筹)|国内统一(?:连续出版物|刊)号)\s?[:：/\s]/u,
  /^(?:page|seite|página|pág\.?|стр\.?|صفحة)\s?[A-Z]?\d{1,3}(?:\s(?:of|von|de|из)\s\d{1,3})?$/iu,
  /^(?:advertisement|advertorial|anzeige|publicidad|publicité|реклама|إعلان|広告|广告)$/iu,
  /^(?:©|\(c\)|copyright\b|all rights reserved|todos los derechos|tous droits|alle rechte|版权所有)/iu,
  /^https?:\/\/\S+$/iu,
  /^<!--.*-->$/u,
];

/** The outlet's name and a page number. It is tried only on lines that end in a number, for it takes long. */
const runningHead = /^.{2,60}\s?[|｜•·]\s?.{0,40}(?:[|｜•·]\s?)?(?:page\s?|第)?[A-Z]?\d{1,3}\s?版?$/iu;

/** What a line is by its shape alone, in the languages this project reads. The line is trimmed. */
export function lineShape(line: string): LineShape {
  if (line.length > maxShapedLength) return 'text';
  if (/^!\[[^\]]*\]\([^)]*\)$/u.test(line)) return 'caption';
  if (isJumpLine(line)) return 'jump-line';
  if (furniture.some((pattern) => pattern.test(line))) return 'furniture';
  if (/[\d版]$/.test(line) && runningHead.test(line)) return 'furniture';
  if (readByline(line) !== null) return 'byline';
  if (isDateLine(line)) return 'dateline';
  return isCaption(line) ? 'caption' : 'text';
}

function isCaption(line: string): boolean {
  const hasEnd = captionEnds.some(([hint, pattern]) => hint.test(line) && pattern.test(line));
  return hasEnd || captionStarts.some((pattern) => pattern.test(line));
}

/** Whether a line only sends the reader to another page, with or without brackets. */
function isJumpLine(line: string): boolean {
  if (line.length > 100) return false;
  const bare = trimSigns(line, '(（【[*_▶►→>', ')）】]*_.。▶►→>');
  return jumps.some((pattern) => pattern.test(bare));
}
