import { createHash } from 'node:crypto';
import { excerptAround } from '../../text/excerpt.ts';
import type { Quote } from '../../answer/answer.ts';
import type { CorrectionNote } from '../../store/desk-records.ts';
import type { Messages } from '../messages/messages.ts';
import { webAddress } from './components.ts';
import { showDay } from './dates.ts';
import { escapeShort, escapeText } from './escape.ts';
import { limits } from './payload-rules.ts';

/** Longest quote shown, before escaping; a longer sentence is cut around its answering part, and the cuts marked. */
const maxQuoteUnits = 700;
/** So many with their backslashes; of a text that has more of them, half is shown. */
const maxEscapedUnits = 900;
const maxTitleUnits = 120;
const maxRelatedUnits = 80;
const maxNameUnits = 60;
const maxNoteUnits = 150;
/** Outlets named under a quote; of more, the first. */
const copiesNamed = 4;

/** What belongs to a quote beside what the articles say. */
export interface QuoteExtras {
  /** Moderators' notes on its article. */
  readonly notes: readonly CorrectionNote[];
  /** Longest quote shown, before escaping; 700 if not given. */
  readonly maxUnits?: number;
}

/** A quote in Discord's markup: its words with the answering part bold, then where it stands. */
export function renderQuote(
  quote: Quote,
  messages: Messages,
  { notes, maxUnits = maxQuoteUnits }: QuoteExtras,
): string {
  return [
    `> ${markWords(quote, maxUnits)}`,
    describePlace(quote, messages),
    ...describeRelated(quote, messages),
    ...notes.map(({ note }) => `-# ⚠️ ${messages.answer.note(escapeShort(note, maxNoteUnits))}`),
  ].join('\n');
}

/** The words of a quote, its answering part bold, cut around that part where they are many. */
function markWords({ text, highlight }: Quote, maxUnits: number): string {
  const whole = excerptAround(text, highlight, maxUnits);
  const isMostlyMarks = escapeText(text.slice(whole.start, whole.end)).length > maxEscapedUnits;
  const { start, end, isCutBefore, isCutAfter } = isMostlyMarks
    ? excerptAround(text, highlight, maxEscapedUnits / 2)
    : whole;
  const from = Math.min(Math.max(highlight.start, start), end);
  const to = Math.min(Math.max(highlight.end, from), end);
  const marked = to > from ? bold(text.slice(from, to)) : '';
  const words = `${escapeText(text.slice(start, from))}${marked}${escapeText(text.slice(to, end))}`;
  return `${isCutBefore ? '[…] ' : ''}${words}${isCutAfter ? ' […]' : ''}`;
}

/** Escaped text in bold; Discord takes no space at its edges for bold. */
export function bold(text: string): string {
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
  const address = url === null ? null : linkTarget(url);
  if (address === null) return `**${shown}**`;
  // In the text of a link Discord pairs brackets whether or not they are escaped, so that a title could end it early.
  return `[**${shown.replaceAll('\\[', '［').replaceAll('\\]', '］')}**](<${address}>)`;
}

/** An address as it may stand in a link; null where it may not. A bracket in it would end the link early. */
function linkTarget(url: string): string | null {
  const address = webAddress(url)?.replace(
    /[<>()\\]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return address === undefined || address.length > limits.urlUnits ? null : address;
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
          `-# ⚠️ ${messages.answer.corrected(escapeShort(title, maxRelatedUnits), publishedOn === null ? null : showDay(publishedOn))}`,
      ),
  ];
}

/** A short key for a name that is too long for a control's id. */
export function keyOf(name: string): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, 16);
}
