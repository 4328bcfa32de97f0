import { UserError } from '../../errors.ts';
import type { Asker, Bot, Reply } from '../bot.ts';
import { chooseArticle, showArticle } from '../commands/article.ts';
import { attachmentOption, deskCommand, subcommand, textOption } from '../commands/command.ts';
import type { Command, Options } from '../commands/command.ts';
import { suggestArticles } from '../commands/suggest.ts';
import { deskMessagesOf } from '../messages/desk/catalogue.ts';
import { messagesOf } from '../messages/locales.ts';
import { newsroomOf } from '../newsroom.ts';
import type { Newsroom, Offer, OfferedArticle } from '../newsroom.ts';
import { colours } from '../render/answer.ts';
import { button, container, row, separator, textDisplay } from '../render/components.ts';
import { showDay } from '../render/dates.ts';
import { escapeShort } from '../render/escape.ts';
import { renderNotice } from '../render/notice.ts';
import { finishPayload } from '../render/payload.ts';
import type { Payload } from '../render/payload.ts';
import { readFeedNow, suggestFeeds } from './feeds.ts';

/** Articles of one page that are shown before they are taken in; of more, the first. */
const articlesShown = 5;
const maxFileMegabytes = 10;

/** `/pull`: posts an article, or brings one in from the web, a feed or a file. */
export const pull: Command = {
  isForModerators: true,
  data: deskCommand(
    (_, { pull: words }) => words,
    [
      subcommand(
        (_, { pull: words }) => words.article,
        [
          textOption((_, { pull: words }) => words.article.article, {
            isRequired: true,
            hasSuggestions: true,
            maxLength: 100,
          }),
        ],
      ),
      subcommand(
        (_, { pull: words }) => words.url,
        [textOption((_, { pull: words }) => words.url.url, { isRequired: true, maxLength: 2000 })],
      ),
      subcommand(
        (_, { pull: words }) => words.feed,
        [
          textOption((_, { pull: words }) => words.feed.feed, {
            isRequired: true,
            hasSuggestions: true,
            maxLength: 100,
          }),
        ],
      ),
      subcommand(
        (_, { pull: words }) => words.file,
        [attachmentOption((_, { pull: words }) => words.file.file)],
      ),
    ],
  ),
  isFetch: ({ subcommand: name }) => name !== 'article',
  // Only an article that is posted is meant for everybody.
  isPrivate: ({ subcommand: name }) => name !== 'article',
  async run(options, asker, bot) {
    switch (options.subcommand) {
      case 'url':
        return offer((newsroom) => newsroom.offerUrl(options.text('url') ?? '', asker), asker, bot);
      case 'file':
        return offerFile(options, asker, bot);
      case 'feed':
        return readFeedNow(options.text('feed') ?? '', asker, bot);
      default:
        return showArticle(await chooseArticle(options.text('article') ?? '', asker, bot), 0, asker, bot);
    }
  },
  complete: ({ name, value }, asker, bot) =>
    name === 'feed' ? suggestFeeds(value, asker, bot) : suggestArticles(value, asker, bot),
};

async function offerFile(options: Options, asker: Asker, bot: Bot): Promise<Reply> {
  const file = options.attachment('file');
  if (file === null) throw new UserError('url-not-an-article', { host: 'file', detail: 'none' });
  if (file.size > maxFileMegabytes * 2 ** 20) {
    return { payload: renderNotice(deskMessagesOf(asker.locale).pull.tooLarge(maxFileMegabytes)) };
  }
  return offer((newsroom) => newsroom.offerFile(file, asker), asker, bot);
}

async function offer(find: (newsroom: Newsroom) => Promise<Offer>, asker: Asker, bot: Bot): Promise<Reply> {
  return { payload: renderOffer(await find(newsroomOf(bot)), asker) };
}

function renderOffer({ id, articles }: Offer, { locale }: Asker): Payload {
  const { pull: words } = deskMessagesOf(locale);
  const names = new Intl.DisplayNames([messagesOf(locale).locale], { type: 'language' });
  const describe = ({ title, source, publishedOn, language, lead, known, isWithdrawn }: OfferedArticle) => {
    const facts = [
      escapeShort(source, 60),
      ...(publishedOn === null ? [] : [showDay(publishedOn)]),
      ...(language === 'und' ? [] : [words.language(names.of(language) ?? language)]),
    ];
    return [
      `**${escapeShort(title, 150) || '—'}**`,
      `-# ${facts.join(' · ')}`,
      escapeShort(lead, 300),
      ...known.slice(0, 2).map((each) => `-# ⚠️ ${words.duplicate(escapeShort(each.title, 120))}`),
      ...(isWithdrawn ? [`-# ⚠️ ${words.wasWithdrawn}`] : []),
    ].join('\n');
  };
  const shown = articles
    .slice(0, articlesShown)
    .flatMap((each) => [separator(), textDisplay(describe(each))]);
  const more = articles.length > articlesShown ? [textDisplay(`… (${String(articles.length)})`)] : [];
  return finishPayload([
    container([textDisplay(words.found), ...shown, ...more], colours.notice),
    row([
      button(words.confirm, { kind: 'take', offerId: id }, { isPrimary: true }),
      button(words.cancel, { kind: 'leave', offerId: id }),
    ]),
  ]);
}

/** Takes in what was offered. */
export async function takeOffer(offerId: string, asker: Asker, bot: Bot): Promise<Reply> {
  const articleIds = await newsroomOf(bot).take(offerId, asker);
  return { payload: renderNotice(deskMessagesOf(asker.locale).pull.indexed(articleIds.length)) };
}

/** Takes nothing in. */
export function leaveOffer(offerId: string, asker: Asker, bot: Bot): Reply {
  newsroomOf(bot).leave(offerId);
  return { payload: renderNotice(deskMessagesOf(asker.locale).pull.cancelled) };
}
