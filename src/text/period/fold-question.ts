/** A question as the wordings of time compare it, and where each of its characters stood. */
export interface FoldedQuestion {
  /** Lower case, without diacritics, ASCII digits, signs and spaces; Han simplified where a wording needs it. */
  readonly text: string;
  /** `[text.length + 1]`: the offset in the question of each UTF-16 unit of `text`, last the question's own end. */
  readonly offsets: readonly number[];
}

/** Signs that Traditional Chinese or Japanese write otherwise, each before what it becomes: only those of our wordings. */
const hanPairs =
  '週周個个箇个間间時时後后號号這这兩两禮礼從从發发発发過过來来內内點点幾几當当節节裡里裏里於于將将會会萬万開开辦办' +
  '選选賽赛屆届運运論论壇坛覽览覧览電电級级產产産产製制歷历歴历戰战戦战舉举盃杯學学園园奧奥亞亚歐欧際际連连總总種种歳岁歲岁還还';

const singles: ReadonlyMap<string, string> = new Map([
  ...pairsOf('أاإاآاٱاةهىيیيکك'),
  // A dash of any width joins the ends of a range; quotation marks of full width quote as the narrow ones do.
  ...pairsOf("ё\u0435‐-‑-‒-–-—-―-−-〜-~-’'‘'`'\u00a0 \u3000 "),
]);

const han: ReadonlyMap<string, string> = new Map(pairsOf(hanPairs));

function pairsOf(text: string): [from: string, to: string][] {
  const pairs: [from: string, to: string][] = [];
  for (let at = 0; at < text.length; at += 2) pairs.push([text.charAt(at), text.charAt(at + 1)]);
  return pairs;
}

/** A wording with its Han written as in a folded question; the rest is left, being part of a pattern. */
export function foldHan(wording: string): string {
  return wording.replaceAll(/\p{Script=Han}/gu, (char) => han.get(char) ?? char);
}

/** What stands between quotation marks. The bound keeps a text full of opening marks from being read again for each. */
const quoted =
  /“[^”]{1,200}”|„[^“”]{1,200}[“”]|"[^"]{1,200}"|«[^»]{1,200}»|「[^」]{1,200}」|『[^』]{1,200}』|《[^》]{1,200}》|〈[^〉]{1,200}〉/g;

/**
 * Folds a question, with a blank for every character inside quotation marks: a date in a title dates nothing. A question
 * that stands in quotation marks as a whole is read all the same. Linear in its length.
 */
export function foldQuestion(question: string): FoldedQuestion {
  const offsets: number[] = [];
  let text = '';
  for (let at = 0; at < question.length; at++) {
    const folded = foldUnit(question[at] ?? '');
    if (folded === '' || (folded === ' ' && text.endsWith(' '))) continue;
    text += folded;
    offsets.push(at);
  }
  offsets.push(question.length);
  const whole = text.trim().replace(/[?.!。]$/, '');
  const unquoted = text.replaceAll(quoted, (quote) => (quote === whole ? quote : blank(quote)));
  return { text: unquoted, offsets };
}

function blank(quote: string): string {
  return `${quote.charAt(0)}${'_'.repeat(quote.length - 2)}${quote.charAt(quote.length - 1)}`;
}

/** One UTF-16 unit as one unit, or as none when it only marks another. */
function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code < 0x80)
    return /\s/.test(unit) ? ' ' : unit === '~' ? '-' : unit === '`' ? "'" : unit.toLowerCase();
  const known = singles.get(unit) ?? han.get(unit);
  if (known !== undefined) return known;
  if (code >= 0xff01 && code <= 0xff5e) return foldUnit(String.fromCharCode(code - 0xfee0));
  if (/[\u0660-\u0669\u06f0-\u06f9]/.test(unit)) return String(code & 0xf);
  if (/[\u0300-\u036f\u064b-\u065f\u0640\u0670\u200b-\u200f\u00ad\ufeff]/.test(unit)) return '';
  if (/[\u00c0-\u024f\u1e00-\u1eff]/.test(unit)) return unit.normalize('NFD').charAt(0).toLowerCase();
  if (/\s/.test(unit)) return ' ';
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}
