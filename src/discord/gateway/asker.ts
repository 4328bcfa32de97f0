import type { BaseInteraction, Message } from 'discord.js';
import { ApplicationIntegrationType } from 'discord.js';
import { defaultGuildSettings } from '../../store/desk-records.ts';
import { detectLanguage } from '../../text/language.ts';
import type { Asker, Bot } from '../bot.ts';
import { chooseLocale } from '../messages/locales.ts';

/** Who is behind an interaction. In a guild where only the asker installed the bot, answers are private by default. */
export async function askerOf(interaction: BaseInteraction, { desk }: Bot): Promise<Asker> {
  const { guildId, channelId, user, locale, authorizingIntegrationOwners } = interaction;
  const isGuest =
    guildId !== null && authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall] === undefined;
  const settings = guildId === null || isGuest ? defaultGuildSettings : await desk.settings(guildId);
  return {
    userId: user.id,
    guildId,
    channelId,
    locale: chooseLocale(locale),
    settings: isGuest ? { ...settings, isPrivate: true } : settings,
  };
}

/** Who wrote a message. Discord does not say in which language a writer reads; the guild's counts, else the message's own. */
export async function writerOf(message: Message, { desk }: Bot): Promise<Asker> {
  const { guildId, channelId, author, guild, content } = message;
  const settings = guildId === null ? defaultGuildSettings : await desk.settings(guildId);
  const locale = guildId === null ? detectLanguage(content) : (settings.locale ?? guild?.preferredLocale);
  return { userId: author.id, guildId, channelId, locale: chooseLocale(locale), settings };
}
