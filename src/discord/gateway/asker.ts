import type { BaseInteraction, Message, TextBasedChannel } from 'discord.js';
import { ApplicationIntegrationType, PermissionFlagsBits } from 'discord.js';
import { defaultGuildSettings } from '../../store/desk-records.ts';
import { detectLanguage } from '../../text/language.ts';
import type { Asker, Bot } from '../bot.ts';
import { chooseLocale } from '../messages/locales.ts';

/** Who is behind an interaction. In a guild where only the asker installed the bot, answers are private by default. */
export async function askerOf(interaction: BaseInteraction, { desk }: Bot): Promise<Asker> {
  const { guildId, channelId, user, locale, authorizingIntegrationOwners } = interaction;
  const isGuest =
    guildId !== null && authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall] === undefined;
  const settings = isGuest ? defaultGuildSettings : await desk.settings(guildId);
  return {
    userId: user.id,
    guildId,
    channelId,
    ...parentOf(interaction.channel),
    locale: chooseLocale(locale),
    settings: isGuest ? { ...settings, isPrivate: true } : settings,
    isModerator: guildId !== null && !isGuest && isModerator(interaction, settings.deskRoles),
    isOwner: isOwner(interaction),
  };
}

/** Who wrote a message. Discord does not say in which language a writer reads; the guild's counts, else the message's own. */
export async function writerOf(message: Message, { desk }: Bot): Promise<Asker> {
  const { guildId, channelId, author, guild, content } = message;
  const settings = await desk.settings(guildId);
  const locale = guildId === null ? detectLanguage(content) : (settings.locale ?? guild?.preferredLocale);
  const nobody = { isModerator: false, isOwner: false };
  const place = { guildId, channelId, ...parentOf(message.channel) };
  return { userId: author.id, ...place, locale: chooseLocale(locale), settings, ...nobody };
}

/** Decided anew at every use: a role may have been taken away since the button was made. Administrators can not be shut out. */
function isModerator({ memberPermissions, member }: BaseInteraction, deskRoles: readonly string[]): boolean {
  if (memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true) return true;
  const roles = member?.roles ?? [];
  const ids = Array.isArray(roles) ? roles : [...roles.cache.keys()];
  return ids.some((id) => deskRoles.includes(id));
}

/** Whether the application is the person's own, or their team's. */
function isOwner({ client, user }: BaseInteraction): boolean {
  const owner = client.application.owner;
  if (owner === null) return false;
  return 'members' in owner ? owner.members.has(user.id) : owner.id === user.id;
}

/** What a thread belongs to: being allowed to answer in a channel or forum means its threads. */
function parentOf(channel: TextBasedChannel | null): { readonly parentChannelId?: string } {
  const parentId = channel?.isThread() === true ? channel.parentId : null;
  return parentId === null ? {} : { parentChannelId: parentId };
}
