/** What a number measures or counts, as far as its unit tells. `time` is a length of time, `rank` a place in an order. */
export type Unit =
  | 'people'
  | 'money'
  | 'percent'
  | 'length'
  | 'area'
  | 'mass'
  | 'volume'
  | 'temperature'
  | 'speed'
  | 'time'
  | 'rank';

interface UnitWords {
  readonly unit: Unit;
  /** Words of languages with spaces, as parts of a pattern; `~` stands for any ending. */
  readonly words: string;
  /** What follows a number in Chinese and Japanese, both in the form a page writes and folded. */
  readonly signs: string;
}

/**
 * In this order: what begins like another unit comes before it (km² before km, 平方米 before 米). Patterns hold both the
 * accented and the folded spelling, because questions are read folded and sentences as they are printed.
 */
const table: readonly UnitWords[] = [
  {
    unit: 'percent',
    words:
      '[%％‰]|percent~|per cent|por ?ciento|pour ?cent|prozent~|процент~|в процентах|بالم[ئا]~|في الم[ئا]~|٪',
    signs: '[%％‰]|パーセント|个百分点|個百分點|割|퍼센트',
  },
  {
    unit: 'speed',
    words:
      'km/h|kmh|mph|kph|m/s|knots?|км/ч|м/с|(?:kil[oó]m[eéè]t~|miles|millas|meilen|километр~|миль) (?:per|por|par|pro|в) ?~',
    signs: '(?:公里|千米|英里|米|キロ)(?:每小时|每小時|/小时|/h|毎時)|节(?=[，。])|時速',
  },
  {
    unit: 'area',
    words:
      'km²|km2|m²|m2|sq\\.? ~|square~ ~|hect[aá]r~|acres?|quadrat~|~ cuadrad~|~ carr[eé]~|квадратн~ ~|кв\\. ?~|гектар~|акр~|(?:كيلومتر|متر|ميل)~ مربع~|هكتار~',
    signs:
      '平方(?:公里|千米|米|公尺|英里|英尺|キロ(?:メートル)?|メートル|哩|尺)|公[顷頃]|[亩畝]|ヘクタール|km²|m²|坪',
  },
  {
    unit: 'length',
    words:
      'km|cm|mm|m|ft|kil[oó]m[eéè]t~|cent[ií]m[eéè]t~|zentimeter~|mil+[ií]m[eéè]t~|m[eéè]t(?:er|re|ro)s?|metern?|miles?|millas?|meilen?|feet|foot|fu[sß]+|pies|pieds|inch~|zoll|pulgadas?|yards?|yardas|км|см|мм|м|километр~|метр~|сантиметр~|мил[ьяи]|миль|фут~|дюйм~|ярд~|كيلومتر~|كم|متر~|أمتار|امتار|ميل~|قدم~',
    signs:
      '公里|千米|[厘釐毫微纳奈][米]|公[分尺]|[米尺丈]|英[里尺寸]|[哩呎吋码碼]|メートル|キロメートル|センチ|ミリ|マイル|フィート|km|cm|mm|m(?![a-z])',
  },
  {
    unit: 'mass',
    words:
      'kg|g|kilogram~|kilos?|kilogramm~|grams?|gram[mo]~|grammes?|tons?|tonnes?|toneladas?|tonnen?|pounds?(?= of)|lbs?|libras|кг|тонн~|килограмм~|грамм~|طن|أطنان|كيلوغرام~|كيلوجرام~|غرام~',
    signs: '公?[吨噸]|公斤|千克|毫?克|[斤磅]|トン|キログラム|グラム|kg|ポンド',
  },
  {
    unit: 'money',
    words:
      'dollars?|d[oó]lar(?:es)?|euros?|pounds?|pfund|libras?|yuan~|renminbi|yen~|pesos?|rup[ei]~|rubl[eo]s?|francs?|cents?|usd|eur|[$€£¥₽₩]|доллар~|евро|рубл~|фунт~|юан~|центов|песо|دولار~|يورو|جنيه~|ريال~|درهم~|دينار~|يوان|روبل',
    signs:
      '(?:[港澳美日欧歐台臺加澳韩韓新]|人民)?[元币幣圆圓](?![\\p{Script=Han}]?年)|[块塊]钱|[英欧歐]?[镑鎊]|円|ドル|ユーロ|ウォン|元|卢布|盧布|法郎|卢比|원|달러',
  },
  {
    unit: 'temperature',
    words: '°\\s?[cf]|degrees?|grados?|degr[eé]s?|grad|градус~|درج~',
    signs: '°[cf]?|℃|摄氏度|攝氏度|度(?!假)',
  },
  {
    unit: 'volume',
    words:
      'lit(?:er|re|ro)s?|litern?|gallons?|cubic ~|kubik~|barrels?|barriles|литр~|баррел~|кубическ~ ~|لتر~|برميل~',
    signs: '公?升|立方(?:米|公尺|公里|英尺|メートル)|リットル|桶|加仑',
  },
  {
    unit: 'time',
    words:
      'years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centuries|a[nñ]os?|mes(?:es)?|semanas?|d[ií]as?|horas?|minutos?|segundos?|d[eé]cadas?|siglos|ans?|ann[eé]es?|mois|semaines?|jours?|heures?|secondes?|d[eé]cennies?|jahre?n?|monate?n?|wochen?|tage?n?|stunden?|minuten?|sekunden?|jahrzehnte?n?|jahrhunderte?|лет|год(?:а|у|ов)?|месяц~|недел~|д(?:ень|ня|ней)|час(?:а|ов)?|минут~|секунд~|десятилети~|столети[яй]|سن[وةه]~|سنين|عام[ااً]*|أعوام|اعوام|شهر~|أشهر|اشهر|أسبوع~|اسبوع~|أسابيع|يوم[اً]*|أيام|ايام|ساع[اةه]~|دقيق[ةه]|دقائق|ثاني[ةه]|ثوان~',
    signs:
      '[个個ヶかカ]?(?:月|星期|礼拜|禮拜|钟头|鐘頭|小时|小時|世纪|世紀|年代)(?!\\d)|週?年|[天日周週秒]|分[钟鐘]|小时|小時|時間|時间|时间|分(?:间|間)|週間|年間|年间|日間|か月|ヶ月|カ月|晝夜|昼夜|分(?![之数數布别別类類子])',
  },
  {
    unit: 'people',
    words:
      'people|persons?|men|women|inhabitants|residents|citizens|personas|habitantes|hombres|mujeres|personnes|hommes|femmes|habitants|menschen|personen|einwohner~|bewohner~|человек~|людей|люди|жител~|женщин~|мужчин~|[أا]?شخ[اص]~|نسم[ةه]',
    signs: '余?[名位](?!列)|[口]?人(?![次均民类類工造口])|名(?!为|為)|명',
  },
];

