import type { Post } from '../store/desk-records.ts';
import { showGivenAnswer } from './answering.ts';
import type { BotCore, Viewer } from './bot.ts';
import { drawArticle, findVisible, readArticles } from './commands/article.ts';
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
      const viewer = { guildId, locale, settings: await bot.desk.settings(guildId) };
      return drawIfVisible(articleIds[0] ?? '', post.page, viewer, bot);
    }
    case 'list': {
      const { heading, turns } = listParts(components);
      return renderArticleList(heading, await readArticles(articleIds, guildId, bot), { messages, turns });
    }
    case 'not-found':
      return renderNotFound(await readArticles(articleIds, guildId, bot), messages, questionIn(components));
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

async function drawIfVisible(
  articleId: string,
  page: number,
  viewer: Viewer,
  bot: BotCore,
): Promise<Payload> {
  const found = await findVisible(articleId, viewer, bot);
  if (found === undefined) return renderNotice(messagesOf(viewer.locale).article.gone);
  return (await drawArticle(found, page, viewer, bot)).payload;
}
