import type { REST } from 'discord.js';
import type { ReadableArticle } from '../../answer/archive.ts';
import type { Feed } from '../../store/desk-records.ts';
import { foldCase } from '../../text/normalize.ts';
import type { BotCore } from '../bot.ts';
import { deskMessagesOf } from '../messages/desk/catalogue.ts';
import { chooseLocale, messagesOf } from '../messages/locales.ts';
import type { LocaleId } from '../messages/locales.ts';
import { articlesPerPage, renderArticleList } from '../render/article.ts';
import { escapeShort } from '../render/escape.ts';
import { renderNotice } from '../render/notice.ts';
import { postTo } from './send.ts';

/** What a feed brought, or that it fails. */
export interface FeedNews {
  readonly feed: Feed;
  readonly articleIds: readonly string[];
  /** Failures in a row, where those who added the feed are to be told; else 0. */
  readonly failures: number;
  /** The code of the last error. */
  readonly error: string;
}

/** Tells a channel of what a feed brought; what was withdrawn, and what is not about the feed's topic, is left out. */
export async function announce(
  { feed, articleIds, failures, error }: FeedNews,
  rest: REST,
  bot: BotCore,
): Promise<void> {
  const { announceChannelId: channelId, guildId, name } = feed;
  if (channelId === null) return;
  const locale = await localeOf(guildId, bot);
  const words = deskMessagesOf(locale).feeds;
  const shownName = `**${escapeShort(name, 80)}**`;
  if (failures > 0) {
    await postTo(
      rest,
      channelId,
      renderNotice(`${shownName}: ${words.failures(failures, escapeShort(error, 40))}`),
    );
  }
  const articles = await readArticles(articleIds, feed, bot);
  if (articles.length === 0) return;
  const heading = words.announcement(escapeShort(name, 80));
  const shown = articles.slice(0, articlesPerPage);
  await postTo(rest, channelId, renderArticleList(heading, shown, { messages: messagesOf(locale) }));
}

async function localeOf(guildId: string | null, { desk }: BotCore): Promise<LocaleId> {
  return chooseLocale(guildId === null ? null : (await desk.settings(guildId)).locale);
}

async function readArticles(
  ids: readonly string[],
  { guildId, topic }: Feed,
  { answerer, desk }: BotCore,
): Promise<ReadableArticle[]> {
  const withdrawn = await desk.withdrawnIds(guildId);
  const found = await Promise.all(
    ids.filter((id) => !withdrawn.has(id)).map((id) => answerer.archive.article(id)),
  );
  return found.filter((article) => article !== undefined && isAbout(article, topic)) as ReadableArticle[];
}

/** Whether an article holds every word of a topic. */
function isAbout({ title, body }: ReadableArticle, topic: string | null): boolean {
  const text = foldCase(`${title}\n${body}`);
  return foldCase(topic ?? '')
    .split(/\s+/)
    .every((word) => text.includes(word));
}
