import { plural } from '../messages.ts';
import type { DeskMessages } from './desk-messages.ts';

const locale = 'de';
const articles = (count: number): string => plural(locale, count, { other: '# Artikel' });
const anArticle = { name: 'artikel', description: 'Gib den Anfang des Titels ein' };
const aFeed = { name: 'feed', description: 'Gib den Anfang des Namens ein' };

/** German, with "du" as Discord itself has it. */
export const deskDe: DeskMessages = {
  commands: {
    pull: {
      name: 'holen',
      description: 'Einen Artikel hier posten oder einen aus dem Web holen',
      article: {
        name: 'artikel',
        description: 'Einen der vorhandenen Artikel hier posten',
        article: anArticle,
      },
      url: {
        name: 'adresse',
        description: 'Einen Artikel aus dem Web holen, damit Fragen ihn finden',
        url: { name: 'adresse', description: 'Adresse des Artikels; sie beginnt mit https://' },
      },
      feed: { name: 'feed', description: 'Einen Feed jetzt lesen', feed: aFeed },
      file: {
        name: 'datei',
        description: 'Einen Artikel aus einer Datei aufnehmen',
        file: { name: 'datei', description: 'Eine Datei mit der Endung .md, .txt, .html oder .pdf' },
      },
    },
    feed: {
      name: 'feed',
      description: 'Feeds, deren neue Artikel von selbst aufgenommen werden',
      add: {
        name: 'hinzufügen',
        description: 'Einen Feed abonnieren',
        url: { name: 'adresse', description: 'Adresse des Feeds (RSS, Atom, JSON Feed)' },
        called: { name: 'name', description: 'Wie der Feed hier heißt' },
        channel: { name: 'kanal', description: 'Wo neue Artikel gemeldet werden' },
        topic: { name: 'thema', description: 'Nur Artikel mit diesen Wörtern melden' },
      },
      remove: {
        name: 'entfernen',
        description: 'Einen Feed nicht mehr abonnieren; seine Artikel bleiben',
        feed: aFeed,
      },
      pause: { name: 'pausieren', description: 'Einen Feed pausieren oder fortsetzen', feed: aFeed },
      list: { name: 'liste', description: 'Alle Feeds und wie es um sie steht' },
    },
    withdraw: {
      name: 'zurückziehen',
      description: 'Einen Artikel sofort aus allen Antworten nehmen',
      article: anArticle,
      reason: { name: 'grund', description: 'Warum; andere Moderatoren sehen es' },
      everywhere: { name: 'überall', description: 'Auf allen Servern; nur für die, die den Bot betreiben' },
    },
    restore: {
      name: 'wiederherstellen',
      description: 'Einen zurückgezogenen Artikel wieder in Antworten zulassen',
      article: { name: 'artikel', description: 'Einer der zurückgezogenen Artikel' },
      everywhere: { name: 'überall', description: 'Auf allen Servern; nur für die, die den Bot betreiben' },
    },
    correct: {
      name: 'berichtigen',
      description: 'Unter jedem Zitat aus einem Artikel einen Hinweis zeigen',
      article: anArticle,
      note: { name: 'hinweis', description: 'Der Hinweis; lass ihn weg, um den jetzigen zu entfernen' },
    },
    settings: { name: 'einstellungen', description: 'Wie sich der Bot auf diesem Server verhält' },
    audit: { name: 'protokoll', description: 'Was Moderatoren getan haben' },
    feedback: { name: 'feedback', description: 'Antworten, die Mitglieder als falsch gemeldet haben' },
    status: { name: 'status', description: 'Wie es um den Bot und seine Artikel steht' },
  },
  withdrawn: (title, changed) =>
    `Zurückgezogen: ${title}. ${plural(locale, changed, { one: '# gepostete Nachricht wurde', other: '# gepostete Nachrichten wurden' })} geändert.`,
  withdrawing: (title, changed, total) =>
    `Zurückgezogen: ${title}. Gepostete Nachrichten werden geändert: ${changed} von ${total}.`,
  alreadyWithdrawn: (title) => `War bereits zurückgezogen: ${title}. Der Grund wurde ersetzt.`,
  restored: (title) => `Wiederhergestellt: ${title}.`,
  notWithdrawn: (title) => `Hier nicht zurückgezogen: ${title}.`,
  corrected: (title) => `Der Hinweis wird unter jedem Zitat aus diesem Artikel gezeigt: ${title}.`,
  noteRemoved: (title) => `Der Hinweis zu diesem Artikel wurde entfernt: ${title}.`,
  noNote: (title) => `Zu diesem Artikel gibt es keinen Hinweis: ${title}.`,
  onlyOwner: 'Das können nur die, die den Bot betreiben, für alle Server tun.',
  onlyInServers: 'Das geht nur auf Servern.',
  pull: {
    found: 'Das wurde gefunden:',
    language: (name) => `Sprache: ${name}`,
    duplicate: (title) => `Der Artikel ist schon da: ${title}`,
    wasWithdrawn:
      'Dieser Artikel wurde zurückgezogen. Ihn noch einmal aufzunehmen, stellt ihn nicht wieder her.',
    confirm: 'Aufnehmen',
    cancel: 'Nicht aufnehmen',
    cancelled: 'Es wurde nichts aufgenommen.',
    indexed: (count) =>
      `${articles(count)} aufgenommen. Fragen finden ${plural(locale, count, { one: 'ihn', other: 'sie' })} jetzt.`,
    expired: 'Dieses Angebot ist zu alt. Bitte hol den Artikel noch einmal.',
    refused: (host) =>
      `Die Adresse bei ${host} wird nicht geholt: Sie ist keine öffentliche Webseite, oder ihr Betreiber will das nicht.`,
    unreachable: (host) => `${host} antwortet nicht oder zu langsam. Bitte versuch es später noch einmal.`,
    notFound: (host) => `Bei ${host} gibt es diese Seite nicht.`,
    closed: 'Hier kann nichts aufgenommen werden.',
    notReadable: (name) => `${name} enthält nichts, was als Artikel gelesen werden könnte.`,
    tooLarge: (maximum) => `Die Datei ist zu groß; ich nehme höchstens ${maximum} MB.`,
  },
  feeds: {
    heading: 'Feeds',
    none: 'Es ist kein Feed abonniert. Mit /feed hinzufügen abonnierst du einen.',
    added: (name, count) => `${name} ist jetzt abonniert: ${articles(count)} aufgenommen.`,
    removed: (name) => `${name} ist nicht mehr abonniert. Die Artikel daraus bleiben.`,
    paused: (name) => `${name} ist pausiert.`,
    resumed: (name) => `${name} wird wieder gelesen.`,
    polled: (name, count) => `${name}: ${articles(count)} neu oder geändert.`,
    notRead: (name, code) => `${name} konnte nicht gelesen werden (${code}).`,
    unknown: 'Diesen Feed gibt es nicht. Bitte wähle beim Tippen einen aus der Liste.',
    isPaused: 'pausiert',
    lastSuccess: (age) => `gelesen ${age}`,
    neverPolled: 'noch nicht gelesen',
    failures: (count, code) =>
      `${plural(locale, count, { one: 'einmal', other: '# Mal' })} fehlgeschlagen (${code})`,
    announcement: (feed) => `Neu von ${feed}`,
  },
  settings: {
    heading: 'Einstellungen dieses Servers',
    channels: 'Kanäle, in denen ich antworte',
    everyChannel: 'in allen Kanälen',
    roles: 'Rollen, die Moderationsbefehle nutzen dürfen',
    noRoles: 'nur wer Nachrichten verwalten darf',
    sources: 'Quellen, die durchsucht werden',
    allSources: 'alle Quellen',
    language: 'Sprache der Antworten auf Erwähnungen',
    serverLanguage: 'die Sprache des Servers',
    mentions: (isOn) => `Antworten auf Erwähnungen: ${isOn ? 'an' : 'aus'}`,
    private: (isOn) => `Antworten nur der fragenden Person zeigen: ${isOn ? 'an' : 'aus'}`,
    timeZone: (zone) => `Zeitzone: ${zone}`,
    cooldown: (seconds) =>
      `Zwischen zwei Fragen einer Person: ${plural(locale, seconds, { one: '# Sekunde', other: '# Sekunden' })}`,
    edit: 'Zeitzone und Wartezeit',
    formTitle: 'Zeitzone und Wartezeit',
    timeZoneField: 'Zeitzone, zum Beispiel Europe/Madrid',
    cooldownField: 'Sekunden zwischen zwei Fragen einer Person',
    timeZoneUnknown: (zone) =>
      `„${zone}“ ist keine Zeitzone. Schreib eine wie Europe/Madrid oder Asia/Shanghai.`,
    cooldownWrong: (minimum, maximum) => `Schreib die Sekunden als Zahl von ${minimum} bis ${maximum}.`,
    turnOn: 'einschalten',
    turnOff: 'ausschalten',
  },
  audit: {
    heading: 'Was Moderatoren getan haben',
    none: 'Noch nichts.',
    refused: 'abgelehnt',
    acts: {
      settings: 'Einstellungen geändert',
      withdraw: 'zurückgezogen',
      restore: 'wiederhergestellt',
      correct: 'mit Hinweis versehen',
      'remove-correction': 'Hinweis entfernt',
      'add-feed': 'Feed abonniert',
      'remove-feed': 'Feed abbestellt',
      'pause-feed': 'Feed pausiert',
      'resume-feed': 'Feed fortgesetzt',
      pull: 'aufgenommen',
    },
  },
  feedback: {
    heading: 'Antworten, die Mitglieder als falsch gemeldet haben',
    none: 'Niemand hat eine Antwort als falsch gemeldet.',
    goneQuotes: 'Die Zitate dieser Antwort gibt es nicht mehr.',
    show: 'Antwort zeigen',
  },
  status: {
    heading: 'Status',
    index: (articleCount, sourceCount, chunks) =>
      `${articles(articleCount)} von ${plural(locale, sourceCount, { one: '# Quelle', other: '# Quellen' })}, ${plural(locale, chunks, { one: '# Abschnitt', other: '# Abschnitte' })}`,
    newest: (age) => `Neuester Artikel: ${age}`,
    feeds: (count, failing) =>
      `${plural(locale, count, { one: '# Feed', other: '# Feeds' })}${failing === 0 ? '' : `, davon ${failing} mit Fehlern`}`,
    queue: (count) =>
      plural(locale, count, {
        one: '# Frage wartet oder wird beantwortet',
        other: '# Fragen warten oder werden beantwortet',
      }),
    memory: (megabytes) => `Speicher: ${megabytes} MB`,
    running: (since, version) => `Version ${version}, läuft seit ${since}`,
  },
};
