import type { Answer, Quote } from '../answer/answer.ts';
import type { ArticleFilter } from '../store/news-store.ts';
import type {
  CorrectionNote,
  GivenAnswer,
  GivenQuote,
  GuildSettings,
  PostContent,
} from '../store/desk-records.ts';
import type { AskedAt } from '../text/question-period.ts';
import type { Asker, Bot, BotCore, Reply, Viewer } from './bot.ts';
import { messagesOf } from './messages/locales.ts';
import { quotesPerPage, renderNotFound, renderQuotes } from './render/answer.ts';

/** Quotes kept for an answer: three pages. */
const quotesKept = 9;

/** A question with what it is limited to. */
export interface Asked {
  readonly question: string;
  readonly filter?: ArticleFilter;
  readonly isPrivate: boolean;
}

/** What an asker may see: the guild's sources, and nothing that was withdrawn there. */
export async function visibleTo(
  { guildId, settings }: Pick<Viewer, 'guildId' | 'settings'>,
  bot: Pick<BotCore, 'desk'>,
): Promise<ArticleFilter> {
  const withdrawn = await bot.desk.withdrawnIds(guildId);
  return {
    ...(settings.sources === null ? {} : { sources: settings.sources }),
    ...(withdrawn.size === 0 ? {} : { exceptIds: [...withdrawn] }),
  };
}

/** When and where an asker asks. */
export function askedAt({ settings }: Asker, bot: Bot): AskedAt {
  return { now: bot.now(), timeZone: settings.timeZone };
}

/** Answers a question and keeps where the quotes stand, so that the answer can be paged, shared and taken back. */
export async function replyToQuestion(asked: Asked, asker: Asker, bot: Bot): Promise<Reply> {
  const filter = { ...(await visibleTo(asker, bot)), ...asked.filter };
  const watch = bot.watch?.onQuestion();
  const options = { filter, limit: quotesKept, askedAt: askedAt(asker, bot) };
  const answer = await bot.answerer.answer(asked.question, {
    ...options,
    ...(watch && { onStage: watch.onStage }),
  });
  watch?.onStage('render');
  const reply = await showAnswer(answer, asked, asker, bot);
  watch?.onReply(answer.confidence);
  return reply;
}

/** Draws an answer, and keeps it where it has quotes. */
export async function showAnswer(
  answer: Answer,
  { question, isPrivate }: Asked,
  asker: Asker,
  bot: Bot,
): Promise<Reply> {
  const messages = messagesOf(asker.locale);
  if (answer.status === 'not-found') {
    const content = {
      kind: 'not-found',
      answerId: null,
      page: 0,
      articleIds: idsOf(answer.nearest),
    } as const;
    return { payload: renderNotFound(answer.nearest, messages, question), content, outcome: 'not-found' };
  }
  const answerId = bot.randomId();
  await bot.desk.saveAnswer(recordAnswer(answerId, answer, { asker, isPrivate, at: bot.now().getTime() }));
  const payload = renderQuotes({
    messages,
    question,
    answerId,
    quotes: withinSources(answer.quotes.slice(0, quotesPerPage), asker.settings),
    from: 0,
    quoteCount: answer.quotes.length,
    isUncertain: answer.isUncertain,
    differing: answer.differing,
    period: answer.period,
    newestOn: answer.newestOn,
    withheld: answer.withheld,
    notes: await notesOn(answer.quotes, asker.guildId, bot),
    isPrivate,
  });
  const outcome = answer.isUncertain ? 'hedged' : 'answered';
  return { payload, content: answerContent(answerId, answer.quotes), outcome };
}

/** Of an answer: its articles, and those that its quotes name beside them. */
function answerContent(
  answerId: string,
  quotes: readonly Pick<Quote, 'articleId' | 'alsoIn' | 'corrections'>[],
): PostContent {
  const named = quotes.flatMap(({ alsoIn, corrections }) => [...alsoIn, ...corrections]);
  return { kind: 'answer', answerId, page: 0, articleIds: idsOf([...quotes, ...named]) };
}

