import type { PageWords } from './page-words.ts';

/** The page in Russian. */
export const ru: PageWords = {
  nav: {
    sections: 'Разделы',
    chat: 'Чат',
    archive: 'Архив',
    quality: 'Качество',
  },
  settings: {
    language: 'Язык',
    theme: 'Оформление',
    system: 'Как в системе',
    light: 'Светлое',
    dark: 'Тёмное',
    moderator: 'Режим модератора',
  },
  chat: {
    channel: 'спроси-новости',
    intro:
      'Так бот выглядит в Discord; он отвечает по вашим статьям. Ничто из написанного не покидает эту машину, и вопросы не сохраняются.',
    askAbout: 'Спросите об одной из новых статей:',
    messages: 'Сообщения',
    placeholder: 'Напишите Newsquote или / для списка команд',
    send: 'Отправить',
    you: 'Вы',
    app: 'БОТ',
    used: 'использует {command}',
    onlyYou: 'Это видите только вы',
    dismiss: 'Скрыть',
    reply: 'Ответить',
    replyingTo: 'Ответ для Newsquote',
    cancel: 'Отмена',
    actions: 'Действия с этим сообщением',
    commands: 'Команды',
    noCommands: 'Такой команды нет',
    optional: 'Необязательно',
    suggestions: 'Подсказки',
    yes: 'Да',
    no: 'Нет',
    looking: 'Newsquote ищет…',
    submit: 'Отправить',
    failed: 'Сервер не отвечает. Он ещё работает?',
  },
  start: {
    opening: 'Открываю индекс…',
    building: 'Индекс строится впервые. Спрашивать можно будет, как только он будет готов.',
    read: 'Чтение страниц',
    embed: 'Векторы предложений',
    store: 'Сохранение статей',
    vectors: 'Построение векторного индекса',
  },
};
