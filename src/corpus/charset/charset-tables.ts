/** The letters beyond ASCII of a language, lower case. */
export interface Alphabet {
  readonly letters: ReadonlySet<string>;
  /** The commonest of them, where the script has one language or few: more than half of any text. */
  readonly common?: ReadonlySet<string>;
}

const characters = (text: string): ReadonlySet<string> => new Set(text);

// The 300 most frequent characters of modern Chinese, by the common frequency lists; order does not matter.
const bothForms =
  '的一是不了在人有我他中上大和地到以出就可也你生能而子那得下自之年作用道行所然家成方多法如都同好小部其些主心她本前但因只想日者意力它把十民第公此已工使情明性知全三又正外由最重手向文政美相被利什二新己制身果加西斯月合回特代化表老世位次度任常先海通教原立及比水名走各入几口平系更別别四神何少反受目太再做接必件管期市直德命山金指克保至立共形便空治司五基非光即像且思王象完式色路品住告求北死交取格失言切院持先建設设区城市省委今天昨去米元百千万里南京省级国民警察府局站站';
const simplifiedOnly =
  '这个们来为国说时要会对着过发后里种事经么去学现当没动面起看定分还进样理开从实军无与长机关点业将两高间问很并物战头体见等产话气题儿东声提员解真论处义条认带导传统观师争运总电数安报才结务场计资许队社决展马科眼书听则却界达放强难权规记类据程边张该拉望觉术领确清让识候变量';
const traditionalOnly =
  '這個們來為國說時要會對著過發後裡種事經麼去學現當沒動面起看定分還進樣理開從實軍無與長機關點業將兩高間問很並物戰頭體見等產話氣題兒東聲提員解真論處義條認帶導傳統觀師爭運總電數安報才結務場計資許隊社決展馬科眼書聽則卻界達放強難權規記類據程邊張該拉望覺術領確清讓識候變量區級里';

/** Common characters of Chinese in its two scripts. */
export const commonHan = {
  simplified: characters(bothForms + simplifiedOnly),
  traditional: characters(bothForms + traditionalOnly),
};

/** The commonest syllables of Korean. */
export const commonHangul = characters(
  '이다는에의가을를고하은지도기로사한어시인아해그대서리자나있일정수들보라것제전부장상과조주으만여소오위국면원성공동니되우구했안게비관유치마거신경할문계중개세당분물생연내모무스방통선실민발행재적',
);

const latin: Readonly<Record<string, string>> = {
  // English has none of its own: those that have one and the same place in all Western and Central European encodings.
  en: 'äéóöüß',
  fr: 'àâæçèéêëîïôœùûüÿ',
  de: 'äöüß',
  es: 'áéíñóúü',
  pt: 'àáâãçéêíóôõúü',
  it: 'àèéìíîòóùú',
  nl: 'áéèëïíóöüú',
  sv: 'åäöéü',
  da: 'æøåéäö',
  no: 'æøåéèêóòôäö',
  nb: 'æøåéèêóòôäö',
  fi: 'äöåšž',
  ca: 'àçéèíïóòúü',
  is: 'áðéíóúýþæö',
  pl: 'ąćęłńóśźż',
  cs: 'áčďéěíňóřšťúůýž',
  sk: 'áäčďéíĺľňóôŕšťúýž',
  hu: 'áéíóöőúüű',
  ro: 'ăâîşţșț',
  hr: 'čćđšž',
  sl: 'čšžćđ',
  sq: 'çë',
  // The capital's small letter is two characters in Unicode.
  tr: 'âçğıİîöşüû',
  vi: 'áàâăđêèéìíòóôơùúưýãõĩũảẻỉỏủỷạẹịọụỵ\u0300\u0301\u0303\u0309\u0323',
  et: 'äõöüšž',
  lv: 'āčēģīķļņšūž',
  lt: 'ąčęėįšųūž',
};

const russian = 'абвгдежзийклмнопрстуфхцчшщъыьэюяё';
const others: Readonly<Record<string, readonly [letters: string, common: string]>> = {
  ru: [russian, 'оеаинтсрвлкм'],
  uk: ['абвгґдеєжзиіїйклмнопрстуфхцчшщьюя', 'оаинтівсрелк'],
  bg: ['абвгдежзийклмнопрстуфхцчшщъьюя', 'аоеинтрсвлкдп'],
  be: ['абвгдеёжзійклмнопрстуўфхцчшыьэюя', 'анеіроктсылд'],
  sr: ['абвгдђежзијклљмнњопрстћуфхцчџш', 'аоиенсртјукв'],
  mk: ['абвгдѓежзѕијклљмнњопрстќуфхцчџш', 'аоеинтсрвлкд'],
  el: ['αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ', 'αοιετσνηυρπκς'],
  ar: ['ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةىًٌٍَُِّْ', 'اليمونرتبةعد'],
  he: ['אבגדהוזחטיכךלמםנןסעפףצץקרשתְֱֲֳִֵֶַָֹֻּׁׂ', 'יוהלאמרתבנש'],
  th: ['กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลวศษสหฬอฮฯะัาำิีึืฺุู฿เแโใไๅๆ็่้๊๋์ํ๎๏๐๑๒๓๔๕๖๗๘๙', 'านรอกเงมยลวดทสต่้ัี'],
};

/** By ISO 639-1 code. */
export const alphabets: ReadonlyMap<string, Alphabet> = new Map<string, Alphabet>([
  ...Object.entries(latin).map(([code, letters]) => [code, { letters: characters(letters) }] as const),
  ...Object.entries(others).map(
    ([code, [letters, common]]) =>
      [code, { letters: characters(letters), common: characters(common) }] as const,
  ),
]);

/** Windows-1252 from 0x80 to 0x9f; the five places that are free give the control characters that they were in Latin-1. */
export const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
