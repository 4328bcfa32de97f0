import { plural } from '../messages.ts';
import type { DeskMessages } from './desk-messages.ts';

const locale = 'en-US';
const articles = (count: number): string => plural(locale, count, { one: '# article', other: '# articles' });
const anArticle = { name: 'article', description: 'Begin to type its title' };
const aFeed = { name: 'feed', description: 'Begin to type its name' };

/** English: what every other language is translated from. */
export const deskEn: DeskMessages = {
  commands: {
    pull: {
      name: 'pull',
      description: 'Post an article here, or bring one in from the web',
      article: { name: 'article', description: 'Post one of the articles here', article: anArticle },
      url: {
        name: 'url',
        description: 'Fetch an article from the web and let questions find it',
        url: { name: 'url', description: 'Address of the article, beginning with https://' },
      },
      feed: { name: 'feed', description: 'Read a feed now', feed: aFeed },
      file: {
        name: 'file',
        description: 'Take in an article from a file',
        file: { name: 'file', description: 'A .md, .txt, .html or .pdf file' },
      },
    },
    feed: {
      name: 'feed',
      description: 'Feeds whose new articles are taken in by themselves',
      add: {
        name: 'add',
        description: 'Follow a feed',
        url: { name: 'url', description: 'Address of the feed (RSS, Atom, JSON Feed)' },
        called: { name: 'name', description: 'What the feed is called here' },
        channel: { name: 'channel', description: 'Where new articles are told of' },
        topic: { name: 'topic', description: 'Only tell of articles with these words' },
      },
      remove: { name: 'remove', description: 'Follow a feed no longer; its articles stay', feed: aFeed },
      pause: { name: 'pause', description: 'Pause a feed, or go on with it', feed: aFeed },
      list: { name: 'list', description: 'All feeds, and how they are' },
    },
    withdraw: {
      name: 'withdraw',
      description: 'Hide an article from every answer, at once',
      article: anArticle,
      reason: { name: 'reason', description: 'Why; other moderators see it' },
      everywhere: { name: 'everywhere', description: 'In all servers; only for those who run the bot' },
    },
    restore: {
      name: 'restore',
      description: 'Let a withdrawn article answer again',
      article: { name: 'article', description: 'One of the withdrawn articles' },
      everywhere: { name: 'everywhere', description: 'In all servers; only for those who run the bot' },
    },
    correct: {
      name: 'correct',
      description: 'Show a note under every quote of an article',
      article: anArticle,
      note: { name: 'note', description: 'The note; leave it out to take the present one back' },
    },
    settings: { name: 'settings', description: 'How the bot behaves in this server' },
    audit: { name: 'audit', description: 'What moderators did' },
    feedback: { name: 'feedback', description: 'Answers that members called wrong' },
    status: { name: 'status', description: 'How the bot and its articles are' },
  },
  withdrawn: (title, changed) =>
    `Withdrawn: ${title}. ${plural(locale, changed, { one: '# posted message was', other: '# posted messages were' })} changed.`,
  withdrawing: (title, changed, total) =>
    `Withdrawn: ${title}. Posted messages are being changed: ${String(changed)} of ${String(total)}.`,
  alreadyWithdrawn: (title) => `It was withdrawn before: ${title}. The reason was replaced.`,
  restored: (title) => `Restored: ${title}.`,
  notWithdrawn: (title) => `It is not withdrawn here: ${title}.`,
  corrected: (title) => `The note is shown under every quote of ${title}.`,
  noteRemoved: (title) => `The note on ${title} was taken back.`,
  noNote: (title) => `There is no note on ${title}.`,
  onlyOwner: 'Only those who run the bot can do this for all servers.',
  onlyInServers: 'This works in servers only.',
  pull: {
    found: 'This was found:',
    language: (name) => `Language: ${name}`,
    duplicate: (title) => `It is there already: ${title}`,
    wasWithdrawn: 'This article was withdrawn. Taking it in again does not restore it.',
    confirm: 'Take it in',
    cancel: 'Leave it',
    cancelled: 'Nothing was taken in.',
    indexed: (count) => `${articles(count)} taken in. Questions find it now.`,
    expired: 'This offer is too old. Please fetch the article again.',
    refused: (host) =>
      `${host} is an address that is not fetched: it is not a public web page, or its owner does not want it taken.`,
    unreachable: (host) => `${host} does not answer, or too slowly. Please try again later.`,
    notFound: (host) => `There is no such page at ${host}.`,
    closed: 'Nothing can be taken in here.',
    notReadable: (name) => `${name} holds nothing that could be read as an article.`,
    tooLarge: (maximum) => `The file is too large; I take at most ${String(maximum)} MB.`,
  },
  feeds: {
    heading: 'Feeds',
    none: 'No feed is followed. /feed add follows one.',
    added: (name, count) => `${name} is followed now: ${articles(count)} taken in.`,
    removed: (name) => `${name} is no longer followed. Its articles stay.`,
    paused: (name) => `${name} is paused.`,
    resumed: (name) => `${name} is followed again.`,
    polled: (name, count) => `${name}: ${articles(count)} new or changed.`,
    notRead: (name, code) => `${name} could not be read (${code}).`,
    unknown: 'There is no such feed. Please choose one from the list while typing.',
    isPaused: 'paused',
    lastSuccess: (age) => `read ${age}`,
    neverPolled: 'not read yet',
    failures: (count, code) => `failed ${plural(locale, count, { one: 'once', other: '# times' })} (${code})`,
    announcement: (feed) => `New from ${feed}`,
  },
  settings: {
    heading: 'Settings of this server',
    channels: 'Channels where I answer',
    everyChannel: 'in every channel',
    roles: 'Roles that may use moderators’ commands',
    noRoles: 'only those who may manage messages',
    sources: 'Sources that are searched',
    allSources: 'all sources',
    language: 'Language of answers to mentions',
    serverLanguage: 'the server’s language',
    mentions: (isOn) => `Answers to mentions: ${isOn ? 'on' : 'off'}`,
    private: (isOn) => `Answers shown to the asker alone: ${isOn ? 'on' : 'off'}`,
    timeZone: (zone) => `Time zone: ${zone}`,
    cooldown: (seconds) =>
      `Between two questions of one person: ${plural(locale, seconds, { one: '# second', other: '# seconds' })}`,
    edit: 'Time zone and pause',
    formTitle: 'Time zone and pause',
    timeZoneField: 'Time zone, such as Europe/Madrid',
    cooldownField: 'Seconds between two questions of one person',
    timeZoneUnknown: (zone) => `“${zone}” is no time zone. Write one such as Europe/Madrid or Asia/Shanghai.`,
    cooldownWrong: (minimum, maximum) =>
      `Write the seconds as a number from ${String(minimum)} to ${String(maximum)}.`,
    turnOn: 'turn on',
    turnOff: 'turn off',
  },
  audit: {
    heading: 'What moderators did',
    none: 'Nothing yet.',
    refused: 'refused',
    acts: {
      settings: 'changed settings',
      withdraw: 'withdrew',
      restore: 'restored',
      correct: 'put a note on',
      'remove-correction': 'took back the note on',
      'add-feed': 'followed a feed',
      'remove-feed': 'no longer follows a feed',
      'pause-feed': 'paused a feed',
      'resume-feed': 'resumed a feed',
      pull: 'took in',
    },
  },
  feedback: {
    heading: 'Answers that members called wrong',
    none: 'Nobody called an answer wrong.',
    goneQuotes: 'Its quotes are no longer there.',
    show: 'Show answer',
  },
  status: {
    heading: 'Status',
    index: (articleCount, sourceCount, chunks) =>
      `${articles(articleCount)} of ${plural(locale, sourceCount, { one: '# source', other: '# sources' })}, ${plural(locale, chunks, { one: '# chunk', other: '# chunks' })}`,
    newest: (age) => `Newest article: ${age}`,
    feeds: (count, failing) =>
      `${plural(locale, count, { one: '# feed', other: '# feeds' })}${failing === 0 ? '' : `, ${String(failing)} failing`}`,
    queue: (count) =>
      `${plural(locale, count, { one: '# question', other: '# questions' })} waiting or being answered`,
    memory: (megabytes) => `Memory: ${String(megabytes)} MB`,
    running: (since, version) => `Version ${version}, running since ${since}`,
  },
};
