import { describe, expect, it } from 'vitest';
import { chooseLocale, discordLocales, localeIds, messagesOf } from '../../src/discord/messages/locales.ts';
import type { LocaleId } from '../../src/discord/messages/locales.ts';
import { plural, type Messages } from '../../src/discord/messages/messages.ts';
import { answersKeptDays } from '../../src/store/desk-records.ts';
import { readQuestionPeriod } from '../../src/text/question-period.ts';
import {
  commandWordsIn,
  expectArgumentsShown,
  expectDiscordNames,
  expectSameSentences,
  latinWordsIn,
  plain,
  sentencesIn,
  siblingsWithOneName,
  tooLong,
} from './catalogue-rules.ts';
import type { Calls, PathWords } from './catalogue-rules.ts';

const others = localeIds.filter((id) => id !== 'en');

/** Arguments that no catalogue writes of its own accord; of numbers and words, each language must show all. */
const calls: Calls = {
  'answer.onlySince': [['<t:1:D>', 'PHRASE']],
  'answer.newest': [['<t:1:D>', '<t:1:R>']],
  'answer.lines': [
    [17, 17],
    [17, 29],
  ],
  'answer.alsoIn': [['NAMES']],
  'answer.corrected': [
    ['TITLE', '<t:1:D>'],
    ['TITLE', null],
  ],
  'answer.note': [['NOTE']],
  'answer.withheld': [['TITLE']],
  'answer.sharedBy': [['<@1>']],
  'answer.quotesOf': [
    [14, 16, 39],
    [14, 14, 39],
  ],
  'check.onlyFirst': [[15]],
  'lists.latestAbout': [['TOPIC']],
  'lists.found': [['WORDS']],
  'lists.sourceLine': [[415, 'LANGUAGES']],
  'lists.newest': [['<t:1:D>']],
  'lists.page': [
    [14, 39],
    [14, null],
  ],
  'article.by': [['AUTHORS']],
  'article.page': [[14, 39]],
  'notices.cooldown': [[15]],
  'notices.wrongChannel': [['<#1>, <#2>']],
  'notices.incident': [['a1b2c3']],
  'notices.questionTooLong': [[615, 500]],
  'notices.sourceUnknown': [['SOURCE']],
  'notices.dateUnreadable': [['TEXT']],
  'notices.languageUnknown': [['TEXT']],
  help: [[{ articles: 415, sources: 27 }]],
  'presence.ready': [[415]],
};

/** Every sentence of a catalogue by its path; of functions one for each call above. */
function sentencesOf({ locale: _, ...messages }: Messages): Map<string, string> {
  return sentencesIn(messages, calls);
}

const english = sentencesOf(messagesOf('en'));

/** Every name and description of a command or an option, by its path. */
function commandWordsOf({ commands }: Messages): PathWords[] {
  return commandWordsIn(commands);
}

