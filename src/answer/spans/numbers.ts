import { readUnit } from '../../text/units.ts';
import { numberWords, scaleWords } from './number-words.ts';
import type { AnswerSpan } from './span.ts';

const digits = '[\\d０-９٠-٩]';
/** Digits with separators inside; a space separates only groups of three. */
const figure = `${digits}+(?:(?:[.,，٬٫'’](?=${digits})|[ \\u00a0\\u202f](?=${digits}{3}(?!${digits})))${digits}+)*[½¼¾⅓⅔]?`;
const currency = '(?:US|HK|NT|A|C|R)?[$€£¥￥₽₩]\\s?';
const hanDigits = '[零〇一二兩两三四五六七八九十百千万萬亿億]';
/** What is counted one by one follows a Chinese numeral; without it 三 or 十 are parts of other words (三国, 十分). */
const measures =
  '[个個名位人年月天日次种種条條座所家间間部场場届屆岁歲歳才支枝隻只艘架辆輛块塊片本张張套组組队隊级級层層倍度分秒时時篇首集门門国國省市县縣區区点點项項款颗顆頭头匹羽台臺株棵段卷册冊枚代回件杯碗双雙对對批轮輪期周週站条米元吨噸公千英海厘毫成股票席軒轩つ円万萬亿億大款件]';
const hanNumber = `${hanDigits}{2,12}(?:点[零〇一二三四五六七八九]+)?(?:分之${hanDigits}{1,6})?|(?<!第|唯|统|統|之|同|进|進|[上下前某每这這那该該])[二两兩三四五六七八九十半](?=[多几幾餘余]?(?![国國](?:[时時]代|志|演|史))${measures})`;
/** Measure words that are nothing else, so that they belong to the number they follow. */
const measureAfter =
  /^[个個次种種条條座场場届屆支枝隻只艘架辆輛块塊张張套组組级級层層倍篇首款颗顆匹台臺株棵册冊枚回件份票席軒轩つ]/u;
const isSpaceless = /^(?:zh|ja)/;

/** Not inside a word or a longer number, nor behind a letter and a hyphen ("G-20", "U2"). */
const before = `(?<![\\p{L}\\p{N}]|[\\p{L}][-–]|[\\d][.,:/])`;
const range = '\\s?(?:[-–—~～〜]|to|bis|至|到|から|до)\\s?';

const patterns = new Map<string, RegExp>();

function patternFor(language: string): RegExp {
  let pattern = patterns.get(language);
  if (pattern === undefined) {
    pattern = buildPattern(language);
    patterns.set(language, pattern);
  }
  return pattern;
}

function buildPattern(language: string): RegExp {
  if (isSpaceless.test(language)) {
    const number = `(?:${currency})?${figure}[百千万萬亿億兆]{0,4}|${hanNumber}`;
    const approx = '(?:[多余餘来來數数几幾]|以上)?';
    return new RegExp(
      `(?<![\\d.,A-Za-z-]|第|[A-Za-z] )(?:百分之)?(?:${number})(?:${range}(?:${number}))?${approx}`,
      'gu',
    );
  }
  const words = numberWords[language];
  const word = words === undefined ? '' : `|(?:${words})(?![\\p{L}\\p{N}])`;
  const number = `(?:(?:${currency.toLowerCase()})?${figure}(?![\\p{L}]*\\d)${word})(?:[\\s\\u00a0-](?:${scaleWords})(?![\\p{L}])\\.?){0,2}`;
  return new RegExp(`${before}(?:${number})(?:${range}(?:${number}))?`, 'gu');
}

/** Every number of a sentence with the unit that follows it, sure where one does; ordinals and parts of names are left out. */
export function findNumbers(sentence: string, language: string): AnswerSpan[] {
  const spans: AnswerSpan[] = [];
  for (const { 0: text, index } of foldCase(sentence, language).matchAll(patternFor(language))) {
    const numberEnd = index + text.length;
    const next = sentence.slice(numberEnd, numberEnd + 4);
    if (isOrdinal(next, language)) continue;
    const found = readUnit(sentence, numberEnd);
    const signed = /[$€£¥￥₽₩]/u.test(text) ? 'money' : text.startsWith('百分之') ? 'percent' : null;
    const unit = found?.unit ?? null;
    spans.push({
      start: index,
      end: found?.end ?? numberEnd + (measureAfter.test(next) ? 1 : 0),
      kind: 'count',
      unit: signed ?? unit,
      grain: null,
      isSure: signed !== null || unit !== null,
    });
  }
  return spans;
}

/** Folded here and not by the pattern, which would take long to compile; a text whose length that changes is left as it is. */
function foldCase(sentence: string, language: string): string {
  if (isSpaceless.test(language)) return sentence;
  const folded = sentence.toLowerCase();
  return folded.length === sentence.length ? folded : sentence;
}

/** "3rd", "5ème", "12.ª", "de 3-й". */
function isOrdinal(next: string, language: string): boolean {
  if (/^(?:st|nd|rd|th|er|e|è|ème|º|ª|\.[ªº]|-?(?:й|го|я|е|м|ой))(?![\p{L}])/u.test(next)) return true;
  return language === 'de' && /^\.\s\p{Lu}/u.test(next);
}
