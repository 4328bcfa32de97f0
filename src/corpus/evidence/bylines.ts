import { classAt, upperCase } from '../../text/character-classes.ts';
import { trimSigns } from '../../text/trim-signs.ts';

/** Who signed an article. */
export interface Byline {
  readonly authors: readonly string[];
  readonly agency: string | null;
}

const maxBylineLength = 160;
const agencies =
  /^(?:新华社|中新社|中新网|央视|共同(?:通信)?|時事(?:通信)?|ロイター|Reuters|AFP|AP|dpa|EFE|ANSA|Xinhua|Lusa|TASS|ТАСС|РИА Новости|Интерфакс|رويترز|أ ف ب|وكالات)$/iu;
const roles =
  /\b(?:staff|correspondent|reporter|writer|editor|desk|columnist|corresponsal|redactora?|redaktion|redakteur(?:in)?|correspondante?|journaliste|korrespondent(?:in)?|repórter|enviad[oa]|especial)\b|корр\.|корреспондент|обозреватель/iu;

const hanRole =
  '(?:特约|见习|实习|首席|全媒体|融媒体|本报|本刊)*(?:记者|記者|通讯员|特派员|评论员|作者|撰文|撰稿|编译|摄影|文|图|图文|文図|取材)';
const hanLead = new RegExp(
  `^(?:([\\p{Script=Han}]{2,8}(?:社|报|网|台))?${hanRole})(?:[/・]${hanRole})*`,
  'u',
);
const hanName =
  /^(?:\p{Script=Han}{2,4}|(?=.*[\p{Script=Hiragana}\p{Script=Katakana}·・])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー·・]{3,12})$/u;
const latinLead =
  /^(?:(?:written |reported |words |story |text )?by|par|por|von|di|texto(?: de)?|text(?: von)?|автор|текст|корреспондент|корр\.?)\s*:?\s+(?=[\p{Lu}"])/iu;
const arabicLead = /^(?:كتبت?|كتبه|بقلم|إعداد|تقرير|تحرير|مراسل(?:نا|تنا)?)\s*[:：\-–—]?\s+/u;
const name =
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s(?:(?:de|del|de la|van|von|der|den|da|do|dos|das|di|al|el|bin|ben|la|le|y|e)\s)*\p{Lu}[\p{L}\p{M}.'’-]*){0,3}$/u;

const betweenNames = /,\s+|\s(?:and|und|et|y|e|и)\s|\s&\s/u;

/** The authors and agency of a line that is a byline and nothing else, or null. */
export function readByline(line: string): Byline | null {
  if (line.length > maxBylineLength) return null;
  const bare = trimSigns(line, '*_■●◎□○◆◇△▲▪•—–-', '*_');
  const inner = /^[(（【[]([^()（）【】[\]]{2,60})[)）】\]]$/u.exec(bare)?.[1];
  if (inner !== undefined) return readHan(inner) ?? readJapanese(inner) ?? readAgency(inner);
  return (
    readHan(bare) ??
    readJapaneseSuffix(bare) ??
    readLatin(bare) ??
    readArabic(bare) ??
    readKorean(bare) ??
    readAgency(bare)
  );
}

/** The names in "记者 张三 通讯员 李四" and its like, or null when it is anything else. */
export function readHan(text: string): Byline | null {
  const lead = hanLead.exec(text);
  if (!lead) return null;
  const rest = text.slice(lead[0].length).replace(/^[:：/|丨・\s]+/, '');
  const words = rest
    .split(/[\s、,，/|丨]+/)
    .map((word) => word.replace(new RegExp(`^${hanRole}`, 'u'), '').replace(/^[:：]/, ''))
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > 8 || !words.every((word) => hanName.test(word))) return null;
  const agency = lead[1] ?? null;
  return { authors: words, agency: agency === '本报' ? null : agency };
}

/** "東京=山田太郎", "北京=共同": a place and a person or an agency. */
function readJapanese(text: string): Byline | null {
  const parts = text.split(/[=＝]/);
  const who = parts.at(-1)?.trim() ?? '';
  if (parts.length !== 2 || !hanName.test(who)) return null;
  return agencies.test(who) ? { authors: [], agency: who } : { authors: [who], agency: null };
}

function readJapaneseSuffix(text: string): Byline | null {
  const who = /^(\p{Script=Han}{2,6})\s?(?:記者|特派員|編集委員|論説委員)$/u.exec(text)?.[1];
  return who === undefined ? null : { authors: [who], agency: null };
}

function readKorean(text: string): Byline | null {
  const who = /^(?:\p{L}+=)?(\p{Script=Hangul}{2,4})\s?(?:기자|특파원|인턴기자)(?:\s\S+@\S+)?$/u.exec(
    text,
  )?.[1];
  return who === undefined ? null : { authors: [who], agency: null };
}

function readArabic(text: string): Byline | null {
  const lead = arabicLead.exec(text);
  if (!lead || text.length > 70 || /[.؟!]$/.test(text)) return null;
  const [names = '', agency] = text.slice(lead[0].length).split(/\s*[-–—|]\s*/u);
  const authors = names.split(/\s*[،,]\s*|\sو(?=\p{L}{3})/u).filter((author) => author !== '');
  if (authors.length === 0 || authors.some((author) => author.split(' ').length > 4)) return null;
  return { authors, agency: agency ?? null };
}

function readAgency(text: string): Byline | null {
  return agencies.test(text) ? { authors: [], agency: text } : null;
}

function readLatin(text: string): Byline | null {
  const lead = latinLead.exec(text);
  const rest = text.slice(lead?.[0].length ?? 0);
  if ((classAt(rest, 0) & upperCase) === 0) return null;
  const parts = /[|/•·–—]/.test(rest) ? rest.split(/\s*[|/•·]\s*|\s[–—]\s/u) : [rest];
  const byline = readNames(parts[0] ?? '', lead !== null);
  if (byline === null) return null;
  const outlet = parts
    .slice(1)
    .find((part) => /^\p{Lu}/u.test(part) && !/\d/.test(part) && !roles.test(part));
  return { authors: byline.authors, agency: byline.agency ?? outlet ?? null };
}

/** Names, then perhaps a role or an outlet. Without "By" a role must follow, or any short line would be a byline. */
function readNames(text: string, hasLead: boolean): Byline | null {
  // Most lines are prose, which the first words tell.
  if (!name.test(text.split(betweenNames, 1)[0] ?? '')) return null;
  const [first = '', ...others] = text.split(betweenNames);
  if (hasLead ? others.length > 6 : !others.some((other) => roles.test(other))) return null;
  const authors = [first];
  let agency: string | null = null;
  for (const other of others) {
    if (roles.test(other))
      agency ??= /(?:корр\.|для|корреспондент)\s+(\p{Lu}[\p{L} ]+)$/u.exec(other)?.[1] ?? null;
    else if (name.test(other) && other.includes(' ') && !/^The /.test(other)) authors.push(other);
    else if (/^\p{Lu}|^dpa$/u.test(other) && other.length <= 40) agency = other;
    else return null;
  }
  return { authors, agency };
}
