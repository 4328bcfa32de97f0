import type { LocaleId } from '../../discord/messages/locales.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import type { PageWords } from './page-words.ts';
import { ptBr } from './pt-br.ts';
import { ru } from './ru.ts';
import { zhCn } from './zh-cn.ts';
import { zhTw } from './zh-tw.ts';

const catalogue: Readonly<Record<LocaleId, PageWords>> = {
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

/** What the page itself says in a language. */
export function pageWordsOf(locale: LocaleId): PageWords {
  return catalogue[locale];
}
