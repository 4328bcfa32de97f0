import {
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord-api-types/v10';
import type {
  APIComponentInMessageActionRow,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import { UserError } from '../../errors.ts';
import type { GuildSettings } from '../../store/desk-records.ts';
import type { Asker, Bot, Reply } from '../bot.ts';
import { deskCommand } from '../commands/command.ts';
import type { Command } from '../commands/command.ts';
import { guildOf } from './guild-of.ts';
import { deskMessagesOf } from '../messages/desk/catalogue.ts';
import { localeIds } from '../messages/locales.ts';
import type { LocaleId } from '../messages/locales.ts';
import { colours } from '../render/answer.ts';
import { button, container, row, section, textDisplay } from '../render/components.ts';
import { writeControlId } from '../render/custom-id.ts';
import type { SelectedSetting, ToggledSetting } from '../render/custom-id.ts';
import { escapeShort, plainShort } from '../render/escape.ts';
import { finishPayload } from '../render/payload.ts';
import type { Payload } from '../render/payload.ts';

/** Shortest and longest pause between two questions of one person, in seconds. */
const cooldownLimits = { minimum: 0, maximum: 3600 } as const;
/** What Discord's lists hold. */
const maxChosen = 25;

/** `/settings`: how the bot behaves in this server. */
export const settings: Command = {
  isForModerators: true,
  data: deskCommand((_, { settings: words }) => words),
  isPrivate: () => true,
  run: (_, asker, bot) => showSettings(asker, bot),
};

/** All settings of a guild, each to be changed in place. */
export async function showSettings(asker: Asker, bot: Bot): Promise<Reply> {
  const now = await bot.desk.settings(guildOf(asker));
  const sources = (await bot.answerer.archive.sources())
    .map(({ name }) => name)
    .filter((name) => name.length <= 100);
  return { payload: renderSettings(now, sources, asker.locale) };
}

function renderSettings(now: GuildSettings, sources: readonly string[], locale: LocaleId): Payload {
  const { settings: words } = deskMessagesOf(locale);
  const toggle = (text: string, field: ToggledSetting) =>
    section(text, button(now[field] ? words.turnOff : words.turnOn, { kind: 'toggle', field }));
  return finishPayload([
    container(
      [
        textDisplay(`**${words.heading}**`),
        toggle(words.mentions(now.repliesToMentions), 'repliesToMentions'),
        toggle(words.private(now.isPrivate), 'isPrivate'),
        section(
          `${words.timeZone(escapeShort(now.timeZone, 60))}\n${words.cooldown(now.cooldownSeconds)}`,
          button(words.edit, { kind: 'settings-form' }),
        ),
        textDisplay(`${words.channels}${now.answerChannels === null ? `: ${words.everyChannel}` : ''}`),
        row([channelSelect(now, words.channels)]),
        textDisplay(`${words.roles}${now.deskRoles.length === 0 ? `: ${words.noRoles}` : ''}`),
        row([roleSelect(now, words.roles)]),
        textDisplay(`${words.language}${now.locale === null ? `: ${words.serverLanguage}` : ''}`),
        row([localeSelect(now, words.language)]),
        ...(sources.length === 0
          ? []
          : [
              textDisplay(`${words.sources}${now.sources === null ? `: ${words.allSources}` : ''}`),
              row([sourceSelect(now, sources, words.sources)]),
            ]),
      ],
      colours.notice,
    ),
  ]);
}

const idOf = (field: SelectedSetting): string => writeControlId({ kind: 'set', field });
const placeholderOf = (text: string): string => plainShort(text, 150);

function channelSelect({ answerChannels }: GuildSettings, text: string): APIComponentInMessageActionRow {
  return {
    type: ComponentType.ChannelSelect,
    custom_id: idOf('answerChannels'),
    placeholder: placeholderOf(text),
    channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum],
    min_values: 0,
    max_values: maxChosen,
    default_values: (answerChannels ?? [])
      .slice(0, maxChosen)
      .map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
  };
}

function roleSelect({ deskRoles }: GuildSettings, text: string): APIComponentInMessageActionRow {
  return {
    type: ComponentType.RoleSelect,
    custom_id: idOf('deskRoles'),
    placeholder: placeholderOf(text),
    min_values: 0,
    max_values: maxChosen,
    default_values: deskRoles
      .slice(0, maxChosen)
      .map((id) => ({ id, type: SelectMenuDefaultValueType.Role })),
  };
}

function localeSelect({ locale }: GuildSettings, text: string): APIComponentInMessageActionRow {
  const ownName = (id: string): string => new Intl.DisplayNames([id], { type: 'language' }).of(id) ?? id;
  return {
    type: ComponentType.StringSelect,
    custom_id: idOf('locale'),
    placeholder: placeholderOf(text),
    min_values: 0,
    max_values: 1,
    options: localeIds.map((id) => ({ label: ownName(id), value: id, default: id === locale })),
  };
}

function sourceSelect(
  { sources: chosen }: GuildSettings,
  names: readonly string[],
  text: string,
): APIComponentInMessageActionRow {
  // What is chosen comes first: a source that is not listed would be lost by the next choice.
  const listed = [...new Set([...(chosen ?? []).filter((name) => names.includes(name)), ...names])].slice(
    0,
    maxChosen,
  );
  return {
    type: ComponentType.StringSelect,
    custom_id: idOf('sources'),
    placeholder: placeholderOf(text),
    min_values: 0,
    max_values: listed.length,
    options: listed.map((name) => ({ label: name, value: name, default: chosen?.includes(name) === true })),
  };
}

/** Changes a setting that was chosen from a list; nothing chosen is the default. Values that are not on offer are left out. */
export async function choose(
  field: SelectedSetting,
  values: readonly string[],
  asker: Asker,
  bot: Bot,
): Promise<Reply> {
  const known = await offered(field, values, bot);
  // Nothing valid is not nothing chosen: a source that is gone must not open all the others.
  if (values.length > 0 && known.length === 0) return showSettings(asker, bot);
  const ids = known.slice(0, maxChosen);
  const nullable = ids.length === 0 ? null : ids;
  const change: Partial<GuildSettings> =
    field === 'deskRoles'
      ? { deskRoles: ids }
      : field === 'locale'
        ? { locale: ids[0] ?? null }
        : field === 'sources'
          ? { sources: nullable }
          : { answerChannels: nullable };
  return save(change, asker, bot);
}

async function offered(field: SelectedSetting, values: readonly string[], bot: Bot): Promise<string[]> {
  if (field === 'answerChannels' || field === 'deskRoles')
    return values.filter((id) => /^\d{1,20}$/.test(id));
  if (field === 'locale') return values.filter((id) => localeIds.some((known) => known === id));
  const names = new Set((await bot.answerer.archive.sources()).map(({ name }) => name));
  return values.filter((name) => names.has(name));
}

/** Turns a setting on or off. */
export async function toggle(field: ToggledSetting, asker: Asker, bot: Bot): Promise<Reply> {
  const now = await bot.desk.settings(guildOf(asker));
  return save({ [field]: !now[field] }, asker, bot);
}

/** Ids of the form's fields. */
export const settingsFields = { timeZone: 'time-zone', cooldown: 'cooldown' } as const;

/** The form of the settings that are typed. */
export function renderSettingsForm({
  locale,
  settings: now,
}: Asker): APIModalInteractionResponseCallbackData {
  const { settings: words } = deskMessagesOf(locale);
  const field = (id: string, label: string, value: string, maxLength: number) => ({
    type: ComponentType.Label as const,
    label: plainShort(label, 45),
    component: {
      type: ComponentType.TextInput as const,
      custom_id: id,
      style: TextInputStyle.Short as const,
      required: true,
      min_length: 1,
      max_length: maxLength,
      value,
    },
  });
  return {
    custom_id: writeControlId({ kind: 'settings-form' }),
    title: plainShort(words.formTitle, 45),
    components: [
      field(settingsFields.timeZone, words.timeZoneField, now.timeZone, 60),
      field(settingsFields.cooldown, words.cooldownField, String(now.cooldownSeconds), 4),
    ],
  };
}

/** Changes what was typed into the form. @throws UserError `time-zone-unknown`, `cooldown-invalid` */
export async function submitSettings(
  typed: { readonly timeZone: string; readonly cooldown: string },
  asker: Asker,
  bot: Bot,
): Promise<Reply> {
  const { minimum, maximum } = cooldownLimits;
  const cooldownSeconds = /^\d{1,4}$/.test(typed.cooldown.trim()) ? Number(typed.cooldown) : -1;
  if (cooldownSeconds < minimum || cooldownSeconds > maximum)
    throw new UserError('cooldown-invalid', { minimum, maximum });
  return save({ timeZone: readTimeZone(typed.timeZone.trim()), cooldownSeconds }, asker, bot);
}

function readTimeZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch (cause) {
    throw new UserError('time-zone-unknown', { zone }, { cause });
  }
}

async function save(change: Partial<GuildSettings>, asker: Asker, bot: Bot): Promise<Reply> {
  const guildId = guildOf(asker);
  const now = await bot.desk.settings(guildId);
  const decision = { byUserId: asker.userId, at: bot.now().getTime() };
  await bot.desk.saveSettings(guildId, { ...now, ...change }, decision);
  return showSettings(asker, bot);
}
