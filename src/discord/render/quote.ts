import { createHash } from 'node:crypto';
import { excerptAround } from '../../text/excerpt.ts';
import type { Quote } from '../../answer/answer.ts';
import type { CorrectionNote } from '../../store/desk-records.ts';
import type { Messages } from '../messages/messages.ts';
import { webAddress } from './components.ts';
import { showDay } from './dates.ts';
import { escapeShort, escapeText } from './escape.ts';

/** Longest quote shown, before escaping; a longer sentence is cut around its answering part, and the cuts marked. */
const maxQuoteUnits = 700;
const maxTitleUnits = 150;
const maxNameUnits = 60;
const maxNoteUnits = 200;
/** Outlets named under a quote; of more, the first. */
const copiesNamed = 4;

/** What belongs to a quote beside what the articles say. */
export interface QuoteExtras {
  /** Moderators' notes on its article. */
  readonly notes: readonly CorrectionNote[];
}

/** A quote in Discord's markup: its words with the answering part bold, then where it stands. */
export function renderQuote(quote: Quote, messages: Messages, { notes }: QuoteExtras): string {
  return [
    `> ${markWords(quote)}`,
    describePlace(quote, messages),
    ...describeRelated(quote, messages),
    ...notes.map(({ note }) => `-# ⚠️ ${messages.answer.note(escapeShort(note, maxNoteUnits))}`),
  ].join('\n');
}

/** The words of a quote, its answering part bold, cut around that part where they are many. */
function markWords({ text, highlight }: Quote): string {
  const { start, end, isCutBefore, isCutAfter } = excerptAround(text, highlight, maxQuoteUnits);
  const from = Math.min(Math.max(highlight.start, start), end);
  const to = Math.min(Math.max(highlight.end, from), end);
  const marked = to > from ? bold(text.slice(from, to)) : '';
  const words = `${escapeText(text.slice(start, from))}${marked}${escapeText(text.slice(to, end))}`;
  return `${isCutBefore ? '[…] ' : ''}${words}${isCutAfter ? ' […]' : ''}`;
}

/** Bold text; Discord takes no space at its edges for bold. */
function bold(text: string): string {
  const [, before = '', middle = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(text) ?? [];
  return middle === ''
    ? escapeText(text)
    : `${escapeText(before)}**${escapeText(middle)}**${escapeText(after)}`;
}

function describePlace(quote: Quote, messages: Messages): string {
  const { title, source, publishedOn, lines, file, url } = quote;
  const fileName = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const place = [
    escapeShort(source, maxNameUnits),
    ...(publishedOn === null ? [] : [showDay(publishedOn)]),
    `${escapeShort(fileName, maxNameUnits)}, ${messages.answer.lines(...lines)}`,
  ].join(' · ');
  return `${linkTitle(title, url)}\n-# ${place}`;
}

/** A title in bold, leading to the article's own page where it has one. */
export function linkTitle(title: string, url: string | null): string {
  const shown = escapeShort(title, maxTitleUnits) || '—';
  const address = url === null ? null : webAddress(url);
  // A bracket in the address would end the link early.
  return address === null
    ? `**${shown}**`
    : `[**${shown}**](<${address.replace(/[<>()\s\\]/g, encodeURIComponent)}>)`;
}

function describeRelated({ alsoIn, corrections }: Quote, messages: Messages): string[] {
  const outlets = [...new Set(alsoIn.map(({ source }) => source))];
  const named = outlets.slice(0, copiesNamed).map((name) => escapeShort(name, maxNameUnits));
  const copies = outlets.length > copiesNamed ? [...named, '…'] : named;
  return [
    ...(copies.length === 0 ? [] : [`-# ${messages.answer.alsoIn(copies.join(', '))}`]),
    ...corrections
      .slice(0, 2)
      .map(
        ({ title, publishedOn }) =>
          `-# ⚠️ ${messages.answer.corrected(escapeShort(title, maxTitleUnits), publishedOn === null ? null : showDay(publishedOn))}`,
      ),
  ];
}

/** A short key for a name that is too long for a control's id. */
export function keyOf(name: string): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, 16);
}
