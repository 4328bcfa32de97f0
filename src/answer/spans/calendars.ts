/** The words that a language writes dates with, as parts of a pattern. */
interface CalendarWords {
  readonly months: string;
  readonly weekdays: string;
  /** What may stand between day, month and year. */
  readonly of: string;
  readonly century: string;
  /** What ends or opens a year that stands alone. */
  readonly yearTail?: string;
  readonly time: string;
  /** Words such as yesterday; a season or a part of a year. */
  readonly near: string;
}

const clock = '\\d{1,2}[:h.]\\d{2}(?!\\d|[.,]\\d|\\s?%)';
const decades = "(?:\\d{3}0['’]?s|\\d{3}0er)";

const english: CalendarWords = {
  months:
    'January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?',
  weekdays: 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday',
  of: '(?:of )?',
  century:
    '(?:(?:early|mid|late|the)[ -])?(?:\\d{1,2}(?:st|nd|rd|th)|[a-z]+teenth|twelfth|eleventh|tenth|twent(?:y-first|ieth))(?:[ -](?:to|and) \\d{1,2}(?:st|th))? centur(?:y|ies)',
  yearTail: '(?:\\s(?:BC|AD|BCE|CE|BP)(?![A-Za-z]))?',
  time: `(?:${clock}|\\d{1,2})\\s?[ap]\\.?m\\.?|${clock.replace('h.', '')}|(?:noon|midnight)`,
  near: '[Yy]esterday|[Tt]oday|[Tt]omorrow|(?:last|next|this) (?:week|month|year|night|spring|summer|autumn|fall|winter)',
};

const words: Readonly<Record<string, CalendarWords>> = {
  en: english,
  es: {
    months:
      '[Ee]nero|[Ff]ebrero|[Mm]arzo|[Aa]bril|[Mm]ayo|[Jj]unio|[Jj]ulio|[Aa]gosto|[Ss]ep?tiembre|[Oo]ctubre|[Nn]oviembre|[Dd]iciembre',
    weekdays: 'lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo',
    of: '(?:del? (?:año )?)?',
    century: 'siglos? (?:[IVXL]+|\\d{1,2})(?: (?:y|al|a) (?:el )?[IVXL]+)?',
    yearTail: '(?:\\s(?:a|d)\\. ?C\\.)?',
    time: `(?:las |la )(?:${clock}|\\d{1,2})(?:\\s(?:horas|h|de la (?:mañana|tarde|noche)))?|${clock.replace('h.', '')}|mediod[ií]a|medianoche`,
    near: '[Aa]yer|[Hh]oy|[Mm]añana(?= \\p{L}+rá)|(?:la semana|el mes|el año) (?:pasad[oa]|próxim[oa]|que viene)',
  },
  fr: {
    months:
      '[Jj]anvier|[Ff]évrier|[Mm]ars|[Aa]vril|[Mm]ai|[Jj]uin|[Jj]uillet|[Aa]oût|[Ss]eptembre|[Oo]ctobre|[Nn]ovembre|[Dd]écembre',
    weekdays: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
    of: '(?:de )?',
    century: '[IVXL]+(?:e|ème|è) siècle',
    yearTail: '(?:\\s(?:av\\.|ap\\.) J\\.-C\\.)?',
    time: '\\d{1,2}\\s?(?:h|heures?)(?:\\s?\\d{2})?(?!\\p{L})|\\d{1,2}:\\d{2}|midi|minuit',
    near: "[Hh]ier|[Aa]ujourd[’']hui|[Dd]emain|(?:la semaine|le mois|l[’']an(?:née)?) (?:derni[eè]re?|prochaine?)",
  },
  de: {
    months: 'Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember',
    weekdays: 'Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag',
    of: '(?:des Jahres )?',
    century: '(?:\\d{1,2}\\.|\\p{L}{3,14}ten)(?:(?: und| bis zum) \\d{1,2}\\.)? Jahrhunderts?',
    yearTail: '(?:\\s(?:v|n)\\. ?Chr\\.)?',
    time: `(?:${clock}|\\d{1,2})\\sUhr(?:\\s\\d{2})?|Mitternacht|${clock.replace('h.', '')}`,
    near: '[Gg]estern|[Hh]eute|[Mm]orgen(?=\\s\\p{Ll})|(?:letzte|vergangene|nächste|kommende)[nrsm]? (?:Woche|Monat|Jahr|Sommer|Winter|Herbst|Frühjahr)s?',
  },
  ru: {
    months:
      '[Яя]нвар[ьяе]|[Фф]еврал[ьяе]|[Мм]арт[ае]?|[Аа]прел[ьяе]|[Мм]а[йяе](?!\\p{L})|[Ии]юн[ьяе]|[Ии]юл[ьяе]|[Аа]вгуст[ае]?|[Сс]ентябр[ьяе]|[Оо]ктябр[ьяе]|[Нн]оябр[ьяе]|[Дд]екабр[ьяе]',
    weekdays: 'понедельник|вторник|сред[уы]|четверг|пятниц[уы]|суббот[уы]|воскресенье',
    of: '',
    century:
      '(?:(?:начале|середине|конце) )?(?:[IVXLХV]+|\\d{1,2}(?:-м|-го)?|\\p{L}{3,14}надцат\\p{L}{2,3}|двадцат\\p{L}{2,3})(?:\\s?[-–—и]\\s?[IVXLХ]+)? (?:век(?:а|е|ах|ов|у)?|столети[еяий]|вв?\\.)',
    yearTail: '(?:-[хе])?(?:\\s(?:год(?:а|у|ов|ы|ах|ом)?|гг?\\.)(?:\\s(?:до )?н\\. ?э\\.)?)?',
    time: '(?:в |к |до |около )\\d{1,2}(?:[:.]\\d{2}|\\sчас(?:ов|а)?(?:\\s(?:утра|вечера|дня|ночи))?)|полдень|полночь|\\d{1,2}:\\d{2}',
    near: '[Вв]чера|[Сс]егодня|[Зз]автра|на (?:прошлой|следующей) неделе|в (?:прошлом|этом|следующем) (?:году|месяце)',
  },
  ar: {
    months:
      'يناير|فبراير|مارس|أبريل|ابريل|إبريل|مايو|يونيو|يونيه|يوليو|يوليوز|أغسطس|اغسطس|سبتمبر|أكتوبر|اكتوبر|نوفمبر|ديسمبر|كانون (?:الثاني|الأول)|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين (?:الأول|الثاني)',
    weekdays: 'ال(?:[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة|سبت|[أا]حد)',
    of: '(?:من )?(?:عام |سنة )?',
    century: 'القرن \\p{L}+(?: عشر| والعشرين)?',
    yearTail: '(?:\\s?(?:م|ق\\.م|هـ)(?!\\p{L}))?',
    time: 'الساعة (?:ال)?[\\p{L}\\d٠-٩:]+(?: (?:صباحا|مساء|ظهرا)ً?)?|\\d{1,2}:\\d{2}',
    near: 'أمس|امس|اليوم|غدا|(?:الأسبوع|الشهر|العام) (?:الماضي|المقبل|القادم)',
  },
};

