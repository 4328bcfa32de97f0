import { UserError } from '../errors.ts';
import type { UserErrorCode } from '../errors.ts';
import { deskMessagesOf } from './messages/desk/catalogue.ts';
import type { DeskMessages } from './messages/desk/desk-messages.ts';
import { messagesOf } from './messages/locales.ts';
import type { LocaleId } from './messages/locales.ts';
import type { Messages } from './messages/messages.ts';
import { escapeShort } from './render/escape.ts';

const maxShownUnits = 80;

type Wording = (context: (name: string) => string, messages: Messages, desk: DeskMessages) => string;

/** What members can do something about; any other code is for those who run the bot, who see it in the log. */
const wordings: Partial<Record<UserErrorCode, Wording>> = {
  'question-empty': (_, { notices }) => notices.questionEmpty,
  'question-too-long': (context, { notices }) =>
    notices.questionTooLong(Number(context('length')), Number(context('maximum'))),
  'source-unknown': (context, { notices }) => notices.sourceUnknown(context('source')),
  'language-unknown': (context, { notices }) => notices.languageUnknown(context('language')),
  'date-unreadable': (context, { notices }) => notices.dateUnreadable(context('text')),
  'article-unknown': (_, { notices }) => notices.articleUnknown,
  'not-the-asker': (_, { notices }) => notices.onlyAsker,
  'answer-forgotten': (_, { notices }) => notices.outdatedButton,
  'not-a-moderator': (_, { notices }) => notices.notAllowed,
  'not-the-owner': (_, __, { onlyOwner }) => onlyOwner,
  'only-in-servers': (_, __, { onlyInServers }) => onlyInServers,
  'time-zone-unknown': (context, _, { settings }) => settings.timeZoneUnknown(context('zone')),
  'cooldown-invalid': (context, _, { settings }) =>
    settings.cooldownWrong(Number(context('minimum')), Number(context('maximum'))),
  'url-refused': (context, _, { pull }) => pull.refused(context('host')),
  'url-unreachable': (context, _, { pull }) => pull.unreachable(context('host')),
  'url-too-slow': (context, _, { pull }) => pull.unreachable(context('host')),
  'url-too-large': (context, _, { pull }) => pull.notReadable(context('host')),
  'url-not-found': (context, _, { pull }) => pull.notFound(context('host')),
  'url-not-an-article': (context, _, { pull }) => pull.notReadable(context('host')),
  'article-withdrawn': (_, __, { pull }) => pull.wasWithdrawn,
  'offer-expired': (_, __, { pull }) => pull.expired,
  'newsroom-closed': (_, __, { pull }) => pull.closed,
  'feed-unknown': (_, __, { feeds }) => feeds.unknown,
  'feed-not-read': (context, _, { feeds }) => feeds.notRead(context('name'), context('code')),
  'index-busy': (_, { notices }) => notices.busy,
  'desk-busy': (_, { notices }) => notices.busy,
};

/** Passing states of this machine, about which the asker is told and can do nothing but wait. */
const passingCodes: ReadonlySet<UserErrorCode> = new Set(['index-busy', 'desk-busy']);

/** Whether an error is about what was asked for, and not about the bot. */
export function isAskersError(error: unknown): boolean {
  return error instanceof UserError && wordings[error.code] !== undefined && !passingCodes.has(error.code);
}

/** An error in a member's language; null where there is nothing that they could do about it. */
export function wordError(error: unknown, locale: LocaleId): string | null {
  if (!(error instanceof UserError)) return null;
  const context = (name: string): string => escapeShort(String(error.context[name] ?? ''), maxShownUnits);
  return wordings[error.code]?.(context, messagesOf(locale), deskMessagesOf(locale)) ?? null;
}
