import { UserError } from '../../errors.ts';
import type { FeedbackReason } from '../../store/desk-records.ts';
import { showGivenAnswer } from '../answering.ts';
import type { Asker, Bot, Reply } from '../bot.ts';
import { findVisible, showArticle } from '../commands/article.ts';
import { showLatest } from '../commands/latest.ts';
import { leaveOffer, takeOffer } from '../desk/pull.ts';
import { showAudit, showFeedback } from '../desk/reports.ts';
import { choose, showSettings, toggle } from '../desk/settings.ts';
import type { Effort } from '../limits/limits.ts';
import { messagesOf } from '../messages/locales.ts';
import { questionIn } from '../render/answer.ts';
import { renderContext } from '../render/article.ts';
import type { ControlId } from '../render/custom-id.ts';
import { renderNotice } from '../render/notice.ts';

/** A button that was pressed, or a choice from a list. */
export interface Press {
  readonly id: ControlId;
  /** What was chosen; nothing for a button. */
  readonly values: readonly string[];
  /** The components of the message that holds it. */
  readonly components: readonly unknown[];
  /** Whether that message is seen by the presser alone. */
  readonly isMessagePrivate: boolean;
  /** Whether the presser called the command that the message replies to. */
  readonly isOwnMessage: boolean;
}

/**
 * How a press is answered: in place of the message, below it for the presser alone, by a form, or by a message for
 * everybody. Known before anything is looked up, since Discord wants to hear it within three seconds.
 */
export type PressMode = 'update' | 'reply' | 'form' | 'publish';

/** Whether only moderators may use a control; checked at every press, since ids can be forged. */
export function isForModerators({ kind }: ControlId): boolean {
  return deskKinds.has(kind);
}

const deskKinds: ReadonlySet<ControlId['kind']> = new Set([
  'given',
  'audit',
  'feedback',
  'set',
  'toggle',
  'settings-form',
  'take',
  'leave',
]);

/** What a press asks of the bot; taking in what was fetched writes the index, which may take as long as the fetch. */
export function pressEffort(id: ControlId): Effort {
  if (id.kind === 'take') return 'fetch';
  return isForModerators(id) ? 'act' : 'press';
}

/** How a press is answered. */
export function pressMode({
  id,
  isMessagePrivate,
  isOwnMessage,
}: Omit<Press, 'values' | 'components'>): PressMode {
  switch (id.kind) {
    case 'more':
      return isMessagePrivate ? 'update' : 'reply';
    case 'turn':
    case 'latest':
      return isMessagePrivate || isOwnMessage ? 'update' : 'reply';
    case 'share':
      return 'publish';
    case 'set':
    case 'toggle':
    case 'take':
    case 'leave':
    case 'audit':
    case 'feedback':
      return 'update';
    case 'wrong':
    case 'settings-form':
      return 'form';
    case 'context':
    case 'read':
    case 'open':
    case 'helpful':
    case 'given':
      return 'reply';
  }
}

/** What a press shows. A form is drawn by `renderFeedbackForm` instead. */
export async function press(
  { id, values, components, isMessagePrivate }: Press,
  asker: Asker,
  bot: Bot,
): Promise<Reply> {
  switch (id.kind) {
    case 'more':
      return turnQuotes(id, { question: questionIn(components), isPrivate: isMessagePrivate }, asker, bot);
    case 'context':
      return showContext(id, asker, bot);
    case 'read':
    case 'turn':
      return showArticle(id.articleId, id.page, asker, bot);
    case 'open':
      return showArticle(values[0] ?? '', 0, asker, bot);
    case 'latest':
      return showLatest(id.page, id.sourceKey, asker, bot);
    case 'share':
      return share(id.answerId, questionIn(components), asker, bot);
    case 'helpful':
      return judge({ answerId: id.answerId, verdict: 'helpful', reason: null }, asker, bot);
    case 'wrong':
      return judge({ answerId: id.answerId, verdict: 'wrong', reason: null }, asker, bot);
    case 'given':
      return turnQuotes({ answerId: id.answerId, from: 0 }, { question: null, isPrivate: true }, asker, bot);
    case 'audit':
      return showAudit(id.before, asker, bot);
    case 'feedback':
      return showFeedback(id.before, asker, bot);
    case 'set':
      return choose(id.field, values, asker, bot);
    case 'toggle':
      return toggle(id.field, asker, bot);
    case 'settings-form':
      return showSettings(asker, bot);
    case 'take':
      return takeOffer(id.offerId, asker, bot);
    case 'leave':
      return leaveOffer(id.offerId, asker, bot);
  }
}

async function turnQuotes(
  { answerId, from }: { readonly answerId: string; readonly from: number },
  { question, isPrivate }: { readonly question: string | null; readonly isPrivate: boolean },
  asker: Asker,
  bot: Bot,
): Promise<Reply> {
  const given = await findGiven(answerId, asker, bot);
  const isMine = given.askerId === asker.userId;
  return showGivenAnswer(given, { question, from, isPrivate: isPrivate && isMine }, asker, bot);
}

async function showContext(
  { articleId, start, end }: { readonly articleId: string; readonly start: number; readonly end: number },
  asker: Asker,
  bot: Bot,
): Promise<Reply> {
  const found = await findVisible(articleId, asker, bot);
  if (found === undefined) throw new UserError('article-unknown', { article: articleId });
  const notes = (await bot.desk.correctionNotes([articleId], asker.guildId)).get(articleId) ?? [];
  const messages = messagesOf(asker.locale);
  // A later version may be shorter: then the offsets mean nothing any more, and it is shown from its beginning.
  if (end > found.body.length) return showArticle(articleId, 0, asker, bot);
  return { payload: renderContext(found, { start, end }, { messages, notes }) };
}

async function share(answerId: string, question: string | null, asker: Asker, bot: Bot): Promise<Reply> {
  const given = await findGiven(answerId, asker, bot);
  if (given.askerId !== asker.userId) throw new UserError('not-the-asker');
  const sharedBy = `<@${asker.userId}>`;
  return showGivenAnswer(given, { question, from: 0, isPrivate: false, sharedBy }, asker, bot);
}

/** Keeps what a member says of an answer, and thanks. */
export async function judge(
  feedback: {
    readonly answerId: string;
    readonly verdict: 'helpful' | 'wrong';
    readonly reason: FeedbackReason | null;
  },
  asker: Asker,
  bot: Bot,
): Promise<Reply> {
  await findGiven(feedback.answerId, asker, bot);
  await bot.desk.saveFeedback({ ...feedback, userId: asker.userId, at: bot.now().getTime() });
  return { payload: renderNotice(messagesOf(asker.locale).feedback.thanks) };
}

/** An answer that was given in this guild: what was given elsewhere is none of theirs. */
async function findGiven(answerId: string, { guildId }: Asker, { desk }: Bot) {
  const given = await desk.answer(answerId);
  if (given === undefined || given.guildId !== guildId) throw new UserError('answer-forgotten');
  return given;
}
