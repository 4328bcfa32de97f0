import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import type { Messages } from './messages.ts';
import { ptBr } from './pt-br.ts';
import { ru } from './ru.ts';
import { zhCn } from './zh-cn.ts';
import { zhTw } from './zh-tw.ts';

/** The languages that the bot speaks; the first is the one for everybody else. */
export const localeIds = ['en', 'zh-CN', 'zh-TW', 'ja', 'es', 'fr', 'de', 'pt-BR', 'ru', 'ko', 'ar'] as const;

/** One of `localeIds`. */
export type LocaleId = (typeof localeIds)[number];

const catalogues: Readonly<Record<LocaleId, Messages>> = {
  en,
  'zh-CN': zhCn,
  'zh-TW': zhTw,
  ja,
  es,
  fr,
  de,
  'pt-BR': ptBr,
  ru,
  ko,
  ar,
};

/**
 * Under which of Discord's locales a language's command names are registered. English is the default and needs none,
 * Arabic Discord does not have.
 */
export const discordLocales: Readonly<Partial<Record<LocaleId, readonly string[]>>> = {
  en: [],
  'zh-CN': ['zh-CN'],
  'zh-TW': ['zh-TW'],
  ja: ['ja'],
  es: ['es-ES', 'es-419'],
  fr: ['fr'],
  de: ['de'],
  'pt-BR': ['pt-BR'],
  ru: ['ru'],
  ko: ['ko'],
};

/** Every sentence in one language. */
export function messagesOf(id: LocaleId): Messages {
  return catalogues[id];
}

/** Where a Chinese tag does not name its script, these regions write traditional characters. */
const traditionalRegions: readonly string[] = ['tw', 'hk', 'mo'];

/**
 * The language nearest to a BCP 47 tag in any case: the same tag, else the same language (`en-GB` is `en`, `zh-HK` is
 * `zh-TW`, `pt` is `pt-BR`), else English.
 */
export function chooseLocale(tag: string | null | undefined): LocaleId {
  const wanted = (tag ?? '').toLowerCase();
  const exact = localeIds.find((id) => id.toLowerCase() === wanted);
  if (exact !== undefined) return exact;
  const [language, ...rest] = wanted.split('-');
  if (language === 'zh') return isTraditional(rest) ? 'zh-TW' : 'zh-CN';
  return localeIds.find((id) => id.toLowerCase().split('-')[0] === language) ?? 'en';
}

function isTraditional(subtags: readonly string[]): boolean {
  if (subtags.includes('hant')) return true;
  return !subtags.includes('hans') && subtags.some((subtag) => traditionalRegions.includes(subtag));
}
