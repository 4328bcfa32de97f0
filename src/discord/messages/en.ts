import { plural } from './messages.ts';
import type { Messages } from './messages.ts';

const locale = 'en-US';
const articles = (count: number): string => plural(locale, count, { one: '# article', other: '# articles' });
const sources = (count: number): string => plural(locale, count, { one: '# source', other: '# sources' });

/** English: what every other language is translated from. */
export const en: Messages = {
  locale,
  commands: {
    ask: {
      name: 'ask',
      description: 'Ask a question; the answer is quoted word for word from news articles',
      question: { name: 'question', description: 'What you want to know, in any language' },
      since: { name: 'since', description: 'Only articles from this day on: 2026-03-01, 2026-03, last week' },
      until: { name: 'until', description: 'Only articles up to this day: 2026-03-31, 2026-03, yesterday' },
      source: { name: 'source', description: 'Only articles of this source' },
      language: { name: 'language', description: 'Only articles in this language' },
      private: { name: 'private', description: 'Show the answer to you alone; you can share it afterwards' },
    },
    latest: {
      name: 'latest',
      description: 'The newest articles',
      source: { name: 'source', description: 'Only articles of this source' },
      topic: { name: 'topic', description: 'Only articles about this' },
    },
    article: {
      name: 'article',
      description: 'Find and read an article',
      find: {
        name: 'find',
        description: 'Find articles by words of their title',
        words: { name: 'words', description: 'Words of the title, the source or a date such as 2026-03' },
      },
      show: {
        name: 'show',
        description: 'Read one article, page by page',
        article: { name: 'article', description: 'Begin to type its title' },
      },
    },
    sources: { name: 'sources', description: 'The sources that questions are answered from' },
    help: { name: 'help', description: 'What you can ask, and how' },
    privacy: { name: 'privacy', description: 'What is stored about you, and what is not' },
    check: 'Check against the news',
  },
  buttons: {
    more: 'More quotes',
    previous: 'Back',
    next: 'Next',
    showInArticle: 'Show in article',
    article: 'Read article',
    share: 'Share',
    helpful: 'Helpful',
    wrong: 'Wrong',
    original: 'Original page',
  },
  answer: {
    notSure: 'Not sure that this answers the question. The nearest words in the articles:',
    notFound: 'The articles do not answer this.',
    openNearest: 'Open one of the nearest articles',
    onlySince: (date, phrase) => `Only articles since ${date} (“${phrase}”).`,
    newest: (date, age) => `Newest article quoted: ${date}, ${age}`,
    lines: (from, to) => (from === to ? `line ${String(from)}` : `lines ${String(from)}–${String(to)}`),
    differ: (figures) => `The outlets differ: ${figures}`,
    alsoIn: (names) => `Also in: ${names}`,
    corrected: (title, date) => `This article was corrected${date === null ? '' : ` on ${date}`}: ${title}`,
    note: (note) => `Moderators’ note: ${note}`,
    withheld: (title) => `A quote from “${title}” is withheld: its page changed after it was indexed.`,
    withdrawn: 'This quote was taken back: its article was withdrawn.',
    sharedBy: (user) => `Shared by ${user}`,
    quotesOf: (from, to, total) =>
      from === to
        ? `Quote ${String(from)} of ${String(total)}`
        : `Quotes ${String(from)}–${String(to)} of ${String(total)}`,
  },
  check: {
    heading: 'What the articles say about this message',
    nothing: 'The articles say nothing about this.',
    noClaims: 'There is nothing in this message that could be looked up: it holds no sentence.',
    onlyFirst: (count) =>
      `Only the first ${plural(locale, count, { one: 'statement was', other: '# statements were' })} looked up.`,
    noVerdict: 'These are the nearest words in the articles, not a verdict. Read them in their article.',
  },
  lists: {
    latest: 'Newest articles',
    latestAbout: (topic) => `Newest articles about “${topic}”`,
    found: (words) => `Articles with “${words}”`,
    none: 'There is no such article.',
    open: 'Open an article',
    sources: 'Sources',
    sourceLine: (count, languages) => `${articles(count)} · ${languages}`,
    newest: (date) => `newest ${date}`,
    page: (page, total) =>
      total === null ? `Page ${String(page)}` : `Page ${String(page)} of ${String(total)}`,
    undated: 'no date',
  },
  article: {
    by: (authors) => `By ${authors}`,
    page: (page, total) => `Page ${String(page)} of ${String(total)}`,
    inContext: 'The quote, in bold, with what stands around it',
    gone: 'This article is no longer here.',
  },
  feedback: {
    thanks: 'Thank you. Moderators see your choice, but not your question: it is not stored.',
    modalTitle: 'What is wrong?',
    modalQuestion: 'What is wrong with this answer?',
    reasons: {
      'wrong-article': 'It is about something else',
      outdated: 'It is out of date',
      'cut-badly': 'The quote is cut so that it misleads',
      'not-an-answer': 'It does not answer the question',
      other: 'Something else',
    },
  },
  notices: {
    cooldown: (seconds) =>
      `You ask faster than I can read. Please try again in ${plural(locale, seconds, { one: '# second', other: '# seconds' })}.`,
    busy: 'Many people are asking right now. Please try again in a moment.',
    starting: 'I am still getting ready. Please try again in a minute.',
    wrongChannel: (channels) => `In this server I answer in ${channels}.`,
    onlyAsker: 'Only the person who asked can do this.',
    outdatedButton: 'This button no longer works. Please ask again with /ask.',
    emptyMention: 'Ask me something about the news: mention me with your question, or use /ask.',
    incident: (id) =>
      `Something went wrong on my side, not on yours. If it happens again, tell the moderators: \`${id}\``,
    questionEmpty: 'There is no question in this. Please write what you want to know.',
    questionTooLong: (length, maximum) =>
      `The question has ${String(length)} characters; I read at most ${String(maximum)}. Please ask about one thing at a time.`,
    sourceUnknown: (source) =>
      `There are no articles from “${source}”. /sources shows which sources there are.`,
    dateUnreadable: (text) =>
      `I cannot read “${text}” as a day. Write 2026-03-01, 2026-03, 2026 or “last week”.`,
    languageUnknown: (text) => `There are no articles in “${text}”. /sources shows the languages there are.`,
    articleUnknown: 'There is no such article. Please choose one from the list while typing.',
    notAllowed: 'You are not allowed to do this here.',
  },
  help: ({ articles: articleCount, sources: sourceCount }) => [
    `I answer questions about the news with word-for-word quotes from ${articles(articleCount)} of ${sources(sourceCount)}, each with its exact place. When the articles do not answer, I say so.`,
    '**/ask** a question in any language. Limit it with `since`, `until`, `source` or `language`; `private` shows the answer to you alone.',
    'Or mention me with your question, write to me directly, or reply to one of my answers to ask further.',
    '**/latest** shows the newest articles, **/article** finds and shows one, **/sources** lists where they come from.',
    'To see what the articles say about somebody’s message: open the message’s menu → Apps → **Check against the news**.',
  ],
  privacy: [
    'Your questions are read, answered and forgotten: no question and no message is stored or logged.',
    'Of an answer I keep for 90 days where its quotes stand in which articles, which message shows it, and who asked, so that a withdrawn article can be taken out of it. Your feedback is kept as long, with who gave it: only the choice you made. What moderators decide is kept with who decided it.',
    'Everything runs on the machine of those who host me; nothing is sent to anybody else.',
    'To have what is kept about you deleted, ask those who host me, if need be through the moderators of this server.',
  ],
  presence: {
    ready: (count) => `${articles(count)} · /ask`,
    starting: 'getting ready',
  },
};
