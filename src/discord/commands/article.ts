import { UserError } from '../../errors.ts';
import { visibleTo } from '../answering.ts';
import type { Asker, Bot, BotCore, Reply, Viewer } from '../bot.ts';
import { messagesOf } from '../messages/locales.ts';
import type { ReadableArticle } from '../../answer/archive.ts';
import type { PostContent } from '../../store/desk-records.ts';
import { renderArticle, renderArticleList } from '../render/article.ts';
import { escapeShort } from '../render/escape.ts';
import { slashCommand, subcommand, textOption } from './command.ts';
import type { Command } from './command.ts';
import { suggestArticles } from './suggest.ts';

const articlesFound = 10;

/** `/article find` and `/article show`. */
export const article: Command = {
  data: slashCommand(
    ({ article: words }) => words,
    [
      subcommand(
        ({ article: { find } }) => find,
        [textOption(({ article: { find } }) => find.words, { isRequired: true, maxLength: 100 })],
      ),
      subcommand(
        ({ article: { show } }) => show,
        [
          textOption(({ article: { show } }) => show.article, {
            isRequired: true,
            hasSuggestions: true,
            maxLength: 100,
          }),
        ],
      ),
    ],
  ),
  isPrivate: (_, { settings }) => settings.isPrivate,
  async run(options, asker, bot) {
    return options.subcommand === 'find'
      ? listFound(options.text('words') ?? '', asker, bot)
      : showArticle(await chooseArticle(options.text('article') ?? '', asker, bot), 0, asker, bot);
  },
  complete: ({ value }, asker, bot) => suggestArticles(value, asker, bot),
};

async function listFound(words: string, asker: Asker, bot: Bot): Promise<Reply> {
  const messages = messagesOf(asker.locale);
  const filter = await visibleTo(asker, bot);
  const found = await bot.answerer.archive.findTitles(words, filter, { limit: articlesFound });
  const heading = messages.lists.found(escapeShort(words, 80));
  return { payload: renderArticleList(heading, found, { messages }), content: listContent(found) };
}

/** The id that a suggestion gave, or the one article that the words typed instead of it name. */
export async function chooseArticle(typed: string, asker: Asker, bot: Bot): Promise<string> {
  if ((await findVisible(typed, asker, bot)) !== undefined) return typed;
  const filter = await visibleTo(asker, bot);
  const [found] = await bot.answerer.archive.findTitles(typed, filter, { limit: 1 });
  if (found === undefined) throw new UserError('article-unknown', { article: typed });
  return found.articleId;
}

/** One page of an article. @throws UserError `article-unknown` where it is gone, withdrawn or not for this guild */
export async function showArticle(
  articleId: string,
  page: number,
  viewer: Viewer,
  bot: BotCore,
): Promise<Reply> {
  const found = await findVisible(articleId, viewer, bot);
  if (found === undefined) throw new UserError('article-unknown', { article: articleId });
  return drawArticle(found, page, viewer, bot);
}

/** One page of an article that was found to be visible. */
export async function drawArticle(
  found: ReadableArticle,
  page: number,
  viewer: Viewer,
  bot: BotCore,
): Promise<Reply> {
  const { articleId } = found;
  const notes = (await bot.desk.correctionNotes([articleId], viewer.guildId)).get(articleId) ?? [];
  const articleIds = [articleId, ...found.corrections.map((each) => each.articleId)];
  return {
    payload: renderArticle(found, page, { messages: messagesOf(viewer.locale), notes }),
    content: { kind: 'article', answerId: null, page, articleIds },
  };
}

/** Articles that are still there and not withdrawn, in the order of their ids. */
export async function readArticles(
  ids: readonly string[],
  guildId: string | null,
  { answerer, desk }: BotCore,
): Promise<ReadableArticle[]> {
  const withdrawn = await desk.withdrawnIds(guildId);
  const shown = ids.filter((id) => !withdrawn.has(id));
  const found = await Promise.all(shown.map((id) => answerer.archive.article(id)));
  return found.filter((article) => article !== undefined);
}

/** What a list of articles is drawn anew from. */
export function listContent(articles: readonly { readonly articleId: string }[]): PostContent {
  return { kind: 'list', answerId: null, page: 0, articleIds: articles.map(({ articleId }) => articleId) };
}

/** An article that the asker may see. */
export async function findVisible(
  articleId: string,
  viewer: Viewer,
  bot: BotCore,
): Promise<ReadableArticle | undefined> {
  const [found, { exceptIds = [], sources }] = await Promise.all([
    bot.answerer.archive.article(articleId),
    visibleTo(viewer, bot),
  ]);
  const isHidden = exceptIds.includes(articleId) || (found && sources?.includes(found.source) === false);
  if (found === undefined || isHidden === true) return undefined;
  const corrections = found.corrections.filter(
    (each) => !exceptIds.includes(each.articleId) && sources?.includes(each.source) !== false,
  );
  return { ...found, corrections };
}
