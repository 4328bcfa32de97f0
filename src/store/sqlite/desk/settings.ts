import { z } from 'zod';
import type { ActDetail, GuildSettings } from '../../desk-records.ts';
import { defaultGuildSettings } from '../../desk-records.ts';
import type { SettingsDesk } from '../../desk-store.ts';
import { decide } from './audit.ts';
import { countChange } from './change-number.ts';
import { encodeGuildId, jsonColumn } from './columns.ts';
import type { DeskConnection } from './connection.ts';

const {
  answerChannels,
  repliesToMentions,
  isPrivate,
  locale,
  sources,
  timeZone,
  cooldownSeconds,
  deskRoles,
} = defaultGuildSettings;

/** Each with its default, so that a setting added later needs no migration. */
const settingsSchema: z.ZodType<GuildSettings> = z.object({
  answerChannels: z.array(z.string()).readonly().nullable().default(answerChannels),
  repliesToMentions: z.boolean().default(repliesToMentions),
  isPrivate: z.boolean().default(isPrivate),
  locale: z.string().min(1).nullable().default(locale),
  sources: z.array(z.string()).readonly().nullable().default(sources),
  timeZone: z.string().min(1).default(timeZone),
  cooldownSeconds: z.int().min(0).default(cooldownSeconds),
  deskRoles: z.array(z.string()).readonly().default(deskRoles),
});

const settingsRow = z.object({ settings: jsonColumn(settingsSchema) });

/** The settings of guilds. */
export function openSettingsDesk(desk: DeskConnection): SettingsDesk {
  const read = (guildId: string): GuildSettings => {
    const sql = 'SELECT settings FROM guild_settings WHERE guild_id = ?';
    return desk.row(settingsRow, sql, encodeGuildId(guildId))?.settings ?? defaultGuildSettings;
  };
  return {
    async settings(guildId) {
      return guildId === null ? defaultGuildSettings : read(guildId);
    },
    async saveSettings(guildId, settings, decision) {
      // What could not be read again is a bug of the caller, and must not become a damaged desk.
      const checked = settingsSchema.parse(settings);
      return decide(desk, { act: 'settings', guildId, subject: guildId, decision }, () => {
        const changes = listChanges(read(guildId), checked);
        if (Object.keys(changes).length === 0) return null;
        desk.change(
          'INSERT OR REPLACE INTO guild_settings (guild_id, settings) VALUES (?, ?)',
          guildId,
          JSON.stringify(checked),
        );
        countChange(desk);
        return changes;
      });
    },
  };
}

/** The settings that differ, as they are now. */
function listChanges(before: GuildSettings, after: GuildSettings): ActDetail {
  const [old, now]: ActDetail[] = [{ ...before }, { ...after }];
  const changed = Object.entries(now ?? {}).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(old?.[name]),
  );
  return Object.fromEntries(changed);
}
