import { UserError } from '../../errors.ts';
import { foldCase } from '../../text/normalize.ts';
import type { Asker, Bot, RedrawProgress, Reply } from '../bot.ts';
import { chooseArticle } from '../commands/article.ts';
import { deskCommand, flagOption, textOption } from '../commands/command.ts';
import type { Choice, Command, Options } from '../commands/command.ts';
import { suggestArticles } from '../commands/suggest.ts';
import { guildOf } from './guild-of.ts';
import { deskMessagesOf } from '../messages/desk/catalogue.ts';
import { escapeShort, plainShort } from '../render/escape.ts';
import { renderNotice, replyWith } from '../render/notice.ts';
import type { Payload } from '../render/payload.ts';

const maxTitleUnits = 150;
/** Longest reason and note; the desk keeps no longer ones. */
const maxNoteUnits = 500;
const anArticle = { isRequired: true, hasSuggestions: true, maxLength: 100 } as const;

/** `/withdraw`: hides an article from every answer, and takes it out of those that are posted. */
export const withdraw: Command = {
  isForModerators: true,
  data: deskCommand(
    (_, { withdraw: words }) => words,
    [
      textOption((_, { withdraw: words }) => words.article, anArticle),
      textOption((_, { withdraw: words }) => words.reason, { isRequired: true, maxLength: maxNoteUnits }),
      flagOption((_, { withdraw: words }) => words.everywhere),
    ],
  ),
  isPrivate: () => true,
  async run(options, asker, bot) {
    const messages = deskMessagesOf(asker.locale);
    const guildId = placeOf(options, asker);
    const articleId = await chooseArticle(options.text('article') ?? '', asker, bot);
    const title = await titleOf(articleId, bot);
    const reason = options.text('reason') ?? '';
    const keys = await bot.answerer.archive.versionKeys(articleId);
    const decision = { byUserId: asker.userId, at: bot.now().getTime() };
    const isNew = await bot.desk.withdraw({ articleId, guildId, reason, keys, ...decision });
    if (isNew) return tellRedraw(articleId, title, asker, bot);
    bot.redrawing?.begin();
    return replyWith(messages.alreadyWithdrawn(title));
  },
  complete: ({ value }, asker, bot) => suggestArticles(value, asker, bot),
};

/** `/restore`: takes a withdrawal back. */
export const restore: Command = {
  isForModerators: true,
  data: deskCommand(
    (_, { restore: words }) => words,
    [
      textOption((_, { restore: words }) => words.article, anArticle),
      flagOption((_, { restore: words }) => words.everywhere),
    ],
  ),
  isPrivate: () => true,
  async run(options, asker, bot) {
    const messages = deskMessagesOf(asker.locale);
    const guildId = placeOf(options, asker);
    const articleId = options.text('article') ?? '';
    const title = await titleOf(articleId, bot);
    const place = { articleId, guildId, byUserId: asker.userId, at: bot.now().getTime() };
    if (!(await bot.desk.restore(place))) return replyWith(messages.notWithdrawn(title));
    bot.redrawing?.begin();
    return replyWith(messages.restored(title));
  },
  complete: ({ value }, asker, bot) => suggestWithdrawn(value, asker, bot),
};

/** `/correct`: a note under every quote of an article. */
export const correct: Command = {
  isForModerators: true,
  data: deskCommand(
    (_, { correct: words }) => words,
    [
      textOption((_, { correct: words }) => words.article, anArticle),
      textOption((_, { correct: words }) => words.note, { maxLength: maxNoteUnits }),
    ],
  ),
  isPrivate: () => true,
  async run(options, asker, bot) {
    const messages = deskMessagesOf(asker.locale);
    const articleId = await chooseArticle(options.text('article') ?? '', asker, bot);
    const title = await titleOf(articleId, bot);
    const note = options.text('note');
    const place = { articleId, guildId: guildOf(asker), byUserId: asker.userId, at: bot.now().getTime() };
    if (note === null && !(await bot.desk.removeCorrection(place))) return replyWith(messages.noNote(title));
    if (note !== null) await bot.desk.correct({ ...place, note });
    bot.redrawing?.begin();
    return replyWith(note === null ? messages.noteRemoved(title) : messages.corrected(title));
  },
  complete: ({ value }, asker, bot) => suggestArticles(value, asker, bot),
};

/** Where a decision holds: in this guild or, for those who run the bot, everywhere. @throws UserError `not-the-owner` */
function placeOf(options: Options, asker: Asker): string | null {
  if (options.flag('everywhere') !== true) return guildOf(asker);
  if (!asker.isOwner) throw new UserError('not-the-owner');
  return null;
}

async function titleOf(articleId: string, { answerer }: Bot): Promise<string> {
  const found = await answerer.archive.article(articleId);
  return `**${escapeShort(found?.title ?? articleId, maxTitleUnits)}**`;
}

/** That an article is withdrawn, and how it goes with the posts that show it: many take minutes, which nobody waits for. */
async function tellRedraw(
  articleId: string,
  title: string,
  { locale }: Asker,
  { desk, redrawing }: Bot,
): Promise<Reply> {
  const { withdrawn, withdrawing } = deskMessagesOf(locale);
  const count = redrawing === undefined ? 0 : await desk.countRedraws(articleId);
  if (redrawing === undefined || count === 0) return replyWith(withdrawn(title, 0));
  const describe = ({ left, failed }: RedrawProgress): Payload => {
    const changed = Math.max(0, count - left - failed);
    return renderNotice(left === 0 ? withdrawn(title, changed) : withdrawing(title, changed, count));
  };
  async function* tell(articles: AsyncIterable<RedrawProgress>): AsyncGenerator<Payload> {
    for await (const progress of articles) yield describe(progress);
  }
  return { ...replyWith(withdrawing(title, 0, count)), progress: tell(redrawing.follow(articleId)) };
}

const maxChoices = 25;

async function suggestWithdrawn(typed: string, { guildId, isOwner }: Asker, bot: Bot): Promise<Choice[]> {
  const own = await bot.desk.listWithdrawals({ guildId, limit: 200 });
  const everywhere = isOwner ? await bot.desk.listWithdrawals({ guildId: null, limit: 200 }) : [];
  const wanted = foldCase(typed);
  const choices: Choice[] = [];
  for (const articleId of new Set([...own, ...everywhere].map((each) => each.articleId))) {
    const found = await bot.answerer.archive.article(articleId);
    const name = found === undefined ? articleId : `${found.title} · ${found.source}`;
    if (choices.length < maxChoices && foldCase(name).includes(wanted))
      choices.push({ name: plainShort(name, 100), value: articleId });
  }
  return choices;
}
