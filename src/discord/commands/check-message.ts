import type { APIComponentInContainer, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { detectLanguage } from '../../text/language.ts';
import { splitSentences } from '../../text/sentences.ts';
import { maxQuestionLength } from '../../answer/answer.ts';
import type { Quote } from '../../answer/answer.ts';
import type { CorrectionNote } from '../../store/desk-records.ts';
import { notesOn, visibleTo, withinSources } from '../answering.ts';
import type { Asker, Bot, Reply } from '../bot.ts';
import { messagesOf } from '../messages/locales.ts';
import type { Messages } from '../messages/messages.ts';
import { colours, questionMark } from '../render/answer.ts';
import { button, container, section, separator, textDisplay } from '../render/components.ts';
import { escapeShort } from '../render/escape.ts';
import { renderNotice } from '../render/notice.ts';
import { finishPayload } from '../render/payload.ts';
import { limits, textUnits } from '../render/payload-rules.ts';
import { renderQuote } from '../render/quote.ts';
import { messageCommand } from './command.ts';
import type { Command } from './command.ts';

/** Statements of a message that are looked up; so many quotes fit into one reply. */
const maxClaims = 4;
/** Shorter sentences ("Really?", "谢谢。") claim nothing that an article could say something to. Letters and digits. */
const minClaimLetters = 8;
const maxClaimUnits = 160;
/** Longest quotes, before escaping; the second where the first are too long for one message. */
const quoteUnits = [700, 250] as const;

/** "Check against the news": what the articles say to each statement of a message. */
export const checkMessage: Command = {
  data: messageCommand(({ check }) => check),
  isPrivate: () => true,
  async run({ messageText }, asker, bot) {
    const messages = messagesOf(asker.locale);
    const claims = findClaims(messageText ?? '');
    if (claims.length === 0) return { payload: renderNotice(messages.check.noClaims) };
    return lookUp(claims, messages, asker, bot);
  },
};

/** Links, mentions of all sorts, times, emoji and code. */
const unsaid =
  /https?:\/\/\S+|<(?:[@#:]|a:|t:|id:)[^>\s]{1,100}>|<\/[^>\n]{1,100}:\d+>|@(?:everyone|here)\b|```[\s\S]*?```/g;

/** The sentences of a message that say something, in their order; links, mentions and emoji are none. */
export function findClaims(text: string): string[] {
  const clean = text.replace(unsaid, ' ').slice(0, 4000);
  const language = detectLanguage(clean);
  return clean
    .split(/\n+/)
    .flatMap((line) => splitSentences(line, language).map(({ start, end }) => line.slice(start, end).trim()))
    .filter((sentence) => letterUnits(sentence) >= minClaimLetters)
    .map((sentence) => sentence.slice(0, maxQuestionLength));
}

/** A Chinese or Japanese character says about as much as two letters. */
function letterUnits(text: string): number {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const wide = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0;
  return letters + wide;
}

/** A statement with what the articles say to it. */
interface Finding {
  readonly claim: string;
  readonly quote: Quote | undefined;
  readonly isUncertain: boolean;
  readonly notes: readonly CorrectionNote[];
}

async function lookUp(claims: readonly string[], messages: Messages, asker: Asker, bot: Bot): Promise<Reply> {
  const filter = await visibleTo(asker, bot);
  const findings: Finding[] = [];
  for (const claim of claims.slice(0, maxClaims)) {
    // A statement tells of a time, it does not ask for articles of it: "on Monday" is no reason to look at new ones only.
    const options = { filter, limit: 1, askedAt: null };
    const { quotes, isUncertain } = await bot.answerer.answer(claim, options);
    const [quote] = withinSources(quotes, asker.settings);
    const notes = await notesOn(quote === undefined ? [] : [quote], asker.guildId, bot);
    findings.push({ claim, quote, isUncertain, notes: notes.get(quote?.articleId ?? '')?.slice(0, 1) ?? [] });
  }
  // What is too long for one message has its quotes cut shorter, then fewer of them.
  const shapes = findings
    .flatMap((_, at) => quoteUnits.map((maxUnits) => ({ count: findings.length - at, maxUnits })))
    .map(({ count, maxUnits }) => {
      const isCut = count < claims.length;
      return layOut(findings.slice(0, count), messages, { maxUnits, isCut });
    });
  const fitting = shapes.find((components) => textUnits(components) <= limits.textUnits);
  return { payload: finishPayload(fitting ?? []) };
}

function layOut(
  findings: readonly Finding[],
  messages: Messages,
  { maxUnits, isCut }: { readonly maxUnits: number; readonly isCut: boolean },
): APIMessageTopLevelComponent[] {
  const after = [...(isCut ? [messages.check.onlyFirst(findings.length)] : []), messages.check.noVerdict];
  const parts = findings.flatMap((finding, at) => {
    const isRepeat = findings.slice(0, at).some(({ quote }) => isSameQuote(quote, finding.quote));
    return [
      separator(),
      textDisplay(`${questionMark}${escapeShort(finding.claim, maxClaimUnits)}`),
      ...describeFinding(finding, messages, { maxUnits, isRepeat }),
    ];
  });
  const heading = textDisplay(`**${messages.check.heading}**`);
  const footer = textDisplay(after.map((line) => `-# ${line}`).join('\n'));
  return [container([heading, ...parts, separator(), footer], colours.notice)];
}

function isSameQuote(a: Quote | undefined, b: Quote | undefined): boolean {
  return a?.articleId === b?.articleId && a?.start === b?.start && a?.end === b?.end;
}

function describeFinding(
  { quote, isUncertain, notes }: Finding,
  messages: Messages,
  { maxUnits, isRepeat }: { readonly maxUnits: number; readonly isRepeat: boolean },
): APIComponentInContainer[] {
  if (quote === undefined) return [textDisplay(messages.check.nothing)];
  const { articleId, start, end } = quote;
  const text = renderQuote(quote, messages, { notes, maxUnits });
  return [
    ...(isUncertain ? [textDisplay(messages.answer.notSure)] : []),
    // The same button may not stand in a message twice.
    isRepeat
      ? textDisplay(text)
      : section(text, button(messages.buttons.showInArticle, { kind: 'context', articleId, start, end })),
  ];
}