function idsOf(articles: readonly { readonly articleId: string }[]): string[] {
  return [...new Set(articles.map(({ articleId }) => articleId))];
}

/** Quotes of a guild's sources, and of what else printed or corrected them only what is of these, too. */
export function withinSources(
  quotes: readonly Quote[],
  { sources }: Pick<GuildSettings, 'sources'>,
): readonly Quote[] {
  if (sources === null) return quotes;
  const isSeen = ({ source }: { readonly source: string }): boolean => sources.includes(source);
  return quotes.filter(isSeen).map((quote) => ({
    ...quote,
    alsoIn: quote.alsoIn.filter(isSeen),
    corrections: quote.corrections.filter(isSeen),
  }));
}

/** Moderators' notes on the articles quoted, by article. */
export async function notesOn(
  quotes: readonly Pick<Quote, 'articleId'>[],
  guildId: string | null,
  { desk }: Pick<Bot, 'desk'>,
): Promise<ReadonlyMap<string, readonly CorrectionNote[]>> {
  return desk.correctionNotes([...new Set(quotes.map(({ articleId }) => articleId))], guildId);
}

function recordAnswer(
  id: string,
  { confidence, isUncertain, quotes }: Answer,
  { asker, isPrivate, at }: { readonly asker: Asker; readonly isPrivate: boolean; readonly at: number },
): GivenAnswer {
  return {
    id,
    guildId: asker.guildId,
    askerId: asker.userId,
    locale: asker.locale,
    isPrivate,
    confidence,
    isUncertain,
    answeredAt: at,
    quotes: quotes.map(recordQuote),
  };
}

function recordQuote({ articleId, start, end, highlight }: Quote): GivenQuote {
  return { articleId, start, end, highlightStart: highlight.start, highlightEnd: highlight.end };
}

/** Quotes of an answer given before, as they stand now. */
export interface GivenPage {
  readonly question: string | null;
  readonly from: number;
  readonly isPrivate: boolean;
  readonly sharedBy?: string;
}

/** Draws an answer given before, from the quote at `from` on; what was withdrawn since is left out, and it says so. */
export async function showGivenAnswer(
  given: GivenAnswer,
  { question, from, isPrivate, sharedBy }: GivenPage,
  { locale }: Pick<Viewer, 'locale'>,
  bot: BotCore,
): Promise<Reply> {
  const withdrawn = await bot.desk.withdrawnIds(given.guildId);
  const left = given.quotes.filter(({ articleId }) => !withdrawn.has(articleId));
  const start = Math.min(from, Math.max(0, left.length - 1));
  const found = await bot.answerer.archive.quoteAgain(left.slice(start, start + quotesPerPage), [
    ...withdrawn,
  ]);
  const settings = await bot.desk.settings(given.guildId);
  const quotes = withinSources(found, settings);
  const dates = quotes.flatMap(({ publishedOn }) => publishedOn ?? []).sort();
  const payload = renderQuotes({
    messages: messagesOf(locale),
    question,
    answerId: given.id,
    quotes,
    from: start,
    quoteCount: left.length,
    withdrawnCount:
      given.quotes.length - left.length + Math.min(quotesPerPage, left.length - start) - quotes.length,
    isUncertain: given.isUncertain,
    period: null,
    newestOn: dates.at(-1) ?? null,
    withheld: [],
    notes: await notesOn(quotes, given.guildId, bot),
    isPrivate,
    ...(sharedBy === undefined ? {} : { sharedBy }),
  });
  // What is withdrawn now is part of it, too: it comes back when it is restored.
  const places = given.quotes.map(({ articleId }) => ({ articleId, alsoIn: [], corrections: [] }));
  return { payload, content: answerContent(given.id, [...quotes, ...places]) };
}
