import { describe, expect, it } from 'vitest';
import { deskMessagesOf } from '../../src/discord/messages/desk/catalogue.ts';
import type { DeskMessages } from '../../src/discord/messages/desk/desk-messages.ts';
import { localeIds, messagesOf } from '../../src/discord/messages/locales.ts';
import type { LocaleId } from '../../src/discord/messages/locales.ts';
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
import type { Calls } from './catalogue-rules.ts';

const others = localeIds.filter((id) => id !== 'en');

/** Arguments that no catalogue writes of its own accord; of numbers and words, each language must show all. */
const calls: Calls = {
  withdrawn: [['TITLE', 415]],
  withdrawing: [['TITLE', 27, 415]],
  alreadyWithdrawn: [['TITLE']],
  restored: [['TITLE']],
  notWithdrawn: [['TITLE']],
  corrected: [['TITLE']],
  noteRemoved: [['TITLE']],
  noNote: [['TITLE']],
  'pull.language': [['LANGUAGE']],
  'pull.duplicate': [['TITLE']],
  'pull.indexed': [[415]],
  'pull.notReadable': [['NAME']],
  'pull.tooLarge': [[27]],
  'feeds.added': [['NAME', 415]],
  'feeds.removed': [['NAME']],
  'feeds.paused': [['NAME']],
  'feeds.resumed': [['NAME']],
  'feeds.polled': [['NAME', 415]],
  'feeds.lastSuccess': [['<t:1:R>']],
  'feeds.failures': [[15, 'CODE']],
  'feeds.announcement': [['NAME']],
  'settings.mentions': [[true], [false]],
  'settings.private': [[true], [false]],
  'settings.timeZone': [['ZONE']],
  'settings.cooldown': [[15]],
  'settings.timeZoneUnknown': [['ZONE']],
  'settings.cooldownWrong': [[17, 615]],
  'status.index': [[415, 27, 539]],
  'status.newest': [['<t:1:R>']],
  'status.feeds': [[39, 14]],
  'status.queue': [[15]],
  'status.memory': [[615]],
  'status.running': [['<t:1:f>', 'VERSION']],
};

function sentencesOf(messages: DeskMessages): Map<string, string> {
  return sentencesIn(messages, calls);
}

const english = sentencesOf(deskMessagesOf('en'));