describe.each(localeIds)('the catalogue %s', (id) => {
  const messages = messagesOf(id);
  const sentences = sentencesOf(messages);
  const words = commandWordsOf(messages);

  it('names itself by a tag that Intl knows and that leads back to it', () => {
    expect(Intl.getCanonicalLocales(messages.locale)).toEqual([messages.locale]);
    expect(chooseLocale(messages.locale)).toBe(id);
  });

  it("keeps command names to Discord's rule and its library's", () => {
    expect(words).toHaveLength(18);
    expectDiscordNames(words, messages.locale);
  });

  it('gives siblings different names', () => {
    expect(siblingsWithOneName(words)).toEqual([]);
  });

  it("keeps to Discord's lengths", () => {
    expect(
      tooLong(
        100,
        words.map(({ description }) => description),
      ),
    ).toEqual([]);
    expect(tooLong(32, [messages.commands.check])).toEqual([]);
    expect(tooLong(24, Object.values(messages.buttons))).toEqual([]);
    expect(tooLong(45, [messages.feedback.modalTitle, messages.feedback.modalQuestion])).toEqual([]);
    expect(tooLong(100, Object.values(messages.feedback.reasons))).toEqual([]);
    expect(tooLong(150, [messages.lists.open, messages.answer.openNearest])).toEqual([]);
    expect(tooLong(128, [messages.presence.ready(1_234_567), messages.presence.starting])).toEqual([]);
    expect(tooLong(2000, [...sentences.values()])).toEqual([]);
    expect(messages.privacy.join('\n\n').length).toBeLessThan(4000);
    expect(messages.privacy.join()).toContain(String(answersKeptDays));
  });

  it('has every sentence that English has, none empty and none with spaces at its ends', () => {
    expectSameSentences(sentences, english);
  });

  it('shows every argument that a sentence is given', () => {
    expectArgumentsShown(sentences, calls);
  });

  it('keeps the code marks and the emphasis paired', () => {
    for (const text of sentences.values()) {
      expect(text.split('**').length % 2).toBe(1);
      expect(text.split('`').length % 2).toBe(1);
    }
    const emphasised = (text: string | undefined): number => text?.split('**').length ?? 0;
    for (const [path, text] of sentences) expect(emphasised(text)).toBe(emphasised(english.get(path)));
  });

  it('names in its sentences only commands and options that it has', () => {
    const names = words.filter(({ path }) => path.split('.').length === 2).map(({ name }) => name);
    const all = [...sentences.values()].map(plain).join('\n');
    const named = [...all.matchAll(/(?<![\p{L}\p{N}<])\/([\p{L}\p{N}_-]+)/gu)].map((match) => match[1] ?? '');
    const { ask, latest, article, sources } = messages.commands;
    expect(new Set(named)).toEqual(new Set([ask.name, latest.name, article.name, sources.name]));
    expect(names).toEqual(expect.arrayContaining([...new Set(named)]));

    const help = plain(messages.help({ articles: 5, sources: 2 }).join('\n'));
    for (const { name } of [ask, latest, article, sources]) expect(help).toContain(`**/${name}**`);
    for (const { name } of [ask.since, ask.until, ask.source, ask.language, ask.private])
      expect(help).toContain(`\`${name}\``);
  });

  it('names the message command in its help as the reader sees it', () => {
    // No Discord speaks Arabic: what its reader sees is the English name.
    const { check } = id === 'ar' ? messagesOf('en').commands : messages.commands;
    expect(messages.help({ articles: 5, sources: 2 }).at(-1)).toContain(`**${check}**`);
  });
});

/** What is the same word in both languages, or what Discord shows in English. */
const sameAsEnglish: Readonly<Partial<Record<LocaleId, RegExp>>> = {
  fr: /^(?:question|source|article|sources|Sources|415 articles · LANGUAGES)$/,
  ar: /^[a-z]+$/,
};

describe.each(others)('the translation %s', (id) => {
  it('leaves no sentence in English', () => {
    const left = [...sentencesOf(messagesOf(id))].filter(
      ([path, text]) => text === english.get(path) && sameAsEnglish[id]?.test(text) !== true,
    );
    expect(left).toEqual([]);
  });
});

it.each(['zh-CN', 'zh-TW', 'ja', 'ru', 'ko', 'ar'] as const)('leaves no English word in %s', (id) => {
  // Names of commands, and what Discord shows to an Arabic reader.
  const allowed = id === 'ar' ? ['Apps', 'Check', 'against', 'the', 'news', ...englishNames()] : [];
  expect(latinWordsIn(sentencesOf(messagesOf(id)), calls, allowed)).toEqual([]);
});

function englishNames(): readonly string[] {
  return commandWordsOf(messagesOf('en')).map(({ name }) => name);
}

