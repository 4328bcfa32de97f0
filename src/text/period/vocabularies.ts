import { arabic } from './ar.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { compileWording, type Vocabulary, type Wording } from './grammar.ts';
import { japanese } from './ja.ts';
import { portuguese } from './pt.ts';
import { russian } from './ru.ts';
import { chinese } from './zh.ts';

const wordings = {
  en: english,
  es: spanish,
  fr: french,
  de: german,
  pt: portuguese,
  ru: russian,
  ar: arabic,
  zh: chinese,
  ja: japanese,
} as const satisfies Readonly<Record<string, Wording>>;

/** A language whose wordings of time are known. */
export type PeriodLanguage = keyof typeof wordings;

const latin: readonly PeriodLanguage[] = ['en', 'es', 'fr', 'de', 'pt'];

const compiled = new Map<PeriodLanguage, Vocabulary>();

/** The wordings of a language, compiled when they are first asked for. */
export function vocabularyOf(language: PeriodLanguage): Vocabulary {
  const known = compiled.get(language);
  if (known !== undefined) return known;
  const vocabulary = compileWording(wordings[language]);
  compiled.set(language, vocabulary);
  return vocabulary;
}

const smallWords: ReadonlyMap<string, readonly PeriodLanguage[]> = listSmallWords();

function listSmallWords(): Map<string, PeriodLanguage[]> {
  const languages = new Map<string, PeriodLanguage[]>();
  for (const language of latin) {
    for (const word of wordings[language].small.split(' ')) {
      languages.set(word, [...(languages.get(word) ?? []), language]);
    }
  }
  return languages;
}

/**
 * The languages that a folded question may be in. Scripts tell; among those of the Latin script small words do, and
 * where they do not, each may be. `src/text/language.ts` would need its table of 0.17 s, and one answer is too few here.
 */
export function languagesOf(folded: string): readonly PeriodLanguage[] {
  const languages: PeriodLanguage[] = [];
  const hanCount = folded.match(/\p{Script=Han}/gu)?.length ?? 0;
  const kanaCount = folded.match(/[ぁ-ゖァ-ヺ]/gu)?.length ?? 0;
  // A Chinese question may have a の in a shop's name.
  const isJapanese =
    kanaCount > 0 ? kanaCount * 20 >= hanCount : /令和|平成|昭和|先[周月々]|曜日/u.test(folded);
  if (isJapanese) languages.push('ja');
  else if (hanCount > 0) languages.push('zh');
  if (/\p{Script=Cyrillic}/u.test(folded)) languages.push('ru');
  if (/\p{Script=Arabic}/u.test(folded)) languages.push('ar');
  // Names in Latin letters stand in questions of every script, periods do not.
  return languages.length > 0 ? languages : readLatin(folded);
}

function readLatin(folded: string): readonly PeriodLanguage[] {
  const counts = new Map<PeriodLanguage, number>();
  for (const [word] of folded.matchAll(/\p{L}+/gu)) {
    for (const language of smallWords.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  // One word less is near enough: "in", "la" and "de" are small words of several.
  const enough = Math.max(1, Math.max(0, ...counts.values()) - 1);
  const likely = latin.filter((language) => (counts.get(language) ?? 0) >= enough);
  return likely.length > 0 ? likely : latin;
}