const year = '(?:1\\d{3}|20\\d{2}|[١٢][٠-٩]{3})';
const day = '(?:[0-3]?\\d|[٠-٣]?[٠-٩])';
/** Quantities look like years too: what goes on like a number, or counts something, is none. */
const notCounted =
  '(?![\\d٠-٩]|[.,:]\\d|\\s?(?:%|km|kg|m(?!\\p{L})|metres|meters|Meter|metros|miles|Meilen|million|percent|people|Menschen|personas|человек|метр|км|миль|شخص|متر))';

function wordCalendar({ months, weekdays, of, century, yearTail = '', time, near }: CalendarWords): RegExp {
  const date =
    `(?:(?:${weekdays}),? )?(?:${day}(?:st|nd|rd|th|er|º|\\.|-?го)?(?:\\s?[-–—]\\s?${day}\\.?)?\\s${of}(?:${months})(?:,?\\s${of}${year})?` +
    `|(?:${months})\\s${day}(?:st|nd|rd|th)?(?!\\d)(?:\\s?[-–—]\\s?${day}(?!\\d))?(?:,?\\s${year})?)|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4}|\\d{1,2}/\\d{1,2}/\\d{4}`;
  const month = `(?:${months}),?\\s${of}${year}|(?<=(?:in|since|until|by|of|early|late|mid|en|desde|hasta|de|depuis|im|seit|bis|Anfang|Mitte|Ende|в|с|до|в начале|в конце|في|منذ)[\\s-])(?:${months})(?!\\s?\\d)`;
  const single = `(?:${decades}|(?:(?:la )?d[eé]cada de (?:los )?|années )\\d{2,4}|${year}(?!\\s?[-–]?(?:х|е)\\s?\\p{L}{9})${notCounted}${yearTail}|\\d{1,4}\\s(?:BC|AD|BCE|CE|a\\. ?C\\.|v\\. ?Chr\\.|n\\. ?Chr\\.|до н\\. ?э\\.))`;
  const groups = `(?<day>${date})|(?<month>${month})|(?<century>${century})|(?<time>${time})|(?<year>${single})|(?<weekday>${weekdays}|${near})`;
  return new RegExp(`(?<![\\p{L}\\p{N}]|\\d[.,]|[$€£])(?:${groups})(?![\\p{L}\\p{N}])`, 'gu');
}

