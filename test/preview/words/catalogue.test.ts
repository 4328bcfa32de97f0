import { expect, it } from 'vitest';
import { localeIds } from '../../../src/discord/messages/locales.ts';
import type { LocaleId } from '../../../src/discord/messages/locales.ts';
import { pageWordsOf } from '../../../src/preview/words/catalogue.ts';

/** Words that are the same in some language as in English, seen by a person. */
const loans = new Set([
  'Chat',
  'APP',
  'No',
  'Newsquote',
  'Sections',
  'Messages',
  'Suggestions',
  'Optional',
  'Commands',
]);

const textsOf = (locale: LocaleId): string[] =>
  Object.values(pageWordsOf(locale)).flatMap((group: Readonly<Record<string, string>>) =>
    Object.values(group),
  );

it.each(localeIds)('speaks %s: nothing is empty, left in English, or loses what is filled in', (locale) => {
  const english = textsOf('en');
  const own = textsOf(locale);
  expect(own).toHaveLength(english.length);
  for (const [at, text] of own.entries()) {
    expect(text.trim()).toBe(text);
    expect(text).not.toBe('');
    expect(text.includes('{command}')).toBe(english[at]?.includes('{command}'));
    if (locale !== 'en' && !loans.has(text)) expect(text).not.toBe(english[at]);
  }
});
