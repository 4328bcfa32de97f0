import type { LocaleId } from '../locales.ts';
import { deskAr } from './ar.ts';
import { deskDe } from './de.ts';
import type { DeskMessages } from './desk-messages.ts';
import { deskEn } from './en.ts';
import { deskEs } from './es.ts';
import { deskFr } from './fr.ts';
import { deskJa } from './ja.ts';
import { deskKo } from './ko.ts';
import { deskPtBr } from './pt-br.ts';
import { deskRu } from './ru.ts';
import { deskZhCn } from './zh-cn.ts';
import { deskZhTw } from './zh-tw.ts';

const catalogues: Readonly<Record<LocaleId, DeskMessages>> = {
  en: deskEn,
  'zh-CN': deskZhCn,
  'zh-TW': deskZhTw,
  ja: deskJa,
  es: deskEs,
  fr: deskFr,
  de: deskDe,
  'pt-BR': deskPtBr,
  ru: deskRu,
  ko: deskKo,
  ar: deskAr,
};

/** What the commands of moderators say, in one language. */
export function deskMessagesOf(id: LocaleId): DeskMessages {
  return catalogues[id];
}
