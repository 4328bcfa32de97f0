import type { Answer, Quote } from '../answer/answer.ts';
import type { ArticleFilter } from '../store/news-store.ts';
import { defaultGuildSettings } from '../store/desk-records.ts';
import type { CorrectionNote, GivenAnswer, GivenQuote, GuildSettings } from '../store/desk-records.ts';
import type { AskedAt } from '../text/question-period.ts';
import type { Asker, Bot, BotCore, Reply } from './bot.ts';
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
export async function visibleTo({ guildId, settings }: Asker, bot: Bot): Promise<ArticleFilter> {
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
  if (answer.status === 'not-found')
    return { payload: renderNotFound(answer, messages, question), outcome: 'not-found' };
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
  return { payload, answerId, outcome: answer.isUncertain ? 'hedged' : 'answered' };
}

/** Keeps which message shows an answer, where the reply shows one, so that a withdrawal can reach it. */
export async function noteMessage(
  { answerId }: Reply,
  { id: messageId, channelId }: { readonly id: string; readonly channelId: string },
  { desk }: Bot,
): Promise<void> {
  if (answerId !== undefined) await desk.markAnswerMessage(answerId, { channelId, messageId });
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
    channelId: asker.channelId,
    messageId: null,
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
  asker: Pick<Asker, 'locale' | 'guildId'>,
  bot: BotCore,
): Promise<Reply> {
  const withdrawn = await bot.desk.withdrawnIds(given.guildId);
  const places = given.quotes.filter(({ articleId }) => !withdrawn.has(articleId));
  const start = Math.min(from, Math.max(0, places.length - 1));
  const found = await bot.answerer.archive.quoteAgain(places.slice(start, start + quotesPerPage), [
    ...withdrawn,
  ]);
  const settings = given.guildId === null ? defaultGuildSettings : await bot.desk.settings(given.guildId);
  const quotes = withinSources(found, settings);
  const dates = quotes.flatMap(({ publishedOn }) => publishedOn ?? []).sort();
  const payload = renderQuotes({
    messages: messagesOf(asker.locale),
    question,
    answerId: given.id,
    quotes,
    from: start,
    quoteCount: places.length,
    withdrawnCount:
      given.quotes.length - places.length + Math.min(quotesPerPage, places.length - start) - quotes.length,
    isUncertain: given.isUncertain,
    period: null,
    newestOn: dates.at(-1) ?? null,
    withheld: [],
    notes: await notesOn(quotes, given.guildId, bot),
    isPrivate,
    ...(sharedBy === undefined ? {} : { sharedBy }),
  });
  return { payload, answerId: given.id };
}
