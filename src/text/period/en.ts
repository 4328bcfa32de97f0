import * as dated from './dated-readings.ts';
import type { Wording } from './grammar.ts';
import * as relative from './relative-readings.ts';

const relativeYear = '(?<lastYear>last year)|(?<thisYear>this year)';
const anyYear = '(?:{y}|(?<lastYear>last year)|(?<thisYear>this year|the year))';
const third =
  '(?:(?<early>early|beginning of|start of)|(?<mid>mid|middle of)|(?<late>late|end of))[ -](?:the )?';
const partOfDay = '(?: morning| afternoon| evening| night)?';

/** "The last week of May" counts from no today. */
const notOf = '(?! of )';

/** English. */
export const english: Wording = {
  isSpaced: true,
  numbers:
    'a|an|one, two|a couple of|couple of, three, four, five, six, seven, eight, nine, ten, eleven, twelve',
  ordinals: 'first, second, third, fourth',
  months:
    'january/jan, february/feb, march/mar, april/apr, may, june/jun, july/jul, august/aug, september/sept/sep, ' +
    'october/oct, november/nov, december/dec',
  weekdays: 'monday, tuesday, wednesday, thursday, friday, saturday, sunday',
  units: {
    day: 'days?',
    week: 'weeks?',
    weekend: 'week-?ends?',
    month: 'months?',
    quarter: 'quarters?',
    year: 'years?',
    hour: 'hours?',
  },
  ordinal: '(?:st|nd|rd|th)?',
  year: `(?:\\.?,? (?:of |in )?(?:{y}|${relativeYear}))?`,
  rules: [
    ['the day before yesterday', relative.day(-2)],
    ['(?:late |early )?yesterday(?: morning| afternoon)?', relative.day(-1)],
    ['last night|yesterday (?:evening|night)', relative.night(-1)],
    ['(?<!usa )today|earlier today|tonight|this (?:morning|afternoon|evening)', relative.day(0)],
    ['{n} {unit} ago', relative.ago()],
    [
      `(?:(?:a few|several|some) days ago|(?:(?:in|over) )?(?:the|these) (?:last|past) (?:few |several )?days)${notOf}`,
      relative.past(7, 'day'),
    ],
    [
      `(?:(?:(?:in|over|during|within|for) )?(?:the |these )?(?:last|past) {n} {unit})${notOf}`,
      relative.past(),
    ],
    [`(?:(?:in|over|during|within) the last {unit})${notOf}`, relative.past(1)],
    [`(?:(?:(?:in|over|during|within|for) )?the past {unit})${notOf}`, relative.past(1)],
    ['(?:the )?{unit} before last', relative.unit(-2)],
    [`(?:(?:last|this past) {unit})${notOf}`, relative.unit(-1)],
    ['(?:this|the current) {unit}', relative.unit(0)],
    ['(?:at|over|on|during) the week-?end', relative.fixedUnit('weekend', 0)],
    ['(?:last|this past) {wd}', relative.weekday({ isPast: true })],
    ['{wd} (?:of )?last week', relative.weekdayOfWeek(-1)],
    ['last week(?: on|, on)? {wd}', relative.weekdayOfWeek(-1)],
    ['{wd} (?:of )?this week', relative.weekdayOfWeek(0)],
    [`(?:this )?{wd}${partOfDay}(?='s )`, relative.weekday()],
    [`(?:this )?{wd}${partOfDay}`, relative.weekday({ needsCue: true })],
    ['(?:the )?{d}(?: ?(?:-|to|and|until|through) ?(?:the )?{d2})?(?: of)? {mon}{yr}', dated.date],
    ['{mon}\\.? (?:the )?{d}(?: ?(?:-|to|and|until|through) ?(?:the )?{d2})?{yr}', dated.date],
    [`${third}{month}{yr}`, dated.month()],
    ['{mon}\\.?,? (?:of )?{y}', dated.month()],
    ['month of {month}', dated.month({ needsCue: false })],
    ['last {month}', dated.month({ needsCue: false, isPast: true })],
    [`(?:${relativeYear})(?: in|, in) {month}`, dated.month()],
    ['{month}{yr}', dated.month()],
    [`${third}${anyYear}`, dated.year()],
    [`(?:the )?{half} half of (?:the year )?${anyYear}`, dated.partOfYear],
    [`(?:the )?{q} quarter (?:of )?${anyYear}`, dated.partOfYear],
    ['q(?<q>[1-4]) (?:of )?{y}', dated.partOfYear],
    ['the year {y}', dated.year()],
    // "2015-16" is a season.
    ['{y} ?- ?{y2}', dated.year({ needsCue: true })],
    ["{y}(?!'s)", dated.year({ needsCue: true })],
  ],
  cues: {
    in: 'in|on|during|throughout',
    since: 'since|starting|as of',
    before: 'before|prior to|ahead of',
    after: 'after|following',
    until: 'until|till|up to|through',
    between: 'between|from',
  },
  articles: 'the|late|early',
  joiners: ['-|to|through|until|till', 'and'],
  small:
    'the a an what who whom whose which how when where why did does do was were is are be been being has have had will would ' +
    'could can and or but of in on at to for from by with about after before since than as that this these those there it he ' +
    'she they we i you any news happened compared versus because due',
  next: 'next',
  ahead: "will|won't|shall|going to|tomorrow|upcoming|next (?:week|month|year)",
  capitalised: /(?<![a-z])(?:may|march|mar|august|april|june|jan)(?![a-z])/,
};
