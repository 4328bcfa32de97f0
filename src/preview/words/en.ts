import type { PageWords } from './page-words.ts';

/** The page in English. */
export const en: PageWords = {
  nav: {
    sections: 'Sections',
    chat: 'Chat',
    archive: 'Archive',
    quality: 'Quality',
  },
  settings: {
    language: 'Language',
    theme: 'Appearance',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
    moderator: 'Moderator mode',
  },
  chat: {
    channel: 'ask-the-news',
    intro:
      'This page is the bot as Discord shows it, answering from your articles. Nothing you write leaves this machine, and no question is kept.',
    askAbout: 'Ask about one of the newest articles:',
    messages: 'Messages',
    placeholder: 'Message Newsquote, or / for commands',
    send: 'Send',
    you: 'You',
    app: 'APP',
    used: 'used {command}',
    onlyYou: 'Only you can see this',
    dismiss: 'Dismiss',
    reply: 'Reply',
    replyingTo: 'Replying to Newsquote',
    cancel: 'Cancel',
    actions: 'Actions on this message',
    commands: 'Commands',
    noCommands: 'No such command',
    optional: 'Optional',
    suggestions: 'Suggestions',
    yes: 'Yes',
    no: 'No',
    looking: 'Newsquote is looking…',
    submit: 'Submit',
    failed: 'The server does not answer. Is it still running?',
  },
  start: {
    opening: 'Opening the index…',
    building: 'Building the index for the first time. You can ask as soon as it is done.',
    read: 'Reading pages',
    embed: 'Embedding sentences',
    store: 'Storing articles',
    vectors: 'Building the vector index',
  },
};
