import type { APIComponentInContainer } from 'discord-api-types/v10';
import { detectLanguage } from '../../text/language.ts';
import { splitSentences } from '../../text/sentences.ts';
import { maxQuestionLength } from '../../answer/answer.ts';
import type { Answer } from '../../answer/answer.ts';
import { askedAt, notesOn, visibleTo } from '../answering.ts';
import type { Asker, Bot, Reply } from '../bot.ts';
import { messagesOf } from '../messages/locales.ts';
import type { Messages } from '../messages/messages.ts';
import { colours } from '../render/answer.ts';
import { button, container, section, separator, textDisplay } from '../render/components.ts';
import { escapeShort } from '../render/escape.ts';
import { renderNotice } from '../render/notice.ts';
import { finishPayload } from '../render/payload.ts';
import { renderQuote } from '../render/quote.ts';
import { messageCommand } from './command.ts';
import type { Command } from './command.ts';

/** Statements of a message that are looked up; so many quotes fit into one reply. */
const maxClaims = 4;
/** Shorter sentences ("Really?", "谢谢。") claim nothing that an article could say something to. Letters and digits. */
const minClaimLetters = 8;
const maxClaimUnits = 160;

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

/** The sentences of a message that say something, in their order; links, mentions and emoji are none. */
export function findClaims(text: string): string[] {
  const clean = text
    .replace(/https?:\/\/\S+|<[@#:][^>\s]{1,100}>|<a?:\w+:\d+>|```[\s\S]*?```/g, ' ')
    .slice(0, 4000);
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

async function lookUp(claims: readonly string[], messages: Messages, asker: Asker, bot: Bot): Promise<Reply> {
  const filter = await visibleTo(asker, bot);
  const parts: APIComponentInContainer[] = [textDisplay(`**${messages.check.heading}**`)];
  for (const claim of claims.slice(0, maxClaims)) {
    const answer = await bot.answerer.answer(claim, { filter, limit: 1, askedAt: askedAt(asker, bot) });
    parts.push(separator(), textDisplay(`-# 💬 ${escapeShort(claim, maxClaimUnits)}`));
    parts.push(...(await describeFinding(answer, messages, asker, bot)));
  }
  const after = [
    ...(claims.length > maxClaims ? [messages.check.onlyFirst(maxClaims)] : []),
    messages.check.noVerdict,
  ];
  const all = [...parts, separator(), textDisplay(after.map((line) => `-# ${line}`).join('\n'))];
  return { payload: finishPayload([container(all, colours.notice)]) };
}

async function describeFinding(
  answer: Answer,
  messages: Messages,
  asker: Asker,
  bot: Bot,
): Promise<APIComponentInContainer[]> {
  const [quote] = answer.quotes;
  if (quote === undefined) return [textDisplay(messages.check.nothing)];
  const notes = (await notesOn([quote], asker.guildId, bot)).get(quote.articleId) ?? [];
  const { articleId, start, end } = quote;
  return [
    ...(answer.isUncertain ? [textDisplay(messages.answer.notSure)] : []),
    section(
      renderQuote(quote, messages, { notes: notes.slice(0, 1) }),
      button(messages.buttons.showInArticle, { kind: 'context', articleId, start, end }),
    ),
  ];
}
