import { readByline, readHan } from './bylines.ts';
import { findDate } from './dates.ts';
import type { PartialDate } from './dates.ts';

/** What the first words of a report say about where, when and by whom it was filed. */
export interface Dateline {
  readonly place: string | null;
  readonly agency: string | null;
  readonly authors: readonly string[];
  readonly date: PartialDate | null;
}

const maxDatelineLength = 160;
const hanOutlet =
  /^据?(本报|本台|本刊|本网|\p{Script=Han}{1,10}?(?:社|报|网|台))(\p{Script=Han}{0,8}?)((?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日)?(?:专电|电|讯|消息)[\s:：]*(?:[(（]([^()（）]{2,60})[)）])?/u;
const hanReporter = /^[(（]([^()（）]{0,12}(?:记者|通讯员)[^()（）]{2,50})[)）]/u;
/** As the papers of Taiwan print it: 〔記者某某／某地報導〕. */
const hanBrackets = /^[〔【[（(]記者([^／/〕】\])）]{2,20})[／/]([^〕】\])）]{2,8}?)[报報][导導][〕】\])）]/u;
const japanese = /^[【［[]([^】］\]。]{2,30})[】］\]]\s*[-—–=＝]?/u;
const capitals =
  /^(\p{Lu}[\p{Lu}\p{M} .'’-]{2,40}?)(?:, ([^—–()/:]{2,40}?))?\.?,?\s*(?:[(（/]([^()（）/]{2,40})[)）/])?\.?(?:,? ([^—–()]{3,20}))?\s?(?:[—–]|\.?-{1,2}|\.-)\s/u;
const slashAgency = /^(\p{Lu}[\p{Lu} -]{2,30}), ([^—–()/:]{2,30}?)\.? \/([^/]{2,30})\/\./u;
const titleCase =
  /^(\p{Lu}[\p{L}\p{M}.'’ -]{1,30}?)(?:, ([^—–()]{3,30}?))?\s?(?:[(（]([^()（）]{2,40})[)）])?(?:, ([^—–()]{3,20}))?\s?(?:[—–]|\.?-{1,2})\s/u;
const agencyOnly = /^[(（]([\p{Lu}][\p{L} .]{1,24}|dpa)[)）]\s?[—–-]\s/u;
const arabic =
  /^([\u0600-\u06ff ]{2,30}?)(?:[،,]\s?([^()（）\-–—]{3,25}?))?\s?(?:[(（]([^()（）]{2,30})[)）])?\s?[-–—:]\s/u;

/** The dateline at the head of a body paragraph, or null. Looks at the first 160 characters only. */
export function readDateline(paragraph: string): Dateline | null {
  const head = paragraph.slice(0, maxDatelineLength).replace(/^[\s*_]+/, '');
  return (
    readHanDateline(head) ?? readJapaneseDateline(head) ?? readLatinDateline(head) ?? readArabicDateline(head)
  );
}

function readHanDateline(head: string): Dateline | null {
  const outlet = hanOutlet.exec(head);
  if (outlet) {
    const [, agency = '', place = '', date = '', reporter = ''] = outlet;
    return {
      place: place || null,
      // "本报" is the paper itself, which the source names already.
      agency: agency.startsWith('本') ? null : agency,
      authors: readHan(reporter)?.authors ?? [],
      date: findDate(date),
    };
  }
  const taiwan = hanBrackets.exec(head);
  if (taiwan) {
    const authors = (taiwan[1] ?? '').split(/[、，,\s]+/);
    return { place: taiwan[2] ?? null, agency: null, authors, date: null };
  }
  const reporter = hanReporter.exec(head)?.[1];
  const byline = reporter === undefined ? null : readHan(reporter);
  return byline && { place: null, agency: byline.agency, authors: byline.authors, date: null };
}

function readJapaneseDateline(head: string): Dateline | null {
  const inner = japanese.exec(head)?.[1];
  if (inner === undefined) return null;
  const byline = readByline(`【${inner}】`);
  const [place = '', ...rest] = inner.split(/[=＝\s]+/);
  if (byline) return { place, agency: byline.agency, authors: byline.authors, date: null };
  const agency = rest.at(-1) ?? null;
  return rest.length === 0 ? null : { place, agency, authors: [], date: findDate(inner) };
}

function readLatinDateline(head: string): Dateline | null {
  // Each of the patterns ends so; without it they try every length of every part in vain.
  if (!/[—–-]\s|\/\./.test(head)) return null;
  const only = agencyOnly.exec(head);
  if (only) return { place: null, agency: only[1] ?? null, authors: [], date: null };
  const found = slashAgency.exec(head) ?? capitals.exec(head) ?? titleCaseDateline(head);
  if (!found) return null;
  const [, place = '', middle = '', agency = '', late = ''] = found;
  return {
    place: place.trim(),
    agency: agency || null,
    authors: [],
    date: findDate(middle) ?? findDate(late),
  };
}

/** "Millhaven (Coastwire) —" and "Millhaven, March 3 —": in title case only an agency or a date makes it a dateline. */
function titleCaseDateline(head: string): RegExpExecArray | null {
  const found = titleCase.exec(head);
  if (!found) return null;
  const hasDate = findDate(found[2] ?? '') !== null || findDate(found[4] ?? '') !== null;
  return hasDate || /^(?:\p{Lu}|dpa$)/u.test(found[3] ?? '') ? found : null;
}

function readArabicDateline(head: string): Dateline | null {
  const found = /[-–—:]\s/.test(head) ? arabic.exec(head) : null;
  if (!found) return null;
  const [, place = '', middle = '', agency = ''] = found;
  const date = findDate(middle);
  if (agency === '' && date === null) return null;
  return { place: place.trim(), agency: agency || null, authors: [], date };
}