describe.each(localeIds)('the moderators’ catalogue %s', (id) => {
  const messages = deskMessagesOf(id);
  const members = messagesOf(id);
  const sentences = sentencesOf(messages);
  const words = commandWordsIn(messages.commands);

  it("keeps command names to Discord's rule and its library's", () => {
    expect(words).toHaveLength(34);
    expectDiscordNames(words, members.locale);
  });

  it('gives siblings different names', () => {
    expect(siblingsWithOneName(words)).toEqual([]);
  });

  it('names no command as one of members is named', () => {
    const names = [members.commands, messages.commands]
      .flatMap((commands) => commandWordsIn(commands))
      .filter(({ path }) => path.split('.').length === 2)
      .map(({ name }) => name);
    expect(names).toHaveLength(15);
    expect(new Set(names).size).toBe(names.length);
  });

  it("keeps to Discord's lengths", () => {
    const { pull, settings, feedback } = messages;
    const descriptions = words.map(({ description }) => description);
    const labels = [
      pull.confirm,
      pull.cancel,
      settings.edit,
      settings.turnOn,
      settings.turnOff,
      feedback.show,
    ];
    const placeholders = [settings.channels, settings.roles, settings.sources, settings.language];
    expect(tooLong(100, descriptions)).toEqual([]);
    expect(tooLong(39, labels)).toEqual([]);
    expect(tooLong(45, [settings.formTitle, settings.timeZoneField, settings.cooldownField])).toEqual([]);
    expect(tooLong(150, placeholders)).toEqual([]);
    expect(tooLong(2000, [...sentences.values()])).toEqual([]);
  });

  it('has every sentence that English has, none empty and none with spaces at its ends', () => {
    expectSameSentences(sentences, english);
  });

  it('shows every argument that a sentence is given', () => {
    expectArgumentsShown(sentences, calls);
  });

  it('says on and off, some and none in different words', () => {
    const { settings, status } = messages;
    expect(settings.mentions(true)).not.toBe(settings.mentions(false));
    expect(settings.private(true)).not.toBe(settings.private(false));
    expect(settings.turnOn).not.toBe(settings.turnOff);
    expect(status.feeds(39, 14).startsWith(status.feeds(39, 0))).toBe(true);
    const acts = Object.values(messages.audit.acts);
    expect(new Set(acts).size).toBe(acts.length);
  });

  it('marks up nothing of its own', () => {
    for (const text of sentences.values()) expect(text).not.toMatch(/[*`_~|]/);
  });

  it('tells with its own command how a feed is followed, and names no other', () => {
    const { feed } = messages.commands;
    expect(plain(messages.feeds.none)).toContain(`/${feed.name} ${feed.add.name}`);
    const all = plain([...sentences.values()].join('\n'));
    const named = [...all.matchAll(/(?<![\p{L}\p{N}<])\/([\p{L}\p{N}_-]+)/gu)].map((match) => match[1]);
    expect(named).toEqual([feed.name]);
  });

  it('calls the note as members read it', () => {
    const { note } = messages.commands.correct;
    const known = members.answer.note('').toLocaleLowerCase(members.locale);
    expect(id === 'ar' ? known.includes('ملاحظة') : known.includes(note.name)).toBe(true);
  });
});

/** What is the same word in both languages, or what Discord shows in English. */
const sameAsEnglish: Readonly<Partial<Record<LocaleId, RegExp>>> = {
  es: /^(?:feed|Feeds)$/,
  fr: /^(?:article|note)$/,
  de: /^(?:feed|Feeds|name|feedback|status|Status)$/,
  'pt-BR': /^(?:feed|Feeds|status|Status)$/,
  ar: /^[a-z]+$/,
};

describe.each(others)('the moderators’ translation %s', (id) => {
  it('leaves no sentence in English', () => {
    const left = [...sentencesOf(deskMessagesOf(id))].filter(
      ([path, text]) => text === english.get(path) && sameAsEnglish[id]?.test(text) !== true,
    );
    expect(left).toEqual([]);
  });
});

it.each(['zh-CN', 'zh-TW', 'ja', 'ru', 'ko', 'ar'] as const)(
  'leaves no English word in the moderators’ %s',
  (id) => {
    const formats = ['RSS', 'Atom', 'JSON', 'Feed', 'https', 'md', 'txt', 'html', 'pdf', 'MB'];
    const zones = ['Europe', 'Madrid', 'Asia', 'Shanghai'];
    const names = id === 'ar' ? commandWordsIn(deskMessagesOf('en').commands).map(({ name }) => name) : [];
    const sentences = sentencesOf(deskMessagesOf(id));
    expect(latinWordsIn(sentences, calls, [...formats, ...zones, ...names])).toEqual([]);
  },
);

describe('counting', () => {
  it.each([
    [1, 'Добавлена 1 статья. Теперь она находится'],
    [3, 'Добавлено 3 статьи. Теперь они находятся'],
    [12, 'Добавлено 12 статей. Теперь они находятся'],
    [21, 'Добавлена 21 статья. Теперь она находится'],
  ])('adds %i articles in Russian', (count, text) => {
    expect(deskMessagesOf('ru').pull.indexed(count)).toContain(text);
  });

  it.each([
    [1, 'Изменено 1 опубликованное сообщение.'],
    [2, 'Изменено 2 опубликованных сообщения.'],
    [11, 'Изменено 11 опубликованных сообщений.'],
    [31, 'Изменено 31 опубликованное сообщение.'],
  ])('changes %i messages in Russian', (count, text) => {
    expect(deskMessagesOf('ru').withdrawn('X', count)).toBe(`Статья отозвана: X. ${text}`);
  });

  it.each([
    [1, '1 раз'],
    [2, '2 раза'],
    [5, '5 раз'],
    [22, '22 раза'],
  ])('fails %i times in Russian', (count, text) => {
    expect(deskMessagesOf('ru').feeds.failures(count, 'X')).toBe(`не удалось прочитать ${text} (X)`);
  });

  it('puts sources of Russian in the genitive', () => {
    expect(deskMessagesOf('ru').status.index(2, 1, 5)).toBe('2 статьи из 1 источника, 5 фрагментов');
    expect(deskMessagesOf('ru').status.index(21, 3, 1)).toBe('21 статья из 3 источников, 1 фрагмент');
  });

  it.each([
    [0, 'لم تُعدّل أي رسالة منشورة'],
    [1, 'عُدّلت رسالة منشورة واحدة'],
    [2, 'عُدّلت رسالتان منشورتان'],
    [3, 'عُدّلت 3 رسائل منشورة'],
    [11, 'عُدّلت 11 رسالة منشورة'],
    [100, 'عُدّلت 100 رسالة منشورة'],
  ])('changes %i messages in Arabic', (count, text) => {
    expect(deskMessagesOf('ar').withdrawn('X', count)).toBe(`سُحب المقال: X. ${text}.`);
  });

  it.each([
    [0, 'لا خلاصات'],
    [1, 'خلاصة واحدة'],
    [2, 'خلاصتان'],
    [3, '3 خلاصات'],
    [11, '11 خلاصة'],
    [100, '100 خلاصة'],
  ])('counts %i feeds in Arabic', (count, text) => {
    expect(deskMessagesOf('ar').status.feeds(count, 0)).toBe(text);
  });

  it.each([
    [1, 'مرة واحدة'],
    [2, 'مرتين'],
    [4, '4 مرات'],
    [12, '12 مرة'],
  ])('fails %i times in Arabic', (count, text) => {
    expect(deskMessagesOf('ar').feeds.failures(count, 'X')).toBe(`تعذّرت قراءتها ${text} (X)`);
  });

  it.each([
    ['en', 1, 'failed once (X)'],
    ['en', 3, 'failed 3 times (X)'],
    ['es', 1, 'ha fallado 1 vez (X)'],
    ['es', 2, 'ha fallado 2 veces (X)'],
    ['fr', 2, 'a échoué 2\u00a0fois (X)'],
    ['de', 1, 'einmal fehlgeschlagen (X)'],
    ['de', 2, '2 Mal fehlgeschlagen (X)'],
    ['pt-BR', 1, 'falhou 1 vez (X)'],
    ['zh-CN', 2, '失败 2 次（X）'],
    ['zh-TW', 2, '失敗 2 次（X）'],
    ['ja', 2, '2回失敗（X）'],
    ['ko', 2, '2번 실패(X)'],
  ] as const)('fails in %s %i times', (id, count, text) => {
    expect(deskMessagesOf(id).feeds.failures(count, 'X')).toBe(text);
  });

  it.each([
    ['en', 1, '1 article taken in. Questions find it now.'],
    ['es', 1, 'Se ha añadido 1 artículo. Las preguntas ya lo encuentran.'],
    ['es', 2, 'Se han añadido 2 artículos. Las preguntas ya los encuentran.'],
    ['fr', 1, '1 article ajouté. Les questions le trouvent désormais.'],
    ['fr', 2, '2 articles ajoutés. Les questions les trouvent désormais.'],
    ['de', 1, '1 Artikel aufgenommen. Fragen finden ihn jetzt.'],
    ['de', 2, '2 Artikel aufgenommen. Fragen finden sie jetzt.'],
    ['pt-BR', 1, '1 artigo adicionado. As perguntas já o encontram.'],
    ['pt-BR', 2, '2 artigos adicionados. As perguntas já os encontram.'],
  ] as const)('takes in as %s does: %i', (id, count, text) => {
    expect(deskMessagesOf(id).pull.indexed(count)).toBe(text);
  });
});
