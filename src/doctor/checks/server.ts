import { PermissionFlagsBits } from 'discord-api-types/v10';
import { inviteAddress, neededPermissions } from '../../discord/needed-permissions.ts';
import type { DiscordAnswer } from '../ask-discord.ts';
import { ok, problem, skipped } from '../check.ts';
import type { Finding, Patient } from '../check.ts';
import { describeRefusal } from './discord.ts';

/** What is read of a server. */
interface Guild {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly { readonly id: string; readonly permissions: string }[];
}

/** Whether the bot is in the server that is set, and may do there what it needs. */
export async function checkServer({
  settings,
  askDiscord,
}: Pick<Patient, 'settings' | 'askDiscord'>): Promise<Finding[]> {
  const { discordGuildId } = (await settings()).config;
  if (discordGuildId === '') return [skipped('DISCORD_GUILD_ID is not set')];
  const me = await askDiscord('/users/@me');
  const botId = (me.body as { readonly id?: unknown } | undefined)?.id;
  if (me.status !== 200 || typeof botId !== 'string') return [describeRefusal(me)];
  const guild = await askDiscord(`/guilds/${discordGuildId}`);
  if (guild.status === 403 || guild.status === 404)
    return [
      problem(
        `The bot is not in the server ${discordGuildId}`,
        `Invite it: ${inviteAddress(botId)} Or correct DISCORD_GUILD_ID.`,
      ),
    ];
  if (!isGuild(guild)) return [describeRefusal(guild)];
  const member = await askDiscord(`/guilds/${discordGuildId}/members/${botId}`);
  const roleIds = (member.body as { readonly roles?: unknown } | undefined)?.roles;
  if (member.status !== 200 || !Array.isArray(roleIds)) return [describeRefusal(member)];
  const lacking = findLacking(guild.body, new Set(roleIds));
  return lacking.length === 0
    ? [
        ok(
          `The bot is in the server ${guild.body.name} and has the permissions it needs; channels may take them away`,
        ),
      ]
    : [
        problem(
          `In the server ${guild.body.name} the bot lacks: ${lacking.join(', ')}`,
          `Give these to its role, or invite it again: ${inviteAddress(botId)}`,
        ),
      ];
}

function isGuild(answer: DiscordAnswer): answer is DiscordAnswer & { readonly body: Guild } {
  const { roles, name } = (answer.body ?? {}) as Partial<Guild>;
  return answer.status === 200 && Array.isArray(roles) && typeof name === 'string';
}

/** The needed permissions that neither everyone's role, which has the server's id, nor a role of the bot's gives. */
function findLacking({ id, roles }: Guild, own: ReadonlySet<unknown>): string[] {
  const given = roles
    .filter((role) => role.id === id || own.has(role.id))
    .reduce((all, { permissions }) => all | BigInt(permissions), 0n);
  if ((given & PermissionFlagsBits.Administrator) !== 0n) return [];
  return neededPermissions.filter(({ bit }) => (given & bit) === 0n).map(({ name }) => name);
}
