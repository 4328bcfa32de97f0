import { visibleTo } from '../answering.ts';
import { messagesOf } from '../messages/locales.ts';
import { renderSources } from '../render/article.ts';
import { renderNotice } from '../render/notice.ts';
import { slashCommand } from './command.ts';
import type { Command } from './command.ts';

/** `/sources`: what questions are answered from. */
export const sources: Command = {
  data: slashCommand(({ sources: words }) => words),
  isPrivate: (_, { settings }) => settings.isPrivate,
  async run(_, asker, bot) {
    const { sources: allowed } = await visibleTo(asker, bot);
    const all = await bot.answerer.archive.sources();
    const shown = allowed === undefined ? all : all.filter(({ name }) => allowed.includes(name));
    return { payload: renderSources(shown, messagesOf(asker.locale)) };
  },
};

/** `/help`: what can be asked. */
export const help: Command = {
  data: slashCommand(({ help: words }) => words),
  isPrivate: () => true,
  async run(_, { locale }, { answerer }) {
    const { length } = await answerer.archive.sources();
    const counts = { articles: answerer.counts.articles, sources: length };
    return { payload: renderNotice(...messagesOf(locale).help(counts)) };
  },
};

/** `/privacy`: what is stored. */
export const privacy: Command = {
  data: slashCommand(({ privacy: words }) => words),
  isPrivate: () => true,
  run: async (_, { locale }) => ({ payload: renderNotice(...messagesOf(locale).privacy) }),
};