const hanNumber = '[〇零○一二三四五六七八九十元]';
const era =
  '(?:公元前?|西[元历曆暦]前?|纪元前|紀元前|前|民国|民國|昭和|平成|大正|明治|令和|康熙|乾隆|雍正|嘉庆|嘉慶|道光|咸丰|咸豐|同治|光绪|光緒|宣统|宣統|洪武|永乐|永樂|万历|萬曆|崇祯|崇禎|嘉靖|贞观|貞觀|开元|開元|至元)';
const part = '(?:[初末底春夏秋冬]|中期|[上下]半年|年初|年底|前后|前後|[上中下]旬|ごろ|頃)?';

/** Written alike in Chinese and Japanese; 个月, 年間 and their like are lengths of time, not dates. */
const signCalendar = new RegExp(
  [
    `(?<century>${era}?\\s?(?:\\d{1,2}|${hanNumber}{1,3})\\s?世[纪紀](?:\\s?(?:\\d0|${hanNumber}{1,2}0?)\\s?年代)?(?:[初末]期?|中[叶葉期]|前半|[后後]半)?)`,
    `(?<day>(?:${era}?\\s?(?:\\d{1,4}|${hanNumber}{1,5})\\s?年)?\\s?(?:农历|農曆|旧历|舊曆|旧暦)?(?:闰|閏)?(?:\\d{1,2}|正|腊|${hanNumber}{1,3})\\s?月\\s?(?:初?(?:\\d{1,2}|${hanNumber}{1,3})\\s?[日号號]|初${hanNumber}{1,2})|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|(?<![\\d.,])\\d{1,2}[日号號](?![间間本常内內以])(?=[，、,。のにまか上下凌早晚）)]))`,
    `(?<month>(?:${era}?\\s?(?:\\d{1,4}|${hanNumber}{1,5})\\s?年\\s?)(?:\\d{1,2}|${hanNumber}{1,3})\\s?月${part}|(?<![\\d个個])\\d{1,2}\\s?月(?![球亮])${part})`,
    `(?<year>(?:${era}\\s?(?:\\d{1,4}|${hanNumber}{1,5})|(?<![\\d.,])\\d{3,4}|[〇零○一二三四五六七八九]{4})\\s?年(?!间|間|以上|以内|以下|的历史|的歷史)(?:代|度)?${part}|(?<!\\d)\\d{2,4}年代[初末中]?期?)`,
    '(?<time>(?:上午|下午|凌晨|清晨|早上|晚上|晚间|中午|傍晚|午前|午後|深夜)\\s?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})(?:[:：]\\d{2}|[点點时時](?!间|間)(?:\\d{1,2}分|半)?)|(?<![\\d:：])\\d{1,2}(?:[:：]\\d{2}(?![:：]?\\d)|[点點时時](?![间間数數,，]|代)(?:\\d{1,2}分|半)?))',
    '(?<weekday>(?:星期|周|週|礼拜|禮拜)[一二三四五六日天](?!\\p{Script=Han}{0,1}年)|[月火水木金土日]曜日?|昨[天日]|今[天日]|明[天日]|前天|去年|今年|明年|昨年|上周|本周|上月|本月|(?<!\\p{Script=Han})(?:[夏商周秦汉漢晋晉隋唐宋元明清]|南宋|北宋|西[汉漢]|[东東][汉漢])[朝代](?:[初中末后後][期叶葉年]?)?|\\p{Script=Han}{2,3}[时時]代(?:[初中末后後]期)?)',
  ].join('|'),
  'gu',
);

const calendars = new Map<string, RegExp>();

/** The pattern of a language's dates, one group a grain; English stands in for a language without a calendar. */
export function calendarOf(language: string): RegExp {
  if (language === 'zh' || language === 'ja') return signCalendar;
  let calendar = calendars.get(language);
  if (calendar === undefined) {
    calendar = wordCalendar(words[language] ?? english);
    calendars.set(language, calendar);
  }
  return calendar;
}
