import type { REST } from 'discord.js';
import type { ReadableArticle } from '../../answer/archive.ts';
import type { Feed } from '../../store/desk-records.ts';
import { foldCase } from '../../text/normalize.ts';
import type { BotCore, Reply } from '../bot.ts';
import { listContent, readArticles } from '../commands/article.ts';
import { deskMessagesOf } from '../messages/desk/catalogue.ts';
import { chooseLocale, messagesOf } from '../messages/locales.ts';
import type { LocaleId } from '../messages/locales.ts';
import { articlesPerPage, renderArticleList } from '../render/article.ts';
import { escapeShort } from '../render/escape.ts';
import { renderNotice } from '../render/notice.ts';
import type { Payload } from '../render/payload.ts';
import { post } from './post.ts';
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
    const notice = renderNotice(`${shownName}: ${words.failures(failures, escapeShort(error, 40))}`);
    await postTo(rest, channelId, notice, bot.randomId());
  }
  if ((await readNews(articleIds, feed, bot)).length === 0) return;
  const draw = async (): Promise<Reply> => {
    const shown = (await readNews(articleIds, feed, bot)).slice(0, articlesPerPage);
    const heading = words.announcement(escapeShort(name, 80));
    const payload = renderArticleList(heading, shown, { messages: messagesOf(locale) });
    return { payload, content: listContent(shown) };
  };
  const send = (payload: Payload) => postTo(rest, channelId, payload, bot.randomId());
  await post({ draw, send, viewer: { guildId, locale } }, bot);
}

async function localeOf(guildId: string | null, { desk }: BotCore): Promise<LocaleId> {
  return chooseLocale((await desk.settings(guildId)).locale);
}

async function readNews(
  ids: readonly string[],
  { guildId, topic }: Feed,
  bot: BotCore,
): Promise<ReadableArticle[]> {
  return (await readArticles(ids, guildId, bot)).filter((article) => isAbout(article, topic));
}

/** Whether an article holds every word of a topic. */
function isAbout({ title, body }: ReadableArticle, topic: string | null): boolean {
  const text = foldCase(`${title}\n${body}`);
  return foldCase(topic ?? '')
    .split(/\s+/)
    .every((word) => text.includes(word));
}
