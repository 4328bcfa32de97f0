import * as dated from './dated-readings.ts';
import type { Wording } from './grammar.ts';
import * as relative from './relative-readings.ts';

const era = '(?:令和(?<reiwa>元|\\d{1,2})|平成(?<heisei>元|\\d{1,2})|昭和(?<showa>元|\\d{1,2}))年';
const year = `(?:(?<y>(?<!\\d)(?:1[89]|20)\\d\\d)年|${era}|(?<thisYear>今年|本年)|(?<lastYear>去年|昨年)|(?<yearBefore>一昨年|おととし))の?`;
const month = '(?<mon>(?<!\\d)(?:1[0-2]|0?[1-9]))月';
const date = '(?<!\\d)(?:[12]\\d|3[01]|0?[1-9])';
const third = '(?:(?<early>上旬|初め|はじめ|初旬)|(?<mid>中旬|半ば)|(?<late>下旬|末))';
const before = '(?<!毎周|来周|再来周|毎|次の|来周の|今度の|再来周の)';

/** Japanese, its kanji as `foldHan` writes them. */
export const japanese: Wording = {
  isSpaced: false,
  numbers: '元',
  numeral: '[一二三四五六七八九十]{1,3}',
  ordinals: '上, 下',
  months: '',
  weekdays: '月, 火, 水, 木, 金, 土, 日',
  units: {
    day: '日',
    week: '週間?',
    month: '[ヶヵケカか个]月',
    quarter: '四半期',
    year: '年',
    hour: '時間',
  },
  year: `(?:${year})?`,
  rules: [
    ['(?<!一)昨々日|一昨日|おととい|おとつい', relative.day(-2)],
    ['(?<!一)昨日|きのう|昨朝', relative.day(-1)],
    ['昨夜|昨晩|ゆうべ|昨日の(?:夜|晩|深夜|夕方)', relative.night(-1)],
    ['今日(?!まで)|きょう|今朝|けさ|今晩|今夜|本日', relative.day(0)],
    ['{n}{unit}(?:ほど|くらい|ぐらい)?前', relative.ago()],
    ['半年前', relative.ago(6, 'month')],
    ['数日前|ここ数日|この数日|最近数日', relative.past(7, 'day')],
    ['(?:ここ|この|過去|最近|直近|最近の|直近の|過去の){n}{unit}間?', relative.past()],
    ['(?:ここ|この|過去|直近)半年', relative.past(6, 'month')],
    ['先々週|先先週', relative.fixedUnit('week', -2)],
    ['先週(?!末)', relative.fixedUnit('week', -1)],
    ['今週(?!末)', relative.fixedUnit('week', 0)],
    ['先々週の?{wd}曜日?', relative.weekdayOfWeek(-2)],
    ['先週の?{wd}曜日?', relative.weekdayOfWeek(-1)],
    ['今週の?{wd}曜日?', relative.weekdayOfWeek(0)],
    ['前の?{wd}曜日?', relative.weekday({ isPast: true })],
    [`${before}(?:この前の)?{wd}曜日?(?!版)`, relative.weekday()],
    ['先週末|先週の週末', relative.fixedUnit('weekend', -1)],
    ['(?<!毎|来|の)(?:今)?週末', relative.fixedUnit('weekend', 0)],
    ['先々月|先先月', relative.fixedUnit('month', -2)],
    ['先月(?:末)?', relative.fixedUnit('month', -1)],
    ['今月|本月', relative.fixedUnit('month', 0)],
    [`先月の?(?<d>${date})日`, dated.dateOfMonth(-1)],
    [`今月の?(?<d>${date})日`, dated.dateOfMonth(0)],
    ['前四半期', relative.fixedUnit('quarter', -1)],
    ['今四半期', relative.fixedUnit('quarter', 0)],
    ['今年|本年|ことし', relative.fixedUnit('year', 0)],
    ['去年|(?<!一)昨年', relative.fixedUnit('year', -1)],
    ['一昨年|おととし', relative.fixedUnit('year', -2)],
    [`{yr}${month}(?<d>${date})日?(?:から|-|~|、|と)(?<d2>${date})日`, dated.date],
    [`{yr}${month}(?<d>${date})日(?!間)`, dated.date],
    [`{yr}${month}の?${third}`, dated.month()],
    [`{yr}${month}(?!期|号)`, dated.month({ needsCue: false })],
    [`${year}の?(?:(?<early>年?初め|初頭|年始)|(?<mid>半ば)|(?<late>年?末|暮れ))`, dated.year()],
    ['年末', dated.year()],
    ['{yr}(?:の)?{half}半期', dated.partOfYear],
    ['{yr}(?:の)?第(?<q>[一二三四1-4])四半期', dated.partOfYear],
    ['{y}年?(?:から|-){y2}年(?!度)', dated.year()],
    // "2022年ワールドカップ" is a tournament: a year of time is followed by what joins it to a sentence.
    [
      `(?:{y}年|${era})(?=(?:に|の(?!ワールドカップ|五輪|オリンピック|パラ|万博|大会|選挙|W杯|w杯)|は|から|以|ま|末|頃|ごろ|、|,|\\?|$))`,
      dated.year(),
    ],
  ],
  cues: {},
  suffixes: {
    since: '以降|以来|から(?!\\d)',
    before: '以前|より前|の前|前',
    after: 'より後|の後|後',
    until: 'までに?',
    in: '(?:中)?に|の|は|、',
  },
  joiners: ['から|-|~', 'と'],
  small: 'の',
  ahead: '明日|あした|来週|来月|来年|予定|でしょうか?$|今度',
};
