import type { NearArticle } from '../answer/answer.ts';
import type { Post } from '../store/desk-records.ts';
import { defaultGuildSettings } from '../store/desk-records.ts';
import type { ArticleSummary } from '../store/news-store.ts';
import { showGivenAnswer } from './answering.ts';
import type { BotCore, Viewer } from './bot.ts';
import { findVisible, showArticle } from './commands/article.ts';
import { chooseLocale, messagesOf } from './messages/locales.ts';
import { questionIn, renderNotFound, sharerIn } from './render/answer.ts';
import { listParts, renderArticleList } from './render/article.ts';
import { renderNotice } from './render/notice.ts';
import type { Payload } from './render/payload.ts';

/**
 * Draws a post anew as decisions are now. What is stored nowhere, such as the question, is read from the message itself.
 *
 * @param components of the message as it stands
 */
export async function drawPost(post: Post, components: readonly unknown[], bot: BotCore): Promise<Payload> {
  const { guildId, kind, articleIds } = post;
  const locale = chooseLocale(post.locale);
  const messages = messagesOf(locale);
  switch (kind) {
    case 'answer':
      return drawAnswer(post, components, bot);
    case 'article': {
      const settings = guildId === null ? defaultGuildSettings : await bot.desk.settings(guildId);
      return drawArticle(articleIds[0] ?? '', post.page, { guildId, locale, settings }, bot);
    }
    case 'list': {
      const { heading, turns } = listParts(components);
      return renderArticleList(heading, await findListed(post, bot), { messages, turns });
    }
    case 'not-found':
      return renderNotFound(await findListed(post, bot), messages, questionIn(components));
  }
}

async function drawAnswer(
  { answerId, locale }: Post,
  components: readonly unknown[],
  bot: BotCore,
): Promise<Payload> {
  const given = await bot.desk.answer(answerId ?? '');
  // Posts are forgotten with their answer.
  if (given === undefined) throw new Error('a post shows an answer that is forgotten');
  const sharedBy = sharerIn(components);
  const page = {
    question: questionIn(components),
    from: 0,
    isPrivate: false,
    ...(sharedBy === null ? {} : { sharedBy }),
  };
  return (await showGivenAnswer(given, page, { locale: chooseLocale(locale) }, bot)).payload;
}

async function drawArticle(articleId: string, page: number, viewer: Viewer, bot: BotCore): Promise<Payload> {
  if ((await findVisible(articleId, viewer, bot)) === undefined)
    return renderNotice(messagesOf(viewer.locale).article.gone);
  return (await showArticle(articleId, page, viewer, bot)).payload;
}

/** The articles of a list that are still there and not withdrawn. */
async function findListed(
  { articleIds, guildId }: Post,
  { answerer, desk }: BotCore,
): Promise<(ArticleSummary & NearArticle)[]> {
  const withdrawn = await desk.withdrawnIds(guildId);
  const shown = articleIds.filter((id) => !withdrawn.has(id));
  const found = await Promise.all(shown.map((id) => answerer.archive.article(id)));
  return found.filter((article) => article !== undefined);
}
