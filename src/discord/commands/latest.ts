import type { ArticleFilter, ArticleSummary } from '../../store/news-store.ts';
import { visibleTo } from '../answering.ts';
import type { Asker, Bot, Reply } from '../bot.ts';
import { messagesOf } from '../messages/locales.ts';
import { articlesPerPage, renderArticleList } from '../render/article.ts';
import { button } from '../render/components.ts';
import { escapeShort } from '../render/escape.ts';
import { keyOf } from '../render/quote.ts';
import { listContent } from './article.ts';
import { slashCommand, textOption } from './command.ts';
import type { Command } from './command.ts';
import { findSource } from './known.ts';
import { suggestSources } from './suggest.ts';

/** Passages looked at for the articles of a topic. */
const topicPassages = 30;

/** `/latest`: the newest articles, of a source or about a topic. */
export const latest: Command = {
  data: slashCommand(
    ({ latest: words }) => words,
    [
      textOption(({ latest: { source } }) => source, { hasSuggestions: true }),
      textOption(({ latest: { topic } }) => topic),
    ],
  ),
  isPrivate: (_, { settings }) => settings.isPrivate,
  async run(options, asker, bot) {
    const source = options.text('source');
    const topic = options.text('topic');
    const key = source === null ? '' : keyOf(await findSource(source, asker, bot));
    return topic === null ? showLatest(0, key, asker, bot) : showTopic(topic, key, asker, bot);
  },
  complete: ({ value }, asker, bot) => suggestSources(value, asker, bot),
};

/** A page of the newest articles; `sourceKey` is empty for all sources. */
export async function showLatest(page: number, sourceKey: string, asker: Asker, bot: Bot): Promise<Reply> {
  const messages = messagesOf(asker.locale);
  const filter = await filterBySource(sourceKey, asker, bot);
  // One more than is shown tells whether there is a next page.
  const found = await bot.answerer.archive.latest(filter, {
    limit: articlesPerPage + 1,
    offset: page * articlesPerPage,
  });
  const turn = (to: number) => ({ kind: 'latest', page: to, sourceKey }) as const;
  const turns = [
    ...(page > 0 ? [button(messages.buttons.previous, turn(page - 1))] : []),
    ...(found.length > articlesPerPage ? [button(messages.buttons.next, turn(page + 1))] : []),
  ];
  const shown = found.slice(0, articlesPerPage);
  const suffix = page > 0 || turns.length > 0 ? ` · ${messages.lists.page(page + 1, null)}` : '';
  const heading = `${messages.lists.latest}${suffix}`;
  return { payload: renderArticleList(heading, shown, { messages, turns }), content: listContent(shown) };
}

async function showTopic(topic: string, sourceKey: string, asker: Asker, bot: Bot): Promise<Reply> {
  const messages = messagesOf(asker.locale);
  const filter = await filterBySource(sourceKey, asker, bot);
  const { passages } = await bot.answerer.retrieve(topic, { filter, limit: topicPassages });
  const byArticle = new Map<string, ArticleSummary>();
  for (const { article } of passages.slice(0, topicPassages)) {
    const { id, title, source, publishedOn, language } = article;
    if (byArticle.size < articlesPerPage)
      byArticle.set(id, { articleId: id, title, source, publishedOn, language });
  }
  const newestFirst = [...byArticle.values()].sort((a, b) =>
    (b.publishedOn ?? '').localeCompare(a.publishedOn ?? ''),
  );
  const heading = messages.lists.latestAbout(escapeShort(topic, 80));
  return {
    payload: renderArticleList(heading, newestFirst, { messages }),
    content: listContent(newestFirst),
  };
}

async function filterBySource(sourceKey: string, asker: Asker, bot: Bot): Promise<ArticleFilter> {
  const visible = await visibleTo(asker, bot);
  if (sourceKey === '') return visible;
  const all = await bot.answerer.archive.sources();
  const found = all.find(({ name }) => keyOf(name) === sourceKey);
  // Gone since the button was made: then there is nothing to list.
  return { ...visible, source: found?.name ?? '' };
}
