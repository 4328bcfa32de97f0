import type { APIApplicationCommand } from 'discord-api-types/v10';
import { commands } from '../../discord/commands/commands.ts';
import { compareCommands } from '../../discord/gateway/register.ts';
import type { CommandDifference } from '../../discord/gateway/register.ts';
import { ok, problem, warning } from '../check.ts';
import type { Finding, Patient } from '../check.ts';
import { describeRefusal } from './discord.ts';

/** Whether Discord knows the commands as this version has them, everywhere or in the server that is set. */
export async function checkCommands({
  settings,
  askDiscord,
}: Pick<Patient, 'settings' | 'askDiscord'>): Promise<Finding[]> {
  const { discordGuildId } = (await settings()).config;
  const application = await askDiscord('/applications/@me');
  const id = (application.body as { readonly id?: unknown } | undefined)?.id;
  if (application.status !== 200 || typeof id !== 'string') return [describeRefusal(application)];
  const places = [
    { where: 'everywhere', path: `/applications/${id}/commands` },
    ...(discordGuildId === ''
      ? []
      : [
          {
            where: `in the server ${discordGuildId}`,
            path: `/applications/${id}/guilds/${discordGuildId}/commands`,
          },
        ]),
  ];
  const known: Place[] = [];
  for (const { where, path } of places) {
    const answer = await askDiscord(`${path}?with_localizations=true`);
    if (answer.status !== 200 || !Array.isArray(answer.body)) return [describeRefusal(answer)];
    const registered = answer.body as APIApplicationCommand[];
    if (registered.length > 0)
      known.push({
        where,
        ...compareCommands(
          registered,
          commands.map(({ data }) => data),
        ),
      });
  }
  return describePlaces(known);
}

interface Place extends CommandDifference {
  readonly where: string;
}

function describePlaces(known: readonly Place[]): Finding[] {
  if (known.length === 0)
    return [problem('Discord knows no command of the bot', 'Register them: npm run register')];
  const findings = known.flatMap(({ where, added, changed, removed }) => {
    const parts = [
      ...(added.length === 0 ? [] : [`missing: ${added.join(', ')}`]),
      ...(changed.length === 0 ? [] : [`of another version: ${changed.join(', ')}`]),
      ...(removed.length === 0 ? [] : [`no longer there: ${removed.join(', ')}`]),
    ];
    const again = where === 'everywhere' ? 'npm run register -- --global' : 'npm run register';
    return parts.length === 0
      ? [ok(`${commands.length} commands are registered ${where} as this version has them`)]
      : [
          warning(
            `Commands registered ${where} differ; ${parts.join('; ')}`,
            `Register them again: ${again}`,
          ),
        ];
  });
  if (known.length > 1)
    findings.push(
      warning(
        'Commands are registered everywhere and in the server that is set, so that members see each twice there',
        'Take them out of the server: npm run register -- --remove',
      ),
    );
  return findings;
}
