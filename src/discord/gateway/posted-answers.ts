import { Routes } from 'discord.js';
import type { APIMessage, REST } from 'discord.js';
import type { GivenAnswer } from '../../store/desk-records.ts';
import { showGivenAnswer } from '../answering.ts';
import type { BotCore } from '../bot.ts';
import { questionIn } from '../controls/controls.ts';
import { chooseLocale } from '../messages/locales.ts';
import { editPosted } from './send.ts';

/** Answers drawn anew for one article; the newest, for older ones are hardly seen any more. */
const maxRedrawn = 200;

/**
 * Draws the posted answers that quote any of the articles anew, as they stand now; says how many. One whose message is gone,
 * or where the bot may not write any more, is passed over.
 */
export async function redrawAnswers(
  articleIds: readonly string[],
  rest: REST,
  bot: BotCore,
): Promise<number> {
  const given = await bot.desk.answersQuoting(articleIds, maxRedrawn);
  let changed = 0;
  for (const answer of given) if (await redrawAnswer(answer, rest, bot)) changed += 1;
  return changed;
}

async function redrawAnswer(given: GivenAnswer, rest: REST, bot: BotCore): Promise<boolean> {
  const { channelId, messageId, guildId, locale } = given;
  if (channelId === null || messageId === null) return false;
  try {
    // The question is stored nowhere but in the message itself.
    const message = (await rest.get(Routes.channelMessage(channelId, messageId))) as APIMessage;
    const page = { question: questionIn(message.components ?? []), from: 0, isPrivate: false };
    const { payload } = await showGivenAnswer(given, page, { locale: chooseLocale(locale), guildId }, bot);
    await editPosted(rest, { channelId, messageId }, payload);
    return true;
  } catch (error) {
    // Whatever is wrong with one message, the others are to lose what was withdrawn.
    bot.log.warn({ answerId: given.id, error }, 'a posted answer could not be changed');
    return false;
  }
}
