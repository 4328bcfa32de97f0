/** Lower case, without the last dot. A name or noun follows these, so the sentence goes on. */
const neverLast: ReadonlySet<string> = new Set(
  (
    'mr mrs ms messrs dr drs prof st ste mt ft rev hon gov gen col maj capt cmdr lt sgt sen rep pres supt vs e.g i.e viz cf ' +
    'sra srta srs dra dres lic ing arq prof d.ª excmo excma ud uds vd avda dpto ' +
    'mm mme mmes mlle mlles mgr pr bd env ' +
    'hr hrn frl dipl bzw ca evtl ggf vgl inkl exkl sog geb gest z.b d.h u.a i.d.r v.a z.t str ' +
    'sig sigg sig.ra dott on avv ecc.mo p.es ' +
    'dhr mevr drs mw o.a bijv ' +
    'им ул пр просп проф акад тов св пос дер обл респ ст стр т.е т.к т.н напр см ср гл ' +
    'д-р г-н г-жа'
  ).split(' '),
);

/** As above, but only before a number. */
const neverLastBeforeNumber: ReadonlySet<string> = new Set(
  (
    'no nos nr núm nums n° p pp pág págs fig figs vol vols art arts ch sec sect approx abs ziff bd s t tel ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec ene abr ago dic янв февр апр авг сент окт нояб дек рис табл п пп ч'
  ).split(' '),
);

/** May close a sentence; only a word that begins sentences tells. Any token with an inner dot ("p.m", "U.S") is one too. */
const maybeLast: ReadonlySet<string> = new Set(
  (
    'etc inc co corp ltd plc llc jr sr bros est dept univ assn al ave blvd rd ' +
    'cía sa usw z.zt ff gmbh ecc enz г гг в вв др тыс руб коп чел млн млрд'
  ).split(' '),
);

const starters: ReadonlySet<string> = new Set(
  (
    'the a an he she it they we i you this that these those his her its their our there here in on at by for from after before ' +
    'as but and or if when while since although however meanwhile according what who why how where not no some many most ' +
    'el la los las un una él ella ellos en por para pero según además cuando su sus este esta también y no se ' +
    'le les une il elle ils elles dans pour mais selon cette ce ces son sa ses on après avant et ' +
    'der die das ein eine er sie es wir im am bei nach aber und doch dies diese dieser sein seine ihr ihre wenn auch ' +
    'он она оно они мы в на по но и а это этот эта его её их как после если также ' +
    'o os as um uma ele ela eles elas mas segundo seu sua'
  ).split(' '),
);

/** Languages that write an ordinal as a number with a dot ("am 3. März"). */
const dottedOrdinals: ReadonlySet<string> = new Set(
  'de da no nb nn fi is et lv cs sk sl hr bs sr hu tr pl'.split(' '),
);

/**
 * Whether a single `.` after `before` can close a sentence when `after` follows (white space already removed): false for
 * abbreviations, initials, ordinals and a number that opens a list item. Looks at the last token of `before` and the first word of `after`.
 */
export function canPeriodEnd(before: string, after: string, language: string | undefined): boolean {
  const token = /(?<![\p{L}\p{M}\p{N}])(?:[\p{L}\p{M}ª°]+(?:[.-][\p{L}\p{M}]+)*|\d+)$/u.exec(before)?.[0];
  if (token === undefined) return true;
  const lower = token.toLowerCase();
  const next = /^[^\p{L}\p{N}]*([\p{L}\p{M}]*)/u.exec(after)?.[1] ?? '';
  const hasStarter = /^\p{Lu}/u.test(next) && starters.has(next.toLowerCase());
  if (before.trim() === token && /^\d{1,3}$/.test(token)) return false;
  if (/^\d+$/.test(token)) return hasStarter || token.length > 2 || !dottedOrdinals.has(language ?? '');
  if (token === 'M' && language === 'fr') return false;
  if (neverLast.has(lower)) return false;
  if (neverLastBeforeNumber.has(lower) && /^\d/.test(after)) return false;
  if (isFirstOfSpaced(token, after)) return false;
  if (isInitial(token) || isDotted(token) || maybeLast.has(lower) || isLastOfSpaced(before))
    return hasStarter;
  return true;
}

function isInitial(token: string): boolean {
  return /^(?:\p{Lu}|Th|Ch|Yu|Ph)$/u.test(token);
}

/** "p.m", "U.S", "Ph.D", but no domain name. */
function isDotted(token: string): boolean {
  return /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(token);
}

/** The "z." of "z. B.", the "EE." of "EE. UU.". */
function isFirstOfSpaced(token: string, after: string): boolean {
  return (
    (/^\p{L}$/u.test(token) && /^\p{L}\./u.test(after)) ||
    (/^(?:EE|JJ|RR)$/.test(token) && /^(?:UU|OO|HH)\./.test(after))
  );
}

/** The "B." of "z. B.", the "UU." of "EE. UU.": the part before it ends in a dot too. */
function isLastOfSpaced(before: string): boolean {
  return /(?:^|[\s(«"“])(?:\p{L}\.\s?\p{L}|EE\.\s?UU|JJ\.\s?OO)$/u.test(before);
}
