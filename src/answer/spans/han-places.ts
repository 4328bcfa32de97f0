import { countriesIn } from './places.ts';
import type { AnswerSpan } from './span.ts';

const suffixes =
  '特别行政区|特別行政區|自治区|自治區|自治州|地区|地區|新区|新區|半岛|半島|群岛|群島|机场|機場|车站|車站|大学|大學|广场|廣場|公园|公園|海峡|海峽|盆地|高原|平原|王国|王國|共和国|共和國|帝国|帝國|大陆|大陸|[省市县縣区區州郡镇鎮村乡鄉岛島国國洲城港山河江湖海路街站]';
const before =
  '(?<=^|[^\\p{Script=Han}]|[在于於至到从從自往赴向由和与與及经經过過是为為入]|位[于於]|[前]往|[来來]自|出生|离开|離開|抵[达達])';
/** Signs that join, count or open a clause, and so are in no name of a place. */
const noPart =
  '[在于於的是和与與為为從从共有又名而至到由及或也就被将將把向以之其这這那該该每各数數几幾個个一两兩要此全外本同多等了都]';
const chinese = new RegExp(
  `${before}(?<named>(?:(?!${suffixes}|${noPart})\\p{Script=Han}){1,7}(?:${suffixes})(?:(?:(?!${suffixes}|${noPart})\\p{Script=Han}){1,5}(?:${suffixes})){0,3})`,
  'gu',
);
const japaneseSuffixes =
  '共和国|王国|帝国|連邦|地方|大陸|半島|諸島|列島|山脈|平野|盆地|空港|公園|大学|駅|[都道府県市区町村郡島州川湖山港湾]';
const japanese = new RegExp(
  `(?<![\\p{Script=Han}々])(?<named>(?:(?!${japaneseSuffixes})[\\p{Script=Han}ァ-ヺーヶ々]){1,7}(?:${japaneseSuffixes})(?:(?:(?!${japaneseSuffixes})[\\p{Script=Han}ァ-ヺーヶ]){1,5}(?:${japaneseSuffixes})){0,3})(?![\\p{Script=Han}々ァ-ヺ])`,
  'gu',
);

/** Not places, though they end like one. */
const notPlaces =
  /^(?:全国|全國|各国|各國|我国|我國|本国|本國|外国|外國|两国|兩國|多国|中国大陆|城市|都市|本市|全市|全省|地区|地區|国家|世界各国|三国|公路|铁路|鐵路|道路|一路|网路|網路|电路|市区|市區|社区|社區|本地区|人道|报道|報道|频道|頻道|知道|轨道|軌道|首都|政府|当地|帝国|王国)$/u;

/** Regions and cities that no ending tells, besides the countries of the runtime's locale data. */
const knownPlaces: Readonly<Record<string, string>> = {
  zh:
    '欧洲 歐洲 亚洲 亞洲 非洲 北美 南美 拉丁美洲 苏联 蘇聯 英格兰 英格蘭 苏格兰 蘇格蘭 北京 上海 天津 重庆 重慶 香港 澳门 澳門 台湾 臺灣 台灣 ' +
    '广州 廣州 深圳 南京 台北 臺北 东京 東京 纽约 紐約 伦敦 倫敦 巴黎 华盛顿 華盛頓 莫斯科 柏林',
  ja: 'ヨーロッパ アジア アフリカ 北米 南米 ソ連 東京 大阪 京都 名古屋 横浜 札幌 福岡 北海道 ロンドン パリ ニューヨーク ワシントン 北京',
};

const knownPatterns = new Map<string, RegExp>();

function knownPattern(language: string): RegExp {
  let pattern = knownPatterns.get(language);
  if (pattern === undefined) {
    const names = [...countriesIn(language), ...(language === 'zh' ? countriesIn('zh-Hant') : [])].filter(
      (name) => /^[\p{Script=Han}ァ-ヺー・]{2,}$/u.test(name),
    );
    const all = [...names, ...(knownPlaces[language] ?? '').split(' ')].sort((a, b) => b.length - a.length);
    pattern = new RegExp(all.join('|'), 'gu');
    knownPatterns.set(language, pattern);
  }
  return pattern;
}

/** The names of places in a Chinese or Japanese sentence, in order. */
export function findHanPlaces(sentence: string, language: string): AnswerSpan[] {
  const matches = [
    ...Array.from(sentence.matchAll(language === 'ja' ? japanese : chinese)).filter(
      ([text]) => !notPlaces.test(text),
    ),
    ...sentence.matchAll(knownPattern(language)),
  ].sort((a, b) => a.index - b.index || b[0].length - a[0].length);
  const spans: AnswerSpan[] = [];
  for (const { 0: text, index } of matches) {
    if (index < (spans.at(-1)?.end ?? 0)) continue;
    spans.push({
      start: index,
      end: index + text.length,
      kind: 'place',
      unit: null,
      grain: null,
      isSure: true,
    });
  }
  return spans;
}
