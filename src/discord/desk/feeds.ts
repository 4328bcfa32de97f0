import { createHash } from 'node:crypto';
import { UserError } from '../../errors.ts';
import type { Feed } from '../../store/desk-records.ts';
import { foldCase } from '../../text/normalize.ts';
import type { Asker, Bot, Reply } from '../bot.ts';
import { channelOption, deskCommand, subcommand, textOption } from '../commands/command.ts';
import type { Choice, Command, Options } from '../commands/command.ts';
import { guildOf } from './guild-of.ts';
import { deskMessagesOf } from '../messages/desk/catalogue.ts';
import { newsroomOf } from '../newsroom.ts';
import { colours } from '../render/answer.ts';
import { container, textDisplay } from '../render/components.ts';
import { escapeShort, plainShort } from '../render/escape.ts';
import { replyWith } from '../render/notice.ts';
import { finishPayload } from '../render/payload.ts';

const maxNameUnits = 80;
const maxChoices = 25;
const feedsShown = 20;
const aFeed = { isRequired: true, hasSuggestions: true, maxLength: 100 } as const;

/** `/feed`: feeds whose new articles are taken in by themselves. */
export const feed: Command = {
  isForModerators: true,
  data: deskCommand(
    (_, { feed: words }) => words,
    [
      subcommand(
        (_, { feed: words }) => words.add,
        [
          textOption((_, { feed: words }) => words.add.url, { isRequired: true, maxLength: 2000 }),
          textOption((_, { feed: words }) => words.add.called, { maxLength: maxNameUnits }),
          channelOption((_, { feed: words }) => words.add.channel),
          textOption((_, { feed: words }) => words.add.topic, { maxLength: 100 }),
        ],
      ),
      subcommand(
        (_, { feed: words }) => words.remove,
        [textOption((_, { feed: words }) => words.remove.feed, aFeed)],
      ),
      subcommand(
        (_, { feed: words }) => words.pause,
        [textOption((_, { feed: words }) => words.pause.feed, aFeed)],
      ),
      subcommand((_, { feed: words }) => words.list),
    ],
  ),
  isFetch: ({ subcommand: name }) => name === 'add',
  isPrivate: () => true,
  async run(options, asker, bot) {
    switch (options.subcommand) {
      case 'add':
        return addFeed(options, asker, bot);
      case 'remove':
        return removeFeed(options.text('feed') ?? '', asker, bot);
      case 'pause':
        return pauseFeed(options.text('feed') ?? '', asker, bot);
      default:
        return listFeeds(asker, bot);
    }
  },
  complete: ({ value }, asker, bot) => suggestFeeds(value, asker, bot),
};

async function addFeed(options: Options, asker: Asker, bot: Bot): Promise<Reply> {
  const url = options.text('url') ?? '';
  const guildId = guildOf(asker);
  const id = createHash('sha256').update(`${guildId} ${url}`).digest('base64url').slice(0, 12);
  const name = options.text('name') ?? (URL.canParse(url) ? new URL(url).hostname : url);
  const feedToAdd = {
    id,
    url,
    name: plainShort(name, maxNameUnits),
    guildId,
    announceChannelId: options.text('channel'),
    topic: options.text('topic'),
    byUserId: asker.userId,
    at: bot.now().getTime(),
  };
  const isNew = await bot.desk.addFeed(feedToAdd);
  const [outcome] = await newsroomOf(bot).readFeeds([id]);
  if (outcome !== undefined && outcome.error !== null) {
    // A feed that can not be read the first time is most likely mistyped.
    if (isNew) await bot.desk.removeFeed(id, { byUserId: asker.userId, at: bot.now().getTime() });
    throw new UserError('feed-not-read', { name: feedToAdd.name, code: outcome.error });
  }
  const count = outcome?.articleIds.length ?? 0;
  return replyWith(deskMessagesOf(asker.locale).feeds.added(bold(feedToAdd.name), count));
}

async function removeFeed(id: string, asker: Asker, bot: Bot): Promise<Reply> {
  const { name } = await findFeed(id, asker, bot);
  await bot.desk.removeFeed(id, { byUserId: asker.userId, at: bot.now().getTime() });
  return replyWith(deskMessagesOf(asker.locale).feeds.removed(bold(name)));
}

async function pauseFeed(id: string, asker: Asker, bot: Bot): Promise<Reply> {
  const { name, isPaused } = await findFeed(id, asker, bot);
  await bot.desk.pauseFeed(id, !isPaused, { byUserId: asker.userId, at: bot.now().getTime() });
  const { feeds: words } = deskMessagesOf(asker.locale);
  return replyWith(isPaused ? words.resumed(bold(name)) : words.paused(bold(name)));
}

/** Reads a feed now. @throws UserError `feed-unknown`, `feed-not-read` */
export async function readFeedNow(id: string, asker: Asker, bot: Bot): Promise<Reply> {
  const { name } = await findFeed(id, asker, bot);
  const [outcome] = await newsroomOf(bot).readFeeds([id]);
  if (outcome === undefined || outcome.error !== null)
    throw new UserError('feed-not-read', { name, code: outcome?.error ?? 'busy' });
  return replyWith(deskMessagesOf(asker.locale).feeds.polled(bold(name), outcome.articleIds.length));
}

async function listFeeds(asker: Asker, bot: Bot): Promise<Reply> {
  const { feeds: words } = deskMessagesOf(asker.locale);
  const feeds = await visibleFeeds(asker, bot);
  if (feeds.length === 0) return replyWith(words.none);
  const lines = await Promise.all(feeds.slice(0, feedsShown).map((each) => describe(each, asker, bot)));
  return {
    payload: finishPayload([
      container([textDisplay([`**${words.heading}**`, ...lines].join('\n'))], colours.notice),
    ]),
  };
}

async function describe(
  { id, name, isPaused, announceChannelId }: Feed,
  { locale }: Asker,
  { desk }: Bot,
): Promise<string> {
  const { feeds: words } = deskMessagesOf(locale);
  const state = await desk.feedState(id);
  const success = state?.lastSuccessAt ?? null;
  const facts = [
    ...(isPaused ? [words.isPaused] : []),
    success === null ? words.neverPolled : words.lastSuccess(`<t:${String(Math.floor(success / 1000))}:R>`),
    ...((state?.failures ?? 0) > 0
      ? [words.failures(state?.failures ?? 0, escapeShort(state?.lastError ?? '?', 40))]
      : []),
    ...(announceChannelId === null ? [] : [`<#${announceChannelId}>`]),
  ];
  return `${bold(name)}\n-# ${facts.join(' · ')}`;
}

/** Feeds of the asker's guild, by name; the value is the feed's id. */
export async function suggestFeeds(typed: string, asker: Asker, bot: Bot): Promise<Choice[]> {
  const wanted = foldCase(typed);
  return (await visibleFeeds(asker, bot))
    .filter(({ name, url }) => foldCase(`${name} ${url}`).includes(wanted))
    .slice(0, maxChoices)
    .map(({ id, name }) => ({ name: plainShort(name, 100), value: id }));
}

async function visibleFeeds(asker: Asker, bot: Bot): Promise<Feed[]> {
  return bot.desk.listFeeds(guildOf(asker));
}

async function findFeed(id: string, asker: Asker, bot: Bot): Promise<Feed> {
  const found = (await visibleFeeds(asker, bot)).find((each) => each.id === id);
  if (found === undefined) throw new UserError('feed-unknown');
  return found;
}

function bold(name: string): string {
  return `**${escapeShort(name, maxNameUnits)}**`;
}
