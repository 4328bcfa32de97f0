import type { StoredAct } from '../../store/desk-records.ts';
import type { Asker, Bot, Reply } from '../bot.ts';
import { deskCommand } from '../commands/command.ts';
import type { Command } from '../commands/command.ts';
import { deskMessagesOf } from '../messages/desk/catalogue.ts';
import { auditActs } from '../messages/desk/desk-messages.ts';
import type { DeskMessages } from '../messages/desk/desk-messages.ts';
import { messagesOf } from '../messages/locales.ts';
import { colours } from '../render/answer.ts';
import { button, container, row, section, textDisplay } from '../render/components.ts';
import { showDay, showTime } from '../render/dates.ts';
import { escapeShort } from '../render/escape.ts';
import { finishPayload } from '../render/payload.ts';

const actsPerPage = 12;
const feedbackPerPage = 6;
const maxTitleUnits = 100;
const maxReasonUnits = 150;

/** `/audit`: who did what, when and why. */
export const audit: Command = {
  isForModerators: true,
  data: deskCommand((_, { audit: words }) => words),
  isPrivate: () => true,
  run: (_, asker, bot) => showAudit(null, asker, bot),
};

/** A page of the audit: what was done before the act with this id; the newest if null. */
export async function showAudit(before: number | null, asker: Asker, bot: Bot): Promise<Reply> {
  const messages = deskMessagesOf(asker.locale);
  const list = { guildId: asker.guildId, limit: actsPerPage + 1, ...(before === null ? {} : { before }) };
  const acts = await bot.desk.listActs(list);
  const shown = acts.slice(0, actsPerPage);
  const lines = await Promise.all(shown.map((act) => describeAct(act, messages, bot)));
  const last = shown.at(-1);
  const text = [`**${messages.audit.heading}**`, ...(lines.length === 0 ? [messages.audit.none] : lines)];
  const next = messagesOf(asker.locale).buttons.next;
  return {
    payload: finishPayload([
      container([textDisplay(text.join('\n'))], colours.notice),
      ...(acts.length > actsPerPage && last !== undefined
        ? [row([button(next, { kind: 'audit', before: last.id })])]
        : []),
    ]),
  };
}

async function describeAct(act: StoredAct, { audit: words }: DeskMessages, bot: Bot): Promise<string> {
  const known = auditActs.find((name) => name === act.act);
  const what = known === undefined ? escapeShort(act.act, 40) : words.acts[known];
  const title = (await bot.answerer.archive.article(act.subject))?.title;
  const subject = title === undefined ? '' : ` **${escapeShort(title, maxTitleUnits)}**`;
  const reason = [act.detail['reason'], act.detail['note'], act.detail['name'], act.detail['url']].find(
    (value) => typeof value === 'string',
  );
  const why = typeof reason === 'string' ? `: ${escapeShort(reason, maxReasonUnits)}` : '';
  const who = /^\d+$/.test(act.userId) ? `<@${act.userId}>` : escapeShort(act.userId, 40) || '—';
  const outcome = act.outcome === 'refused' ? ` (${words.refused})` : '';
  return `${showTime(act.at)} ${who} ${what}${subject}${why}${outcome}`;
}

/** `/feedback`: what members called wrong. */
export const feedback: Command = {
  isForModerators: true,
  data: deskCommand((_, { feedback: words }) => words),
  isPrivate: () => true,
  run: (_, asker, bot) => showFeedback(null, asker, bot),
};

/** A page of what members called wrong, with what the answer quotes today. */
export async function showFeedback(before: number | null, asker: Asker, bot: Bot): Promise<Reply> {
  const messages = deskMessagesOf(asker.locale);
  const list = { guildId: asker.guildId, verdict: 'wrong' as const, limit: feedbackPerPage + 1 };
  const all = await bot.desk.listFeedback({ ...list, ...(before === null ? {} : { before }) });
  const shown = all.slice(0, feedbackPerPage);
  const withdrawn = [...(await bot.desk.withdrawnIds(asker.guildId))];
  const heading = textDisplay(`**${messages.feedback.heading}**`);
  const parts = await Promise.all(
    shown.map(async ({ answerId, reason, at }) => {
      const given = await bot.desk.answer(answerId);
      const [quote] = await bot.answerer.archive.quoteAgain(given?.quotes.slice(0, 1) ?? [], withdrawn);
      const words = messagesOf(asker.locale).feedback.reasons[reason ?? 'other'];
      const said = quote === undefined ? messages.feedback.goneQuotes : `> ${escapeShort(quote.text, 200)}`;
      const title = quote === undefined ? '' : `\n-# ${escapeShort(quote.title, maxTitleUnits)}`;
      const show = button(messages.feedback.show, { kind: 'given', answerId });
      return section(`${showTime(at)} **${words}**\n${said}${title}`, show);
    }),
  );
  // Two members may call one answer wrong, and one message holds one button for it.
  const distinct = parts.filter(
    ({ accessory }, at) =>
      parts.findIndex((other) => JSON.stringify(other.accessory) === JSON.stringify(accessory)) === at,
  );
  const last = shown.at(-1);
  return {
    payload: finishPayload([
      container(
        [heading, ...(distinct.length === 0 ? [textDisplay(messages.feedback.none)] : distinct)],
        colours.notice,
      ),
      ...(all.length > feedbackPerPage && last !== undefined
        ? [row([button(messagesOf(asker.locale).buttons.next, { kind: 'feedback', before: last.id })])]
        : []),
    ]),
  };
}

/** `/status`: how the bot and its articles are. */
export const status: Command = {
  isForModerators: true,
  data: deskCommand((_, { status: words }) => words),
  isPrivate: () => true,
  async run(_, asker, bot) {
    const { status: words } = deskMessagesOf(asker.locale);
    const { articles, chunks } = bot.answerer.counts;
    const sources = await bot.answerer.archive.sources();
    const newest = sources
      .flatMap(({ newestOn }) => newestOn ?? [])
      .sort()
      .at(-1);
    const { version, startedAt, queueSize, memoryBytes } = bot.health();
    const feeds = [...(await bot.desk.listFeeds(asker.guildId)), ...(await bot.desk.listFeeds(null))];
    const states = await Promise.all(feeds.map(({ id }) => bot.desk.feedState(id)));
    const failing = states.filter((state) => (state?.failures ?? 0) >= 3).length;
    const lines = [
      `**${words.heading}**`,
      words.index(articles, sources.length, chunks),
      ...(newest === undefined ? [] : [words.newest(`${showDay(newest)}, ${showDay(newest, 'R')}`)]),
      words.feeds(feeds.length, failing),
      words.queue(queueSize),
      words.memory(Math.round(memoryBytes / 2 ** 20)),
      words.running(showTime(startedAt.getTime()), escapeShort(version, 40)),
    ];
    return { payload: finishPayload([container([textDisplay(lines.join('\n'))], colours.notice)]) };
  },
};
