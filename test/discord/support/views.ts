import type { ReadableArticle } from '../../../src/answer/archive.ts';
import type { Quote } from '../../../src/answer/answer.ts';
import type { AnswerView } from '../../../src/discord/render/answer.ts';
import { messagesOf } from '../../../src/discord/messages/locales.ts';
import type { CorrectionNote } from '../../../src/store/desk-records.ts';

/** A quote of a whole text; its answering part is `highlighted`, else all of it. */
export function makeQuote(text: string, highlighted = text, facts: Partial<Quote> = {}): Quote {
  const start = text.indexOf(highlighted);
  return {
    text,
    articleId: 'ferry-0304',
    title: 'Ferry returns',
    source: 'Harbour Courier',
    publishedOn: '2025-03-04',
    authors: [],
    url: 'https://harbour.example/ferry',
    file: '/corpus/ferry.md',
    lines: [3, 4],
    start: 100,
    end: 100 + text.length,
    language: 'en',
    highlight: { start, end: start + highlighted.length },
    alsoIn: [],
    corrections: [],
    ...facts,
  };
}

/** An article to read. */
export function makeReadable(body: string, facts: Partial<ReadableArticle> = {}): ReadableArticle {
  return {
    articleId: 'ferry-0304',
    title: 'Ferry returns',
    source: 'Harbour Courier',
    publishedOn: '2025-03-04',
    language: 'en',
    kicker: null,
    subtitle: null,
    authors: [],
    agency: null,
    place: null,
    url: null,
    body,
    page: 'ferry.md',
    lines: [1, 9],
    version: 1,
    corrections: [],
    ...facts,
  };
}

/** A view of an answer with these quotes. */
export function makeView(quotes: readonly Quote[], view: Partial<AnswerView> = {}): AnswerView {
  return {
    messages: messagesOf('en'),
    question: 'When does the ferry sail?',
    answerId: 'abcdefghijk',
    quotes,
    from: 0,
    quoteCount: quotes.length,
    isUncertain: false,
    period: null,
    newestOn: '2025-03-04',
    withheld: [],
    notes: new Map(),
    isPrivate: false,
    ...view,
  };
}

/** A moderator's note on an article. */
export function makeNote(note: string, articleId = 'ferry-0304'): CorrectionNote {
  return { articleId, guildId: null, byUserId: '1', at: 0, note };
}