describe('plural', () => {
  it.each([
    [1, '1 статья · X'],
    [2, '2 статьи · X'],
    [5, '5 статей · X'],
    [11, '11 статей · X'],
    [21, '21 статья · X'],
    [1002, '1\u00a0002 статьи · X'],
  ])('counts %i articles in Russian', (count, text) => {
    expect(messagesOf('ru').lists.sourceLine(count, 'X')).toBe(text);
  });

  it.each([
    [1, '1 секунду'],
    [3, '3 секунды'],
    [12, '12 секунд'],
    [21, '21 секунду'],
  ])('puts %i seconds of Russian in the accusative', (count, text) => {
    expect(messagesOf('ru').notices.cooldown(count)).toContain(`через ${text}.`);
  });

  it.each([
    [1, 1, 'из 1 статьи из 1 источника '],
    [5, 2, 'из 5 статей из 2 источников '],
    [21, 21, 'из 21 статьи из 21 источника '],
  ])('puts %i articles of %i sources of Russian in the genitive', (articles, sources, text) => {
    expect(messagesOf('ru').help({ articles, sources })[0]).toContain(text);
  });

  it.each([
    [0, 'لا مقالات · X'],
    [1, 'مقال واحد · X'],
    [2, 'مقالان · X'],
    [3, '3 مقالات · X'],
    [11, '11 مقالًا · X'],
    [100, '100 مقال · X'],
    [103, '103 مقالات · X'],
  ])('counts %i articles in Arabic', (count, text) => {
    expect(messagesOf('ar').lists.sourceLine(count, 'X')).toBe(text);
  });

  it.each([
    [1, 'بعد ثانية واحدة.'],
    [2, 'بعد ثانيتين.'],
    [3, 'بعد 3 ثوانٍ.'],
    [11, 'بعد 11 ثانية.'],
  ])('counts %i seconds in Arabic', (count, text) => {
    expect(messagesOf('ar').notices.cooldown(count)).toContain(text);
  });

  it.each([
    ['en', 1, '1 article · X'],
    ['en', 0, '0 articles · X'],
    ['fr', 0, '0 article · X'],
    ['fr', 2, '2 articles · X'],
    ['es', 1_000_000, '1.000.000 de artículos · X'],
    ['pt-BR', 0, '0 artigo · X'],
    ['de', 1234, '1.234 Artikel · X'],
    ['zh-CN', 1, '1 篇文章 · X'],
    ['zh-TW', 2, '2 篇文章 · X'],
    ['ja', 1, '記事1件 · X'],
    ['ko', 2, '기사 2건 · X'],
  ] as const)('counts as %s does: %i', (id, count, text) => {
    expect(messagesOf(id).lists.sourceLine(count, 'X')).toBe(text);
  });

  it('falls back to the form for all other numbers', () => {
    expect(plural('ru', 2, { other: '# шт.' })).toBe('2 шт.');
  });
});

describe('words for a day', () => {
  const asked = { now: new Date('2026-03-18T12:00:00Z'), timeZone: 'UTC' };
  const lastWeek = { from: '2026-03-09', to: '2026-03-16' };

  it.each([
    ['en', 'last week', 'yesterday'],
    ['zh-CN', '上周', '昨天'],
    ['zh-TW', '上週', '昨天'],
    ['ja', '先週', '昨日'],
    ['es', 'la semana pasada', 'ayer'],
    ['fr', 'la semaine dernière', 'hier'],
    ['de', 'letzte Woche', 'gestern'],
    ['pt-BR', 'semana passada', 'ontem'],
    ['ru', 'прошлая неделя', 'вчера'],
    ['ar', 'الأسبوع الماضي', 'أمس'],
  ] as const)('are offered in %s as they are read', (id, week, day) => {
    const { commands, notices } = messagesOf(id);
    expect(commands.ask.since.description).toContain(week);
    expect(notices.dateUnreadable('?')).toContain(week);
    expect(commands.ask.until.description).toContain(day);
    expect(readQuestionPeriod(week, asked)).toMatchObject(lastWeek);
    expect(readQuestionPeriod(day, asked)).toMatchObject({ from: '2026-03-17', to: '2026-03-18' });
  });
});

describe('chooseLocale', () => {
  it.each([
    ['en', 'en'],
    ['en-US', 'en'],
    ['en-GB', 'en'],
    ['zh-CN', 'zh-CN'],
    ['ZH-cn', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-SG', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['zh-MO', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh-Hant-CN', 'zh-TW'],
    ['ja', 'ja'],
    ['ja-JP', 'ja'],
    ['es-ES', 'es'],
    ['es-419', 'es'],
    ['fr-CA', 'fr'],
    ['de-AT', 'de'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['PT-br', 'pt-BR'],
    ['ru', 'ru'],
    ['ko-KR', 'ko'],
    ['ar-EG', 'ar'],
    ['th', 'en'],
    ['sv-SE', 'en'],
    ['und', 'en'],
    ['', 'en'],
    ['-', 'en'],
    ['no such tag', 'en'],
    [null, 'en'],
    [undefined, 'en'],
  ])('answers "%s" in %s', (tag, id) => {
    expect(chooseLocale(tag)).toBe(id);
  });
});

describe('discordLocales', () => {
  it('lists for every language but Arabic the locales that lead back to it', () => {
    expect(Object.keys(discordLocales)).toEqual(localeIds.filter((id) => id !== 'ar'));
    expect(discordLocales.en).toEqual([]);
    expect(discordLocales.es).toEqual(['es-ES', 'es-419']);
    for (const id of others) for (const tag of discordLocales[id] ?? []) expect(chooseLocale(tag)).toBe(id);
  });
});
