import { plural } from './messages.ts';
import type { Messages } from './messages.ts';

const locale = 'de';
const articles = (count: number): string => plural(locale, count, { other: '# Artikel' });
/** After "aus", in the dative. */
const fromArticles = (count: number): string =>
  plural(locale, count, { one: '# Artikel', other: '# Artikeln' });
const sources = (count: number): string => plural(locale, count, { one: '# Quelle', other: '# Quellen' });

/** German, with "du" as Discord itself has it. */
export const de: Messages = {
  locale,
  commands: {
    ask: {
      name: 'fragen',
      description: 'Stell eine Frage; die Antwort wird wörtlich aus Nachrichtenartikeln zitiert',
      question: { name: 'frage', description: 'Was du wissen möchtest, in jeder Sprache' },
      since: { name: 'ab', description: 'Nur Artikel ab diesem Tag: 2026-03-01, 2026-03, letzte Woche' },
      until: { name: 'bis', description: 'Nur Artikel bis zu diesem Tag: 2026-03-31, 2026-03, gestern' },
      source: { name: 'quelle', description: 'Nur Artikel aus dieser Quelle' },
      language: { name: 'sprache', description: 'Nur Artikel in dieser Sprache' },
      private: { name: 'privat', description: 'Die Antwort nur dir zeigen; du kannst sie danach teilen' },
    },
    latest: {
      name: 'neueste',
      description: 'Die neuesten Artikel',
      source: { name: 'quelle', description: 'Nur Artikel aus dieser Quelle' },
      topic: { name: 'thema', description: 'Nur Artikel zu diesem Thema' },
    },
    article: {
      name: 'artikel',
      description: 'Einen Artikel finden und lesen',
      find: {
        name: 'suchen',
        description: 'Artikel nach Wörtern im Titel suchen',
        words: { name: 'wörter', description: 'Wörter aus dem Titel, die Quelle oder ein Datum wie 2026-03' },
      },
      show: {
        name: 'lesen',
        description: 'Einen Artikel Seite für Seite lesen',
        article: { name: 'artikel', description: 'Gib den Anfang des Titels ein' },
      },
    },
    sources: { name: 'quellen', description: 'Die Quellen, aus denen Fragen beantwortet werden' },
    help: { name: 'hilfe', description: 'Was du fragen kannst, und wie' },
    privacy: { name: 'datenschutz', description: 'Was über dich gespeichert wird und was nicht' },
    check: 'Mit Nachrichten abgleichen',
  },
  buttons: {
    more: 'Mehr Zitate',
    previous: 'Zurück',
    next: 'Weiter',
    showInArticle: 'Im Artikel zeigen',
    article: 'Artikel lesen',
    share: 'Teilen',
    helpful: 'Hilfreich',
    wrong: 'Falsch',
    original: 'Originalseite',
  },
  answer: {
    notSure: 'Ob das die Frage beantwortet, ist nicht sicher. Am besten passt in den Artikeln:',
    notFound: 'Die Artikel beantworten diese Frage nicht.',
    openNearest: 'Einen der am besten passenden Artikel öffnen',
    onlySince: (date, phrase) => `Nur Artikel seit ${date} („${phrase}“).`,
    newest: (date, age) => `Neuester zitierter Artikel: ${date}, ${age}`,
    lines: (from, to) => (from === to ? `Zeile ${from}` : `Zeilen ${from}–${to}`),
    differ: (figures) => `Die Quellen nennen Verschiedenes: ${figures}`,
    alsoIn: (names) => `Auch in: ${names}`,
    corrected: (title, date) =>
      `Dieser Artikel wurde${date === null ? '' : ` am ${date}`} berichtigt: ${title}`,
    note: (note) => `Hinweis der Moderatoren: ${note}`,
    withheld: (title) =>
      `Ein Zitat aus „${title}“ wird nicht gezeigt: Die Seite hat sich geändert, nachdem sie indiziert wurde.`,
    withdrawn: 'Dieses Zitat wurde entfernt, weil sein Artikel zurückgezogen wurde.',
    sharedBy: (user) => `Geteilt von ${user}`,
    quotesOf: (from, to, total) =>
      from === to ? `Zitat ${from} von ${total}` : `Zitate ${from}–${to} von ${total}`,
  },
  check: {
    heading: 'Was die Artikel zu dieser Nachricht sagen',
    nothing: 'Die Artikel sagen dazu nichts.',
    noClaims: 'In dieser Nachricht gibt es nichts zum Nachschlagen: Sie enthält keinen Satz.',
    onlyFirst: (count) =>
      plural(locale, count, {
        one: 'Nur die erste Aussage wurde nachgeschlagen.',
        other: 'Nur die ersten # Aussagen wurden nachgeschlagen.',
      }),
    noVerdict:
      'Das sind die am besten passenden Stellen in den Artikeln, kein Urteil. Lies sie im Zusammenhang ihres Artikels.',
  },
  lists: {
    latest: 'Neueste Artikel',
    latestAbout: (topic) => `Neueste Artikel über „${topic}“`,
    found: (words) => `Artikel mit „${words}“`,
    none: 'Dazu gibt es keinen Artikel.',
    open: 'Einen Artikel öffnen',
    sources: 'Quellen',
    sourceLine: (count, languages) => `${articles(count)} · ${languages}`,
    newest: (date) => `neuester: ${date}`,
    page: (page, total) => (total === null ? `Seite ${page}` : `Seite ${page} von ${total}`),
    undated: 'ohne Datum',
  },
  article: {
    by: (authors) => `Von ${authors}`,
    page: (page, total) => `Seite ${page} von ${total}`,
    inContext: 'Das Zitat, fett, in seinem Zusammenhang',
    gone: 'Diesen Artikel gibt es hier nicht mehr.',
  },
  feedback: {
    thanks:
      'Danke! Die Moderatoren sehen deine Auswahl, aber nicht deine Frage, denn sie wird nicht gespeichert.',
    modalTitle: 'Was stimmt nicht?',
    modalQuestion: 'Was stimmt an dieser Antwort nicht?',
    reasons: {
      'wrong-article': 'Es geht um etwas anderes',
      outdated: 'Sie ist veraltet',
      'cut-badly': 'Das Zitat ist irreführend gekürzt',
      'not-an-answer': 'Sie beantwortet die Frage nicht',
      other: 'Etwas anderes',
    },
  },
  notices: {
    cooldown: (seconds) =>
      `Du fragst schneller, als ich lesen kann. Bitte versuch es in ${plural(locale, seconds, { one: '# Sekunde', other: '# Sekunden' })} noch einmal.`,
    busy: 'Gerade fragen viele Leute. Bitte versuch es gleich noch einmal.',
    starting: 'Ich bin noch nicht so weit. Bitte versuch es in einer Minute noch einmal.',
    wrongChannel: (channels) => `Auf diesem Server antworte ich in ${channels}.`,
    onlyAsker: 'Das kann nur die Person tun, die gefragt hat.',
    outdatedButton: 'Dieser Button funktioniert nicht mehr. Bitte frag noch einmal mit /fragen.',
    emptyMention:
      'Frag mich etwas zu den Nachrichten: Erwähne mich zusammen mit deiner Frage oder nutze /fragen.',
    incident: (id) =>
      `Bei mir ist etwas schiefgegangen, nicht bei dir. Wenn es wieder passiert, sag den Moderatoren Bescheid: \`${id}\``,
    questionEmpty: 'Darin steht keine Frage. Bitte schreib, was du wissen möchtest.',
    questionTooLong: (length, maximum) =>
      `Die Frage hat ${length} Zeichen; ich lese höchstens ${maximum}. Bitte frag immer nur nach einer Sache.`,
    sourceUnknown: (source) =>
      `Es gibt keine Artikel aus „${source}“. /quellen zeigt, welche Quellen es gibt.`,
    dateUnreadable: (text) =>
      `Ich kann „${text}“ nicht als Datum lesen. Schreib 2026-03-01, 2026-03, 2026 oder „letzte Woche“.`,
    languageUnknown: (text) =>
      `Es gibt keine Artikel in der Sprache „${text}“. /quellen zeigt, welche Sprachen es gibt.`,
    articleUnknown: 'Diesen Artikel gibt es nicht. Bitte wähle beim Tippen einen aus der Liste.',
    notAllowed: 'Das darfst du hier nicht tun.',
  },
  help: ({ articles: articleCount, sources: sourceCount }) => [
    `Ich beantworte Fragen zu den Nachrichten mit wörtlichen Zitaten aus ${fromArticles(articleCount)} von ${sources(sourceCount)}, jedes mit genauer Fundstelle. Wenn die Artikel keine Antwort geben, sage ich das.`,
    '**/fragen** stellt eine Frage in jeder Sprache. Grenze sie mit `ab`, `bis`, `quelle` oder `sprache` ein; mit `privat` siehst nur du die Antwort.',
    'Oder erwähne mich zusammen mit deiner Frage, schreib mir eine Direktnachricht oder antworte auf eine meiner Antworten, um weiterzufragen.',
    '**/neueste** zeigt die neuesten Artikel, **/artikel** findet und zeigt einen, **/quellen** listet auf, woher sie stammen.',
    'So siehst du, was die Artikel zu einer Nachricht sagen: Öffne das Menü der Nachricht → Apps → **Mit Nachrichten abgleichen**.',
  ],
  privacy: [
    'Deine Fragen werden gelesen, beantwortet und vergessen: Keine Frage und keine Nachricht wird gespeichert oder protokolliert.',
    'Von einer Antwort behalte ich 90 Tage lang, wo in welchen Artikeln ihre Zitate stehen, welche Nachricht sie zeigt und wer gefragt hat, damit ein zurückgezogener Artikel daraus entfernt werden kann. So lange bleibt auch dein Feedback, mit dem, der es gegeben hat: nur deine Auswahl. Was Moderatoren entscheiden, bleibt mit dem, der es entschieden hat.',
    'Alles läuft auf dem Rechner derer, die mich betreiben; an andere wird nichts gesendet.',
    'Wenn gelöscht werden soll, was über dich gespeichert ist, wende dich an die, die mich betreiben, notfalls über die Moderatoren dieses Servers.',
  ],
  presence: {
    ready: (count) => `${articles(count)} · /fragen`,
    starting: 'wird vorbereitet',
  },
};
