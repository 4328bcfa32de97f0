import type { PageWords } from './page-words.ts';

/** The page in German. */
export const de: PageWords = {
  nav: {
    sections: 'Bereiche',
    chat: 'Chat',
    archive: 'Archiv',
    quality: 'Qualität',
  },
  settings: {
    language: 'Sprache',
    theme: 'Darstellung',
    system: 'Wie das System',
    light: 'Hell',
    dark: 'Dunkel',
    moderator: 'Moderationsmodus',
  },
  chat: {
    channel: 'frag-die-nachrichten',
    intro:
      'So zeigt Discord den Bot; er antwortet aus deinen Artikeln. Nichts, was du schreibst, verlässt diesen Rechner, und keine Frage wird gespeichert.',
    askAbout: 'Frag nach einem der neuesten Artikel:',
    messages: 'Nachrichten',
    placeholder: 'Nachricht an Newsquote, oder / für Befehle',
    send: 'Senden',
    you: 'Du',
    app: 'APP',
    used: 'hat {command} benutzt',
    onlyYou: 'Nur du kannst das sehen',
    dismiss: 'Verwerfen',
    reply: 'Antworten',
    replyingTo: 'Antwort an Newsquote',
    cancel: 'Abbrechen',
    actions: 'Aktionen zu dieser Nachricht',
    commands: 'Befehle',
    noCommands: 'Diesen Befehl gibt es nicht',
    optional: 'Optional',
    suggestions: 'Vorschläge',
    yes: 'Ja',
    no: 'Nein',
    looking: 'Newsquote sucht …',
    submit: 'Absenden',
    failed: 'Der Server antwortet nicht. Läuft er noch?',
  },
  start: {
    opening: 'Der Index wird geöffnet …',
    building: 'Der Index wird zum ersten Mal gebaut. Sobald er fertig ist, kannst du fragen.',
    read: 'Seiten werden gelesen',
    embed: 'Sätze werden eingebettet',
    store: 'Artikel werden gespeichert',
    vectors: 'Der Vektorindex wird gebaut',
  },
};
