import type { APIComponentInContainer, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { NearArticle, Quote, WithheldQuote } from '../../answer/answer.ts';
import type { AskedPeriod } from '../../answer/asked-period.ts';
import type { DifferingFigure } from '../../answer/differing.ts';
import type { CorrectionNote } from '../../store/desk-records.ts';
import type { Messages } from '../messages/messages.ts';
import { button, container, row, section, select, separator, textDisplay } from './components.ts';
import { showDay } from './dates.ts';
import { escapeShort, unescapeText } from './escape.ts';
import { finishPayload, textOf, textsIn } from './payload.ts';
import type { Payload } from './payload.ts';
import { limits, textUnits } from './payload-rules.ts';
import { bold, renderQuote } from './quote.ts';

/** Colours of the edge: sure, unsure, nothing found, a notice. */
export const colours = { sure: 0x2f7d5b, unsure: 0xb7791f, notFound: 0x6b7280, notice: 0x3b5b92 } as const;

/** The text that holds the question, so that a reply to the message can go on from it. */
const questionTextId = 1;
/** What stands before it. */
export const questionMark = '-# 💬 ';

/** Quotes shown at once. */
export const quotesPerPage = 3;
const maxQuestionUnits = 300;
const maxPhraseUnits = 60;
const withheldShown = 2;

/** What an answer is drawn from. */
export interface AnswerView {
  readonly messages: Messages;
  /** Null where the message stands under the question. */
  readonly question: string | null;
  readonly answerId: string;
  /** The quotes of this page. */
  readonly quotes: readonly Quote[];
  /** Position of the first of them among all. */
  readonly from: number;
  readonly quoteCount: number;
  /** Quotes that are gone since the answer was given. */
  readonly withdrawnCount?: number;
  readonly isUncertain: boolean;
  /** Numbers or dates that outlets differ about; none if not given. */
  readonly differing?: readonly DifferingFigure[];
  readonly period: AskedPeriod | null;
  readonly newestOn: string | null;
  readonly withheld: readonly WithheldQuote[];
  readonly notes: ReadonlyMap<string, readonly CorrectionNote[]>;
  /** Shown to the asker alone, who may share it. */
  readonly isPrivate: boolean;
  /** A mention of who shared it. */
  readonly sharedBy?: string;
}

/** Quotes that answer, with their places and what can be done next. */
export function renderQuotes(view: AnswerView): Payload {
  // Long quotes in a script that is escaped much may be too many for one message; then the page has fewer.
  for (let count = Math.min(view.quotes.length, quotesPerPage); count > 1; count--) {
    const components = layOut(view, count);
    if (textUnits(components) <= limits.textUnits) return finishPayload(components);
  }
  return finishPayload(layOut(view, Math.min(1, view.quotes.length)));
}

function layOut(view: AnswerView, count: number): APIMessageTopLevelComponent[] {
  const { messages, isUncertain } = view;
  const quotes = view.quotes.slice(0, count);
  const shown = quotes.flatMap((quote, at): APIComponentInContainer[] => [
    ...(at === 0 ? [] : [separator()]),
    section(
      renderQuote(quote, messages, { notes: (view.notes.get(quote.articleId) ?? []).slice(0, 2) }),
      button(messages.buttons.showInArticle, {
        kind: 'context',
        articleId: quote.articleId,
        start: quote.start,
        end: quote.end,
      }),
    ),
  ]);
  const before = describeBefore(view);
  const after = describeAfter(view, count);
  const inside = [
    ...(before === '' ? [] : [textDisplay(before)]),
    ...shown,
    ...(after === '' ? [] : [textDisplay(after)]),
  ];
  const buttons = listButtons(view, count);
  return [
    ...questionLine(view.question),
    ...(inside.length === 0 ? [] : [container(inside, isUncertain ? colours.unsure : colours.sure)]),
    ...(buttons.length === 0 ? [] : [row(buttons)]),
  ];
}

/** The question as its asker wrote it. */
function questionLine(question: string | null): APIMessageTopLevelComponent[] {
  if (question === null) return [];
  return [textDisplay(`${questionMark}${escapeShort(question, maxQuestionUnits)}`, questionTextId)];
}

/** The question that a message of the bot's answers; null where it shows none. */
export function questionIn(components: readonly unknown[]): string | null {
  const text = textOf(components, questionTextId);
  // Discord numbers what has no id, so that another text may have this one.
  if (text?.startsWith(questionMark) !== true) return null;
  return unescapeText(text.slice(questionMark.length));
}

/** Who shared the answer that a message shows, as a mention; null where nobody did. */
export function sharerIn(components: readonly unknown[]): string | null {
  // What articles and people say is escaped: a mention that stands as one is the bot's own.
  const mention = /(?<!\\)<@\d+>/;
  const text = textsIn(components).find((each) => mention.test(each));
  return mention.exec(text ?? '')?.[0] ?? null;
}

function describeBefore({ messages, isUncertain, differing = [], period, sharedBy }: AnswerView): string {
  const { answer } = messages;
  return [
    ...(sharedBy === undefined ? [] : [`-# ${answer.sharedBy(sharedBy)}`]),
    ...(period === null
      ? []
      : [`-# ${answer.onlySince(showDay(period.from), escapeShort(period.phrase, maxPhraseUnits))}`]),
    ...(isUncertain ? [answer.notSure] : []),
    ...(differing.length === 0 ? [] : [`⚖️ ${answer.differ(differing.map(describeFigure).join(' · '))}`]),
  ].join('\n');
}

/** What an outlet says, in its own words. */
function describeFigure({ text, source }: DifferingFigure): string {
  return `${bold(text.slice(0, maxPhraseUnits))} (${escapeShort(source, maxPhraseUnits)})`;
}

function describeAfter(view: AnswerView, count: number): string {
  const { answer } = view.messages;
  const { newestOn, withheld, quoteCount, from, withdrawnCount = 0 } = view;
  return [
    ...(withdrawnCount > 0 ? [`-# ${answer.withdrawn}`] : []),
    ...withheld
      .slice(0, withheldShown)
      .map(({ title }) => `-# ${answer.withheld(escapeShort(title, maxPhraseUnits))}`),
    ...(newestOn === null ? [] : [`-# ${answer.newest(showDay(newestOn), showDay(newestOn, 'R'))}`]),
    ...(from > 0 && count > 0 ? [`-# ${answer.quotesOf(from + 1, from + count, quoteCount)}`] : []),
  ].join('\n');
}

function listButtons({ messages, answerId, from, quoteCount, quotes, isPrivate }: AnswerView, count: number) {
  const { buttons } = messages;
  const next = from + count;
  const [first] = quotes;
  if (from > 0) {
    return [
      button(buttons.previous, { kind: 'more', answerId, from: Math.max(0, from - quotesPerPage) }),
      ...(next < quoteCount ? [button(buttons.next, { kind: 'more', answerId, from: next })] : []),
    ];
  }
  if (first === undefined) return [];
  return [
    ...(next < quoteCount
      ? [button(buttons.more, { kind: 'more', answerId, from: next }, { isPrimary: true })]
      : []),
    button(buttons.article, { kind: 'read', articleId: first.articleId, page: 0 }),
    ...(isPrivate ? [button(buttons.share, { kind: 'share', answerId })] : []),
    button(buttons.helpful, { kind: 'helpful', answerId }),
    button(buttons.wrong, { kind: 'wrong', answerId }),
  ];
}

/** That nothing answers, with the nearest articles to open. */
export function renderNotFound(
  near: readonly NearArticle[],
  messages: Messages,
  question: string | null,
): Payload {
  const nearest = near.map(({ articleId, title, source, publishedOn }) => ({
    label: title,
    value: articleId,
    description: [source, publishedOn].filter((part) => part !== null).join(' · '),
  }));
  return finishPayload([
    ...questionLine(question),
    container([textDisplay(messages.answer.notFound)], colours.notFound),
    ...(nearest.length === 0 ? [] : [row([select(messages.answer.openNearest, { kind: 'open' }, nearest)])]),
  ]);
}