/** Bounded, so that a number before a very long word costs no more than one before any word. */
const mostEndingLetters = 20;

const spread = (words: string): string => words.replaceAll('~', `[\\p{L}\\p{M}]{0,${mostEndingLetters}}`);

const patternOf = (part: 'words' | 'signs', tail: string): RegExp =>
  new RegExp(
    `[\\s\\u00a0\\u202f-]?(?:${table.map((row) => `(?<${row.unit}>${spread(row[part])})`).join('|')})${tail}`,
    'uy',
  );

const wordsPattern = patternOf('words', '(?![\\p{L}\\p{N}])');
const signsPattern = patternOf('signs', '');

/** More than any unit and what is looked at behind it, in UTF-16 units. */
const longestUnit = 80;

/** A unit that stands at an offset, and where it ends. */
export interface FoundUnit {
  readonly unit: Unit;
  readonly end: number;
}

/** The unit that begins at `at`, after a space or a hyphen at most; null where none does. */
export function readUnit(text: string, at: number): FoundUnit | null {
  // Folded here and not by the patterns: one with classes of letters in both cases takes 200 ms to compile.
  const rest = text.slice(at, at + longestUnit).toLowerCase();
  for (const pattern of [wordsPattern, signsPattern]) {
    pattern.lastIndex = 0;
    const match = pattern.exec(rest);
    if (match === null) continue;
    const unit = table.find((row) => match.groups?.[row.unit] !== undefined)?.unit;
    if (unit !== undefined) return { unit, end: at + match[0].length };
  }
  return null;
}
