import * as dated from './dated-readings.ts';
import type { Wording } from './grammar.ts';
import * as relative from './relative-readings.ts';

const lastWord = '(?:letzte|vergangene|vorige)[nmrs]?';
const relativeYear = `(?:des )?(?:(?<lastYear>${lastWord} jahr(?:es)?|vorjahr(?:es)?)|(?<thisYear>diese[sm]? jahr(?:es)?)|(?<yearBefore>vorletzte[ns] jahr(?:es)?))`;
const third = '(?:(?<early>anfang|beginn)|(?<mid>mitte)|(?<late>ende))(?: (?:des|der|vom))? ';

/** "The last week of May" counts from no today. */
const notOf = '(?! (?:des|der|vom) )';

/** German, folded: ä is a, ü is u. */
export const german: Wording = {
  isSpaced: true,
  numbers:
    'ein|eine|einem|einer|einen|eins, zwei, drei, vier, funf, sechs, sieben, acht, neun, zehn, elf, zwolf',
  ordinals: 'erste|ersten|erstes, zweite|zweiten|zweites, dritte|dritten|drittes, vierte|vierten|viertes',
  months:
    'januar|janner/jan, februar|feber/feb, marz, april/apr, mai, juni/jun, juli/jul, august/aug, september/sept/sep, oktober/okt, ' +
    'november/nov, dezember/dez',
  weekdays: 'montag, dienstag, mittwoch, donnerstag, freitag, samstag|sonnabend, sonntag',
  units: {
    day: 'tage?n?',
    week: 'wochen?',
    weekend: 'wochenenden?',
    month: 'monate?n?s?',
    quarter: 'quartale?n?s?',
    year: 'jahre?n?s?',
    hour: 'stunden?',
  },
  ordinal: '\\.?',
  year: `(?:\\.?,? ?(?:von |im jahr )?(?:{y}|${relativeYear}))?`,
  rules: [
    ['vorgestern', relative.day(-2)],
    ['gestern(?: fruh| morgen| vormittag| mittag| nachmittag)?', relative.day(-1)],
    [`gestern (?:abend|nacht)|(?:in der )?${lastWord} nacht|heute nacht`, relative.night(-1)],
    ['heute(?: fruh| morgen| vormittag| mittag| nachmittag| abend)?', relative.day(0)],
    ['vor {n} {unit}', relative.ago()],
    [`(?:vor (?:ein paar|wenigen|einigen) tagen|(?:in )?den letzten tagen)${notOf}`, relative.past(7, 'day')],
    [`(?:(?:(?:in|wahrend) )?(?:den|der|die) ${lastWord} {n} {unit})${notOf}`, relative.past()],
    [`(?:seit {n} {unit})${notOf}`, relative.past()],
    [`(?:(?:in|wahrend|innerhalb) (?:der|des) ${lastWord} {unit})${notOf}`, relative.unit(-1)],
    ['(?:(?:in der|im|am) )?vorletzte[nmrs]? {unit}', relative.unit(-2)],
    [`(?:(?:(?:in der|im|am) )?${lastWord} {unit})${notOf}`, relative.unit(-1)],
    ['(?:(?:in|an) )?diese[smrn]? {unit}', relative.unit(0)],
    ['vorjahr(?:es)?', relative.fixedUnit('year', -1)],
    ['am wochenende', relative.fixedUnit('weekend', 0)],
    [`(?:am )?${lastWord} {wd}`, relative.weekday({ isPast: true })],
    [`(?:am )?{wd} (?:der )?${lastWord} woche`, relative.weekdayOfWeek(-1)],
    [`${lastWord} woche (?:am )?{wd}`, relative.weekdayOfWeek(-1)],
    ['(?:am )?{wd} dieser woche', relative.weekdayOfWeek(0)],
    ['(?:am|vom) {wd}(?:morgen|abend|nachmittag|mittag|vormittag)?', relative.weekday()],
    ['{wd}', relative.weekday({ needsCue: true })],
    ['{d}(?: ?(?:-|bis|und)(?: zum)? ?{d2})? {mon}{yr}', dated.date],
    ['(?:am|vom|seit|bis) (?:dem |zum )?(?<d>\\d{1,2})\\. ?(?<mon>\\d{1,2})\\.(?! ?\\d)', dated.date],
    [`${third}{month}{yr}`, dated.month()],
    ['{month} {y}', dated.month()],
    [`(?:im )?${lastWord} {month}`, dated.month({ needsCue: false, isPast: true })],
    [`(?:im )?(?:${relativeYear}) im {month}`, dated.month()],
    ['{month}{yr}', dated.month()],
    [`${third}(?:{y}|${relativeYear}|jahres)`, dated.year()],
    [`(?:im |das |dem )?{half} (?:halbjahr|jahreshalfte) (?:{y}|${relativeYear})`, dated.partOfYear],
    [`(?:im |das |dem )?{q} quartal (?:{y}|${relativeYear})`, dated.partOfYear],
    ['(?:im |das |des )jahre?s? {y}', dated.year()],
    ['{y} ?- ?{y2}', dated.year({ needsCue: true })],
    ['{y}', dated.year({ needsCue: true })],
  ],
  cues: {
    in: 'in|im|am|wahrend|den|dem',
    since: 'seit|ab',
    before: 'vor',
    after: 'nach',
    until: 'bis|bis zum',
    between: 'zwischen|vom|von',
  },
  articles: 'dem|der|den|jahr|dem jahr',
  joiners: ['-|bis|bis zum', 'und'],
  small:
    'der die das den dem des ein eine einen einem einer was wer wen wem wie wo wann warum wieso welche welcher welches ist war sind waren hat ' +
    'haben wurde wurden gab gibt es und oder in im am an auf aus bei mit nach von vom zu zum zur fur uber passiert geschah nicht als',
  next: 'nachste[rnms]?|kommende[rnms]?',
  ahead: 'morgen(?<!(?:heute|gestern|am) morgen)|nachste[nrsm]?|kommende[nrsm]?|wird|werden',
};
