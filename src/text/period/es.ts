import * as dated from './dated-readings.ts';
import type { Wording } from './grammar.ts';
import * as relative from './relative-readings.ts';

const relativeYear =
  '(?<lastYear>ano pasado|pasado ano)|(?<thisYear>este ano|presente ano)|(?<yearBefore>ano antepasado)';
const third =
  '(?:a |en |hacia )?(?:(?<early>(?:los )?(?:principios|comienzos|inicios)|(?:el )?(?:principio|comienzo|inicio))|(?<mid>(?:los )?mediados)|(?<late>(?:los )?(?:finales|fines)|(?:el )?final)) del? (?:mes de )?';
const pastWord = '(?:ultim[oa]s?|pasad[oa]s?)';

/** "The last week of May" counts from no today. */
const notOf = '(?! del? )';

/** Spanish, folded: ñ is n. */
export const spanish: Wording = {
  isSpaced: true,
  numbers: 'un|una|uno, dos|un par de, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce',
  ordinals: 'primer|primera, segundo|segunda, tercer|tercera, cuarto|cuarta',
  months:
    'enero/ene, febrero/feb, marzo/mar, abril/abr, mayo, junio/jun, julio/jul, agosto/ago, septiembre|setiembre/sept/sep, ' +
    'octubre/oct, noviembre/nov, diciembre/dic',
  weekdays: 'lunes, martes, miercoles, jueves, viernes, sabado, domingo',
  units: {
    day: 'dias?',
    week: 'semanas?',
    weekend: 'fin(?:es)? de semana',
    month: 'mes(?:es)?',
    quarter: 'trimestres?',
    year: 'anos?',
    hour: 'horas?',
  },
  ordinal: '(?:[oº]|er)?',
  year: `(?:\\.?,? (?:de |del |en )?(?:ano )?(?:{y}|(?:el )?(?:${relativeYear})))?`,
  rules: [
    ['anteayer|antes de ayer|antier', relative.day(-2)],
    ['ayer(?: por la (?:manana|tarde))?', relative.day(-1)],
    ['anoche|ayer (?:por|en|a) la noche', relative.night(-1)],
    ['hoy(?! (?:en )?dia)|esta (?:manana|tarde|noche)', relative.day(0)],
    ['hace {n} {unit}', relative.ago()],
    [
      `(?:hace (?:unos|algunos|pocos|varios) dias|(?:en )?(?:estos|los) ultimos dias)${notOf}`,
      relative.past(7, 'day'),
    ],
    [
      `(?:(?:(?:en|durante|desde hace) )?(?:l[oa]s|est[oa]s) ${pastWord} {n} {unit})${notOf}`,
      relative.past(),
    ],
    [`(?:(?:(?:en|durante) )?(?:l[oa]s) {n} ${pastWord} {unit})${notOf}`, relative.past()],
    [`(?:(?:(?:en|durante) )?(?:la|el) ultim[oa] {unit})${notOf}`, relative.past(1)],
    ['(?:la|el) antepasad[oa] {unit}', relative.unit(-2)],
    ['(?:(?:la|el) )?{unit} antepasad[oa]', relative.unit(-2)],
    [`(?:(?:(?:la|el) )?{unit} (?:pasad[oa]|anterior))${notOf}`, relative.unit(-1)],
    [`(?:(?:la|el) pasad[oa] {unit})${notOf}`, relative.unit(-1)],
    ['(?:esta|este|la presente|el presente) {unit}', relative.unit(0)],
    ['el fin de semana', relative.fixedUnit('weekend', 0)],
    ['(?:el )?(?:pasado|ultimo) {wd}', relative.weekday({ isPast: true })],
    ['(?:el )?{wd} (?:pasado|ultimo)', relative.weekday({ isPast: true })],
    ['(?:el )?{wd} de la semana pasada', relative.weekdayOfWeek(-1)],
    ['(?:el )?{wd} de esta semana', relative.weekdayOfWeek(0)],
    ['(?:el|este|del) {wd}', relative.weekday()],
    ['{wd}', relative.weekday({ needsCue: true })],
    ['{d}(?: ?(?:-|al?|y|hasta el) ?{d2})?(?: de)? {mon}{yr}', dated.date],
    [`${third}{month}{yr}`, dated.month()],
    ['(?:mes de )?{month}(?: de| del)?(?: ano)? {y}', dated.month()],
    ['(?:el )?(?:pasado (?:mes de )?|mes pasado de ){month}', dated.month({ needsCue: false, isPast: true })],
    ['(?:el )?(?:mes de )?{month} pasado', dated.month({ needsCue: false, isPast: true })],
    [`(?:el )?(?:${relativeYear}),? en {month}`, dated.month()],
    ['(?:mes de )?{month}{yr}', dated.month()],
    [`${third}(?:ano )?(?:{y}|${relativeYear}|(?:de )?ano)`, dated.year()],
    [`(?:el )?{half} (?:semestre|mitad)(?: del?)?(?: ano)? (?:{y}|${relativeYear})`, dated.partOfYear],
    [`(?:el )?{q} trimestre(?: del?)?(?: ano)? (?:{y}|${relativeYear})`, dated.partOfYear],
    ['el ano {y}', dated.year()],
    ['{y} ?- ?{y2}', dated.year({ needsCue: true })],
    ['{y}', dated.year({ needsCue: true })],
  ],
  cues: {
    in: 'en|durante',
    since: 'desde|a partir del?',
    before: 'antes del?',
    after: 'despues del?|tras',
    until: 'hasta',
    between: 'entre|del|de',
  },
  articles: 'el|la|los|las|el mes de|el dia|el ano',
  joiners: ['-|al?|hasta', 'y'],
  small:
    'el la los las que quien quienes cual cuales cuando donde como cuanto cuanta cuantos cuantas por para con sin en de del al a y o ' +
    'se un una unos unas hubo hay fue fueron era es son ha han habia paso pasaron ocurrio noticias lo le les su sus mas sobre segun',
  next: 'proximo|que viene|siguiente|proxima',
  ahead:
    'manana(?<!(?:la|esta|de) manana)|va a|van a|proxim[oa]s?|la semana que viene|el (?:mes|ano) que viene',
  // "Abrirá", "abrirão"; in Portuguese and Spanish hardly another word ends so.
  aheadAsWritten: /\p{L}r(?:á|án|ão)(?!\p{L})/iu,
};
