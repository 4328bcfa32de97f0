import * as dated from './dated-readings.ts';
import type { Wording } from './grammar.ts';
import * as relative from './relative-readings.ts';

const year =
  '(?:(?<y>(?<!\\d)(?:1[89]|20)\\d\\d(?!\\d)|(?:一[八九]|二[零〇])[零〇一二三四五六七八九]{2})年|(?<thisYear>今年|本年)|(?<lastYear>去年|上一年)|(?<yearBefore>(?<!大)前年))的?';
const month = '(?<mon>(?<![\\d一二三四五六七八九十])(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]))月';
const date =
  '(?<!\\d)(?:[12]\\d|3[01]|0?[1-9])|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九]';
const third = '(?:(?<early>初|上旬)|(?<mid>中旬)|(?<late>底|末|下旬))';
const week = '(?:周|星期|礼拜)';
/** Words that end in the first sign of a wording: 目前天气, 如今年轻人, 日本周边, 晚上周. */
const notPartOf = (signs: string): string => `(?<![${signs}])`;
const onTop = notPartOf('晚早马以网海天地街路身手船车会');
/** "周三次", "周一鸣": a number or a name goes on. */
const weekdayEnd = '(?![一二三四五六七八九十次岁个位名年月万千百倍边])';

/**
 * What makes a year part of a name: a filter by the year of a tournament would hide what was written before and since.
 * Where such a word follows within a few signs, the year is left unread; of a year's own news that is lost too, which
 * costs an order of results and no answer.
 */
const event =
  '杯|奥运|冬奥|亚运|全运|大运|世博|博览会|锦标赛|联赛|大赛|选举|大选|峰会|大会|论坛|电影节|艺术节|音乐节|春晚|高考|级|款|版|届|赛季|学年|赛';
const bareYear = `年(?!(?:代|级|历史|的历史|来|间|以上|左右|之久|多|度?[㐀-鿿]{0,6}(?:${event})))`;

