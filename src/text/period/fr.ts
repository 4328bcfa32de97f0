import * as dated from './dated-readings.ts';
import type { Wording } from './grammar.ts';
import * as relative from './relative-readings.ts';

const relativeYear =
  "(?<lastYear>(?:l'an|l'annee|an|annee) (?:dernier|derniere|passee?))|(?<thisYear>cette annee)|(?<yearBefore>l'avant-derniere annee)";
const third =
  "(?:(?:au|en) )?(?:(?<early>debut)|(?<mid>mi|milieu)|(?<late>fin))(?:-| )(?:(?:du mois de|de|d') ?)?";

/** "The last week of May" counts from no today. */
const notOf = "(?! (?:du|des?) | d')";

/** French. */
export const french: Wording = {
  isSpaced: true,
  numbers: 'un|une, deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze',
  ordinals: 'premier|premiere|1er, deuxieme|second|seconde|2e, troisieme|3e, quatrieme|4e',
  months:
    'janvier/janv, fevrier/fevr, mars, avril/avr, mai, juin, juillet/juil, aout, septembre/sept, octobre/oct, novembre/nov, decembre/dec',
  weekdays: 'lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche',
  units: {
    day: 'jours?',
    week: 'semaines?',
    weekend: 'week-?ends?|fin de semaine',
    month: 'mois',
    quarter: 'trimestres?',
    year: 'ans?|annees?',
    hour: 'heures?',
  },
  ordinal: '(?:er)?',
  year: `(?:\\.?,? (?:de |en )?(?:{y}|${relativeYear}))?`,
  rules: [
    ['avant-hier|avant hier', relative.day(-2)],
    ['hier(?: matin| apres-midi)?', relative.day(-1)],
    ['hier (?:soir|nuit)|(?:la )?nuit derniere|cette nuit', relative.night(-1)],
    ["aujourd'hui|ce (?:matin|soir|jour)|cet apres-midi|cet? apres midi", relative.day(0)],
    ['il y a {n} {unit}', relative.ago()],
    [`(?:il y a quelques jours|(?:ces|les) (?:tout )?derniers jours)${notOf}`, relative.past(7, 'day')],
    [`(?:(?:ces|les|des|durant les) {n} (?:derniers?|dernieres?) {unit})${notOf}`, relative.past()],
    [`(?:depuis {n} {unit})${notOf}`, relative.past()],
    [`(?:(?:au cours de|durant|pendant|dans) (?:la |le )(?:derniere?) {unit})${notOf}`, relative.past(1)],
    ["(?:l'avant-dernier|l'avant-derniere|avant-derniere?) {unit}", relative.unit(-2)],
    ["(?:(?:la|le|l') ?)?{unit} (?:dernier|derniere|passee?|precedente?)", relative.unit(-1)],
    ['(?:cette|ce) {unit}(?:-ci)?', relative.unit(0)],
    ['(?:le|durant le|pendant le) week-?end', relative.fixedUnit('weekend', 0)],
    ['{wd} (?:dernier|passe)', relative.weekday({ isPast: true })],
    ['{wd} de la semaine derniere', relative.weekdayOfWeek(-1)],
    ['{wd} de cette semaine', relative.weekdayOfWeek(0)],
    // "Le lundi" and "chaque lundi" are every Monday; "lundi" alone is the one.
    [
      '(?<!(?:le|les|du|tous les|chaque|un|de chaque|au) )(?:ce )?{wd}(?: matin| soir| apres-midi)?(?! saint| gras)',
      relative.weekday(),
    ],
    ['(?:le )?{d}(?: ?(?:-|au|et|a) ?(?:le )?{d2})? {mon}{yr}', dated.date],
    [`${third}{month}{yr}`, dated.month()],
    ['{month} (?:de )?{y}', dated.month()],
    ["(?:(?:au )?mois (?:de |d'))?{month} (?:dernier|passe)", dated.month({ needsCue: false, isPast: true })],
    [`(?:${relativeYear}),? en {month}`, dated.month()],
    ["(?:mois (?:de |d'))?{month}{yr}", dated.month()],
    [`${third}(?:{y}|${relativeYear}|l'annee)`, dated.year()],
    [`(?:le |au )?{half} semestre(?: de)? (?:{y}|${relativeYear})`, dated.partOfYear],
    [`(?:le |au )?{q} trimestre(?: de)? (?:{y}|${relativeYear})`, dated.partOfYear],
    ["(?:l'annee|en l'an) {y}", dated.year()],
    ['{y} ?- ?{y2}', dated.year({ needsCue: true })],
    ['{y}', dated.year({ needsCue: true })],
  ],
  cues: {
    in: 'en|au|pendant|durant|courant|au cours de',
    since: 'depuis|a partir d[eu]|des',
    before: 'avant',
    after: 'apres',
    until: "jusqu'a|jusqu'en|jusqu'au",
    between: 'entre|du|de',
  },
  articles: 'le|la|les|mois de|le mois de',
  joiners: ["-|au?|jusqu'au?", 'et'],
  small:
    'le la les un une des du de d l qui que quoi quel quelle quels quelles quand ou pourquoi comment combien est sont etait a ont ete dans ' +
    'au aux en et par pour sur avec se s il elle ils elles on passe nouvelles ce cette ces plus apres contre selon qu',
  next: 'prochain|prochaine|suivante?|qui vient',
  ahead:
    'demain|prochaine?s?|sera|seront|aura|auront|pourra|pourront|devra|devront|fera|feront|ira|iront|va|vont|{w}+ra-t-(?:il|elle|on)|{w}+ront-(?:ils|elles)',
};
