import * as dated from './dated-readings.ts';
import type { Wording } from './grammar.ts';
import * as relative from './relative-readings.ts';

const relativeYear =
  '(?<lastYear>ano passado)|(?<thisYear>este ano|neste ano|corrente ano)|(?<yearBefore>ano retrasado)';
const third =
  '(?:no |em )?(?:(?<early>inicios?|comecos?)|(?<mid>meados|meio)|(?<late>fi(?:m|ns)|finais|final)) d[eo] (?:mes de )?';

/** "The last week of May" counts from no today. */
const notOf = '(?! d[aeo]s? )';

/** Portuguese, folded: ã is a, ç is c. */
export const portuguese: Wording = {
  isSpaced: true,
  numbers: 'um|uma, dois|duas|um par de, tres, quatro, cinco, seis, sete, oito, nove, dez, onze, doze',
  ordinals: 'primeiro|primeira, segundo, terceiro|terceira, quarto',
  months:
    'janeiro/jan, fevereiro/fev, marco/mar, abril/abr, maio, junho/jun, julho/jul, agosto/ago, setembro/set, outubro/out, ' +
    'novembro/nov, dezembro/dez',
  weekdays: 'segunda-feira, terca-feira, quarta-feira, quinta-feira, sexta-feira, sabado, domingo',
  units: {
    day: 'dias?',
    week: 'semanas?',
    weekend: 'fi(?:m|ns) de semana',
    month: 'mes(?:es)?',
    quarter: 'trimestres?',
    year: 'anos?',
    hour: 'horas?',
  },
  ordinal: '[oº]?',
  year: `(?:\\.?,? (?:de |em |do )?(?:{y}|${relativeYear}))?`,
  rules: [
    ['anteontem|antes de ontem', relative.day(-2)],
    ['ontem(?: de manha| pela manha| a tarde)?', relative.day(-1)],
    ['ontem (?:a|de|pela) noite|(?:na )?noite passada', relative.night(-1)],
    ['hoje(?! em dia)|(?:esta|nesta) (?:manha|tarde|noite)', relative.day(0)],
    ['(?:ha|faz) {n} {unit}(?: atras)?', relative.ago()],
    ['{n} {unit} atras', relative.ago()],
    [`(?:ha (?:alguns|poucos|varios) dias|(?:n?os|nestes) ultimos dias)${notOf}`, relative.past(7, 'day')],
    [`(?:(?:n?[oa]s|durante [oa]s) (?:ultim[oa]s|passad[oa]s) {n} {unit})${notOf}`, relative.past()],
    [`(?:(?:n?[oa]s|durante [oa]s) {n} ultim[oa]s {unit})${notOf}`, relative.past()],
    [`(?:n?[oa] ultim[oa] {unit})${notOf}`, relative.past(1)],
    ['(?:n?[oa] )?{unit} retrasad[oa]', relative.unit(-2)],
    [`(?:(?:n?[oa] )?{unit} (?:passad[oa]|anterior))${notOf}`, relative.unit(-1)],
    [`(?:n?[oa] passad[oa] {unit})${notOf}`, relative.unit(-1)],
    ['n?(?:esta|este) {unit}', relative.unit(0)],
    ['no fim de semana', relative.fixedUnit('weekend', 0)],
    ['(?:n?[oa] )?(?:ultim[oa]|passad[oa]) {wd}', relative.weekday({ isPast: true })],
    ['(?:n?[oa] )?{wd} passad[oa]', relative.weekday({ isPast: true })],
    ['(?:n?[oa] )?{wd} da semana passada', relative.weekdayOfWeek(-1)],
    ['(?:n?[oa] )?{wd} desta semana', relative.weekdayOfWeek(0)],
    ['(?:n[oa]|nest[ea]|d[oa]|(?:manha|tarde|noite) de) {wd}', relative.weekday()],
    // The short names ("na segunda") are ordinals too: "na segunda volta".
    ['{wd}', relative.weekday({ needsCue: true })],
    ['{d}(?: ?(?:-|a|e|ao|ate) ?{d2})?(?: de)? {mon}{yr}', dated.date],
    [`${third}{month}{yr}`, dated.month()],
    ['(?:mes de )?{month}(?: de)? {y}', dated.month()],
    ['(?:o )?(?:passado mes de|ultimo) {month}', dated.month({ needsCue: false, isPast: true })],
    ['{month} passado', dated.month({ needsCue: false, isPast: true })],
    [`(?:n?o )?(?:${relativeYear}),? em {month}`, dated.month()],
    ['(?:mes de )?{month}{yr}', dated.month()],
    [`${third}(?:{y}|${relativeYear}|ano)`, dated.year()],
    [`(?:n?o )?{half} semestre(?: d[eo])? (?:{y}|${relativeYear})`, dated.partOfYear],
    [`(?:n?o )?{q} trimestre(?: d[eo])? (?:{y}|${relativeYear})`, dated.partOfYear],
    ['n?o ano (?:de )?{y}', dated.year()],
    ['{y} ?- ?{y2}', dated.year({ needsCue: true })],
    ['{y}', dated.year({ needsCue: true })],
  ],
  cues: {
    in: 'em|durante|no mes de|no dia|em dia',
    since: 'desde|a partir d[eoa]',
    before: 'antes d[eoa]',
    after: 'depois d[eoa]|apos',
    until: 'ate',
    between: 'entre|de|do',
  },
  articles: 'o|a|os|as|o dia|o mes de',
  joiners: ['-|a|ao|ate', 'e'],
  small:
    'o a os as que quem qual quais quando onde como quanto quanta quantos quantas por para com sem em no na nos nas de do da dos das ao ' +
    'e ou se um uma houve ha foi foram era sao esta aconteceu noticias mais sobre segundo porque',
  next: 'que vem|seguinte|proxim[oa]',
  ahead: 'amanha|vai|vao|proxim[oa]s?|que vem',
  // "Abrirá", "abrirão"; in Portuguese and Spanish hardly another word ends so.
  aheadAsWritten: /\p{L}r(?:á|án|ão)(?!\p{L})/iu,
};
