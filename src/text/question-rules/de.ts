import { rulesOfWords } from './rule.ts';

/** German. The earliest wording decides; of those at one place, the first. Compounds end in the noun that is asked for. */
const which =
  '(?:welche[rnms]?|was fur eine?[nmr]?|wie (?:heisst|heissen|hiess|lautet|lautete) (?:der|die|das)|was (?:ist|war) (?:der|die|das))(?: (?!(?:ist|war|hat|wurde|der|die|das|in|von)(?!\\p{L}))\\p{L}+)?';

export const germanRules = rulesOfWords([
  ['age', 'wie alt|(?:in |mit )?welche[mns]? (?:lebens)?alter|wie alt'],
  [
    'duration',
    '(?:seit |vor |in )?wie viele?n? (?:jahren?|monaten?|wochen?|tagen?|stunden?|minuten?|sekunden?|jahrzehnten?|jahrhunderten?)|(?:fur |seit )?wie lange|wie viel zeit',
  ],
  ['date', '(?:in |aus |im )?welche[mns]? jahrhundert', { grain: 'century' }],
  [
    'date',
    '(?:in |ab |seit |aus |fur |bis )?(?:zu )?welche[mns]? (?:jahr|jahre|jahrzehnt)',
    { grain: 'year' },
  ],
  ['date', '(?:in )?welche[mns]? monat', { grain: 'month' }],
  ['date', '(?:an )?welche[mns]? wochentag', { grain: 'weekday' }],
  ['date', '(?:an |am )?welche[mns]? (?:tag|datum)|welches datum', { grain: 'day' }],
  ['date', 'um wie ?viel uhr|wie spat', { grain: 'time' }],
  ['date', '(?:seit |bis |ab )?wann|(?:zu |in )?welche[mnrs]? (?:zeit|zeitpunkt|zeitraum|epoche)'],
  [
    'count',
    `wie viel prozent|(?:zu )?${which} (?:prozentsatz|\\p{L}*anteil|\\p{L}*rate|quote)|zu wie viel prozent`,
    { unit: 'percent' },
  ],
  [
    'count',
    'wie viele?n? (?:menschen|personen|leute|einwohner|manner|frauen|soldaten|studenten|schuler|mitarbeiter|arbeiter|kinder|mitglieder|spieler|opfer|einwohnern)|wie (?:gross|hoch) (?:ist|war) die (?:bevolkerung|einwohnerzahl)',
    { unit: 'people' },
  ],
  [
    'count',
    `wie (?:hoch (?:ist|war|liegt) der (?:berg|turm)|weit|tief|breit|lang|dick)|${which} (?:hohe|lange|breite|tiefe|entfernung|durchmesser)`,
    { unit: 'length' },
  ],
  ['count', `${which} \\p{L}*flache`, { unit: 'area' }],
  ['count', `wie schwer|wie viel wiegt|${which} gewicht`, { unit: 'mass' }],
  [
    'count',
    `wie viel (?:geld|euro|dollar|kostet|kostete|kosten)|wie teuer|wie hoch (?:ist|war|sind|waren) (?:der|die|das) (?:preis|kosten|budget|gehalt|umsatz)|was kostet|${which} (?:preis|kosten|gehalt|summe|betrag)`,
    { unit: 'money' },
  ],
  ['count', `${which} temperatur`, { unit: 'temperature' }],
  ['count', `wie schnell|${which} geschwindigkeit`, { unit: 'speed' }],
  ['count', `wie ?viele?[nr]?|${which} (?:\\p{L}*zahl|menge|nummer)|wie (?:gross|hoch)`],
  ['person', '(?:von |mit |fur |an |bei )?(?:wer|wen|wem|wessen)'],
  [
    'person',
    `(?:von |mit |an |gegen )?${which} \\p{L}*(?:person|prasident|prasidentin|konig|konigin|kaiser|minister|ministerin|kanzler|burgermeister|burgermeisterin|gouverneur|general|professor|professorin|wissenschaftler|wissenschaftlerin|physiker|chemiker|mathematiker|historiker|philosoph|okonom|architekt|kunstler|kunstlerin|maler|komponist|sanger|sangerin|musiker|autor|autorin|schriftsteller|dichter|regisseur|schauspieler|schauspielerin|spieler|quarterback|trainer|erfinder|entdecker|herrscher|fuhrer|anfuhrer|papst|politiker|ingenieur|astronaut|richter|journalist|grunder|forscher)`,
  ],
  [
    'place',
    `(?:in |an |aus |nach |von |durch )?${which} (?:land|landern|lander|staat|staaten)`,
    { place: 'country' },
  ],
  [
    'place',
    `(?:in |an |aus |nach |von |durch )?${which} \\p{L}*(?:stadt|stadte|stadten|dorf|hauptstadt|gemeinde)`,
    { place: 'city' },
  ],
  [
    'place',
    `wo|wohin|woher|(?:in |an |aus |nach |von |durch |auf |bei )?${which} \\p{L}*(?:land|landern|lander|stadt|stadte|staat|staaten|dorf|ort|orte|orten|region|gegend|gebiet|kontinent|provinz|strasse|insel|hauptstadt|viertel|bezirk|fluss|see|berg|stadion|flughafen|hafen|bundesstaat|gemeinde|stadtteil|platz)`,
  ],
  [
    'organisation',
    `(?:in |an |von |bei |fur )?${which} \\p{L}*(?:unternehmen|firma|universitat|schule|organisation|partei|mannschaft|team|band|gruppe|agentur|institution|sender|zeitung|verein|bank|abteilung|ausschuss|museum|ministerium|regierung|gericht|behorde|gesellschaft)`,
  ],
  [
    'reason',
    '(?:warum|wieso|weshalb|weswegen|wozu)|aus welche[mn]? gr[uo]nde?n?|was (?:ist|war|sind|waren) (?:der|die) (?:grund|ursache|grunde|ursachen)',
  ],
  ['manner', 'wie(?! (?:heiss|hiess|laute|nenn))|auf welche (?:art|weise)|wodurch'],
  [
    'definition',
    'was (?:ist|sind|bedeutet|war) (?:eine? )?[\\p{L}-]+\\s?[?]?$|was (?:versteht|bezeichnet) man',
  ],
  ['other', 'was|welche[rnms]?|wie|wo(?:r)?\\p{L}{2,4}|nennen|[?]'],
]);
