import { z } from 'zod';
import type { Asker, Bot } from '../../discord/bot.ts';
import { chooseLocale } from '../../discord/messages/locales.ts';
import { defaultGuildSettings } from '../../store/desk-records.ts';
import { detectLanguage } from '../../text/language.ts';

/** Who sits at the page, and the server that the page is. Discord's ids have 17 digits or more, so these are nobody's there. */
export const personId = '1';
const pageId = '1';

/** What the page says of the person with every request. */
export const personSchema = z.object({
  locale: z.string().max(35),
  timeZone: z.string().max(64),
  /** Whoever may open the page may decide as a moderator there. */
  isModerator: z.boolean().default(false),
});

/**
 * The person at the page as an asker in a server of its own.
 *
 * @param text a message of theirs: Discord does not say in which language its writer reads, so what it is written in
 *   counts unless the settings name one
 */
export async function askerAt(
  { locale, timeZone, isModerator }: z.infer<typeof personSchema>,
  { desk }: Bot,
  text?: string,
): Promise<Asker> {
  const settings = await desk.settings(pageId);
  const spoken = text === undefined ? locale : (settings.locale ?? detectLanguage(text));
  const isUnset = settings.timeZone === defaultGuildSettings.timeZone;
  return {
    userId: personId,
    guildId: pageId,
    channelId: null,
    locale: chooseLocale(spoken),
    settings: { ...settings, timeZone: isUnset && isTimeZone(timeZone) ? timeZone : settings.timeZone },
    isModerator,
    isOwner: isModerator,
  };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
