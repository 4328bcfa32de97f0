import { plural } from '../messages.ts';
import type { DeskMessages } from './desk-messages.ts';

const locale = 'ru';
const articles = (count: number): string =>
  plural(locale, count, { one: '# статья', few: '# статьи', many: '# статей', other: '# статьи' });
/** After "из", in the genitive. */
const fromSources = (count: number): string =>
  plural(locale, count, {
    one: '# источника',
    few: '# источников',
    many: '# источников',
    other: '# источника',
  });
const chunks = (count: number): string =>
  plural(locale, count, {
    one: '# фрагмент',
    few: '# фрагмента',
    many: '# фрагментов',
    other: '# фрагмента',
  });
const added = (count: number): string =>
  `${plural(locale, count, { one: 'добавлена', other: 'добавлено' })} ${articles(count)}`;
const anArticle = { name: 'статья', description: 'Начните вводить заголовок' };
const aFeed = { name: 'лента', description: 'Начните вводить название' };

/** Russian; what moderators did is said so that it fits women and men alike. */
export const deskRu: DeskMessages = {
  commands: {
    pull: {
      name: 'получить',
      description: 'Опубликовать здесь статью или взять новую из интернета',
      article: {
        name: 'статья',
        description: 'Опубликовать здесь одну из имеющихся статей',
        article: anArticle,
      },
      url: {
        name: 'адрес',
        description: 'Взять статью из интернета, чтобы она находилась по вопросам',
        url: { name: 'адрес', description: 'Адрес статьи, начинается с https://' },
      },
      feed: { name: 'лента', description: 'Прочитать ленту прямо сейчас', feed: aFeed },
      file: {
        name: 'файл',
        description: 'Добавить статью из файла',
        file: { name: 'файл', description: 'Файл .md, .txt, .html или .pdf' },
      },
    },
    feed: {
      name: 'лента',
      description: 'Ленты, новые статьи из которых добавляются сами',
      add: {
        name: 'добавить',
        description: 'Подписаться на ленту',
        url: { name: 'адрес', description: 'Адрес ленты (RSS, Atom, JSON Feed)' },
        called: { name: 'название', description: 'Как лента называется здесь' },
        channel: { name: 'канал', description: 'Где сообщать о новых статьях' },
        topic: { name: 'тема', description: 'Сообщать только о статьях с этими словами' },
      },
      remove: { name: 'удалить', description: 'Отписаться от ленты; её статьи останутся', feed: aFeed },
      pause: { name: 'приостановить', description: 'Приостановить ленту или возобновить её', feed: aFeed },
      list: { name: 'список', description: 'Все ленты и их состояние' },
    },
    withdraw: {
      name: 'отозвать',
      description: 'Сразу убрать статью из всех ответов',
      article: anArticle,
      reason: { name: 'причина', description: 'Почему; её увидят другие модераторы' },
      everywhere: { name: 'везде', description: 'На всех серверах; только для тех, кто разместил бота' },
    },
    restore: {
      name: 'восстановить',
      description: 'Вернуть отозванную статью в ответы',
      article: { name: 'статья', description: 'Одна из отозванных статей' },
      everywhere: { name: 'везде', description: 'На всех серверах; только для тех, кто разместил бота' },
    },
    correct: {
      name: 'исправить',
      description: 'Показывать примечание под каждой цитатой из статьи',
      article: anArticle,
      note: {
        name: 'примечание',
        description: 'Текст примечания; не указывайте его, чтобы снять нынешнее',
      },
    },
    settings: { name: 'настройки', description: 'Как бот ведёт себя на этом сервере' },
    audit: { name: 'журнал', description: 'Что делали модераторы' },
    feedback: { name: 'отзывы', description: 'Ответы, которые участники отметили как неверные' },
    status: { name: 'состояние', description: 'Как обстоят дела у бота и его статей' },
  },
  withdrawn: (title, changed) =>
    `Статья отозвана: ${title}. ${plural(locale, changed, {
      one: 'Изменено # опубликованное сообщение',
      few: 'Изменено # опубликованных сообщения',
      many: 'Изменено # опубликованных сообщений',
      other: 'Изменено # опубликованного сообщения',
    })}.`,
  withdrawing: (title, changed, total) =>
    `Статья отозвана: ${title}. Опубликованные сообщения изменяются: ${changed} из ${total}.`,
  alreadyWithdrawn: (title) => `Статья уже была отозвана: ${title}. Причина заменена.`,
  restored: (title) => `Статья восстановлена: ${title}.`,
  notWithdrawn: (title) => `Здесь эта статья не отозвана: ${title}.`,
  corrected: (title) => `Примечание показывается под каждой цитатой из статьи: ${title}.`,
  noteRemoved: (title) => `Примечание к статье снято: ${title}.`,
  noNote: (title) => `К этой статье нет примечания: ${title}.`,
  onlyOwner: 'Сделать это для всех серверов могут только те, кто разместил бота.',
  onlyInServers: 'Это работает только на серверах.',
  pull: {
    found: 'Вот что нашлось:',
    language: (name) => `Язык: ${name}`,
    duplicate: (title) => `Такая статья уже есть: ${title}`,
    wasWithdrawn: 'Эта статья отозвана. Если добавить её снова, она не восстановится.',
    confirm: 'Добавить',
    cancel: 'Не добавлять',
    cancelled: 'Ничего не добавлено.',
    indexed: (count) =>
      plural(locale, count, {
        one: 'Добавлена # статья. Теперь она находится по вопросам.',
        few: 'Добавлено # статьи. Теперь они находятся по вопросам.',
        many: 'Добавлено # статей. Теперь они находятся по вопросам.',
        other: 'Добавлено # статьи. Теперь они находятся по вопросам.',
      }),
    expired: 'Это предложение устарело. Пожалуйста, получите статью ещё раз.',
    refused: (host) =>
      `Адрес на ${host} не загружается: это не общедоступная страница, или её владелец против.`,
    unreachable: (host) => `${host} не отвечает или отвечает слишком медленно. Пожалуйста, попробуйте позже.`,
    notFound: (host) => `На ${host} нет такой страницы.`,
    closed: 'Здесь ничего нельзя добавить.',
    notReadable: (name) => `В ${name} нет ничего, что можно прочитать как статью.`,
    tooLarge: (maximum) => `Файл слишком большой; я принимаю не больше ${maximum} МБ.`,
  },
  feeds: {
    heading: 'Ленты',
    none: 'Подписок на ленты нет. Подписаться можно командой /лента добавить.',
    added: (name, count) => `Подписка на ленту ${name} оформлена: ${added(count)}.`,
    removed: (name) => `Подписка на ленту ${name} отменена. Её статьи остаются.`,
    paused: (name) => `Лента ${name} приостановлена.`,
    resumed: (name) => `Лента ${name} возобновлена.`,
    polled: (name, count) =>
      `${name}: ${plural(locale, count, {
        one: '# новая или изменённая статья',
        few: '# новые или изменённые статьи',
        many: '# новых или изменённых статей',
        other: '# новой или изменённой статьи',
      })}.`,
    notRead: (name, code) => `Не удалось прочитать: ${name} (${code}).`,
    unknown: 'Такой ленты нет. Выберите ленту из списка, который появляется при вводе.',
    isPaused: 'приостановлена',
    lastSuccess: (age) => `прочитана ${age}`,
    neverPolled: 'ещё не прочитана',
    failures: (count, code) =>
      `не удалось прочитать ${plural(locale, count, { one: '# раз', few: '# раза', many: '# раз', other: '# раза' })} (${code})`,
    announcement: (feed) => `Новое в ленте ${feed}`,
  },
  settings: {
    heading: 'Настройки этого сервера',
    channels: 'Каналы, в которых я отвечаю',
    everyChannel: 'во всех каналах',
    roles: 'Роли, которым доступны команды модераторов',
    noRoles: 'только те, кто может управлять сообщениями',
    sources: 'Источники, в которых ведётся поиск',
    allSources: 'все источники',
    language: 'Язык ответов на упоминания',
    serverLanguage: 'язык сервера',
    mentions: (isOn) => `Ответы на упоминания: ${isOn ? 'включены' : 'выключены'}`,
    private: (isOn) => `Показ ответов только тому, кто спросил: ${isOn ? 'включён' : 'выключен'}`,
    timeZone: (zone) => `Часовой пояс: ${zone}`,
    cooldown: (seconds) =>
      `Между двумя вопросами одного человека: ${plural(locale, seconds, { one: '# секунда', few: '# секунды', many: '# секунд', other: '# секунды' })}`,
    edit: 'Часовой пояс и пауза',
    formTitle: 'Часовой пояс и пауза',
    timeZoneField: 'Часовой пояс, например Europe/Madrid',
    cooldownField: 'Секунд между вопросами одного человека',
    timeZoneUnknown: (zone) =>
      `Часового пояса «${zone}» нет. Напишите, например, Europe/Madrid или Asia/Shanghai.`,
    cooldownWrong: (minimum, maximum) => `Укажите число секунд от ${minimum} до ${maximum}.`,
    turnOn: 'включить',
    turnOff: 'выключить',
  },
  audit: {
    heading: 'Что делали модераторы',
    none: 'Пока ничего.',
    refused: 'отказано',
    acts: {
      settings: 'изменены настройки',
      withdraw: 'отозвана статья',
      restore: 'восстановлена статья',
      correct: 'добавлено примечание к статье',
      'remove-correction': 'снято примечание к статье',
      'add-feed': 'добавлена лента',
      'remove-feed': 'удалена лента',
      'pause-feed': 'приостановлена лента',
      'resume-feed': 'возобновлена лента',
      pull: 'добавлено',
    },
  },
  feedback: {
    heading: 'Ответы, которые участники отметили как неверные',
    none: 'Никто не отмечал ответы как неверные.',
    goneQuotes: 'Цитат из этого ответа больше нет.',
    show: 'Показать ответ',
  },
  status: {
    heading: 'Состояние',
    index: (articleCount, sourceCount, chunkCount) =>
      `${articles(articleCount)} из ${fromSources(sourceCount)}, ${chunks(chunkCount)}`,
    newest: (age) => `Самая новая статья: ${age}`,
    feeds: (count, failing) =>
      `${plural(locale, count, { one: '# лента', few: '# ленты', many: '# лент', other: '# ленты' })}${failing === 0 ? '' : `, с ошибками: ${failing}`}`,
    queue: (count) =>
      `${plural(locale, count, { one: '# вопрос', few: '# вопроса', many: '# вопросов', other: '# вопроса' })} в очереди или в работе`,
    memory: (megabytes) => `Память: ${megabytes} МБ`,
    running: (since, version) => `Версия ${version}, работает с ${since}`,
  },
};
