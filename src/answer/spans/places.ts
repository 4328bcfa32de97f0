import { findCapitals, type CapitalRun } from './capitals.ts';
import type { AnswerSpan } from './span.ts';
import { titles } from './titles.ts';

const prepositions: ReadonlySet<string> = new Set(
  (
    'in at near from to into toward towards across around outside inside throughout en a hasta desde hacia cerca à au aux dans vers depuis près chez ' +
    'aus nach bei über in im von zwischen durch в во на из до через около под близ возле'
  ).split(' '),
);

const placeWords =
  /(?:^|\s)(?:city|town|county|state|street|road|avenue|river|lake|sea|ocean|bay|gulf|islands?|mount|mountains?|valley|coast|beach|park|square|stadium|hall|airport|station|district|province|region|harbou?r|bridge|castle|palace|museum|hospital|university|college|ciudad|condado|calle|río|lago|mar|océano|isla|monte|valle|costa|parque|plaza|estadio|aeropuerto|provincia|región|ville|rue|fleuve|lac|mer|île|mont|vallée|gare|place|stadt|straße|strasse|fluss|see|meer|insel|berg|tal|platz|bahnhof|flughafen|город\p{L}*|улиц\p{L}+|рек\p{L}+|озер\p{L}+|мор\p{L}+|остров\p{L}*|гор\p{L}|долин\p{L}+|област\p{L}+|штат\p{L}*|округ\p{L}*)(?:\s|$)|(?:shire|burg|burgh|ville|stadt|dorf|heim|hausen|borough|land|istan|град\p{L}?|бург\p{L}?|ск\p{L}?)$/u;

/** Letters that an ending may change ("Россия", "в России"). */
const endingLetters = 2;
const shortestStem = 4;

const countryCodes = Array.from({ length: 26 * 26 }, (_, i) =>
  String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26)),
);
const countries = new Map<string, ReadonlySet<string>>();

/** The names of the world's countries in a language, in lower case, as the runtime's locale data have them. */
export function countriesIn(language: string): ReadonlySet<string> {
  let names = countries.get(language);
  if (names === undefined) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    names = new Set(countryCodes.flatMap((code) => display.of(code) ?? []).map((name) => name.toLowerCase()));
    countries.set(language, names);
  }
  return names;
}

const stems = new Map<string, ReadonlySet<string>>();

/** Whether a name is a country's, declined or not; in Chinese and Japanese also any that ends as one. */
export function isCountry(name: string, language: string): boolean {
  const lower = name.toLowerCase();
  if (countriesIn(language).has(lower)) return true;
  if (language === 'zh') return countriesIn('zh-Hant').has(lower) || /[国國]$/u.test(name);
  if (language === 'ja') return name.endsWith('国');
  if (language !== 'ru') return false;
  let known = stems.get(language);
  if (known === undefined) {
    known = new Set([...countriesIn(language)].map(stemOf));
    stems.set(language, known);
  }
  return known.has(stemOf(lower));
}

function stemOf(name: string): string {
  return name.slice(0, Math.max(shortestStem, name.length - endingLetters));
}

/** The names of places in a sentence of a language with capitals; sure where they are a country's or tell it by their form. */
export function findPlaces(sentence: string, language: string): AnswerSpan[] {
  return findCapitals(sentence).flatMap((run) => {
    const rating = ratePlace(run, language);
    if (rating === 'no') return [];
    return [
      { start: run.start, end: run.end, kind: 'place', unit: null, grain: null, isSure: rating === 'sure' },
    ];
  });
}

function ratePlace({ text, words, before }: CapitalRun, language: string): 'sure' | 'maybe' | 'no' {
  if (titles.has(before) || words.some((word) => titles.has(word))) return 'no';
  if (isCountry(text, language) || placeWords.test(words.join(' '))) return 'sure';
  return prepositions.has(before) ? 'maybe' : 'no';
}