/** Chinese, its Han as `foldHan` writes them. */
export const chinese: Wording = {
  isSpaced: false,
  numbers: '元',
  ordinals: '上, 下',
  numeral: '[一二两三四五六七八九十百]{1,4}',
  months: '',
  weekdays: '一, 二, 三, 四, 五, 六, 日|天',
  units: { day: '天', week: `个?${week}`, month: '个月', quarter: '个?季度', year: '年', hour: '个?小时' },
  year: `(?:${year})?`,
  rules: [
    ['大前天', relative.day(-3)],
    [`${notPartOf('目以当之年月日天午从先此眼跟史空')}前天(?!晚)|一昨日`, relative.day(-2)],
    ['前天?晚', relative.night(-2)],
    ['昨[天日儿](?![晚夜深])|昨早|昨晨', relative.day(-1)],
    ['昨[晚夜]|昨[天日](?:晚上?|夜里|深夜|夜间|夜)', relative.night(-1)],
    [`${notPartOf('如至迄当现')}今[天日儿](?!头条)|今[早晨晚夜]`, relative.day(0)],
    ['{n}{unit}(?:多)?(?:之|以)?前', relative.ago()],
    ['半年(?:之|以)?前', relative.ago(6, 'month')],
    ['半个月(?:之|以)?前', relative.ago(15, 'day')],
    [
      '(?:前|这|近|最近|过去|这些)(?:几|些|两)天|几天前|近日(?!点)|连日来|日前(?=[，,㐀-鿿])(?<!\\d日前)',
      relative.past(7, 'day'),
    ],
    ['(?:最近|(?<![附将接靠])近|过去|刚过去)的?{n}{unit}(?:多)?(?:以来|来|之?内|里|间)?', relative.past()],
    ['(?:最近|(?<![附将接靠])近|过去)的?半年(?:以来|来|之?内|里|间)?', relative.past(6, 'month')],
    ['(?:最近|(?<![附将接靠])近|过去)的?半个月(?:以来|来|之?内|里|间)?', relative.past(15, 'day')],
    ['(?<!\\d)(?:{n}){unit}以来', relative.past()],
    [`上上个?${week}`, relative.fixedUnit('week', -2)],
    [`${onTop}上个?${week}(?![末边围])|上一${week}`, relative.fixedUnit('week', -1)],
    [`(?:${notPartOf('日成基根')}本|这[个一]?)${week}(?![末边围期])`, relative.fixedUnit('week', 0)],
    [`上上个?${week}{wd}${weekdayEnd}`, relative.weekdayOfWeek(-2)],
    [`${onTop}上个?${week}{wd}${weekdayEnd}`, relative.weekdayOfWeek(-1)],
    [`(?:${notPartOf('日成基根')}本|这个?)${week}{wd}${weekdayEnd}`, relative.weekdayOfWeek(0)],
    [`(?<![每逢隔下上本这个一二两三四五六七八九十\\d])${week}{wd}${weekdayEnd}`, relative.weekday()],
    [`(?<!上)上个?(?:周末|${week}六日)`, relative.fixedUnit('weekend', -1)],
    ['(?<![每逢隔下个上])(?:这个|本)?周末', relative.fixedUnit('weekend', 0)],
    ['上上个?月', relative.fixedUnit('month', -2)],
    [`${onTop}上个?月份?(?!球)`, relative.fixedUnit('month', -1)],
    [`(?:${notPartOf('日成基根')}本|这个)月份?(?!球)`, relative.fixedUnit('month', 0)],
    [`上个?月(?<d>${date})[日号]`, dated.dateOfMonth(-1)],
    [`(?:本|这个)月(?<d>${date})[日号]`, dated.dateOfMonth(0)],
    ['上个?季度', relative.fixedUnit('quarter', -1)],
    ['(?:本|这个)季度', relative.fixedUnit('quarter', 0)],
    [`${notPartOf('如至迄当现')}今年|${notPartOf('日成基根')}本年度?`, relative.fixedUnit('year', 0)],
    [`${notPartOf('过失离')}去年|上一年(?!级)|上年度|昨年`, relative.fixedUnit('year', -1)],
    ['(?<!大)前年|一昨年', relative.fixedUnit('year', -2)],
    ['大前年', relative.fixedUnit('year', -3)],
    [`{yr}${month}(?<d>${date})[日号]?(?:至|到|-|~)(?<d2>${date})[日号]`, dated.date],
    [`{yr}${month}(?<d>${date})[日号]`, dated.date],
    [`{yr}${month}份?${third}`, dated.month()],
    [`${year}${month}份?`, dated.month()],
    // In digits it is a month; in Han it may be a name ("十月革命", "五月天"), unless it stands as one does.
    ['(?<mon>(?<!\\d)(?:1[0-2]|[1-9]))月份?', dated.month({ needsCue: false })],
    [`${month}份`, dated.month({ needsCue: false })],
    [`${month}(?!天|花|革命)`, dated.month()],
    [`${year}年?${third}`, dated.year()],
    ['(?<![㐀-鿿])年(?:(?<early>初)|(?<mid>中)|(?<late>底|末))', dated.year()],
    ['{yr}{half}半年', dated.partOfYear],
    ['{yr}第?(?<q>[一二三四1-4])季度', dated.partOfYear],
    [`{y}年?(?:至|到|-){y2}年(?!${event})`, dated.year()],
    [
      `(?<y>(?<!\\d)(?:1[89]|20)\\d\\d|(?:一[八九]|二[零〇])[零〇一二三四五六七八九]{2})${bareYear}`,
      dated.year(),
    ],
  ],
  cues: {
    in: '在|于|当|到了|截止|早在',
    since: '自从|自|从',
    until: '截至|直到|到|截止到',
    between: '(?<![㐀-鿿])从|介于',
  },
  suffixes: {
    in: '(?:里|的|，|,|发生|期间|间|当天|那天|有什么|有哪)',
    since: '以来|起|开始|至今|到现在',
    before: '(?:之|以)?前(?!往|后|来|天)',
    after: '(?:之|以)?后(?!天|来)',
    until: '为止',
  },
  joiners: ['至|到|-|直到', '和|与|跟'],
  small: '的',
  ahead:
    '明天|明日|后天|下(?:个?)(?:周|星期|礼拜|月)|明年|将(?:会|于|在|要)|即将|会不会|会在|会于|何时会|什么时候会|预计',
};
